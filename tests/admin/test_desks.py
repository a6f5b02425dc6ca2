"""What a desk asks of who files for it is set in the admin, and every change is kept."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Desk

pytestmark = pytest.mark.django_db


def typed(desk: Desk, **changes: Any) -> dict[str, Any]:
    """What the page posts when nothing is changed on it."""
    fields = ("name", "code", "approval", "urgent", "wait_minutes", "urgent_wait_minutes", "attn_policy")
    return {name: getattr(desk, name) for name in fields} | changes


def page_of(desk: Desk) -> str:
    return reverse("admin:stories_desk_change", args=[desk.pk])


def test_an_admin_sets_what_is_asked_about_false_attn_claims(admin_client: Client, desk: Desk) -> None:
    assert "Ask for a reason" in admin_client.get(page_of(desk)).content.decode()

    admin_client.post(page_of(desk), typed(desk, attn_policy="reason"))

    desk.refresh_from_db()
    assert desk.attn_policy == Desk.AttnPolicy.REASON
    assert [row.attn_policy for row in desk.history.all()] == ["reason", "warn"]


def test_an_admin_lets_a_desk_approve_first_and_names_its_editors(
    admin_client: Client, desk: Desk, desk_editor: User
) -> None:
    asked = {"approval": "desk", "four_eyes": "on", "urgent": "desk", "editors": [desk_editor.pk], "wait_minutes": 3}

    admin_client.post(page_of(desk), typed(desk, **asked))

    desk.refresh_from_db()
    assert (desk.approval, desk.four_eyes, desk.urgent, desk.wait_minutes) == ("desk", True, "desk", 3)
    assert list(desk.editors.all()) == [desk_editor]
    newest = desk.history.first()
    assert (newest.approval, [row.user_id for row in newest.editors.all()]) == ("desk", [desk_editor.pk])


def test_only_who_has_the_role_can_be_named(
    admin_client: Client, desk: Desk, reporter: User, desk_editor: User, admin: User
) -> None:
    inactive = User.objects.create(username="left", is_active=False)
    inactive.groups.set(desk_editor.groups.all())
    form = admin_client.get(page_of(desk)).context["adminform"].form

    assert set(form.fields["editors"].queryset) == {desk_editor, admin}

    answer = admin_client.post(page_of(desk), typed(desk, editors=[reporter.pk]))

    assert "editors" in answer.context["adminform"].form.errors
    assert not desk.editors.exists()
