"""Stories, versions, drafts and photos can be found and read in the admin, and not touched."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stories.admin.base import BoundedPaginator
from stories.models import Photo, Story, Version
from stories.services.drafting import open_draft
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(first, reporter, now):
    """One object of each kind of the record."""
    photo = Photo(sha256="a" * 64, bytes=1, width=1, height=1, caption="The tunnel", added_at=now)
    Photo.objects.bulk_create([photo])
    draft = open_draft(story=first.story, actor=reporter, now=now)
    return {"story": first.story, "version": first, "draft": draft, "photo": photo}


MODELS = ["story", "version", "draft", "photo"]


@pytest.mark.parametrize("model", MODELS)
def test_the_record_is_read_in_the_admin(admin_client, kept, model):
    assert admin_client.get(reverse(f"admin:stories_{model}_changelist"), {"q": "tunnel"}).status_code == 200
    assert admin_client.get(reverse(f"admin:stories_{model}_change", args=[kept[model].pk])).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_the_record_is_not_changed_in_the_admin(admin_client, kept, model):
    before = type(kept[model]).objects.filter(pk=kept[model].pk).values().get()
    addresses = [
        reverse(f"admin:stories_{model}_add"),
        reverse(f"admin:stories_{model}_change", args=[kept[model].pk]),
        reverse(f"admin:stories_{model}_delete", args=[kept[model].pk]),
    ]
    posted = {"slugline": "Changed", "headline": "Changed", "caption": "Changed", "post": "yes"}
    assert [admin_client.post(address, posted).status_code for address in addresses] == [403, 403, 403]
    chosen = {"action": "delete_selected", "_selected_action": [kept[model].pk], "post": "yes"}
    admin_client.post(reverse(f"admin:stories_{model}_changelist"), chosen)
    assert type(kept[model]).objects.filter(pk=kept[model].pk).values().get() == before


@pytest.mark.parametrize("model", ["story", "draft"])
def test_a_longer_list_asks_no_more_queries(admin_client, kept, model, desk, reporter, now):
    address = reverse(f"admin:stories_{model}_changelist")
    admin_client.get(address)
    with CaptureQueriesContext(connection) as short:
        admin_client.get(address)
    for number in range(5):
        later = now + timedelta(minutes=number)
        story = open_story(actor=reporter, now=later, desk=desk, slugline=f"Harim-{number}")
        open_draft(story=story, actor=reporter, now=later)
    with CaptureQueriesContext(connection) as long:
        assert len(admin_client.get(address).context["cl"].result_list) == 6
    assert len(long) == len(short)


def test_the_version_list_asks_for_stories_and_people_with_the_versions(admin_client, first):
    address = reverse("admin:stories_version_changelist")
    admin_client.get(address)
    with CaptureQueriesContext(connection) as asked:
        row = admin_client.get(address).context["cl"].result_list[0]
        assert (row.story.slugline, row.filed_by.username) == ("Harim-tunnel", "rim")
    assert len([query for query in asked if "stories_version" in query["sql"]]) <= 3


def test_lists_count_no_further_than_anybody_pages(monkeypatch, story, desk, reporter, now):
    monkeypatch.setattr("stories.admin.base.FURTHEST", 1)
    open_story(actor=reporter, now=now, desk=desk, slugline="Harim-2")
    assert BoundedPaginator(Story.objects.all(), 50).count == 1
    assert Version.objects.count() == 0


def test_the_list_of_photos_shows_each_with_the_beginning_of_its_caption(admin_client, kept):
    Photo.objects.update(caption="Cars leave the tunnel. " * 20)
    page = admin_client.get(reverse("admin:stories_photo_changelist")).content.decode()
    assert reverse("photo_rendition", args=["a" * 64, "320.jpg"]) in page
    assert "Cars leave the tunnel. Cars" in page
    assert page.count("Cars leave") < 5
    assert "…</a>" in page
