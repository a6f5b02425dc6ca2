"""Sending a version to the wire."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from stories.models import Byline, Draft, Photo, Story, Version
from stories.queries.copy import version_copy
from stories.services.drafting import DraftClosed, DraftText, StaleDraft, open_draft, save_draft
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import (
    AlreadyKilled,
    NothingToFile,
    StaleBase,
    UnableToFile,
    WrongKind,
    file_draft,
    file_version,
)
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.wire.label import Kind, label_text
from stories.wire.parse import parse
from stories.wire.render import render

pytestmark = pytest.mark.django_db

Text = Callable[..., DraftText]


@pytest.fixture
def send(story: Story, reporter: User, now: datetime, text: Text) -> Callable[..., Version]:
    """File the next version with a headline of its own; `send(kind=..., based_on=...)` changes what is asked."""

    def file(headline: str = "", **changes: object) -> Version:
        base = Story.objects.get(pk=story.pk).current_version
        typed = text(headline=headline or f"Version {Version.objects.count() + 1}")
        asked = {"story": story, "based_on": base, "text": typed, "actor": reporter, "now": now} | changes
        return file_version(**asked)

    return file


def test_a_story_runs_from_urgent_through_first_to_leads(send: Callable[..., Version]) -> None:
    filed = [send(kind=Kind.URGENT), send(), send(), send(), send(kind=Kind.CORRECTION), send()]
    labels = [label_text(version.label) for version in filed]
    assert labels == ["(URGENT)", "", "(LEAD)", "(2nd LD)", "(2nd LD) (CORRECTION)", "(3rd LD)"]
    assert [version.sequence for version in filed] == [1, 2, 3, 4, 5, 6]


def test_the_draft_may_ask_for_an_urgent(send: Callable[..., Version], text: Text) -> None:
    assert send(text=text(kind="urgent")).kind == Kind.URGENT


def test_filing_moves_the_story_and_names_its_current_version(
    send: Callable[..., Version], story: Story, now: datetime
) -> None:
    version = send(now=now + timedelta(minutes=5))
    story.refresh_from_db()
    assert (story.current_version, story.moved_at) == (version, now + timedelta(minutes=5))


def test_a_version_keeps_every_word_and_every_photo(
    send: Callable[..., Version], story: Story, reporter: User, now: datetime, text: Text
) -> None:
    photo = Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )
    uses = (PhotoUse(photo, "The tunnel.", "(pool photo) (Hanbit)"), PhotoUse(None, "The mayor."))
    typed = text(attn="ADDS details", note="Ask the ministry.", qualifiers=("News Focus",))
    version = Version.objects.get(pk=send(text=typed, photos=uses).pk)
    for field in fields(DraftText):
        if field.name not in ("kind", "qualifiers"):
            assert getattr(version, field.name) == getattr(typed, field.name)
    assert (version.qualifiers, version.slugline, version.category) == (["News Focus"], "Harim-tunnel", "National")
    assert (version.photo_count, uses_of(version), version.word_count) == (2, uses, 15)
    assert (version.filed_by, version.filed_at) == (reporter, now)


def test_what_was_filed_reads_back_from_its_wire_text(send: Callable[..., Version]) -> None:
    send()
    copy = version_copy(send())
    read = parse(render(copy)).story
    assert replace(read, published=None, category=copy.category) == replace(copy, published=None)


def test_each_version_names_the_checksum_before_it(send: Callable[..., Version]) -> None:
    filed = [send(), send(), send()]
    assert [version.previous_checksum for version in filed] == ["", filed[0].checksum, filed[1].checksum]


def test_a_stale_base_is_refused_with_the_text_and_what_went_out(send: Callable[..., Version], text: Text) -> None:
    first = send()
    lead = send()
    mine = text(headline="Mine")
    with pytest.raises(StaleBase, match="LEAD went out") as refusal:
        send(based_on=first, text=mine)
    assert (refusal.value.text, refusal.value.current) == (mine, lead)
    assert Version.objects.count() == 2


def test_no_base_is_a_stale_base_once_something_is_filed(send: Callable[..., Version]) -> None:
    send()
    with pytest.raises(StaleBase):
        send(based_on=None)


def test_a_stale_draft_base_leaves_the_draft_open_with_its_text(
    first: Version, send: Callable[..., Version], reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    draft = save_draft(draft=draft, revision=1, text=text(headline="Mine"), actor=reporter, now=now)
    send("Theirs")
    with pytest.raises(StaleBase):
        file_draft(draft=draft, revision=2, actor=reporter, now=now)
    draft.refresh_from_db()
    assert (draft.closed_at, draft.headline) == (None, "Mine")


def test_a_repeated_filing_key_gives_back_the_same_version(send: Callable[..., Version]) -> None:
    once = send("Sent", filing_key="key")
    assert send("Sent", filing_key="key", based_on=None) == once
    assert Version.objects.count() == 1


def test_a_draft_filed_twice_under_one_key_goes_out_once(
    story: Story, reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=now)
    filed = [file_draft(draft=draft, revision=2, actor=reporter, now=now, filing_key="key") for _ in range(2)]
    assert filed[0] == filed[1]
    draft.refresh_from_db()
    assert draft.closed_at == now
    assert draft.history.first().history_change_reason == "filed as version 1"
    with pytest.raises(DraftClosed):
        file_draft(draft=draft, revision=2, actor=reporter, now=now, filing_key="another")


def test_a_draft_saved_by_somebody_since_is_not_filed(
    story: Story, reporter: User, other_reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(), actor=other_reporter, now=now)
    with pytest.raises(StaleDraft):
        file_draft(draft=draft, revision=1, actor=reporter, now=now)


def test_a_correction_draft_is_filed_as_a_correction(first: Version, reporter: User, now: datetime, text: Text) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)
    save_draft(draft=draft, revision=1, text=text(body="It cost 42 billion won."), actor=reporter, now=now)
    assert label_text(file_draft(draft=draft, revision=2, actor=reporter, now=now).label) == "(CORRECTION)"


@pytest.mark.parametrize("changes", [{"headline": ""}, {"headline": " \n"}, {"body": ""}, {"body": "\n\n  \n"}])
def test_empty_copy_is_not_filed(send: Callable[..., Version], text: Text, changes: dict[str, str]) -> None:
    with pytest.raises(NothingToFile) as refusal:
        send(text=text(**changes))
    assert isinstance(refusal.value, UnableToFile)
    assert not Version.objects.exists()


def test_an_urgent_may_be_a_headline_alone(send: Callable[..., Version], text: Text) -> None:
    assert send(text=text(body=""), kind=Kind.URGENT).word_count == 0


def test_a_lead_that_changes_nothing_is_not_filed(send: Callable[..., Version], text: Text) -> None:
    send(text=text())
    with pytest.raises(NothingToFile, match="Nothing has changed"):
        send(text=text(attn="UPDATES throughout", note="Again"))
    assert send(text=text(), photos=[PhotoUse(None, "A caption.")]).sequence == 2


@pytest.mark.parametrize("kind", [Kind.URGENT, Kind.FIRST])
def test_a_kind_that_cannot_come_next_is_refused(send: Callable[..., Version], kind: Kind) -> None:
    send()
    with pytest.raises(WrongKind):
        send(kind=kind)


def test_only_the_desk_kills_and_nothing_follows_a_kill(
    send: Callable[..., Version], story: Story, desk_editor: User
) -> None:
    send()
    with pytest.raises(NotAllowed):
        send(kind=Kind.KILL)
    assert label_text(send(kind=Kind.KILL, actor=desk_editor).label) == "(KILL)"
    story.refresh_from_db()
    assert story.status == Story.Status.KILLED
    assert story.history.first().history_user == desk_editor
    with pytest.raises(AlreadyKilled):
        send()


def test_an_outsider_files_nothing(send: Callable[..., Version], outsider: User) -> None:
    with pytest.raises(NotAllowed):
        send(actor=outsider)


def test_a_control_character_in_a_caption_stops_the_filing(send: Callable[..., Version]) -> None:
    with pytest.raises(UnacceptableText) as refusal:
        send(photos=[PhotoUse(None, "a\x00b")])
    assert refusal.value.field == "caption"


def test_a_filing_key_longer_than_its_column_is_refused(send: Callable[..., Version]) -> None:
    with pytest.raises(UnacceptableText):
        send(filing_key="k" * 65)


def test_one_label_stands_once_in_the_database(send: Callable[..., Version]) -> None:
    send()
    lead = send()
    columns = {field.attname: getattr(lead, field.attname) for field in Version._meta.concrete_fields}
    columns |= {"id": None, "sequence": 3, "previous_checksum": lead.checksum}
    with pytest.raises(IntegrityError):
        Version(**columns).save()


def test_filing_a_draft_takes_at_most_sixteen_statements(
    first: Version, reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    draft = save_draft(
        draft=draft, revision=1, text=text(headline="N"), photos=[PhotoUse(None, "C")], actor=reporter, now=now
    )
    with CaptureQueriesContext(connection) as queries:
        file_draft(draft=draft, revision=2, actor=reporter, now=now, filing_key="key")
    assert len(queries) <= 16


def test_a_filing_carries_the_native_names_of_its_byline(story, reporter, now, text):
    Byline.objects.create(name="Rim Na-ra", native_name="림나라")
    Byline.objects.create(name="Seo Joon-ho", native_name="서준호")
    typed = text(byline="By Seo Joon-ho, Rim Na-ra and Wire Staff")
    filed = file_version(story=story, based_on=None, text=typed, actor=reporter, now=now)
    assert filed.native_byline == "서준호 림나라"


def test_the_native_names_that_a_lead_came_with_stay_while_its_byline_does(send, first, text):
    Byline.objects.create(name="Seo Joon-ho", native_name="서준호")
    own = send(text=text(headline="Own", byline="By Seo Joon-ho"))
    Byline.objects.all().delete()
    kept = send(text=text(headline="Kept", byline="By Seo Joon-ho"))
    other = send(text=text(headline="Other", byline="By Wire Staff"))
    assert [own.native_byline, kept.native_byline, other.native_byline] == ["서준호", "서준호", ""]
