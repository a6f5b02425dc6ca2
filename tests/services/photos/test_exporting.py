"""What a file says on its way out."""

import pytest

from stories.models import Photo
from stories.services.photos.exporting import places_of, words_of


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("", ("", "", "")),
        ("Seoul", ("Seoul", "", "")),
        ("Nara, Japan", ("Nara", "", "Japan")),
        ("Tongyeong, South Gyeongsang, South Korea", ("Tongyeong", "South Gyeongsang", "South Korea")),
        ("Pier 4, Daero, Harim, South Korea", ("Pier 4", "Daero, Harim", "South Korea")),
    ],
)
def test_a_place_goes_out_in_its_parts(place: str, parts: tuple[str, str, str]) -> None:
    words = words_of(Photo(place=place))
    assert (words.city, words.province, words.country) == places_of(place) == parts
