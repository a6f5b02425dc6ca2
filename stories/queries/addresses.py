"""Where the pages of a draft are: the next lead's under draft/, a correction's under correction/."""

import re
from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

from stories.models import Draft

PLAIN = re.compile("[A-Za-z0-9_-]+")  # stands in an address as it is
# They stand for what an address is about, to be found in it; a word that chooses between addresses stands for itself.
WORD, NUMBER = "word-{}-of-an-address", "90437160{}"
CHOOSING = {Draft.Purpose.CORRECTION.value: Draft.Purpose.CORRECTION.value}


def draft_address(name: str, draft: Draft, *arguments: object) -> str:
    """The address of one of the draft's own pages by its name, "draft" or "draft_file"; `arguments` follow."""
    return purpose_address(name, draft.story_id, draft.purpose, *arguments)


def purpose_address(name: str, pk: str, purpose: str, *arguments: object) -> str:
    """The same, where only the story's key and the draft's purpose are known."""
    own = [purpose] if purpose == Draft.Purpose.CORRECTION else []
    return address_of(name, pk, *own, *arguments)


def address_of(name: str, *arguments: object) -> str:
    """What Django's `reverse` gives, which tries pattern after pattern; a page asks a hundred times."""
    words = [str(one) for one in arguments]
    if not all(map(PLAIN.fullmatch, words)):
        return reverse(name, args=arguments)
    kinds = tuple(NUMBER if word.isdigit() else CHOOSING.get(word, WORD) for word in words)
    return _pattern(name, kinds, get_script_prefix(), get_urlconf()).format(*words)


@lru_cache(maxsize=512)
def _pattern(name: str, kinds: tuple[str, ...], prefix: str, urlconf: str | None) -> str:
    """The address with a gap for each argument; the prefix and the addresses in use tell one server from another."""
    stand_ins = [kind.format(place) for place, kind in enumerate(kinds)]
    address = reverse(name, args=stand_ins).replace("{", "{{").replace("}", "}}")
    for place, stand_in in enumerate(stand_ins):
        address = address.replace(stand_in, f"{{{place}}}", 1)
    return address


def compare_word(draft: Draft) -> str:
    """The draft's word in the address of a comparison."""
    return "correction" if draft.purpose == Draft.Purpose.CORRECTION else "draft"
