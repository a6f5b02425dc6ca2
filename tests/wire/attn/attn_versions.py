"""Two versions of an invented story, and small edits of the second."""

from dataclasses import replace

from stories.wire.label import Kind, Label
from stories.wire.story import Caption, WireStory

GRAFS = (
    "A cargo ferry ran aground off the southern port of Yeosu early Friday, but all 41 people were taken off safely.",
    "The ferry, bound for Jeju with trucks and fruit, struck a sandbar in thick fog at about 4 a.m., rescuers said.",
    "Two fishing boats reached the vessel before the patrol ship did and took most of the passengers to the harbor.",
    "Nobody was seriously hurt, though nine passengers were treated for cold and bruises at a nearby clinic.",
    "Divers found no oil around the hull, and a barge with pumps is on its way from Gwangyang.",
    "The operator has cancelled its sailings on the route until the hull has been inspected.",
    "Fog advisories were in force along the coast overnight, the weather office said.",
    "It was the second grounding on the same sandbar this year after a dredger was stuck there in February.",
)
QUOTE = '"We heard a long scrape and then the engine simply stopped," a truck driver, Ma Dong-hyeok, told reporters.'
DETAIL = "Investigators will examine the radar record, which the bridge crew handed over at noon."
ANOTHER = "Port authorities marked the shallow water with two new lights in the evening."

OLD = WireStory(
    label=Label(Kind.LEAD, 1),
    slugline="Yeosu-ferry",
    headline="Cargo ferry runs aground off Yeosu; 41 rescued",
    byline="By Seo Da-on",
    dateline="YEOSU, South Korea, May 8 (Hanbit) --",
    grafs=GRAFS,
    captions=(Caption("A ferry lies on a sandbar off Yeosu on May 8, 2026.", "(Hanbit)", "aground"),),
)
NEW_PHOTO = Caption("Passengers of the ferry arrive at Yeosu port on May 8, 2026.", "(Hanbit)", "arrival")
NEW_LEAD = (
    "Prosecutors raided the owner of a stranded freight vessel Friday, hours after fishermen saved everyone from it."
)


def next_version(**changes) -> WireStory:
    """The version after OLD: the same but for `changes`."""
    return replace(OLD, label=Label(Kind.LEAD, 2), **changes)


def with_inserted(*pairs: tuple[int, str]) -> tuple[str, ...]:
    """GRAFS with each text put in so that it becomes paragraph number so-and-so; numbers ascending."""
    grafs = list(GRAFS)
    for number, text in pairs:
        grafs.insert(number - 1, text)
    return tuple(grafs)


def with_replaced(number: int, old: str, new: str) -> tuple[str, ...]:
    """GRAFS with some words of one paragraph changed."""
    assert old in GRAFS[number - 1]
    return (*GRAFS[: number - 1], GRAFS[number - 1].replace(old, new), *GRAFS[number:])
