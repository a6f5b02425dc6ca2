"""What keeps a draft from going out: the list and the filing service say the same."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from stories.models import Desk, Draft, Photo, Story, Version
from stories.queries.blockers import blockers
from stories.queries.doors import draft_for
from stories.services.drafting import DraftText, open_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse
from stories.services.filing import Blocked, FalseClaim, file_draft, file_version
from stories.services.refusals import Refused
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db

Text = Callable[..., DraftText]
HOUR = timedelta(hours=1)
RIGHTS = "For editorial use."


@pytest.fixture
def photo(now: datetime) -> Photo:
    return Photo.objects.create(sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights=RIGHTS, added_at=now)


class Lead:
    """A LEAD of the first filing, one step away from the wire, to be spoilt."""

    def __init__(self, first: Version, reporter: User, now: datetime, text: Text, photo: Photo) -> None:
        self.first, self.reporter, self.now, self.text, self.photo = first, reporter, now, text, photo
        draft = open_draft(story=first.story, actor=reporter, now=now)
        self.save(draft, headline="Harim tunnel opens to traffic", attn="CHANGES headline")

    def save(self, draft: Draft | None = None, *, uses: Any = None, **changes: Any) -> None:
        draft = draft or Draft.objects.get()
        typed = {"headline": "Harim tunnel opens to traffic", "attn": "CHANGES headline"} | changes
        save_draft(
            draft=draft,
            revision=draft.revision,
            text=self.text(**typed),
            actor=self.reporter,
            now=self.now,
            photos=uses,
        )

    def with_photo(self, credit: str = "(Hanbit)", **columns: Any) -> None:
        Photo.objects.update(**columns) if columns else None
        self.save(uses=[PhotoUse(Photo.objects.get(), "The tunnel.", credit)])

    def same_as_the_wire(self) -> None:
        draft = Draft.objects.get()
        text = text_of(self.first)
        save_draft(draft=draft, revision=draft.revision, text=text, actor=self.reporter, now=self.now)

    def overtaken(self) -> None:
        file_version(
            story=self.first.story,
            based_on=self.first,
            text=self.text(headline="Theirs"),
            actor=self.reporter,
            now=self.now,
        )

    def submitted(self) -> None:
        draft = Draft.objects.get()
        submit_draft(draft=draft, revision=draft.revision, actor=self.reporter, now=self.now)

    def listed(self) -> list[str]:
        return [blocker.code for blocker in self.found()]

    def found(self) -> tuple[Any, ...]:
        draft = draft_for(self.reporter, self.first.story_id, self.now)
        return blockers(draft, self.reporter, self.now)

    def file(self) -> Version:
        draft = Draft.objects.get()
        return file_draft(draft=draft, revision=draft.revision, actor=self.reporter, now=self.now)


@pytest.fixture
def lead(first: Version, reporter: User, now: datetime, text: Text, photo: Photo) -> Lead:
    return Lead(first, reporter, now, text, photo)


def approval(lead: Lead) -> None:
    Desk.objects.update(approval=Desk.Approval.DESK)


def submitted(lead: Lead) -> None:
    approval(lead)
    lead.submitted()


def withdrawn(lead: Lead) -> None:
    """After it was chosen: a withdrawn one is not to be chosen any more."""
    lead.with_photo()
    Photo.objects.update(withdrawn_at=lead.now)


def false_claim(lead: Lead) -> None:
    Desk.objects.update(attn_policy=Desk.AttnPolicy.REASON)
    lead.save(attn="ADDS details in para 2")


SPOILT: dict[str, tuple[list[str], Callable[[Lead], object]]] = {
    "nothing": ([], lambda lead: None),
    "no headline": (["no-headline"], lambda lead: lead.save(headline="", attn="")),
    "no copy": (["no-copy"], lambda lead: lead.save(body=" \n")),
    "neither": (["no-headline", "no-copy"], lambda lead: lead.save(headline="", body="", attn="")),
    "unchanged": (["unchanged"], lambda lead: lead.same_as_the_wire()),
    "stale": (["stale"], lambda lead: lead.overtaken()),
    "killed": (["killed"], lambda lead: Story.objects.update(status=Story.Status.KILLED)),
    "closed": (["closed"], lambda lead: Story.objects.update(status=Story.Status.CLOSED)),
    "unapproved": (["unapproved"], approval),
    "waiting": (["waiting"], submitted),
    "claims": (["claims"], false_claim),
    "hidden in the headline": (["hidden"], lambda lead: lead.save(headline="Toll is \u202e05 won")),
    "hidden in the copy": (["hidden"], lambda lead: lead.save(body="The may\u200bor opened it.")),
    "photo": ([], lambda lead: lead.with_photo()),
    "photo without credit": (["photo-credit"], lambda lead: lead.with_photo(credit="")),
    "photo without rights": (["photo-rights"], lambda lead: lead.with_photo(rights="")),
    "photo with a copyright": ([], lambda lead: lead.with_photo(rights="", copyright="Hanbit")),
    "withdrawn photo": (["photo-withdrawn"], withdrawn),
    "photo under embargo": (["photo-embargo"], lambda lead: lead.with_photo(embargo_until=lead.now + HOUR)),
    "photo no longer under embargo": ([], lambda lead: lead.with_photo(embargo_until=lead.now)),
    "caption without its picture": ([], lambda lead: lead.save(uses=[PhotoUse(None, "The tunnel.")])),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_the_list_and_the_service_say_the_same(lead: Lead, spoilt: str) -> None:
    codes, spoil = SPOILT[spoilt]
    spoil(lead)

    if spoilt in ("killed", "closed"):
        draft = draft_for(lead.reporter, lead.first.story_id, lead.now)
        assert [blocker.code for blocker in blockers(draft, lead.reporter, lead.now)][:1] == codes
    else:
        assert lead.listed() == codes

    if codes:
        with pytest.raises(Refused) as refusal:
            lead.file()
        if isinstance(refusal.value, Blocked):
            assert [blocker.code for blocker in refusal.value.blockers] == codes
        assert Draft.objects.get().closed_at is None
    else:
        assert lead.file().sequence == 2


def test_all_that_is_wrong_is_listed_at_once(lead: Lead) -> None:
    approval(lead)
    lead.save(body="", uses=[PhotoUse(lead.photo, "The tunnel.", "")])
    Photo.objects.update(rights="")
    assert lead.listed() == ["no-copy", "unapproved", "photo-credit", "photo-rights"]


@pytest.mark.parametrize("spoilt", [name for name, (codes, _) in SPOILT.items() if codes and name != "killed"])
def test_each_has_a_cure_that_opens(lead: Lead, client: Client, spoilt: str) -> None:
    SPOILT[spoilt][1](lead)
    client.force_login(lead.reporter)
    for blocker in lead.found():
        assert blocker.cure_words
        assert client.get(blocker.cure.partition("#")[0]).status_code == 200


def test_a_reason_takes_a_false_claim_out_of_the_way(lead: Lead) -> None:
    false_claim(lead)
    with pytest.raises(FalseClaim):
        lead.file()
    draft = Draft.objects.get()
    version = file_draft(
        draft=draft, revision=draft.revision, actor=lead.reporter, now=lead.now, attn_reason="The photo follows."
    )
    assert version.attn_reason == "The photo follows."


def test_a_photo_may_run_in_a_story_that_is_held_as_long_as_it(lead: Lead) -> None:
    lead.with_photo(embargo_until=lead.now + HOUR)
    Story.objects.update(embargo_until=lead.now + HOUR)
    assert lead.listed() == []
