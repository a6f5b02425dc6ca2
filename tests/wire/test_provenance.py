from stories.wire.diff.values import GrafKind
from stories.wire.provenance import Strand, provenance

FIRE = "A warehouse fire in Gunsan killed two workers early Friday, firefighters said."
FIRE_LATER = "A warehouse fire in Gunsan killed three workers early Friday, firefighters and police said."
CAUSE = "Investigators suspect a faulty heater on the second floor of the building."
SMOKE = "Smoke closed the coastal road to Saemangeum for four hours in the morning."
QUOTE = '"We lost everything we had stored for winter," the owner told reporters at the scene.'


def origins(*versions):
    return [[strand.origin for strand in strands] for strands in provenance(versions)]


def test_every_paragraph_of_the_first_version_begins_there():
    assert provenance([[FIRE, CAUSE]]) == ((Strand(0), Strand(0)),)


def test_an_edited_paragraph_keeps_its_origin():
    _, second = provenance([[FIRE, CAUSE], [FIRE_LATER, CAUSE]])
    assert [strand.origin for strand in second] == [0, 0]
    assert (second[0].kind, second[0].parents) == (GrafKind.EDIT, (0,))


def test_a_new_paragraph_begins_where_it_first_appears():
    assert origins([FIRE], [FIRE, SMOKE], [FIRE, QUOTE, SMOKE]) == [[0], [0, 1], [0, 2, 1]]


def test_a_paragraph_that_comes_back_is_known_again():
    chain = provenance([[FIRE, CAUSE], [FIRE], [FIRE, CAUSE.upper()]])
    assert chain[2][1] == Strand(0)


def test_a_moved_paragraph_keeps_its_origin_and_says_that_it_moved():
    chain = provenance([[FIRE, CAUSE, SMOKE], [FIRE, CAUSE, SMOKE, QUOTE], [FIRE, QUOTE, CAUSE, SMOKE]])
    assert chain[2][1] == Strand(1, (3,), GrafKind.EQUAL, moved=True)


def test_both_halves_of_a_split_come_from_the_same_paragraph():
    chain = provenance([[FIRE, f"{CAUSE} {SMOKE}"], [FIRE, CAUSE, SMOKE]])
    assert [strand.parents for strand in chain[1]] == [(0,), (1,), (1,)]
    assert [strand.kind for strand in chain[1]] == [GrafKind.EQUAL, GrafKind.SPLIT, GrafKind.SPLIT]


def test_a_merged_paragraph_takes_the_origin_of_what_gave_it_most():
    long = f"{SMOKE} Buses took a detour of forty minutes over the hills, the city added."
    chain = provenance([[FIRE, CAUSE], [FIRE, CAUSE, long], [FIRE, f"{CAUSE} {long}"]])
    assert (chain[2][1].origin, chain[2][1].parents) == (1, (1, 2))


def test_an_empty_version_in_the_chain_is_no_obstacle():
    assert origins([FIRE], [], [FIRE, SMOKE]) == [[0], [], [0, 2]]
