"""The compare page: addresses, order, access, and what it shows."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from stories.models import Draft
from stories.services.drafting import open_draft, save_draft
from stories.services.submitting import submit_draft
from tests.ferry import LEAD, SECOND, ferry_text, file_ferry

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry(desk, reporter, now):
    return file_ferry(desk=desk, actor=reporter, now=now)[0]


@pytest.fixture
def page(client, desk_editor, ferry):
    """`page(3, 4, view="side")` as the desk editor."""
    client.force_login(desk_editor)

    def get(a, b, **query):
        return client.get(reverse("compare", args=[ferry.pk, a, b]), query)

    return get


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("view", ["inline", "side", "clean"])
def test_every_pair_has_an_address_in_three_views(page, view):
    for a, b in [(1, 2), (1, 4), (3, 4)]:
        response = page(a, b, view=view)
        assert response.status_code == 200
        assert response.context["view"] == view


def test_an_unknown_view_reads_inline(page):
    assert page(3, 4, view="<b>").context["view"] == "inline"


def test_the_later_filing_first_is_swapped_and_said(page, ferry):
    response = page(4, 3, view="side")
    assert response.url == f"/stories/{ferry.pk}/compare/3/4/?view=side"
    assert said(response) == ["Older first: LEAD is on the left, 2nd LD is what it became."]


def test_the_same_filing_twice_is_set_against_the_one_before_it(page, ferry):
    response = page(4, 4)
    assert response.url == f"/stories/{ferry.pk}/compare/3/4/"
    assert said(response) == ["2nd LD was compared with itself, and nothing can differ. This is LEAD against 2nd LD."]


def test_the_only_filing_against_itself_leads_to_its_story(client, desk_editor, first):
    client.force_login(desk_editor)
    response = client.get(reverse("compare", args=[first.story.pk, 1, 1]))
    assert response.url == reverse("story", args=[first.story.pk])
    assert "only filing" in said(response)[0]


@pytest.mark.parametrize("pair", [(3, 9), (9, 3), ("03", 4), (0, 4), ("draft", 4), (3, "draft"), ("x", 4)])
def test_a_filing_that_is_not_there_is_not_found(page, pair):
    assert page(*pair).status_code == 404


def test_another_storys_filing_is_not_found(client, desk_editor, ferry, first):
    client.force_login(desk_editor)
    assert client.get(reverse("compare", args=[first.story.pk, 1, 4])).status_code == 404


def test_a_person_without_a_role_is_refused(client, outsider, ferry):
    client.force_login(outsider)
    assert client.get(reverse("compare", args=[ferry.pk, 3, 4])).status_code == 403


def test_a_signed_out_person_signs_in_first(client, ferry):
    address = reverse("compare", args=[ferry.pk, 3, 4])
    assert client.get(address).url.startswith(reverse("sign_in"))


@pytest.mark.parametrize("name", ["compare", "compare_check", "compare_pick"])
def test_under_embargo_another_reporter_finds_nothing(client, other_reporter, ferry, name):
    ferry.embargo_until = timezone.now() + timedelta(hours=1)
    ferry.save(update_fields=["embargo_until"])
    client.force_login(other_reporter)
    arguments = [ferry.pk] if name == "compare_pick" else [ferry.pk, 3, 4]
    send = client.post if name == "compare_check" else client.get
    response = send(reverse(name, args=arguments), {"from": 3, "to": 4})
    assert response.status_code == 404
    assert b"Mokpo" not in response.content


def test_under_embargo_the_desk_and_the_storys_own_reporter_read_on(client, desk_editor, reporter, ferry):
    ferry.embargo_until = timezone.now() + timedelta(hours=1)
    ferry.save(update_fields=["embargo_until"])
    for person in (desk_editor, reporter):
        client.force_login(person)
        assert client.get(reverse("compare", args=[ferry.pk, 3, 4])).status_code == 200


def test_the_open_draft_compares_with_any_filing(page, ferry, reporter, now):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    grafs = (*SECOND, "The ministry sent six inspectors to Mokpo.")
    save_draft(draft=draft, revision=draft.revision, text=ferry_text(3, grafs), actor=reporter, now=now)
    response = page(4, "draft")
    assert "six inspectors" in response.content.decode()
    assert response.context["new"].name == "3rd LD draft"
    assert page(1, "draft").status_code == 200
    assert page("draft", 4).url == f"/stories/{ferry.pk}/compare/4/draft/"


def test_a_correction_being_written_is_the_draft_where_there_is_no_other(page, ferry, reporter, now):
    open_draft(story=ferry, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)
    assert page(4, "draft").context["new"].name == "2nd LD CORRECTION draft"
    open_draft(story=ferry, actor=reporter, now=now)
    assert page(4, "draft").context["new"].name == "3rd LD draft"
    assert page(4, "correction").context["new"].name == "2nd LD CORRECTION draft"


def test_the_rail_sends_its_choice_to_the_pairs_address(client, desk_editor, ferry):
    client.force_login(desk_editor)
    response = client.get(reverse("compare_pick", args=[ferry.pk]), {"from": "2", "to": "4", "view": "side"})
    assert response.url == f"/stories/{ferry.pk}/compare/2/4/?view=side"


@pytest.mark.parametrize("chosen", [{}, {"from": "2"}, {"from": "2", "to": "//elsewhere.example"}])
def test_half_a_choice_or_a_strange_one_is_not_found(client, desk_editor, ferry, chosen):
    client.force_login(desk_editor)
    assert client.get(reverse("compare_pick", args=[ferry.pk]), chosen).status_code == 404


def test_the_rail_lists_every_filing_newest_first(page):
    rungs = page(3, 4).context["comparison"].rungs
    assert [rung.filing.name for rung in rungs] == ["2nd LD", "LEAD", "first filing", "URGENT"]
    assert [rung.words_more is None for rung in rungs] == [False, False, False, True]
    assert rungs[0].since == timedelta(minutes=12)


def test_a_draft_handed_in_as_it_is_tells_no_time_between_them(page, ferry, reporter, now):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now + timedelta(minutes=3))
    response = page(4, "draft")
    assert "submission 1 · " in response.content.decode()
    rungs = response.context["comparison"].rungs
    assert [rung.filing.name for rung in rungs[:2]] == ["3rd LD draft", "3rd LD submission 1"]
    assert rungs[0].since is None


def test_two_submissions_of_one_lead_are_told_apart_at_every_head(page, ferry, reporter, now):
    draft = open_draft(story=ferry, actor=reporter, now=now)
    for minutes, graf in enumerate(("The ministry sent six inspectors to Mokpo.", "They will stay for a week."), 3):
        at = now + timedelta(minutes=minutes)
        text = ferry_text(3, (*SECOND, graf))
        draft = save_draft(draft=draft, revision=draft.revision, text=text, actor=reporter, now=at)
        submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)
    html = page("s1", "s2").content.decode()
    assert '<p class="graf-heads" aria-hidden="true"><span>s1</span><span>s2</span></p>' in html
    assert ">3rd LD sub. 1</text>" in html
    assert ">3rd LD sub. 2</text>" in html


def test_eight_queries_or_fewer_however_long_the_story(page, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page(3, 4)
    with django_assert_max_num_queries(8):
        page(1, 4, view="side")


def test_the_page_asks_no_cache_to_keep_it(page):
    assert "no-store" in page(3, 4)["Cache-Control"]


def test_nothing_in_the_page_needs_inline_style_or_script(page):
    html = page(3, 4).content.decode()
    assert " style=" not in html
    assert "<style" not in html
    assert "<script>" not in html
    assert " onclick" not in html


def test_the_clean_view_is_the_new_text_and_nothing_of_the_old(page):
    html = page(3, 4, view="clean").content.decode()
    grafs = html[html.index('class="grafs"') :]
    grafs = grafs[: grafs.index("</section>")]
    assert "<ins>" not in grafs
    assert "<del>" not in grafs
    assert LEAD[-1] not in grafs
    assert grafs.count('class="graf clean"') == len(SECOND)
