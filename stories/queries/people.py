"""What a person is called on a page."""

from django.contrib.auth.models import User

from stories.models import Byline
from stories.wire.byline import format_byline, parse_byline


def name_of(person: User) -> str:
    """Byline, else full name, else user name. No query where `byline` was selected with the person."""
    byline = getattr(person, "byline", None)
    return (byline.name if byline else "") or person.get_full_name() or person.get_username()


def initials_of(name: str) -> str:
    """Two letters for a name: its first and its last word's, "KJ" for Kim Eun-jung."""
    words = name.replace("-", " ").split()
    return (words[0][0] + words[-1][0] if len(words) > 1 else name[:2]).upper()


def own_byline(person: User) -> str:
    """The line a person's own copy starts under, "By Han Sol"; "" for who has no active byline. One query."""
    name = Byline.objects.filter(user=person, active=True).values_list("name", flat=True).first()
    return format_byline([name]) if name else ""


def native_byline(byline: str) -> str:
    """The names of a byline in their own script, as the admins keep them, in its order; "" where none is known.

    One query.
    """
    names = parse_byline(byline)
    if not names:
        return ""
    native = dict(Byline.objects.filter(name__in=names).values_list("name", "native_name"))
    return " ".join(filter(None, (native.get(name, "") for name in names)))
