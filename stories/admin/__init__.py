"""Django's admin: where admins keep bylines, desks and people, and can look at the record."""

from . import bylines, desks, people, photos, record

__all__ = ["bylines", "desks", "people", "photos", "record"]
