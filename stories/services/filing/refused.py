"""Why nothing went out."""

from collections.abc import Sequence

from stories.models import Version
from stories.queries.releases import Blocker
from stories.services.drafting import DraftText
from stories.services.refusals import Refused
from stories.wire.attn import Verdict


class UnableToFile(Refused):
    """Nothing went out. `text` is what the person wanted to file, for the page to show again."""

    def __init__(self, message: str, text: DraftText) -> None:
        super().__init__(message)
        self.text = text


class StaleBase(UnableToFile):
    """Another version went out since the text was begun; `current` is the one on the wire now."""

    def __init__(self, message: str, text: DraftText, current: Version | None) -> None:
        super().__init__(message, text)
        self.current = current


class NothingToFile(UnableToFile):
    """The text is empty, or the same as what is on the wire."""


class AlreadyKilled(UnableToFile):
    """The story is withdrawn: nothing follows a kill."""


class WrongKind(UnableToFile):
    """An urgent, a first filing or a correction where it cannot come."""


class Blocked(UnableToFile):
    """Something has to be cured first; `blockers` has what, as `queries.blockers` lists it."""

    def __init__(self, text: DraftText, blockers: Sequence[Blocker]) -> None:
        super().__init__(" ".join(blocker.message for blocker in blockers), text)
        self.blockers = tuple(blockers)


class FalseClaim(UnableToFile):
    """The ATTN says what is not so, and the desk asks why it goes out all the same; `wrong` has the claims."""

    def __init__(self, message: str, text: DraftText, wrong: Sequence[Verdict]) -> None:
        super().__init__(message, text)
        self.wrong = tuple(wrong)
