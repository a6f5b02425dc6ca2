"""Bylines come in and go out as a table."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stories.admin.bylines import as_text, from_text
from stories.models import Byline
from stories.wire.cells import FORMULAS

pytestmark = pytest.mark.django_db

HEADINGS = ["name", "native_name", "email", "sign_off", "desk", "user", "active"]


def table(*rows):
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *rows])
    return out.getvalue()


@pytest.fixture
def bring_in(admin_client):
    """Upload a table, and where its preview is sound, confirm it; the last answer."""

    def upload(text):
        address = reverse("admin:stories_byline_import")
        file = SimpleUploadedFile("bylines.csv", text.encode("utf-8-sig"), "text/csv")
        preview = admin_client.post(address, {"import_file": file, "format": "0"})
        if "confirm_form" not in preview.context:
            return preview
        confirmed = preview.context["confirm_form"].initial
        return admin_client.post(reverse("admin:stories_byline_process_import"), confirmed)

    return upload


def take_out(client):
    answer = client.get(reverse("admin:stories_byline_export"))
    assert answer["Content-Type"].startswith("text/csv")
    return answer.content.decode("utf-8-sig")


def test_a_table_makes_bylines_and_names_who_brought_it(bring_in, admin, desk, reporter):
    bring_in(table(["Rim Na-ra", "임나라", "rim@hanbit.example", "rim", "pol", "rim", "1"]))
    byline = Byline.objects.get()
    assert (byline.name, byline.native_name, byline.desk, byline.user) == ("Rim Na-ra", "임나라", desk, reporter)
    assert [(row.history_user, row.history_change_reason) for row in byline.history.all()] == [
        (admin, "Brought in as a table")
    ]


def test_a_preview_alone_changes_nothing(admin_client):
    file = SimpleUploadedFile("bylines.csv", table(["Rim Na-ra", "", "", "", "", "", "1"]).encode(), "text/csv")
    admin_client.post(reverse("admin:stories_byline_import"), {"import_file": file, "format": "0"})
    assert not Byline.objects.exists()
    assert not Byline.history.exists()


def test_a_row_known_by_its_name_is_changed_and_an_unchanged_one_leaves_no_trace(bring_in):
    Byline.objects.create(name="Rim Na-ra", email="old@hanbit.example")
    Byline.objects.create(name="Seo Joon-ho", email="seo@hanbit.example")
    bring_in(
        table(
            ["Rim Na-ra", "", "new@hanbit.example", "", "", "", "1"],
            ["Seo Joon-ho", "", "seo@hanbit.example", "", "", "", "1"],
        )
    )
    changed, same = Byline.objects.order_by("name")
    assert (changed.email, changed.history.count()) == ("new@hanbit.example", 2)
    assert same.history.count() == 1


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["Rim Na-ra", "", "not an address", "", "", "", "1"], "valid email"),
        (["Rim Na-ra", "", "", "", "nowhere", "", "1"], "does not exist"),
    ],
)
def test_a_wrong_row_brings_in_nothing_and_says_why(bring_in, row, problem):
    answer = bring_in(table(["Seo Joon-ho", "", "", "", "", "", "1"], row))
    assert problem in answer.content.decode()
    assert not Byline.objects.exists()


@pytest.mark.parametrize("start", FORMULAS)
def test_a_spreadsheet_runs_nothing_of_what_is_taken_out(admin_client, start):
    Byline.objects.create(name="Rim Na-ra", sign_off=f"{start}cmd|' /C calc'!A0")
    row = next(csv.DictReader(io.StringIO(take_out(admin_client), newline="")))
    assert row["sign_off"] == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("cell", ["=1+1", "@here", "'quoted", "plain", ""])
def test_a_guarded_cell_comes_back_as_it_was(cell):
    assert from_text(as_text(cell)) == cell


def test_what_is_taken_out_comes_in_again_unchanged(admin_client, bring_in, desk):
    Byline.objects.create(name="Rim Na-ra", native_name="임나라", sign_off="-rim", desk=desk)
    bring_in(take_out(admin_client))
    assert Byline.objects.get().history.count() == 1


def test_markup_in_a_table_is_shown_as_text(admin_client):
    file = SimpleUploadedFile("b.csv", table(["<script>x</script>", "", "", "", "", "", "1"]).encode(), "text/csv")
    page = admin_client.post(reverse("admin:stories_byline_import"), {"import_file": file, "format": "0"})
    assert "&lt;script&gt;x" in page.content.decode()
    assert "<script>x" not in page.content.decode()


def test_people_and_desks_are_found_as_one_types(admin_client, reporter):
    asked = {"app_label": "stories", "model_name": "byline", "field_name": "user", "term": "na-ra"}
    found = admin_client.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [person["text"] for person in found] == ["rim"]
