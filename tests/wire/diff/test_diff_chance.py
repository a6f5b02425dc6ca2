"""What two paragraphs share by chance: a subject, words strewn over a long text, a title's words, an address."""

from stories.wire.diff import align
from stories.wire.diff.features import stems
from tests.wire.diff.pier_story import COST, LEDE, RAIN, VOTE

OWNERS = (
    "Ferry owners in Arvenna want the council to pay for the days on which the harbor was shut, and have asked a "
    "lawyer to write to it."
)
CRANE = (
    "Nobody was hurt when the crane fell, but two lorries were crushed and a warehouse full of timber lost its roof."
)
CATCH = "Fishermen from Velmar brought their catch to a beach nearby and sold it from baskets to whoever came past."
ANCHOR = "A diver found the anchor of a ship that sank here a century ago, and the museum would like to have it."
SCHOOLS = "Schools on the outer islands had stayed closed because teachers who live in town could not reach them."
TOLD = [OWNERS, CRANE, CATCH, ANCHOR, SCHOOLS]

HOTELS = (
    "Hotels say that guests left early, and owners in Arvenna want a part of their fees back for days without a single "
    "boat in the harbor."
)
ANEW = [
    HOTELS,
    "Engineers will test the cables with a load of sand before the first truck may drive onto the deck.",
    "A choir sang on the quay while volunteers handed out soup that a baker had cooked overnight.",
    "Insurers sent three experts who photographed each plank and wrote down what was broken.",
    "Tolse thanked the welders, whose shifts had run until dawn for nine days without a break.",
]


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    return {link for group in align(old, new) for link in group.links}


def test_a_shared_subject_ties_two_that_stand_in_one_place_alone():
    assert links([LEDE, OWNERS, RAIN], [LEDE, HOTELS, RAIN]) == {(0, 0), (1, 1), (2, 2)}


def test_a_shared_subject_ties_none_where_all_around_is_other_text():
    assert links([LEDE, *TOLD, RAIN], [LEDE, *ANEW, RAIN]) == {(0, 0), (6, 6)}


def test_a_kept_quotation_ties_two_paragraphs_of_a_stretch_that_was_written_anew():
    kept = '"Nine of ten lamps failed because salt had eaten the wires," the inspector {}.'
    told = " ".join([CRANE, kept.format("wrote"), ANCHOR, SCHOOLS])
    anew = " ".join([*ANEW[1:4], kept.format("noted")])
    plums, clocks, gate, nuns = (
        "Plums were cheap.",
        "Two clocks stopped.",
        "Somebody painted a gate.",
        "Nuns rowed home.",
    )
    goats, kites, bread, bell = "Goats slept.", "Eleven kites flew.", "Bread ran out early.", "Rust took a bell."
    old = [LEDE, plums, clocks, nuns, told, gate, RAIN]
    assert links(old, [LEDE, goats, anew, kites, bell, bread, RAIN]) == {(0, 0), (4, 2), (6, 6)}


def test_an_argument_made_anew_elsewhere_has_not_moved():
    short = (
        "Some say that steel cables cost too much, but as more of them are made, yards will find cheaper ways and put "
        "them within reach of every pier."
    )
    longer = (
        "Another worry is that these cables are more than most piers can pay for. Some say the same of radios and "
        "lamps when they were new. Now every fishing boat has one. Steel may cost a lot today, but the more yards work "
        "on cheaper ways, the more of the coast will have it."
    )
    new = [LEDE, longer, COST, VOTE, "Waves were high."]
    assert links([LEDE, COST, VOTE, short], new) == {(0, 0), (1, 2), (2, 3)}


def test_words_strewn_over_a_long_paragraph_are_no_part_of_it():
    old = [LEDE, " ".join(TOLD), VOTE, RAIN]
    kept = f"{OWNERS} {CRANE}"
    strewn = "Teachers from Velmar brought a diver to the museum."
    assert links(old, [LEDE, kept, VOTE, strewn, RAIN]) == {(0, 0), (1, 1), (2, 2), (3, 4)}
    sentence = ANCHOR.replace("a century ago", "in 1931")
    assert links(old, [LEDE, kept, VOTE, sentence, RAIN]) == {(0, 0), (1, 1), (1, 3), (2, 2), (3, 4)}


def test_a_line_of_little_words_is_found_in_the_paragraph_it_opened():
    asked = "What is it for?"
    assert links([LEDE, f"{asked} {' '.join(TOLD)}", RAIN], [LEDE, asked, " ".join(TOLD), RAIN]) == {
        (0, 0),
        (1, 1),
        (1, 2),
        (2, 3),
    }


def test_a_title_is_not_its_text():
    title = "Storm damage at the north pier"
    text = (
        "The storm at the north pier has left damage of 12 million won, engineers found on Monday after a look at each "
        "of its beams and planks."
    )
    new = [LEDE, title.replace("Storm", "Flood"), text, VOTE]
    assert links([LEDE, title, VOTE], new) == {(0, 0), (1, 1), (2, 3)}


def test_two_addresses_under_one_host_do_not_tie_what_they_stand_in():
    page = "https://harbor.example/arvenna/council/notices/open/now/{}.html"
    plan = f"Anyone may read the plan at {page.format('repair-plan')} and write to the engineers who drew it."
    fees = f"Mooring fees: {page.format('mooring-fees')}"
    assert links([LEDE, plan, VOTE, RAIN], [LEDE, VOTE, fees, RAIN]) == {(0, 0), (2, 1), (3, 3)}


def test_an_address_is_its_host_and_its_path():
    assert stems("See www.harbor.example/fees/2031, or ask.") == ["see", "wwwharborexample", "/fees/2031", "or", "ask"]
    assert stems("(https://harbor.example).") == ["https://harborexample"]
    assert stems("and/or") == ["and", "or"]
