"""Two people at one draft, each in paragraphs of their own, on a line that loses, doubles and delays: all is kept.

The pages keep the rules of static/js/editor/autosave.js and recovery.js; the server is the real one.
"""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from stories.models import Draft, ParkedText
from stories.services.autosaving import Autosaved, Tab, autosave
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.opening import open_story
from stories.wire.grafs import join_grafs, split_grafs

pytestmark = pytest.mark.django_db

FIXED = ("The ferry office opened on Monday.", "A second pier follows.", "Rain is expected.")
SIDES = ("north", "south")
who = st.sampled_from(SIDES)
Grafs = tuple[str, ...]


def whole(grafs: dict[str, Grafs]) -> str:
    north, south = (grafs[side] for side in SIDES)
    return join_grafs(" ".join(graf.split()) for graf in (FIXED[0], *north, FIXED[1], *south, FIXED[2]) if graf.strip())


def parted(body: str) -> dict[str, Grafs]:
    """Each side's paragraphs, between those that nobody touches."""
    grafs = split_grafs(body)
    start, middle, end = (grafs.index(one) for one in FIXED)
    assert (start, end, [grafs.count(one) for one in FIXED]) == (0, len(grafs) - 1, [1, 1, 1])
    return {"north": grafs[1:middle], "south": grafs[middle + 1 : end]}


@dataclass(frozen=True)
class Sent:
    change: int
    session: str
    serial: int
    revision: int
    body: str
    mine: Grafs
    before: dict[int, DraftText] = field(default_factory=dict)


@dataclass
class Page:
    """One person's editor: `grafs` by side, its own as they are typed, the other's as they came in."""

    side: str
    session: str
    revision: int
    grafs: dict[str, Grafs]
    typed: int = 0
    saved: int = 0
    serial: int = 0
    unanswered: Sent | None = None
    past: list[Sent] = field(default_factory=list)

    def prepared(self) -> Sent:
        self.serial += 1
        mine = parted(whole(self.grafs))[self.side]
        sent = Sent(self.typed, self.session, self.serial, self.revision, whole(self.grafs), mine, self.unheard())
        self.past.append(sent)
        if self.typed != self.saved:
            self.unanswered = sent
        return sent

    def accepted(self, sent: Sent, outcome: Autosaved) -> None:
        """What came back holds the words as they were sent; what was typed since stays beside it."""
        if outcome.merged:
            came = parted(outcome.draft.body)
            assert came[self.side] == sent.mine, "own words came back otherwise than they were sent"
            self.grafs = came | {self.side: self.grafs[self.side]}
        self.unanswered, self.revision, self.saved = None, outcome.draft.revision, sent.change

    def kept_here(self) -> Sent:
        """What the device holds of the page, as the next page sends it."""
        waiting, mine = self.unanswered, parted(whole(self.grafs))[self.side]
        again = waiting is not None and waiting.change == self.typed
        serial, before = (self.serial, waiting.before) if again else (self.serial + 1, self.unheard())
        return Sent(0, self.session, serial, self.revision, whole(self.grafs), mine, before)

    def unheard(self) -> dict[int, DraftText]:
        waiting = self.unanswered
        return waiting.before | {waiting.serial: DraftText(body=waiting.body)} if waiting else {}


class WritingTogether(RuleBasedStateMachine):
    people: dict
    now: object
    desk: object
    count = 0

    def __init__(self) -> None:
        super().__init__()
        actor = self.people["north"]
        story = open_story(actor=actor, now=self.now, desk=self.desk, slugline="Ferry", category="National")
        draft = open_draft(story=story, actor=actor, now=self.now)
        text = DraftText(body=whole({"north": ("North.",), "south": ("South.",)}))
        self.draft = save_draft(draft=draft, revision=draft.revision, text=text, actor=actor, now=self.now)
        self.pages = {side: self.loaded(side) for side in SIDES}
        self.words = dict.fromkeys(SIDES, 0)

    def loaded(self, side: str) -> Page:
        WritingTogether.count += 1
        draft = Draft.objects.get(pk=self.draft.pk)
        return Page(side, f"tab-{WritingTogether.count}", draft.revision, parted(draft.body))

    def arrives(self, side: str, sent: Sent) -> Autosaved:
        return autosave(
            story_id=self.draft.story_id,
            draft_id=self.draft.pk,
            revision=sent.revision,
            text=DraftText(body=sent.body),
            actor=self.people[side],
            now=self.now,
            tab=Tab(sent.session, sent.serial, sent.before),
        )

    def next(self, side: str) -> Sent:
        page = self.pages[side]
        return page.unanswered or page.prepared()

    def change(self, side: str, grafs: Grafs) -> None:
        page = self.pages[side]
        page.grafs = page.grafs | {side: grafs}
        page.typed += 1

    @rule(side=who, words=st.sampled_from([" ", " Sentence {0} from the {1}.", " So", " Sentence {0} from the "]))
    def type_on(self, side: str, words: str) -> None:
        *before, last = self.pages[side].grafs[side]
        self.words[side] += 1
        self.change(side, (*before, last + words.format(self.words[side], side)))

    @rule(side=who, place=st.integers(0, 30))
    def type_inside(self, side: str, place: int) -> None:
        *before, last = self.pages[side].grafs[side]
        words = last.split()
        self.words[side] += 1
        words.insert(1 + place % len(words), f"{side}{self.words[side]}")
        self.change(side, (*before, " ".join(words)))

    @rule(side=who)
    def begin_a_paragraph(self, side: str) -> None:
        self.words[side] += 1
        self.change(side, (*self.pages[side].grafs[side], f"{side.title()} paragraph {self.words[side]} is new."))

    @rule(side=who)
    def save(self, side: str) -> None:
        sent = self.next(side)
        self.pages[side].accepted(sent, self.arrives(side, sent))

    @rule(side=who)
    def save_and_type_before_the_answer(self, side: str) -> None:
        sent = self.next(side)
        outcome = self.arrives(side, sent)
        self.type_on(side, " Typed meanwhile {0}.")
        self.pages[side].accepted(sent, outcome)

    @rule(side=who)
    def save_that_never_arrives(self, side: str) -> None:
        self.next(side)

    @rule(side=who)
    def save_whose_answer_is_lost(self, side: str) -> None:
        self.arrives(side, self.next(side))

    @precondition(lambda self: any(page.past for page in self.pages.values()))
    @rule(data=st.data())
    def an_earlier_save_arrives_late(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from([page for page in self.pages.values() if page.past]))
        if len(page.past) > 1 or page.unanswered is None:
            self.arrives(page.side, data.draw(st.sampled_from(page.past)))

    @rule(side=who, arrives=st.booleans())
    def leave_the_window(self, side: str, arrives: bool) -> None:
        """The browser sends the last words and tells nobody whether they came there."""
        page = self.pages[side]
        if page.typed != page.saved:
            waiting = page.unanswered
            sent = waiting if waiting and waiting.change == page.typed else page.prepared()
            if arrives:
                self.arrives(side, sent)

    @rule(side=who)
    def load_the_page_anew_and_restore(self, side: str) -> None:
        before = self.pages[side]
        kept = before.kept_here() if before.typed != before.saved else None
        page = self.pages[side] = self.loaded(side)
        if kept:
            outcome = self.arrives(side, kept)
            page.grafs = parted(outcome.draft.body)
            page.revision = outcome.draft.revision
            assert page.grafs[side] == kept.mine

    def teardown(self) -> None:
        """Once the line holds, both pages and the record have every word of both, in its place."""
        typed = {side: parted(whole(page.grafs))[side] for side, page in self.pages.items()}
        for _ in range(2):
            for side in SIDES:
                self.save(side)
                self.save(side)
        draft = Draft.objects.get(pk=self.draft.pk)
        assert parted(draft.body) == typed
        assert [whole(page.grafs) for page in self.pages.values()] == [draft.body] * 2
        assert not ParkedText.objects.filter(draft=draft).exists()


def test_whatever_the_line_does_both_texts_are_whole(reporter, other_reporter, desk, now):
    WritingTogether.people = {"north": reporter, "south": other_reporter}
    WritingTogether.now, WritingTogether.desk = now, desk
    run_state_machine_as_test(
        WritingTogether,
        settings=settings(
            max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
