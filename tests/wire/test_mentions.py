import pytest

from stories.wire.mentions import mentioned

PEOPLE = {
    "sol": ("Han Sol", "hansol"),
    "solbi": ("Han Sol-bi", "solbi"),
    "rim": ("Rim Na-ra", "rim"),
    "민": ("민지", "minji"),
}


@pytest.mark.parametrize(
    ("body", "called"),
    [
        ("@rim please check", ("rim",)),
        ("Please check, @Rim Na-ra.", ("rim",)),
        ("@han sol and @RIM, @rim", ("sol", "rim")),
        ("@Han Sol-bi", ("solbi",)),
        ("(@solbi)", ("solbi",)),
        ("@민지 확인", ("민",)),
        ("rim@hanbit.example", ()),
        ("@rimini @rim.kr @rim-ra", ()),
        ("@@rim @ rim", ()),
        ("@Han", ()),
        ("", ()),
    ],
)
def test_who_is_called(body, called):
    assert mentioned(body, PEOPLE) == called


def test_two_people_of_one_name_are_both_called():
    assert mentioned("@Kim Min", {1: ("Kim Min", "kim"), 2: ("Kim Min", "min")}) == (1, 2)
