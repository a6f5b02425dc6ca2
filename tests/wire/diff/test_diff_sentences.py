"""Paragraphs that share a sentence: halves told anew, sentences that went elsewhere, a lede told again."""

from stories.wire.diff import align
from stories.wire.diff.evidence import Evidence
from tests.wire.diff.pier_story import BACKGROUND, COST, LEDE, QUOTE, RAIN, VOTE

TRADE = "Dealers said long cables fluctuated between gains and losses of around 10 cents on the Meridel exchange. "
HARBOUR = "A slight drop in the harbour dues and modest gains on the grain market had little impact on business here."
STORM = "The storm tore three cranes from their rails at the northern dock before dawn, the coast guard said."


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    return {link for group in align(old, new) for link in group.links}


def test_a_half_of_a_split_is_known_by_one_sentence_among_new_ones():
    dropped = (
        "Dealers said long cables dropped as much as 50 cents but most lost around 20 cents. Foreign houses, which had "
        "been buying and selling coastal paper in early trading, stayed away for the rest of a day without news."
    )
    little = "A slight drop in harbour dues and modest gains on the grain market had little impact."
    assert links([LEDE, TRADE + HARBOUR, RAIN], [LEDE, dropped, little, RAIN]) == {(0, 0), (1, 1), (1, 2), (2, 3)}


def test_a_sentence_that_went_to_a_rewritten_paragraph_ties_the_two():
    past, present = " ".join([COST, TRADE.strip(), HARBOUR]), " ".join([QUOTE, BACKGROUND, VOTE])
    old = [LEDE, f"{past} {STORM}", present, RAIN]
    new = [LEDE, past, f"{STORM.replace('before dawn', 'on Monday')} {present}", RAIN]
    assert links(old, new) == {(0, 0), (1, 1), (1, 2), (2, 2), (3, 3)}


def test_a_lede_told_again_above_itself_is_tied_to_the_old_one():
    again = STORM.replace("before dawn", "on Monday").replace("the coast guard", "officials")
    new = [again, QUOTE, STORM.replace("dock", "quay"), COST, VOTE]
    assert links([STORM, COST, VOTE], new) == {(0, 0), (0, 2), (1, 3), (2, 4)}


def test_a_new_row_of_a_table_is_no_old_row_told_again():
    rows = [f"Berth {n} at Port Meridel took {n * 37} tons of grain and {n * 11} tons of timber." for n in range(2, 9)]
    new_row = "Berth 9 at Port Meridel took 1,250 tons of grain and 14 tons of timber."
    changed = [row.replace("took", "loaded") for row in rows]
    assert links(rows, [*changed, new_row]) == {(n, n) for n in range(len(rows))}


GRAIN = "Grain prices at the port were barely changed in a quiet morning, with some houses selling while others waited."
CALM = "Buyers stayed away ahead of the council meeting. Brokers called it a technical reaction to recent gains."
GRAIN_AGAIN = "Grain prices at the port ended a quiet day lower, with local houses selling in {why}."
CALM_AGAIN = "Buyers were wary of the council meeting, and sold what they had been holding since the autumn."


def test_a_phrase_that_went_to_the_top_ties_the_two():
    told = GRAIN_AGAIN.format(why="a technical reaction to recent strong gains")
    stayed = {(0, 0), (1, 1), (2, 2)}
    assert links([GRAIN, CALM, VOTE], [told, CALM_AGAIN, VOTE]) == stayed | {(1, 0)}
    # The same words, in no phrase.
    told = GRAIN_AGAIN.format(why="what a recent note called gains on a reaction too technical for most")
    assert links([GRAIN, CALM, VOTE], [told, CALM_AGAIN, VOTE]) == stayed


def test_a_day_is_no_name_that_tells_one_paragraph_from_another():
    cut = "Residents of Arvenna gathered on Friday to ask the council about the 1931 lease."
    new = "A market opens in Arvenna on Friday, under the 1931 lease."
    assert Evidence({0: cut}, {0: new}).shared_names((0, 0)) == 2
