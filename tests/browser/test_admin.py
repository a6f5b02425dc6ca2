"""Every kind of admin page runs under the strict content policy: nothing inline, nothing blocked."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from stories.models import Byline, Desk
from stories.services.drafting import open_draft

MODELS = ["byline", "desk", "story", "version", "draft"]


@pytest.fixture
def kept(first, desk, reporter):
    """One object for each page to show, some with a history of more than one state."""
    byline = Byline.objects.create(name="Rim Na-ra", desk=desk, user=reporter)
    byline.email = "rim@hanbit.example"
    byline.save()
    draft = open_draft(story=first.story, actor=reporter, now=datetime(2026, 3, 9, 6, tzinfo=UTC))
    return {"byline": byline, "desk": desk, "story": first.story, "version": first, "draft": draft}


def test_every_admin_page_runs_under_the_content_policy(page, signed_in, admin, kept):
    signed_in("admin")
    pages = [reverse("admin:index"), reverse("admin:auth_user_changelist"), reverse("admin:auth_user_add")]
    pages += [reverse("admin:auth_user_change", args=[admin.pk]), reverse("admin:auth_group_changelist")]
    pages += [reverse("admin:auth_user_password_change", args=[admin.pk]), reverse("admin:stories_byline_import")]
    pages += [reverse("admin:password_change"), reverse("admin:auth_user_history", args=[admin.pk])]
    pages += [reverse("admin:stories_byline_delete", args=[kept["byline"].pk]), reverse("admin:stories_byline_add")]
    pages += [reverse(f"admin:stories_{model}_changelist") + "?q=a" for model in MODELS]
    pages += [reverse(f"admin:stories_{model}_change", args=[kept[model].pk]) for model in MODELS]
    with_history = [kept[model] for model in MODELS if model != "version"]
    pages += [reverse(f"admin:stories_{each._meta.model_name}_history", args=[each.pk]) for each in with_history]
    pages += [
        reverse(f"admin:stories_{each._meta.model_name}_simple_history", args=[each.pk, each.history.first().pk])
        for each in with_history
    ]
    for address in pages:
        answer = page.goto(address)
        assert answer.status == 200, address
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_a_person_is_chosen_as_one_types(page, signed_in, reporter):
    signed_in("admin")
    page.goto(reverse("admin:stories_byline_add"))
    page.get_by_label("Name:", exact=True).fill("Rim Na-ra")
    page.locator(".field-user .select2-selection").click()
    page.locator(".select2-search__field").fill("na-r")
    page.locator(".select2-results__option", has_text="rim").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was added successfully").wait_for()
    assert Byline.objects.get().user == reporter


def test_a_table_of_bylines_is_previewed_and_brought_in(page, signed_in, tmp_path, desk, screenshot):
    Byline.objects.create(name="Rim Na-ra", email="old@hanbit.example")
    table = tmp_path / "bylines.csv"
    table.write_text("name,native_name,email,desk\nRim Na-ra,임나라,new@hanbit.example,pol\nSeo,,,\n", "utf-8")
    signed_in("admin")
    page.goto(reverse("admin:stories_byline_import"))
    page.locator("input[type=file]").set_input_files(table)
    page.get_by_role("button", name="Submit").click()
    page.locator("del", has_text="old@hanbit.example").wait_for()
    screenshot(page, "byline-import")
    page.get_by_role("button", name="Confirm import").click()
    page.get_by_text("Import finished").wait_for()
    assert Byline.objects.get(name="Rim Na-ra").desk == Desk.objects.get()


def test_the_admin_is_usable_on_a_phone(page, screen, signed_in, kept, fits, screenshot):
    signed_in("admin")
    page.goto(reverse("admin:stories_version_changelist"))
    fits(page)
    screenshot(page, "admin-versions")


def test_the_admin_looks_like_the_rest_in_both_lights(page, signed_in):
    look = """() => {
        const body = getComputedStyle(document.body), bar = getComputedStyle(document.querySelector("header"));
        return [body.fontFamily.split(",")[0], body.color, bar.backgroundColor];
    }"""
    signed_in("admin")
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light)
        page.goto("/")
        desk = page.evaluate(look)
        page.goto(reverse("admin:index"))
        assert page.evaluate(look) == desk, light
