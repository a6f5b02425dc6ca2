"""What a merge brought into a text, in a few words."""

from collections.abc import Mapping

from stories.wire.grafs import split_grafs

from .fields import BODY

NAMES = {"attn": "ATTN", "email": "sign-off", "qualifiers": "brackets", "kind": "label"}


def came_in(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """What `after` has that `before` had not, both by field: "headline and 2 paragraphs"; "" where nothing."""
    parts = [NAMES.get(name, name) for name in before if name != BODY and before[name] != after[name]]
    was, now = split_grafs(before[BODY]), split_grafs(after[BODY])
    changed = max(sum(graf not in was for graf in now), sum(graf not in now for graf in was))
    if changed:
        parts.append(f"{changed} paragraph{'s' if changed > 1 else ''}")
    elif was != now:
        parts.append("the order of the paragraphs")
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
