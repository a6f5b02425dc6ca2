"""Captions and credits out of an XMP packet that somebody else wrote.

Source: IPTC Photo Metadata Standard, "IPTC Core"; XMP specification part 1. Entities and outside
references are refused (defusedxml), and so is a packet that is larger or deeper than any real one.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .words import PhotoWords

LONGEST = 1024 * 1024  # bytes of a packet
MOST_MARKS = 20_000  # "<" in it: bounds its depth too
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"
EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TEXTS = {
    "headline": f"{PHOTOSHOP}Headline",
    "caption": f"{DC}description",
    "credit": f"{PHOTOSHOP}Credit",
    "source": f"{PHOTOSHOP}Source",
    "location": f"{CORE}Location",
    "city": f"{PHOTOSHOP}City",
    "province": f"{PHOTOSHOP}State",
    "country": f"{PHOTOSHOP}Country",
    "instructions": f"{PHOTOSHOP}Instructions",
    "copyright": f"{DC}rights",
    "rights": f"{RIGHTS}UsageTerms",
    "alt_text": f"{CORE}AltTextAccessibility",
}
# The newer way to say where: a place with parts of its own, where it was taken or, else, what it shows.
PLACES = (f"{EXTENSION}LocationCreated", f"{EXTENSION}LocationShown")
PARTS = {
    f"{EXTENSION}Sublocation": TEXTS["location"],
    f"{EXTENSION}City": TEXTS["city"],
    f"{EXTENSION}ProvinceState": TEXTS["province"],
    f"{EXTENSION}CountryName": TEXTS["country"],
}
LISTS = {"bylines": f"{DC}creator", "keywords": f"{DC}subject"}
DATES = (f"{PHOTOSHOP}DateCreated", f"{EXIF}DateTimeOriginal")
_FRACTION = re.compile(r"(T\d\d:\d\d(?::\d\d)?)\.\d+")


def read_xmp(packet: bytes) -> PhotoWords:
    """What the packet says; empty where it cannot be read. Total."""
    if len(packet) > LONGEST or packet.count(b"<") > MOST_MARKS:
        return PhotoWords()
    try:
        root = fromstring(packet.strip(b"\x00 \t\r\n"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return PhotoWords()
    found = _properties(root)
    if not found.keys() & set(PARTS.values()):
        found |= _place(root)
    texts = {field: found[name][0] for field, name in TEXTS.items() if found.get(name)}
    lists = {field: tuple(found[name]) for field, name in LISTS.items() if name in found}
    taken = next((moment for name in DATES for moment in [_moment((found.get(name) or [""])[0])] if moment), None)
    when = (
        {"taken": taken.date(), "taken_at": taken.timetz() if taken.time() != taken.min.time() else None}
        if taken
        else {}
    )
    return PhotoWords(**texts, **lists, **when)


def _properties(root: Element) -> dict[str, list[str]]:
    """Each property's texts, whether it stands as an element or, shorter, as an attribute; the first of its name."""
    found: dict[str, list[str]] = {}
    for description in root.iter(f"{RDF}Description"):
        for name, text in description.attrib.items():
            found.setdefault(name, [text.strip()] if text.strip() else [])
        for element in description:
            texts = [text.strip() for text in _texts(element) if text.strip()]
            if texts:
                found.setdefault(element.tag, texts)
    return found


def _place(root: Element) -> dict[str, list[str]]:
    """The parts of the first place that has any, by the names of the older properties."""
    for place in (place for name in PLACES for place in root.iter(name)):
        first = place.find(f"{RDF}Bag/{RDF}li")
        found: dict[str, list[str]] = {}
        for part in (place if first is None else first).iter():
            said = [*part.attrib.items(), *((part.tag, text) for text in _texts(part))]
            for name, text in said:
                if name in PARTS and text.strip():
                    found.setdefault(PARTS[name], [text.strip()])
        if found:
            return found
    return {}


def _texts(element: Element) -> Iterator[str]:
    """The items of a list, the default language first; or the text of the element itself."""
    items = [item for kind in ("Alt", "Seq", "Bag") for item in element.iterfind(f"{RDF}{kind}/{RDF}li")]
    if not items:
        yield element.text or ""
    for item in sorted(items, key=lambda item: item.get(LANGUAGE, "x-default") != "x-default"):
        yield item.text or ""


def _moment(text: str) -> datetime | None:
    """A date, or a date and a time with or without a zone; a year or a month alone is none."""
    try:
        return datetime.fromisoformat(_FRACTION.sub(r"\1", text)) if "T" in text else _midnight(text)
    except ValueError:
        return None


def _midnight(text: str) -> datetime | None:
    return datetime.combine(date.fromisoformat(text), datetime.min.time()) if len(text) == 10 else None
