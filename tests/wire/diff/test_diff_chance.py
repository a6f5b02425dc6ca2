"""What two paragraphs share by chance: an address."""

from stories.wire.diff import align
from stories.wire.diff.features import stems
from tests.wire.diff.pier_story import LEDE, RAIN, VOTE


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    return {link for group in align(old, new) for link in group.links}


def test_two_addresses_under_one_host_do_not_tie_what_they_stand_in():
    page = "https://harbor.example/arvenna/council/notices/open/now/{}.html"
    plan = f"Anyone may read the plan at {page.format('repair-plan')} and write to the engineers who drew it."
    fees = f"Mooring fees: {page.format('mooring-fees')}"
    assert links([LEDE, plan, VOTE, RAIN], [LEDE, VOTE, fees, RAIN]) == {(0, 0), (2, 1), (3, 3)}


def test_an_address_is_its_host_and_its_path():
    assert stems("See www.harbor.example/fees/2031, or ask.") == ["see", "wwwharborexample", "/fees/2031", "or", "ask"]
    assert stems("(https://harbor.example).") == ["https://harborexample"]
    assert stems("and/or") == ["and", "or"]
