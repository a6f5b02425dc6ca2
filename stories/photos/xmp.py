"""Captions and credits as an XMP packet, beside the IPTC record.

Source: IPTC Photo Metadata Standard, "IPTC Core" (properties); XMP specification part 1 (the packet).
"""

import re
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import escape

from .words import PhotoWords

# The packet's id is fixed by the specification; the begin mark is U+FEFF.
HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
TAIL = '<?xpacket end="w"?>'
NAMESPACES = (
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
)
# Properties that the standard keeps in several languages; ours stands as the default.
ALTERNATIVES = {
    "dc:description": "caption",
    "dc:rights": "copyright",
    "xmpRights:UsageTerms": "rights",
    "Iptc4xmpCore:AltTextAccessibility": "alt_text",
}
LISTS = {"dc:creator": ("Seq", "bylines"), "dc:subject": ("Bag", "keywords")}
PLAIN = {
    "photoshop:Headline": "headline",
    "photoshop:Credit": "credit",
    "photoshop:Source": "source",
    "photoshop:City": "city",
    "photoshop:State": "province",
    "photoshop:Country": "country",
    "photoshop:Instructions": "instructions",
    "Iptc4xmpCore:Location": "location",
}
# Characters of each text that fit into 64 kB together, whatever they are.
SHORT = {"caption": 4000, "alt_text": 1000, "instructions": 1000, "rights": 1000}
# XML has no way to hold these, not even escaped.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xmp_packet(words: PhotoWords) -> bytes:
    """A whole packet in UTF-8, for a file that has none yet; texts are escaped, not cut."""
    description = "".join(_properties(words))
    return (
        f'{HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{NAMESPACES}>'
        f'<rdf:Description rdf:about="">{description}</rdf:Description>'
        f"</rdf:RDF></x:xmpmeta>{TAIL}"
    ).encode()


def fitting_packet(words: PhotoWords, room: int) -> bytes:
    """The packet, its longest texts cut where it would take more than `room` bytes: a JPEG has 64 kB for one."""
    packet = xmp_packet(words)
    if len(packet) <= room:
        return packet
    cut = {name: getattr(words, name)[:most] for name, most in SHORT.items()}
    return xmp_packet(replace(words, **cut, keywords=tuple(word[:64] for word in words.keywords[:50])))


def _properties(words: PhotoWords) -> list[str]:
    found = []
    for name, field in ALTERNATIVES.items():
        if text := _escaped(getattr(words, field)):
            found.append(f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{name}>')
    for name, (kind, field) in LISTS.items():
        if texts := getattr(words, field):
            items = "".join(f"<rdf:li>{_escaped(text)}</rdf:li>" for text in texts)
            found.append(f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>")
    for name, field in PLAIN.items():
        if text := _escaped(getattr(words, field)):
            found.append(f"<{name}>{text}</{name}>")
    if words.taken:
        found.append(f"<photoshop:DateCreated>{_taken(words)}</photoshop:DateCreated>")
    return found


def _taken(words: PhotoWords) -> str:
    assert words.taken is not None
    if words.taken_at is None:
        return words.taken.isoformat()
    return datetime.combine(words.taken, words.taken_at).isoformat(timespec="seconds")


def _escaped(text: str) -> str:
    return escape(_IMPOSSIBLE.sub("", text))
