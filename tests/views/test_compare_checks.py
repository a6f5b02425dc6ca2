"""The facts panel: what changed, what was silent, and ticks kept for each person."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from stories.models import FactCheck
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import file_draft
from stories.wire.label import Kind
from tests.ferry import HEADS, SECOND, ferry_text, file_ferry

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry(desk, reporter, now):
    return file_ferry(desk=desk, actor=reporter, now=now)[0]


@pytest.fixture
def shown(client, ferry):
    """`shown(person, 3, 4)`: the page of a pair as that person gets it."""

    def get(person, a=3, b=4, **query):
        client.force_login(person)
        return client.get(reverse("compare", args=[ferry.pk, a, b]), query)

    return get


@pytest.fixture
def tick(client, ferry):
    """`tick(person, row)`: the form's POST; `verb="uncheck"` takes it back."""

    def post(person, row, a=3, b=4, verb="check", view="", **headers):
        client.force_login(person)
        address = reverse("compare_check", args=[ferry.pk, a, b])
        return client.post(f"{address}{view}", {verb: row.short}, headers=headers)

    return post


def hurt(response):
    """The fact that nine passengers became eleven."""
    rows = response.context["comparison"].facts.changed
    return next(row for row in rows if "Nine" in row.change.old)


def test_a_changed_figure_is_listed_with_the_way_to_its_paragraph(shown, desk_editor):
    response = shown(desk_editor)
    row = hurt(response)
    listed = response.content.decode().split(f'id="fact-{row.short}"')[1].split("</li>")[0]
    assert re.search(r"<del>Nine[^<]*</del> <ins>Eleven[^<]*</ins>", listed)
    assert '<a class="place-link" href="#p6">¶6</a>' in listed


def test_new_quotes_are_listed(shown, desk_editor):
    quotes = shown(desk_editor).context["comparison"].facts.quotes
    assert any("leaking for a week" in row.change.new for row in quotes)


def test_a_change_that_nobody_announced_is_silent(shown, desk_editor):
    response = shown(desk_editor)
    assert hurt(response).silent
    assert "silent change" in response.content.decode()


def test_a_change_of_which_the_copy_tells_is_no_silent_one(shown, desk_editor, ferry, reporter, now):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    told = tuple(graf.replace("Eleven passengers", "Twelve passengers, up from eleven passengers,") for graf in SECOND)
    save_draft(draft=draft, revision=draft.revision, text=ferry_text(3, told), actor=reporter, now=now)
    response = shown(desk_editor, 4, "draft")
    (row,) = response.context["comparison"].facts.changed
    assert (row.change.old, row.change.new, row.silent) == ("Eleven passengers", "Twelve passengers", False)
    assert "Figure · the copy says what it was" in response.content.decode()


def refile(ferry, reporter, now, **changes):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    grafs = tuple(graf.replace("Eleven", "Twelve") for graf in SECOND)
    draft = save_draft(
        draft=draft, revision=draft.revision, text=ferry_text(3, grafs, **changes), actor=reporter, now=now
    )
    return file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)


def test_a_correcting_clause_announces_the_change(shown, desk_editor, ferry, reporter, now):
    refile(ferry, reporter, now, attn="CORRECTS number of injured in para 6")
    assert shown(desk_editor, 4, 5).context["comparison"].facts.silent == 0


def test_a_correction_in_between_announces_it_to_a_later_lead(shown, desk_editor, ferry, reporter, now):
    refile(ferry, reporter, now, attn="CORRECTS number of injured in para 6")
    draft = open_draft(story=ferry, actor=reporter, now=now)
    grafs = tuple(graf.replace("Eleven", "Twelve") for graf in (*SECOND, "Divers will look at the hull on Tuesday."))
    text = ferry_text(3, grafs, attn=HEADS[3][2])
    draft = save_draft(draft=draft, revision=draft.revision, text=text, actor=reporter, now=now)
    assert file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now).kind == Kind.LEAD
    assert shown(desk_editor, 4, 6).context["comparison"].facts.silent == 0


def test_a_tick_is_kept_for_the_person_who_made_it(shown, tick, desk_editor, other_reporter):
    row = hurt(shown(desk_editor))
    response = tick(desk_editor, row, view="?view=side")
    assert response.url.endswith(f"/compare/3/4/?view=side#fact-{row.short}")
    assert row.key in shown(desk_editor).context["comparison"].checked
    assert shown(desk_editor).context["comparison"].checked_count == 1
    assert shown(other_reporter).context["comparison"].checked_count == 0


def test_a_tick_made_twice_is_one_and_is_taken_back_once(shown, tick, desk_editor):
    row = hurt(shown(desk_editor))
    tick(desk_editor, row)
    tick(desk_editor, row)
    check = FactCheck.objects.get()
    assert (check.person, check.sequence, check.kind) == (desk_editor, 4, row.change.kind)
    tick(desk_editor, row, verb="uncheck")
    tick(desk_editor, row, verb="uncheck")
    assert not FactCheck.objects.exists()


def test_a_script_gets_the_count_as_json(shown, tick, desk_editor):
    response = shown(desk_editor)
    answer = tick(desk_editor, hurt(response), accept="application/json").json()
    assert answer == {"checked": 1, "of": len(response.context["comparison"].facts.changed)}


def test_the_same_fact_stays_checked_against_an_older_version(shown, tick, desk_editor):
    tick(desk_editor, hurt(shown(desk_editor)))
    against_first = shown(desk_editor, 2, 4).context["comparison"]
    assert hurt(shown(desk_editor, 2, 4)).key in against_first.checked


def test_a_tick_on_a_draft_stands_when_the_draft_is_filed(shown, tick, desk_editor, ferry, reporter, now):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    grafs = tuple(graf.replace("Eleven", "Twelve") for graf in SECOND)
    draft = save_draft(draft=draft, revision=draft.revision, text=ferry_text(3, grafs), actor=reporter, now=now)
    row = next(
        row for row in shown(desk_editor, 4, "draft").context["comparison"].facts.changed if "Eleven" in row.change.old
    )
    tick(desk_editor, row, 4, "draft")
    file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert row.key in shown(desk_editor, 4, 5).context["comparison"].checked


def test_a_fact_that_is_not_of_this_pair_is_not_found(shown, tick, desk_editor):
    row = hurt(shown(desk_editor))
    assert tick(desk_editor, row, 1, 2).status_code == 404
    assert not FactCheck.objects.exists()


def test_a_tick_by_get_is_refused(client, desk_editor, ferry):
    client.force_login(desk_editor)
    assert client.get(reverse("compare_check", args=[ferry.pk, 3, 4])).status_code == 405


def test_two_rows_for_one_person_and_fact_are_refused_by_the_database(desk_editor, ferry, now):
    fields = {"story": ferry, "person": desk_editor, "sequence": 4, "fingerprint": "a" * 64, "checked_at": now}
    FactCheck.objects.create(kind="figure", **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        FactCheck.objects.create(kind="figure", **fields)
