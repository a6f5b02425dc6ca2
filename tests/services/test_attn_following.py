"""The numbers of a draft's ATTN follow their paragraphs through every kind of save, up to the filing."""

import pytest

from stories.models import Draft
from stories.queries.attn_line import line_of
from stories.services.autosaving import Tab, autosave
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import file_draft, file_version
from stories.services.merging import follow_wire, merge_of_wire

pytestmark = pytest.mark.django_db

FIRST = "The mayor of Harim opened the Daero tunnel on Monday."
COST = "It cost 41 billion won."
TOLLS = "Tolls start in May, the city council decided in a vote on Friday."
BUSES = "Buses cross it free of charge, a spokesman for the operator said."
RAIN = "Rain fell through the whole of the morning ceremony at the north gate."


def body(*grafs):
    return "\n\n".join(grafs)


@pytest.fixture
def draft(first, reporter, now):
    return open_draft(story=first.story, actor=reporter, now=now)


@pytest.fixture
def save(draft, reporter, now, text):
    """Save over the newest revision: `save(attn, FIRST, COST)`."""

    def keep(attn, *grafs):
        current = Draft.objects.get(pk=draft.pk)
        given = text(attn=attn, body=body(*grafs))
        return save_draft(draft=current, revision=current.revision, text=given, actor=reporter, now=now)

    return keep


@pytest.fixture
def auto(draft, reporter, now, text):
    """Autosave from a tab: `auto(revision, attn, *grafs)`."""

    def send(revision, attn, *grafs, serial=1, session="tab-a", actor=reporter):
        return autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=revision,
            text=text(attn=attn, body=body(*grafs)),
            actor=actor,
            now=now,
            tab=Tab(session, serial),
        ).draft

    return send


def test_a_paragraph_put_in_above_moves_the_number_with_the_next_save(save):
    save("ADDS tolls in para 3", FIRST, COST, TOLLS)
    kept = save("ADDS tolls in para 3", FIRST, RAIN, COST, TOLLS)
    assert kept.attn == "ADDS tolls in para 4"
    assert kept.history.first().attn_holds == kept.attn_holds


def test_a_number_that_was_typed_anew_is_kept_as_it_was_typed(save):
    save("ADDS tolls in para 3", FIRST, COST, TOLLS)
    assert save("ADDS tolls in para 2", FIRST, RAIN, COST, TOLLS).attn == "ADDS tolls in para 2"


def test_a_reference_whose_paragraph_is_cut_is_flagged_and_not_turned_on_another(save):
    save("ADDS tolls in para 3", FIRST, COST, TOLLS, BUSES)
    kept = save("ADDS tolls in para 3", FIRST, COST, BUSES)
    assert (kept.attn, line_of(kept).gone) == ("ADDS tolls in para 3", ("in para 3",))


def test_autosaves_move_the_numbers_one_after_another(auto):
    one = auto(1, "ADDS tolls in para 3", FIRST, COST, TOLLS)
    two = auto(one.revision, one.attn, FIRST, RAIN, COST, TOLLS, serial=2)
    three = auto(two.revision, two.attn, RAIN, FIRST, BUSES, COST, TOLLS, serial=3)
    assert [two.attn, three.attn] == ["ADDS tolls in para 4", "ADDS tolls in para 5"]


def test_a_tab_that_never_had_the_answer_does_not_type_its_old_number_anew(auto):
    one = auto(1, "ADDS tolls in para 3", FIRST, COST, TOLLS)
    auto(one.revision, "ADDS tolls in para 3", FIRST, RAIN, COST, TOLLS, serial=2)
    again = auto(one.revision, "ADDS tolls in para 3", FIRST, RAIN, COST, TOLLS, BUSES, serial=3)
    assert again.attn == "ADDS tolls in para 4"


def test_a_merge_keeps_a_line_on_the_paragraphs_it_was_typed_beside(auto, other_reporter):
    auto(1, "", RAIN, FIRST, COST, session="tab-b", actor=other_reporter)
    merged = auto(1, "ADDS tolls in para 3", FIRST, COST, TOLLS)
    assert merged.body == body(RAIN, FIRST, COST, TOLLS)
    assert merged.attn == "ADDS tolls in para 4"


def test_what_went_out_meanwhile_moves_the_numbers_too(save, first, other_reporter, reporter, now, text):
    mine = save("ADDS tolls in para 3", FIRST, COST, TOLLS)
    theirs = text(body=body(RAIN, FIRST, COST))
    file_version(story=first.story, based_on=first, text=theirs, actor=other_reporter, now=now)
    mine.story.refresh_from_db()
    assert merge_of_wire(mine).clean
    kept = follow_wire(draft=mine, revision=mine.revision, lines={}, grafs=(), actor=reporter, now=now)
    assert kept.attn == "ADDS tolls in para 4"


def test_what_is_filed_has_the_numbers_of_its_own_text(save, reporter, now):
    save("ADDS tolls in para 3", FIRST, COST, TOLLS)
    kept = save("ADDS tolls in para 3", RAIN, FIRST, COST, TOLLS)
    assert file_draft(draft=kept, revision=kept.revision, actor=reporter, now=now).attn == "ADDS tolls in para 4"


def test_a_draft_from_before_lines_were_held_is_bound_at_its_next_save(save, draft):
    save("ADDS tolls in para 3", FIRST, COST, TOLLS)
    Draft.objects.filter(pk=draft.pk).update(attn_holds={})
    assert save("ADDS tolls in para 3", RAIN, FIRST, COST, TOLLS).attn == "ADDS tolls in para 4"
