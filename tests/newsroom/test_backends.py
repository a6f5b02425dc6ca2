"""The signed-in person, as every request finds them."""

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory

from newsroom.backends import NewsroomBackend
from stories.permissions import roles_of
from stories.roles import ADMIN, DESK_EDITOR, REPORTER, ROLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    return NewsroomBackend().get_user


@pytest.mark.parametrize(
    "groups", [(), (REPORTER,), (REPORTER, DESK_EDITOR), ROLES, ("Choir",), ("Choir", ADMIN)], ids=str
)
def test_a_person_comes_with_exactly_their_roles_in_one_query(outsider, groups, found, django_assert_num_queries):
    outsider.groups.set(Group.objects.get_or_create(name=name)[0] for name in groups)

    with django_assert_num_queries(1):
        person = found(outsider.pk)
        roles = roles_of(person)

    assert (person, roles) == (outsider, frozenset(groups) & frozenset(ROLES))


def test_who_is_inactive_or_not_there_is_nobody(reporter, found):
    reporter.is_active = False
    reporter.save()

    assert found(reporter.pk) is None
    assert found(10**9) is None


def test_a_superuser_has_every_role_without_a_group(outsider, found):
    outsider.is_superuser = True
    outsider.save()

    assert roles_of(found(outsider.pk)) == set(ROLES)


def test_who_loses_a_role_or_is_made_inactive_is_out_at_the_next_request(reporter):
    client = Client()
    client.force_login(reporter)
    assert client.get("/").status_code == 200

    reporter.groups.clear()
    assert client.get("/").status_code == 403

    reporter.is_active = False
    reporter.save()
    assert client.get("/").status_code == 302


def test_a_changed_password_ends_a_session(reporter):
    client = Client()
    client.force_login(reporter)
    reporter.set_password("another long enough password")
    reporter.save()
    request = RequestFactory().get("/")
    request.session = client.session

    assert not get_user(request).is_authenticated
