"""Two to sixteen people save one draft at the same moments, and two file it: nothing that was typed is missing."""

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from benchmarks.invented import graf
from stories.models import Draft, ParkedText, Version
from stories.roles import REPORTER
from stories.services.archive import verify_archive
from stories.services.autosaving import Autosaved, NeedsMerge, Tab, autosave
from stories.services.drafting import DraftClosed, DraftText, StaleDraft, open_draft, save_draft
from stories.services.filing import file_draft
from tests.at_once import at_once
from tests.conftest import person

pytestmark = pytest.mark.django_db(transaction=True)

SAVES = 4  # of each editor


class Editor:
    """Somebody at one draft: types words that nobody else types, takes nobody's away, and saves."""

    def __init__(self, number: int, draft: Draft, actor: User, now: datetime) -> None:
        self.number, self.draft, self.actor, self.now = number, draft, actor, now
        self.chance = random.Random(f"{draft.story.slugline} {number}")
        self.body, self.revision = draft.body, draft.revision
        self.typed: list[str] = []
        self.parked = False

    def type(self) -> None:
        """A word at the end of some paragraph, or a paragraph somewhere."""
        word = f"editor{self.number}word{len(self.typed)}"
        self.typed.append(word)
        grafs = self.body.split("\n\n")
        place = self.chance.randrange(len(grafs))
        if self.chance.random() < 0.5:
            grafs[place] += f" {word}"
        else:
            grafs.insert(place, f"{graf(self.chance)} {word}")
        self.body = "\n\n".join(grafs)

    def save(self, serial: int) -> Autosaved:
        done = autosave(
            story_id=self.draft.story_id,
            draft_id=self.draft.pk,
            revision=self.revision,
            text=DraftText(headline="Port of Arvenna closes", body=self.body),
            actor=self.actor,
            now=self.now,
            tab=Tab(f"tab{self.number}", serial),
        )
        self.revision, self.body = done.draft.revision, done.draft.body
        return done

    def write(self) -> list[Autosaved]:
        """Type and save, again and again; a text that is parked is typed on and parked again."""
        done = []
        for serial in range(1, SAVES + 1):
            self.type()
            try:
                done.append(self.save(serial))
            except NeedsMerge:
                self.parked = True
        return done


@pytest.fixture
def draft(first: Version, reporter: User, now: datetime) -> Draft:
    opened = open_draft(story=first.story, actor=reporter, now=now)
    chance = random.Random("races")
    text = DraftText(headline="Port of Arvenna closes", body="\n\n".join(graf(chance) for _ in range(12)))
    return save_draft(draft=opened, revision=1, text=text, actor=reporter, now=now)


@pytest.fixture
def editors(draft: Draft, now: datetime) -> Callable[[int], list[Editor]]:
    return lambda count: [
        Editor(number, draft, person(f"editor{number}", "Editor", str(number), REPORTER), now)
        for number in range(count)
    ]


def revisions(draft: Draft) -> list[int]:
    return list(draft.history.order_by("history_id").values_list("revision", flat=True))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 8, 10, 12, 14, 16])
def test_every_typed_word_is_on_the_draft_or_parked_for_its_writer(
    draft: Draft, editors: Callable[[int], list[Editor]], count: int
) -> None:
    people = editors(count)

    done = at_once(lambda number: people[number].write(), count)

    assert all(isinstance(saves, list) for saves in done), done
    draft.refresh_from_db()
    assert revisions(draft) == list(range(1, draft.revision + 1))
    on_the_draft = set(draft.body.split())
    for one in people:
        parked = ParkedText.objects.filter(writer=one.actor, settled_at=None)
        waiting = {word for text in parked for word in text.fields["body"].split()}
        assert set(one.typed) <= on_the_draft | waiting
        assert parked.exists() == one.parked


def file_as_it_is(draft: Draft, actor: User, now: datetime) -> Any:
    """File whatever the draft holds, again and again until it goes out or is closed."""
    while True:
        try:
            revision = Draft.objects.get(pk=draft.pk).revision
            return file_draft(draft=draft, revision=revision, actor=actor, now=now)
        except DraftClosed as refusal:
            return refusal
        except StaleDraft:
            continue


@pytest.mark.parametrize("count", [3, 6, 10])
def test_two_file_while_others_save_and_one_filing_holds_all_that_was_saved(
    draft: Draft, editors: Callable[[int], list[Editor]], reporter: User, now: datetime, count: int
) -> None:
    people = editors(count)

    def work(number: int) -> Any:
        return file_as_it_is(draft, reporter, now) if number < 2 else people[number - 2].write()

    done = at_once(work, count + 2)

    assert sorted(type(one).__name__ for one in done[:2]) == ["DraftClosed", "Version"]
    assert all(isinstance(one, list | DraftClosed) for one in done[2:]), done
    draft.refresh_from_db()
    assert draft.closed_at is not None
    assert Version.objects.get(sequence=2).body == draft.body
    assert sorted(set(revisions(draft))) == list(range(1, draft.revision + 1))
    assert verify_archive().holds
