"""Several editors file the next lead of one story at the same moment: one goes out, the others keep their texts."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import connections

from stories.models import Story, Version
from stories.services.drafting import DraftText, text_of
from stories.services.filing import StaleBase, file_version
from stories.services.merging import merged_fields_of
from stories.wire.merge import merge_fields


def race(story: Story, hands: int, actor: User, now: datetime) -> list[str]:
    """What went wrong when `hands` editors filed on the version now on the wire; empty where nothing did."""
    base = Story.objects.get(pk=story.pk).current_version
    words = [f"Editor{number}lead{base.sequence}" for number in range(hands)]
    done = _at_once(base, [_with_words(base, word) for word in words], actor, now)
    filed = [result for result in done if isinstance(result, Version)]
    wrong = [] if len(filed) == 1 else [f"{len(filed)} of {hands} went out after version {base.sequence}"]
    for word, result in zip(words, done, strict=True):
        if isinstance(result, StaleBase):
            wrong += _not_kept(word, base, result, filed)
        elif not isinstance(result, Version):
            wrong.append(f"{word}: {result!r}")
    return wrong


def _with_words(base: Version, word: str) -> DraftText:
    """The text on the wire with its last paragraph written anew, as each editor does for themselves."""
    grafs = base.body.split("\n\n")
    text = text_of(base)
    return replace(text, headline=f"{word} opens", body="\n\n".join([*grafs[:-1], f"{word} is what is new."]))


def _at_once(base: Version, texts: Sequence[DraftText], actor: User, now: datetime) -> list[Version | Exception]:
    gate = threading.Barrier(len(texts))

    def one(text: DraftText) -> Version | Exception:
        try:
            gate.wait(timeout=60)
            return file_version(story=base.story, based_on=base, text=text, actor=actor, now=now)
        except Exception as refusal:  # what it is, the race tells
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(one, texts))


def _not_kept(word: str, base: Version, refusal: StaleBase, filed: Sequence[Version]) -> list[str]:
    """The refused text must be whole, and in the merge that is offered with what went out, beside the other's words."""
    if word not in refusal.text.headline or word not in refusal.text.body:
        return [f"{word}: the refused text is not what was typed"]
    if refusal.current is None or [refusal.current.pk] != [version.pk for version in filed]:
        return [f"{word}: the refusal does not name what went out"]
    theirs = refusal.current.headline.split()[0]
    merged = repr(merge_fields(*map(merged_fields_of, (base, refusal.text, refusal.current))))
    return [f"{word}: {one} is not in the merge" for one in (word, theirs) if one not in merged]
