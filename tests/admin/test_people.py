"""People are made inactive, never deleted; roles are all that they may do."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from stories.roles import ADMIN, DESK_EDITOR, REPORTER

pytestmark = pytest.mark.django_db


def address(person):
    return reverse("admin:auth_user_change", args=[person.pk])


def form_of(person, *roles, **changes):
    """The person's page as it is posted."""
    posted = {
        "username": person.username,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "is_active": "on",
        "groups": list(Group.objects.filter(name__in=roles).values_list("pk", flat=True)),
    } | changes
    return {name: value for name, value in posted.items() if value is not None}


def test_an_admin_gives_a_role(admin_client, reporter):
    assert admin_client.post(address(reporter), form_of(reporter, REPORTER, DESK_EDITOR)).status_code == 302
    assert set(reporter.groups.values_list("name", flat=True)) == {REPORTER, DESK_EDITOR}


def test_an_admin_adds_a_person(admin_client):
    posted = {
        "username": "han",
        "password1": "long and odd 71",
        "password2": "long and odd 71",
        "usable_password": "true",
    }
    assert admin_client.post(reverse("admin:auth_user_add"), posted).status_code == 302
    assert User.objects.get(username="han").check_password("long and odd 71")


def test_deleting_a_person_is_refused_with_a_sentence(admin_client, reporter):
    answer = admin_client.post(reverse("admin:auth_user_delete", args=[reporter.pk]), {"post": "yes"}, follow=True)
    assert "keeps their name" in answer.content.decode()
    assert User.objects.filter(pk=reporter.pk).exists()
    chosen = {"action": "delete_selected", "_selected_action": [reporter.pk], "post": "yes"}
    admin_client.post(reverse("admin:auth_user_changelist"), chosen)
    assert User.objects.filter(pk=reporter.pk).exists()


def test_people_are_made_inactive_and_active_together_but_never_the_one_who_asks(admin_client, admin, reporter):
    chosen = {"_selected_action": [admin.pk, reporter.pk]}
    admin_client.post(reverse("admin:auth_user_changelist"), {"action": "make_inactive", **chosen})
    assert set(User.objects.filter(is_active=True)) == {admin}
    admin_client.post(reverse("admin:auth_user_changelist"), {"action": "make_active", **chosen})
    assert set(User.objects.filter(is_active=True)) == {admin, reporter}


@pytest.mark.parametrize(
    ("roles", "changes", "said"),
    [((ADMIN,), {"is_active": None}, "yourself inactive"), ((REPORTER,), {}, "your own Admin role")],
)
def test_an_admin_cannot_lock_themselves_out(admin_client, admin, roles, changes, said):
    answer = admin_client.post(address(admin), form_of(admin, *roles, **changes))
    assert said in answer.content.decode()
    admin.refresh_from_db()
    assert admin.is_active
    assert admin.groups.filter(name=ADMIN).exists()


def test_an_admin_cannot_climb_above_the_roles(admin_client, admin):
    admin_client.post(address(admin), form_of(admin, ADMIN, is_superuser="on", user_permissions=["1"]))
    admin.refresh_from_db()
    assert not admin.is_superuser
    assert not admin.user_permissions.exists()


def test_a_superuser_is_out_of_an_admins_reach(admin_client):
    root = User.objects.create_superuser("root", password="unchanged")
    assert admin_client.post(address(root), form_of(root, username="renamed")).status_code == 403
    new = {"password1": "long and odd 71", "password2": "long and odd 71"}
    assert admin_client.post(reverse("admin:auth_user_password_change", args=[root.pk]), new).status_code == 403
    root.refresh_from_db()
    assert root.username == "root"
    assert root.check_password("unchanged")


def test_roles_are_shown_and_not_changed(admin_client, reporter):
    role = Group.objects.get(name=REPORTER)
    assert "Reporter" in admin_client.get(reverse("admin:auth_group_changelist")).content.decode()
    answer = admin_client.post(reverse("admin:auth_group_change", args=[role.pk]), {"name": "Changed"})
    assert answer.status_code == 403
    assert Group.objects.filter(name=REPORTER).exists()
