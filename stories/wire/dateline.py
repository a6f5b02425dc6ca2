"""The dateline, "NARA, Japan, Jan. 13 (Yonhap) --": where, when and who."""

import re
from dataclasses import dataclass

MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_MONTH_KEYS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_LINE = re.compile(
    r"(?P<where>[^\s()][^()\n]{1,140}?)\s*\((?P<agency>[^()\n]{2,60})\)(?:\s*(?P<dash>--+|[—–―_=]|-(?=\s|$))(?P<gap>\s*)|\s+|$)"
)
_DATE = re.compile(rf"(?:^|,?\s+|,)(?P<month>{_MONTH})\s*(?P<day>\d{{1,2}})(?:,\s*\d{{4}})?,?$", re.IGNORECASE)
_SMALL = {"and", "of", "the", "de", "del", "la", "on", "in", "off"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's parts: the region belongs to the last place; month 1-12 and day are None where not given."""

    places: tuple[str, ...]
    region: str = ""
    month: int | None = None
    day: int | None = None
    agency: str = "Yonhap"


def parse_dateline(line: str) -> Dateline | None:
    """The dateline that opens a line, None where none does. Tolerant of dashes, months and commas."""
    found = _match(line)
    if found is None:
        return None
    where, date, agency = found[0], found[1], found[2]
    place, _, region = (part.strip() for part in where.partition(","))
    places = tuple(part.strip() for part in place.split("/") if part.strip())
    month = _MONTH_KEYS.index(date["month"][:3].lower()) + 1 if date else None
    return Dateline(places, region, month, int(date["day"]) if date else None, agency)


def format_dateline(dateline: Dateline) -> str:
    """The dateline as copy, months as the wire writes them (March to July in full), with its dash."""
    parts = ["/".join(dateline.places)]
    if dateline.region:
        parts.append(dateline.region)
    if dateline.month and dateline.day:
        parts.append(f"{MONTHS[dateline.month - 1]} {dateline.day}")
    return f"{', '.join(parts)} ({dateline.agency}) --"


def split_dateline(graf: str) -> tuple[str, str]:
    """A graf as its dateline, as in copy and with its dash, and the text after it; ("", graf) without one."""
    found = _match(graf)
    if found is None:
        return "", graf
    return graf[: found[3]].strip(), graf[found[3] :].strip()


def _match(line: str) -> tuple[str, re.Match[str] | None, str, int] | None:
    """Place, date, agency, and where the text begins. Only the dash after the agency is the dateline's."""
    text = line[:260]
    match = _LINE.match(text)
    if match is None:
        return None
    date = _DATE.search(match["where"])
    where = (match["where"][: date.start()] if date else match["where"]).strip().rstrip(",")
    if not where or not _is_place(where, sure=bool(date and match["dash"])):
        return None
    if not date and not match["dash"]:
        return None
    return where, date, match["agency"].strip(), match.end()


def _is_place(where: str, *, sure: bool) -> bool:
    """Places stand in capitals; with a date and a dash around it, a capitalised name will do."""
    first = where.partition(",")[0]
    if not any(char.isalpha() for char in first):
        return False
    if first.upper() == first:
        return True
    words = first.replace("/", " ").split()
    return sure and len(words) <= 6 and all(not word[0].islower() or word in _SMALL for word in words)
