"""What a desk asks of who files for it is set in the admin, and every change is kept."""

import pytest
from django.urls import reverse

from stories.models import Desk

pytestmark = pytest.mark.django_db


def test_an_admin_sets_what_is_asked_about_false_attn_claims(admin_client, desk):
    address = reverse("admin:stories_desk_change", args=[desk.pk])
    assert "Ask for a reason" in admin_client.get(address).content.decode()

    admin_client.post(address, {"name": desk.name, "code": desk.code, "attn_policy": "reason"})

    desk.refresh_from_db()
    assert desk.attn_policy == Desk.AttnPolicy.REASON
    assert [row.attn_policy for row in desk.history.all()] == ["reason", "warn"]
