"""Generated stories: well-formed ones in the wire's shapes, and ones whose every field is hostile."""

from datetime import datetime
from pathlib import Path

from hypothesis import strategies as st

from stories.wire.label import Kind, Label
from stories.wire.story import Caption, WireStory

# Lines that mean something to a reader of wire copy, wherever they stand, and characters that do not show.
LINES = (Path(__file__).parent / "hostile_lines.txt").read_text().splitlines()
CHARACTERS = [
    "\u200b",
    "\ufeff",
    "\x00",
    "a\x1fb",
    "\u2028",
    "line\nbreak",
    "two\n\ngrafs",
    "\xa0",
    "e\u0301",
    "\u0301",
]
HOSTILE = st.sampled_from([*LINES, *CHARACTERS])
anything = st.lists(HOSTILE | st.text(max_size=12), max_size=4).map(" ".join)

_WORD = st.sampled_from(
    "harbor crane Alder Tuesday 183 US$376.8 vote the of said U.S. 'open' -- three-way 부산 N.".split()
)
_words = st.lists(_WORD, min_size=5, max_size=30).map(" ".join)
grafs = _words.map(lambda words: f"The {words} said.")
headlines = _words.map(lambda words: f"Harbor {words} reopens")
qualifiers = st.sampled_from([(), ("Olympics",), ("US-NK summit",), ("News Focus", "Yonhap Feature")])
counters = st.one_of(
    st.just((Kind.FIRST, 0, 0)),
    st.just((Kind.URGENT, 0, 0)),
    st.just((Kind.KILL, 0, 0)),
    st.tuples(st.just(Kind.LEAD), st.integers(1, 130), st.just(0)),
    st.tuples(st.just(Kind.CORRECTION), st.integers(0, 130), st.integers(1, 25)),
)
labels = st.builds(lambda counted, brackets: Label(*counted, brackets), counters, qualifiers)
clocks = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
captions = st.builds(
    Caption,
    _words.map(lambda words: f"A crane (R) lifts {words}."),
    st.sampled_from(["", "(Yonhap)", "(pool photo) (Yonhap)", "(PHOTO NOT FOR SALE) (Yonhap)"]),
)


def wire_story():
    """Stories as desks write them: any field may be missing, and all that is there is tidy."""
    return st.builds(
        WireStory,
        label=labels,
        slugline=st.sampled_from(["", "Harbor-fire", "S Korea-election", "Alder-port-strike", "Typhoon"]),
        headline=st.just("") | headlines,
        attn=st.sampled_from(["", "ADDS photo", "UPDATES with remarks (paras 2-4); RECASTS headline, lead"]),
        byline=st.sampled_from(["", "By Han Sol", "By Han Sol, Ji Woo and Kim Da-eun"]),
        dateline=st.sampled_from(
            ["", "PORT ALDER, May 3 (Yonhap) --", "SEOUL/YONGIN, South Korea, Sept. 8 (Yonhap) --"]
        ),
        grafs=st.lists(grafs, max_size=6).map(tuple),
        captions=st.lists(captions, max_size=3).map(tuple),
        email=st.sampled_from(["", "hansol@example.com"]),
        category=st.sampled_from(["", "General", "All Headlines", "Politics/Diplomacy"]),
        native_byline=st.sampled_from(["", "한솔", "김다은"]),
        published=st.none() | clocks,
        note=st.sampled_from(["", "Call the port again at six."]),
    )


def any_story():
    """Stories whose every field may hold any text, most of it looking like another field."""
    return st.builds(
        WireStory,
        label=st.builds(
            Label,
            st.sampled_from(Kind),
            st.integers(0, 1200),
            st.integers(0, 30),
            st.lists(anything, max_size=2).map(tuple),
        ),
        slugline=anything,
        headline=anything,
        attn=anything,
        byline=anything,
        dateline=anything,
        grafs=st.lists(anything, max_size=4).map(tuple),
        captions=st.lists(st.builds(Caption, anything, anything, anything), max_size=2).map(tuple),
        email=anything,
        category=anything,
        native_byline=anything,
        published=st.none() | st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1)),
        note=anything,
    )
