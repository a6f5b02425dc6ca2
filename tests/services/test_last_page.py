"""A page that is loaded anew: its last words may come in after the new one was asked for, and are no other window's."""

import pytest

from stories.services.autosaving import NeedsMerge, Tab, autosave
from stories.services.drafting import open_draft

pytestmark = pytest.mark.django_db

OPENING = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won."
LAST = OPENING.replace("41", "42")


@pytest.fixture
def save(first, reporter, now, text):
    draft = open_draft(story=first.story, actor=reporter, now=now)
    tabs = {"old page": Tab("old", 1), "new page": Tab("new", 1, was="old"), "elsewhere": Tab("other", 1)}

    def send(body, where, actor=reporter):
        given = {"story_id": draft.story_id, "draft_id": draft.pk, "revision": 1, "now": now}
        return autosave(text=text(body=body), actor=actor, tab=tabs[where], **given)

    return send


@pytest.fixture(autouse=True)
def came_late(save):
    save(LAST, "old page")


def test_they_come_in_and_nothing_is_said_of_another_window(save):
    answer = save(OPENING, "new page")
    assert (answer.draft.body, answer.merged, answer.notice) == (LAST, True, "")


def test_what_is_typed_on_the_new_page_meanwhile_stands_beside_them(save):
    answer = save(OPENING.replace("Monday", "Tuesday"), "new page")
    assert (answer.draft.body, answer.notice) == (LAST.replace("Monday", "Tuesday"), "")


def test_the_same_place_changed_on_both_is_asked_about_in_words_that_are_so(save):
    with pytest.raises(NeedsMerge, match="You changed the same places here before the page was loaded anew"):
        save(OPENING.replace("41", "43"), "new page")


@pytest.mark.parametrize(
    ("where", "who", "said"),
    [
        ("elsewhere", "reporter", "You saved meanwhile in another window."),
        ("new page", "other_reporter", "Rim Na-ra saved meanwhile."),
    ],
)
def test_another_window_and_another_person_are_told_of(save, request, where, who, said):
    assert save(OPENING, where, request.getfixturevalue(who)).notice.startswith(said)
