"""The ATTN line is checked where it speaks of the diff that is shown."""

import pytest
from django.urls import reverse

from tests.ferry import file_ferry

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry(desk, reporter, now):
    return file_ferry(desk=desk, actor=reporter, now=now)[0]


def heads(client, person, ferry, a, b):
    client.force_login(person)
    page = client.get(reverse("compare", args=[ferry.pk, a, b])).content.decode()
    return page[page.index('<dl class="heads">') : page.index("</dl>")]


def test_against_the_filing_before_it_the_line_is_checked(client, desk_editor, ferry):
    assert "attn-check" in heads(client, desk_editor, ferry, 3, 4)


def test_against_an_older_filing_the_line_speaks_of_another_diff(client, desk_editor, ferry):
    assert "attn-check" not in heads(client, desk_editor, ferry, 2, 4)


def test_each_claim_has_its_tick_and_leads_to_the_paragraphs_it_stands_on(client, desk_editor, ferry):
    shown = heads(client, desk_editor, ferry, 3, 4)
    assert "✓</span>" in shown
    assert 'class="place-link" href="#p' in shown


def test_the_second_look_at_a_pair_shows_the_same_page(client, desk_editor, ferry):
    assert heads(client, desk_editor, ferry, 3, 4) == heads(client, desk_editor, ferry, 3, 4)
