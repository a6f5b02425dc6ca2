"""A form without scripts brings text and photos at once: both are merged, and neither keeps the other back."""

from typing import Any

import pytest

from stories.models import Draft, ParkedText
from stories.services.choosing import choose_photos
from stories.services.drafting import DraftText, discard_draft, open_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_draft
from stories.services.form_saving import Sheet, save_form, save_onward
from stories.services.refusals import NotAllowed
from stories.services.tabs import park_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(first: Any, photo: Any, reporter: Any, now: Any) -> Draft:
    """At revision 2, with two captions."""
    opened = open_draft(story=first.story, actor=reporter, now=now)
    return choose_photos(draft=opened, base=(), uses=strip(photo, "One.", "Two."), actor=reporter, now=now).draft


def strip(photo: Any, *captions: str) -> tuple[PhotoUse, ...]:
    return PhotoUse(photo, captions[0]), *(PhotoUse(None, caption) for caption in captions[1:])


@pytest.fixture
def send(draft: Draft, photo: Any, reporter: Any, now: Any) -> Any:
    """The form as it was opened at revision 2, with these captions and this text."""

    def press(*captions: str, **changes: Any) -> Any:
        text = DraftText(**{"headline": draft.headline, "byline": draft.byline, "dateline": draft.dateline}
                         | {"body": draft.body, "email": draft.email} | changes)  # fmt: skip
        uses = strip(photo, *captions) if captions else None
        sheet = Sheet(text=text, revision=2, uses=uses, were=strip(photo, "One.", "Two."), page="form-a")
        return save_form(draft=draft, sheet=sheet, actor=reporter, now=now)

    return press


@pytest.fixture
def theirs(draft: Draft, photo: Any, other_reporter: Any, now: Any, text: Any) -> Any:
    """Somebody else saves these captions, then this text."""

    def save(*captions: str, **changes: Any) -> None:
        choose_photos(draft=draft, base=uses_of(draft), uses=strip(photo, *captions), actor=other_reporter, now=now)
        current = Draft.objects.get(pk=draft.pk)
        if changes:
            save_draft(draft=current, revision=3, text=text(**changes), actor=other_reporter, now=now)

    return save


def captions(draft: Draft) -> list[str]:
    return [use.caption for use in uses_of(draft)]


def test_captions_of_two_people_come_together_with_their_words(send, theirs, draft):
    theirs("Theirs.", "Two.", headline="Their headline")
    done = send("One.", "Mine.", body=draft.body + "\n\nRain fell.")
    assert captions(done.draft) == ["Theirs.", "Mine."]
    assert (done.draft.headline, done.draft.body) == ("Their headline", draft.body + "\n\nRain fell.")
    assert done.notices == (
        "Seo Joon-ho saved meanwhile. In your text now, beside your own changes: headline.",
        "The photos were changed meanwhile: both changes are in.",
    )


def test_a_caption_that_both_changed_is_the_forms_and_the_other_is_told_in_full(send, theirs):
    theirs("Theirs.", "Two.")
    done = send("Mine.", "Two.")
    assert captions(done.draft) == ["Mine.", "Two."]
    [told] = done.notices
    assert told.startswith("The caption of photo 1 was changed meanwhile too.")
    assert told.endswith("Seo Joon-ho saved: Theirs.")


def test_captions_are_kept_where_the_text_has_to_wait(send, theirs, draft):
    theirs("Theirs.", "Two.", body=draft.body.replace("41", "42"))
    done = send("One.", "Mine.", body=draft.body.replace("41", "43"))
    assert captions(done.draft) == ["Theirs.", "Mine."]
    assert "43 billion" in done.parked.fields["body"]
    assert "42 billion" in Draft.objects.get(pk=draft.pk).body


def test_a_form_without_the_strip_leaves_the_photos_as_they_are(send, theirs, draft):
    theirs("Theirs.", "Two.")
    assert captions(send(headline="Mine").draft) == ["Theirs.", "Two."]


def test_one_row_of_history_for_each_save_and_none_for_a_second_press(send, draft):
    send("Mine.", "Two.", headline="Mine")
    again = send("Mine.", "Two.", headline="Mine")
    assert again.draft.revision == 3
    assert draft.history.count() == 3


def test_a_save_by_a_form_brings_the_story_up_at_once(send, draft, now):
    Draft.objects.filter(pk=draft.pk).update(saved_at=now)
    draft.story.__class__.objects.filter(pk=draft.story_id).update(moved_at=now.replace(year=2000))
    send(headline="Mine")
    draft.story.refresh_from_db()
    assert draft.story.moved_at == now


def test_photos_of_a_discarded_draft_go_on_with_its_text(draft, photo, reporter, other_reporter, now):
    discard_draft(draft=draft, revision=2, actor=other_reporter, now=now)
    closed = Draft.objects.get(pk=draft.pk)
    both = strip(photo, "One.", "Two.")
    sheet = Sheet(text=text_of(closed), revision=2, uses=both, were=both, closed=closed)
    done = save_onward(story=closed.story, purpose="update", sheet=sheet, actor=reporter, now=now)
    assert captions(done.draft) == ["One.", "Two."]


def test_what_was_typed_for_one_filing_only_is_not_carried_to_the_next(
    draft, reporter, other_reporter, now, text, photo
):
    saved = save_draft(
        draft=draft,
        revision=2,
        photos=(),
        text=text(body=draft.body + " Tolls start.", attn="ADDS tolls"),
        actor=other_reporter,
        now=now,
    )
    file_draft(draft=saved, revision=3, actor=other_reporter, now=now)
    closed = Draft.objects.get(pk=draft.pk)
    sheet = Sheet(
        text=text(body=draft.body + " Tolls start.\n\nRain fell.", attn="ADDS tolls"),
        revision=3,
        page="form-a",
        closed=closed,
    )
    done = save_onward(story=closed.story, purpose="update", sheet=sheet, actor=reporter, now=now)
    assert (done.draft.attn, done.draft.body) == ("", draft.body + " Tolls start.\n\nRain fell.")


@pytest.fixture
def park(draft, reporter, now, text):
    """Sent while the reporter was signed out."""

    def keep(**changes: Any) -> ParkedText | None:
        given = {"writer_id": reporter.pk, "draft_id": draft.pk, "revision": 2, "page": "form-a", "now": now}
        return park_for(
            **given | {name: changes.pop(name) for name in [*changes] if name in given}, text=text(**changes)
        )

    return keep


def test_a_text_sent_signed_out_waits_and_changes_no_draft(park, draft):
    parked = park(body="An hour of work.")
    assert (parked.fields["body"], parked.based_on_revision) == ("An hour of work.", 2)
    assert Draft.objects.get(pk=draft.pk).revision == 2


def test_what_the_draft_has_already_or_never_had_is_not_parked(park, draft):
    assert park(body=draft.body) is None
    assert park(body="Other.", revision=9) is None
    assert park(body="Other.", draft_id=draft.pk + 1) is None


def test_nothing_is_parked_for_who_may_not_write(park, reporter, outsider):
    assert park(body="Other.", writer_id=outsider.pk) is None
    reporter.is_active = False
    reporter.save()
    assert park(body="Other.") is None


def test_who_may_not_write_saves_by_no_form(draft, outsider, now, text):
    with pytest.raises(NotAllowed):
        save_form(draft=draft, sheet=Sheet(text=text(body="Other."), revision=2), actor=outsider, now=now)
