"""Addresses put together from their pattern: those that Django gives, for every page."""

import pytest
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse, set_script_prefix

from stories.queries.addresses import address_of

SAMPLES = {
    "IntConverter": (1, 904371600, "7"),
    "SlugConverter": ("kq3x", "1", 4, "correction", "draft"),
    "StringConverter": ("640.jpg", "x y {}", "단어"),
    "PurposeConverter": ("correction",),
}
ODD = [("story", ""), ("story", "a b"), ("version", "kq3x", -1), ("version", "kq3x", "one"), ("nowhere", "kq3x")]


def patterns() -> list[URLPattern]:
    (ours,) = [part for part in get_resolver().url_patterns if not getattr(part, "namespace", None)]
    return ours.url_patterns


@pytest.mark.parametrize("turn", range(5))
def test_every_address_is_the_one_that_django_gives(turn):
    for pattern in patterns():
        kinds = [SAMPLES[type(converter).__name__] for converter in pattern.pattern.converters.values()]
        arguments = [samples[turn % len(samples)] for samples in kinds]
        assert address_of(pattern.name, *arguments) == reverse(pattern.name, args=arguments)


@pytest.mark.parametrize("asked", ODD, ids=str)
def test_what_has_no_address_is_refused_as_django_does(asked):
    name, *arguments = asked
    with pytest.raises(NoReverseMatch):
        reverse(name, args=arguments)

    with pytest.raises(NoReverseMatch):
        address_of(name, *arguments)


def test_a_server_under_a_path_of_its_own_has_its_own_addresses():
    before = address_of("story", "kq3x")
    set_script_prefix("/desk/{0}/")
    try:
        assert address_of("story", "kq3x") == reverse("story", args=["kq3x"]) != before
    finally:
        set_script_prefix("/")
