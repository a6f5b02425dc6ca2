"""How a person wants the newsroom: kept as one row, without a history."""

from collections.abc import Collection
from zoneinfo import available_timezones

from django.contrib.auth.models import User

from stories.models import Notification, Preferences

from .refusals import Refused


class NoSuchChoice(Refused):
    """A value that is not on offer. `field` is its field in the form."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def keep_preferences(
    *,
    actor: User,
    time_zone: str,
    editor: str,
    single_keys: bool,
    quiet: Collection[str],
    emails: Collection[str],
) -> Preferences:
    """Keep what a person chose for themselves. `quiet` and `emails` are values of `Notification.Event`.

    Raises NoSuchChoice. The last of two forms sent at once stands: they are one person's.
    """
    if time_zone and time_zone not in available_timezones():
        raise NoSuchChoice("time_zone", "There is no such time zone. Choose one from the list, such as Asia/Seoul.")
    if editor not in Preferences.Editor.values:
        raise NoSuchChoice("editor", "There is no such editor.")
    events = Notification.Event.values
    for field, chosen in (("in_app", quiet), ("emails", emails)):
        if not set(chosen) <= set(events):
            raise NoSuchChoice(field, "There is no such notification.")
    preferences, _ = Preferences.objects.update_or_create(
        person=actor,
        defaults={
            "time_zone": time_zone,
            "editor": editor,
            "single_keys": single_keys,
            "quiet": [event for event in events if event in quiet],
            "emails": [event for event in events if event in emails],
        },
    )
    return preferences
