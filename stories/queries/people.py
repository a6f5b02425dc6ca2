"""What a person is called on a page."""

from django.contrib.auth.models import User


def name_of(person: User) -> str:
    """Byline, else full name, else user name. No query where `byline` was selected with the person."""
    byline = getattr(person, "byline", None)
    return (byline.name if byline else "") or person.get_full_name() or person.get_username()
