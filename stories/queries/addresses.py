"""Where the pages of a draft are: the next lead's under draft/, a correction's under correction/."""

from django.urls import reverse

from stories.models import Draft


def draft_address(name: str, draft: Draft, *arguments: object) -> str:
    """The address of one of the draft's own pages by its name, "draft" or "draft_file"; `arguments` follow."""
    return purpose_address(name, draft.story_id, draft.purpose, *arguments)


def purpose_address(name: str, pk: str, purpose: str, *arguments: object) -> str:
    """The same, where only the story's key and the draft's purpose are known."""
    own = [purpose] if purpose == Draft.Purpose.CORRECTION else []
    return reverse(name, args=[pk, *own, *arguments])


def compare_word(draft: Draft) -> str:
    """The draft's word in the address of a comparison."""
    return "correction" if draft.purpose == Draft.Purpose.CORRECTION else "draft"
