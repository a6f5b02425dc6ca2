"""Photos that look nearly like another."""

from dataclasses import dataclass

from stories.models import Photo
from stories.photos.fingerprint import distance

# Of 64 bits: see benchmarks/photos.py, which measures both.
SAME = 4
ALIKE = 8
# Twins come within days of each other: the newest so many are compared, in some 20 ms.
NEWEST = 20_000
MOST = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A kept photo and how far it is, in bits of 64; `same` where it is the same picture for all we can tell."""

    photo: Photo
    bits: int

    @property
    def same(self) -> bool:
        return self.bits <= SAME


def near_photos(fingerprint: str, *, beside: int | None = None) -> tuple[Near, ...]:
    """The nearest first, at most five, without the one whose key is `beside`. Two queries, one where there is none."""
    newest = Photo.objects.exclude(fingerprint="").exclude(pk=beside).order_by("-pk")
    kept = newest.values_list("pk", "fingerprint")[:NEWEST] if fingerprint else ()
    found = sorted((bits, pk) for pk, other in kept if (bits := distance(fingerprint, other)) <= ALIKE)[:MOST]
    photos = Photo.objects.select_related("same_as").in_bulk([pk for _, pk in found]) if found else {}
    return tuple(Near(photos[pk], bits) for bits, pk in found if pk in photos)
