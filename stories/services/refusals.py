"""What every refusal of a service is, so that a page can keep the person's text and say why."""

from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Story
from stories.permissions import may_write


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Nothing was changed. The message is for the person who asked."""

    @property
    def message(self) -> str:
        return str(self)


class NotAllowed(Refused):
    """The person's role, or the story's state, does not allow it."""


class UnacceptableText(Refused):
    """A text that cannot be kept as it is: it holds a control character, or is longer than its field.

    `field` is the name of the field in the form. The text itself is untouched.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def refuse_unless_writable(actor: User, story: Story, now: datetime) -> None:
    """Raise NotAllowed unless the person may write on the story."""
    if not may_write(actor, story, now):
        raise NotAllowed("You cannot write on this story, or it is no longer running.")
