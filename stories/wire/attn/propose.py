"""The line a good desk editor would write, from the diff of two versions.

Clause order and length follow counted real lines: at most three verbs; a clause with the lead in
it stands first, a headline alone behind the news, added photos and bylines with the news or last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stories.wire.diff import diff as compare
from stories.wire.diff.values import StoryDiff
from stories.wire.facts.values import Change, FactChange
from stories.wire.label import Kind
from stories.wire.story import WireStory

from .body import Parts, add_news, add_touches, add_trims
from .fields import field_parts
from .news import graf_news
from .proposal import Evidence, Proposal, Question, Suggested
from .values import Target, Verb
from .wording import Matter, clause_of, in_line, listed

MOST_VERBS = 3
_CHANGED = (Verb.RECASTS, Verb.CHANGES, Verb.REPLACES)
# What is left out first where there are too many verbs.
_LEAST = (Verb.MODIFIES, Verb.TRIMS, Verb.DELETES, Verb.RESTORES)
_BEHIND_NEWS = (Verb.ADDS, Verb.RESTORES, Verb.TRIMS, Verb.MODIFIES, Verb.DELETES)
_IN_LINE = (Target.DATELINE, Target.SLUGLINE, Target.HEADLINE, Target.LEAD, Target.BYLINE, Target.PHOTO)

_FIRST = "This is the first filing: there is nothing before it to compare with."
_AFTER_URGENT = "A first filing after an urgent is all new and carries no such line."
_KILLED = "A kill carries no such line."


def propose(
    old: WireStory | None,
    new: WireStory,
    diff: StoryDiff | None = None,
    *,
    earlier: Sequence[WireStory] = (),
    facts: Sequence[FactChange] = (),
) -> Proposal:
    """The line for `new` filed after `old`, which it replaces; `diff` saves comparing them again.

    `earlier` are the versions before `old`: text back from one of them is restored, not new.
    `facts` are the changed facts of the pair: each becomes a question, never a clause. Only in a
    filing labelled a correction does the line itself say CORRECTS.
    """
    if old is None:
        return Proposal(reason=_FIRST)
    if new.label.kind is Kind.KILL:
        return Proposal(reason=_KILLED)
    if old.label.kind is Kind.URGENT and new.label.kind is Kind.FIRST:
        return Proposal(reason=_AFTER_URGENT)
    changes = diff or compare(old, new)
    parts = _parts(changes, old, new, earlier)
    if new.label.kind is Kind.CORRECTION:
        _as_correction(parts)
    questions = tuple(_questions(facts))
    if not parts:
        return Proposal(reason=_nothing(changes), questions=questions)
    left_out = _fit(parts)
    return Proposal(in_line(_ordered(parts)), questions=questions, omitted=left_out)


def _parts(changes: StoryDiff, old: WireStory, new: WireStory, earlier: Sequence[WireStory]) -> Parts:
    news = graf_news(changes)
    parts: Parts = defaultdict(list)
    for verb, matter in field_parts(changes, old, new, news[0] if news else None):
        parts[verb].append(matter)
    add_news(parts, news, new, earlier)
    add_trims(parts, news, changes)
    if not parts:
        add_touches(parts, news, changes)
    return parts


def _as_correction(parts: Parts) -> None:
    """In a correction what reads otherwise has been put right; only what is added keeps its verb."""
    changed = [matter for verb in (*_CHANGED, Verb.UPDATES) for matter in parts.pop(verb, [])]
    if changed:
        parts[Verb.CORRECTS] = _in_order([replace(matter, governed=False) for matter in changed])


def _fit(parts: Parts) -> tuple[Suggested, ...]:
    """Bring the line down to three verbs: what is recast or replaced is changed too, and the least clauses give way."""
    left_out = []
    changed = [verb for verb in _CHANGED if verb in parts]
    if len(parts) > MOST_VERBS and len(changed) > 1:
        parts[Verb.CHANGES] = _in_order([matter for verb in changed for matter in parts.pop(verb)])
    for verb in _LEAST:
        if len(parts) > MOST_VERBS and verb in parts:
            left_out.append(clause_of(verb, parts.pop(verb)))
    return tuple(left_out)


def _in_order(matters: list[Matter]) -> list[Matter]:
    return sorted(matters, key=lambda one: _IN_LINE.index(one.target) if one.target in _IN_LINE else len(_IN_LINE))


def _ordered(parts: Parts) -> list[Suggested]:
    def rank(part: tuple[Verb, list[Matter]]) -> int:
        verb, matters = part
        if any(matter.target is Target.LEAD for matter in matters):
            return 0
        if verb is Verb.UPDATES or any(matter.place for matter in matters):
            return 1
        return 3 + _BEHIND_NEWS.index(verb) if verb in _BEHIND_NEWS else 2

    return [clause_of(verb, matters) for verb, matters in sorted(parts.items(), key=rank)]


def _questions(facts: Iterable[FactChange]) -> Iterator[Question]:
    """CORRECTS is for a person to choose: a changed figure may as well be the story moving on."""
    for change in facts:
        if change.change is Change.CHANGED and change.new_graf is not None:
            words = change.kind.value
            matter = Matter(
                words, Evidence(words, grafs=(change.new_graf,)), place=listed(((change.new_graf + 1,) * 2,))
            )
            yield Question(clause_of(Verb.CORRECTS, [matter]), change.old, change.new)


def _nothing(changes: StoryDiff) -> str:
    if any(change.changed for change in changes.fields if change.name not in ("label", "attn")):
        return "Nothing that the line speaks of has changed since the version before."
    return "Nothing has changed since the version before."
