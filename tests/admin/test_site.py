"""Who gets into the admin."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("cast", ["reporter", "desk_editor", "outsider"])
def test_the_admin_is_closed_to_every_other_role(client, request, cast):
    client.force_login(request.getfixturevalue(cast))
    for address in ("/admin/", "/admin/stories/byline/", "/admin/login/?next=/admin/"):
        assert client.get(address, follow=True).status_code == 403


def test_a_staff_flag_opens_nothing(client, reporter):
    reporter.is_staff = True
    reporter.save()
    client.force_login(reporter)
    assert client.get("/admin/", follow=True).status_code == 403


def test_an_admin_needs_no_staff_flag(client, admin):
    admin.is_staff = False
    admin.save()
    client.force_login(admin)
    answer = client.get("/admin/")
    assert answer.status_code == 200
    assert "Writethru" in answer.content.decode()


def test_signed_out_people_are_sent_to_the_one_sign_in_page(client):
    assert client.get("/admin/login/?next=/admin/stories/byline/").url == "/sign-in/?next=/admin/stories/byline/"
    assert client.get("/admin/stories/byline/", follow=True).redirect_chain[-1][0].startswith("/sign-in/")


def test_sign_in_leads_to_no_other_site(client):
    assert "elsewhere" not in client.get("/admin/login/?next=https://elsewhere.example/").url


def test_an_inactive_admin_is_out_at_once(admin_client, admin):
    admin.is_active = False
    admin.save()
    assert admin_client.get("/admin/").status_code == 302
