"""History pages show what was; only who may change an object can put an old state back."""

import pytest
from django.urls import reverse

from stories.admin.bylines import BylineAdmin
from stories.models import Byline

pytestmark = pytest.mark.django_db


@pytest.fixture
def byline():
    byline = Byline.objects.create(name="Rim Na-ra", email="rim@hanbit.example")
    byline.email = "nara@hanbit.example"
    byline.save()
    return byline


def state_address(kept):
    """The page of the oldest state in an object's history."""
    oldest = kept.history.earliest("history_date")
    return reverse(f"admin:stories_{kept._meta.model_name}_simple_history", args=[kept.pk, oldest.history_id])


def test_a_person_who_may_only_look_cannot_put_an_old_state_back(admin_client, byline, monkeypatch):
    monkeypatch.setattr(BylineAdmin, "has_change_permission", lambda *args: False)
    assert admin_client.get(state_address(byline)).status_code == 200
    answer = admin_client.post(state_address(byline), {"name": "Changed", "email": "", "active": "on"})
    assert answer.status_code == 403
    byline.refresh_from_db()
    assert (byline.name, byline.email, byline.history.count()) == ("Rim Na-ra", "nara@hanbit.example", 2)


def test_a_story_is_not_changed_through_its_history(admin_client, story, desk):
    answer = admin_client.post(state_address(story), {"slugline": "Changed", "desk": desk.pk, "urgency": 1})
    assert answer.status_code == 403
    story.refresh_from_db()
    assert (story.slugline, story.history.count()) == ("Harim-tunnel", 1)


def test_an_admin_puts_an_old_state_back_and_is_named_for_it(admin_client, admin, byline):
    admin_client.post(state_address(byline), {"name": "Rim Na-ra", "email": "rim@hanbit.example", "active": "on"})
    byline.refresh_from_db()
    assert byline.email == "rim@hanbit.example"
    assert byline.history.latest().history_user == admin


def test_the_history_list_names_what_changed(admin_client, byline):
    page = admin_client.get(reverse("admin:stories_byline_history", args=[byline.pk])).content.decode()
    assert "rim@hanbit.example" in page
    assert "nara@hanbit.example" in page
