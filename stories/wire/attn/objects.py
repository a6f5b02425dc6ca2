"""The objects of a clause: parts of a story, matters in free words, and the places they stand at.

Commas part objects and paragraph numbers alike, so places are found first and what lies between
them is split. "and" parts objects only beside a part of the story: "photo and details", but
"quotes by Han and Seo".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .places import find_places
from .values import Object, Target

_SEPARATOR = re.compile(r" ?(?:(?<!\d),|,(?!\d))(?: (?:and|&)(?= ))? ?")
_JOINT = re.compile(r" (?:and|&) ")
_LINK = re.compile(r"(?:and |& )?(?P<with>with(?: |$))?", re.IGNORECASE)
_TARGETS = {
    Target.HEADLINE: r"(?:headlines?|heads?|titles?)",
    Target.LEAD: r"(?:leads?|ledes?)(?: para(?:graph)?s?)?",
    Target.CAPTION: r"(?:photo )?captions?",
    Target.PHOTO: r"(?:photos?|pictures?|images?|pics?)(?: (?:of|from|by|showing|taken)\b.*)?",
    Target.BYLINE: r"by-?lines?",
    Target.DATELINE: r"date-?lines?",
    Target.SLUGLINE: r"slug(?:line|s)?",
}
_ADJECTIVES = (
    r"(?:(?:the|a|an|new|more|another|additional|latest|main|lead|file|pool|related|last"
    r"|one|two|three|four|first|second|third|fourth|\d{1,2}(?:st|nd|rd|th)?) )*"
)
_TARGET = {target: re.compile(_ADJECTIVES + pattern, re.IGNORECASE) for target, pattern in _TARGETS.items()}
_TARGET_WITH = re.compile(rf"({_ADJECTIVES}(?:{'|'.join(_TARGETS.values())})) with ", re.IGNORECASE)


def read_objects(body: str) -> tuple[tuple[Object, ...], str]:
    """The objects in what follows a verb, and a stray tail; formatted again they give `body` back."""
    return _tidy(_objects(body))


def target_of(text: str) -> Target:
    """The part of a story that an object names as a whole ("new photo", "lead paras"), else FREE."""
    return next((target for target, pattern in _TARGET.items() if pattern.fullmatch(text)), Target.FREE)


def _objects(body: str) -> Iterator[Object]:
    """The objects of a clause, some of them empty; each place closes the object it stands with."""
    done, governed = 0, False
    for start, end, place in find_places(body):
        *complete, last = _spoken(body[done:start], governed)
        yield from complete
        words = last.text.rstrip(" ")
        gap = last.text[len(words) :]
        yield replace(last, text=words, target=target_of(words), place=replace(place, before=gap))
        done, governed = end, last.governed
    if done < len(body):
        yield from _spoken(body[done:], governed)


def _spoken(chunk: str, governed: bool) -> list[Object]:
    """The objects in a piece without places; at least one, and the last may be empty."""
    objects = []
    for before, text in _split(chunk):
        if match := _LINK.match(text):
            governed = governed or match["with"] is not None
            before, text = before + match.group(), text[match.end() :]
        objects.append(Object(text, target_of(text), before=before, governed=governed))
    return objects


def _split(chunk: str) -> Iterator[tuple[str, str]]:
    """Pairs of a separator and the words after it; joined they give the chunk back."""
    start, before = 0, ""
    for match in _SEPARATOR.finditer(chunk):
        yield from _joined(before, chunk[start : match.start()])
        start, before = match.end(), match.group()
    yield from _joined(before, chunk[start:])


def _joined(before: str, text: str) -> Iterator[tuple[str, str]]:
    """Split at "and" beside a target ("headline and lead", "photo and details"), at "with" after one."""
    while True:
        words = text.lstrip(" ")
        before += text[: len(text) - len(words)]
        if match := _TARGET_WITH.match(words):
            end, after, joint = match.end(1), match.end(1) + 1, " "
        elif match := _joint(words):
            end, after, joint = match.start(), match.end(), match.group()
        else:
            yield before, words
            return
        yield before, words[:end]
        before, text = joint, words[after:]


def _joint(words: str) -> re.Match[str] | None:
    """The first "and" with a target on one side of it."""
    for match in _JOINT.finditer(words):
        left, right = words[: match.start()].removeprefix("with "), words[match.end() :].rstrip(" ")
        if target_of(left) is not Target.FREE or target_of(right) is not Target.FREE:
            return match
    return None


def _tidy(objects: Iterable[Object]) -> tuple[tuple[Object, ...], str]:
    """Fold empty objects into the separator of the next one; what is left over at the end is the tail."""
    kept: list[Object] = []
    waiting = ""
    for item in objects:
        if not item.text and item.place is None:
            waiting += item.before
            continue
        kept.append(replace(item, before=waiting + item.before))
        waiting = ""
    return tuple(kept), waiting
