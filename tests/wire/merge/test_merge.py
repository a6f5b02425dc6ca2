import random

from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.merge import Conflict, Side, merge, merge_text

BASE = (
    "The fire broke out at a cold store in Icheon early Monday, officials said.",
    "Some 130 workers were inside the three-story building when smoke was seen.",
    "Firefighters brought the blaze under control after about four hours.",
    "The store opened in 2014 and belongs to a logistics company in Seoul.",
)
WORDS = "fire store smoke Icheon 130 workers said 화재 창고 officials noon".split()
graf = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
text = st.lists(graf, max_size=6)


def but(grafs, number, before, after):
    assert before in grafs[number]
    return (*grafs[:number], grafs[number].replace(before, after), *grafs[number + 1 :])


def test_changes_to_different_paragraphs_merge_silently():
    result = merge(BASE, but(BASE, 0, "Monday", "Tuesday"), but(BASE, 2, "four hours", "five hours"))
    assert not result.conflicts
    assert result.grafs == but(but(BASE, 0, "Monday", "Tuesday"), 2, "four hours", "five hours")


def test_changes_to_different_words_of_one_paragraph_merge():
    result = merge(BASE, but(BASE, 1, "130", "136"), but(BASE, 1, "smoke was seen", "flames were seen"))
    assert not result.conflicts
    assert result.grafs[1] == "Some 136 workers were inside the three-story building when flames were seen."


def test_changes_to_the_same_words_are_a_conflict_that_holds_both():
    result = merge(BASE, but(BASE, 1, "130", "136"), but(BASE, 1, "130", "128"))
    [conflict] = result.conflicts
    assert "136" in conflict.mine[0]
    assert "128" in conflict.theirs[0]
    assert "130" in conflict.base[0]
    assert result.resolved(Side.MINE) == but(BASE, 1, "130", "136")
    assert result.resolved(Side.THEIRS) == but(BASE, 1, "130", "128")
    assert result.resolved(("Some 130 or so.",))[1] == "Some 130 or so."


def test_a_move_on_one_side_and_an_edit_on_the_other_both_survive():
    moved = (BASE[0], BASE[3], BASE[1], BASE[2])
    result = merge(BASE, moved, but(BASE, 3, "2014", "2015"))
    assert not result.conflicts
    assert result.grafs == but(moved, 1, "2014", "2015")


def test_new_paragraphs_of_both_sides_stand_where_they_were_put():
    mine = (*BASE[:2], "Two were taken to a hospital, a rescuer said.", *BASE[2:])
    theirs = (*BASE, "Police opened an inquiry into the cause of the fire.")
    result = merge(BASE, mine, theirs)
    assert not result.conflicts
    assert result.grafs == (*mine, theirs[-1])


def test_the_same_new_paragraph_on_both_sides_comes_once():
    added = (*BASE, "Police opened an inquiry.")
    assert merge(BASE, but(added, 0, "Monday", "Tuesday"), added).grafs.count("Police opened an inquiry.") == 1


def test_a_new_paragraph_that_one_side_has_twice_stands_twice():
    once, twice = (*BASE, "(more)"), (*BASE, "(more)", "(more)")
    assert merge(BASE, once, twice).grafs == merge(BASE, twice, once).grafs == twice


def test_two_rewritings_of_one_paragraph_are_a_conflict():
    mine = ("At least 12 people died in a blaze at an Icheon warehouse, police said.", *BASE[1:])
    theirs = ("A blaze that tore through a depot south of Seoul killed 12.", "A further one.", *BASE[1:])
    result = merge(BASE, mine, theirs)
    assert result.conflicts == (Conflict(BASE[:1], mine[:1], theirs[:2]),)
    assert result.resolved(Side.MINE) == mine
    assert result.resolved(Side.THEIRS) == theirs


def test_a_paragraph_that_both_put_in_place_of_another_is_no_conflict():
    both = ("At least 12 people died in a blaze at an Icheon warehouse, police said.", *BASE[1:])
    result = merge(BASE, both, (*both, "Police opened an inquiry."))
    assert not result.conflicts
    assert result.grafs == (*both, "Police opened an inquiry.")


def test_a_cut_on_one_side_and_an_edit_on_the_other_is_a_conflict():
    result = merge(BASE, BASE[:3], but(BASE, 3, "2014", "2015"))
    [conflict] = result.conflicts
    assert conflict.mine == ()
    assert "2015" in conflict.theirs[0]


def test_a_split_on_one_side_and_a_word_on_the_other_both_survive():
    joined = (BASE[0], f"{BASE[1]} {BASE[2]}", BASE[3])
    result = merge(joined, BASE, but(joined, 1, "130", "136"))
    assert not result.conflicts
    assert "Some 136 workers" in " ".join(result.grafs)


def test_words_of_one_line_merge_or_say_that_they_do_not():
    assert merge_text("Fire at store kills 2", "Fire at cold store kills 2", "Fire at store kills 3") == (
        "Fire at cold store kills 3"
    )
    assert merge_text("Fire kills 2", "Fire kills 3", "Fire kills 4") is None


def test_words_that_both_have_and_one_went_on_from_are_no_conflict():
    begun, gone_on = but(BASE, 1, "was seen.", "was seen. Two"), but(BASE, 1, "was seen.", "was seen. Two were hurt.")
    for mine, theirs in ((begun, gone_on), (gone_on, begun)):
        assert merge(BASE, mine, theirs).resolved() == gone_on
    new = ((*BASE, "Two"), (*BASE, "Two were hurt."))
    for mine, theirs in (new, new[::-1]):
        assert merge(BASE, mine, theirs).resolved() == new[1]


def test_a_word_that_goes_on_from_another_is_another_word():
    ten, tenth = but(BASE, 1, "was seen.", "was seen 10"), but(BASE, 1, "was seen.", "was seen 10th")
    assert merge(BASE, ten, tenth).conflicts
    assert merge(BASE, but(BASE, 1, "130", "13"), but(BASE, 1, "130", "136")).conflicts


@given(text, text)
@settings(deadline=None)
def test_an_untouched_side_leaves_the_other_as_it_is(base, changed):
    assert merge(base, changed, base).grafs == tuple(changed)
    assert merge(base, base, changed).grafs == tuple(changed)
    assert merge(base, changed, changed).grafs == tuple(changed)


def mirrored(row):
    return Conflict(row.base, row.theirs, row.mine) if isinstance(row, Conflict) else row.text


@given(text, text, text)
@settings(max_examples=200, deadline=None)
def test_it_does_not_matter_whose_side_is_whose(base, mine, theirs):
    one = [row if isinstance(row, Conflict) else row.text for row in merge(base, mine, theirs).rows]
    other = [mirrored(row) for row in merge(base, theirs, mine).rows]
    assert one == other


def edited(grafs, rng, sign):
    """What a person might do to words and paragraphs; each new word begins with `sign`."""
    grafs = list(grafs)
    for n in range(rng.randrange(1, 5)):
        act = rng.choice(["word", "word", "word", "cut", "add", "move", "split", "join", "anew", "twice"])
        at = rng.randrange(len(grafs)) if grafs else 0
        words = grafs[at].split() if grafs else []
        if act == "add" or not grafs:
            grafs.insert(at, f"{sign}{n} added by {sign} here")
        elif act == "word":
            words.insert(rng.randrange(len(words) + 1), f"{sign}{n}")
            grafs[at] = " ".join(words)
        elif act == "anew":
            grafs[at] = f"{sign}{n} tells it in other words"
        elif act == "twice":
            grafs.insert(rng.randrange(len(grafs) + 1), grafs[at])
        elif act == "cut":
            del grafs[at]
        elif act == "move":
            grafs.insert(rng.randrange(len(grafs)), grafs.pop(at))
        elif act == "split" and len(words) > 3:
            grafs[at : at + 1] = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        elif act == "join" and at + 1 < len(grafs):
            grafs[at : at + 2] = [f"{grafs[at]} {grafs[at + 1]}"]
    return grafs


def everything(result):
    conflicts = [part for row in result.conflicts for side in (row.mine, row.theirs) for part in side]
    return " ".join([*result.grafs, *conflicts]).split()


@given(st.lists(graf, min_size=1, max_size=8), st.integers())
@settings(max_examples=300, deadline=None)
def test_nothing_that_either_side_typed_is_lost(base, seed):
    rng = random.Random(seed)
    mine, theirs = edited(base, rng, "mine"), edited(base, rng, "theirs")
    kept = everything(merge(base, mine, theirs))
    for side, sign in ((mine, "mine"), (theirs, "theirs")):
        for word in " ".join(side).split():
            if word.startswith(sign):
                assert word in kept


@given(text, text, text)
@settings(max_examples=200, deadline=None)
def test_words_new_on_either_side_are_in_the_result_or_in_a_conflict(base, mine, theirs):
    kept = set(everything(merge(base, mine, theirs)))
    assert set(" ".join([*mine, *theirs]).split()) - set(" ".join(base).split()) <= kept
