"""What the rows of the compare page say, and that text from copy stays text."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.photos import bring_photo
from stories.services.photos.placing import fill_placeholder
from tests.ferry import HALL, LEAD, SECOND, WAVES, ferry_text, file_ferry
from tests.pictures import file_of, scene

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def html(client, desk_editor, desk, reporter, now):
    """The copy of LEAD against 2nd LD, `html("inline")`, with runs of blanks as one."""
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now)
    client.force_login(desk_editor)

    def get(view):
        page = client.get(reverse("compare", args=[ferry.pk, 3, 4]), {"view": view}).content.decode()
        return re.sub(r"\s+", " ", page)

    return get


def row(html, key):
    """The row with this id, up to the next one."""
    start = html.index(f'id="{key}"')
    return html[start : html.find('<div class="graf', start)]


def test_an_edited_paragraph_marks_the_words_and_keeps_the_rest(html):
    lede = row(html("inline"), "p1")
    assert "towed to port <ins>with its engine room burned out</ins>, the Coast Guard" in lede
    assert '<b class="place">MOKPO, South Korea, March 9 (Hanbit) --</b>' in lede


def test_a_new_and_a_removed_paragraph_say_so_in_words(html):
    page = html("inline")
    assert "+ new</span> <ins>&quot;The pump" in row(page, "p2")
    assert "− removed</span> <del>Officials at the port" in row(page, "old11")


def test_a_moved_paragraph_and_its_stub_are_linked_both_ways(html):
    page = html("inline")
    assert '⇅ moved up from <a href="#old10">¶10</a>' in row(page, "p3")
    assert "Wando<ins>, and yearly checks were promised</ins>." in row(page, "p3")
    assert '⇅ ¶10 moved up to <a href="#p3">¶3</a>' in row(page, "old10")
    assert page.count("another ferry of the same age") == 2  # the paragraph, and the list of changes


def test_a_split_is_labelled_on_both_halves(html):
    split = row(html("inline"), "p4")
    assert "÷ split into ¶4 and ¶5" in split
    assert "÷ split from ¶2" in split
    assert 'id="p5"' in split


def test_each_half_of_a_split_around_a_new_paragraph_stands_at_its_own_place(client, desk_editor, desk, reporter, now):
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now)
    first, second = SECOND[3].split(", ")
    text = ferry_text(3, (*SECOND[:3], f"{first}.", HALL, f"It was {second}", *SECOND[4:]))
    file_version(story=ferry, based_on=versions[-1], text=text, actor=reporter, now=now)
    client.force_login(desk_editor)
    address = reverse("compare", args=[ferry.pk, 4, 5])
    inline, beside = (client.get(address, {"view": view}).content.decode() for view in ("inline", "side"))
    assert inline.index('id="p4"') < inline.index('id="p5"') < inline.index('id="p6"')
    assert "÷ split into ¶4 and ¶6" in row(inline, "p4")
    assert '÷ split from <a href="#p4">¶4</a>' in row(inline, "p6")
    assert '÷ part of ¶4, <a href="#p4">above</a>' in row(beside, "p6")


def test_a_merge_names_its_two_paragraphs_and_shows_the_break_that_went(html):
    merged = row(html("inline"), "p8")
    assert "&amp; merged from ¶5 and ¶6" in merged
    assert "in February. <del>¶</del> Its owner" in merged


def test_three_unchanged_paragraphs_are_folded_into_one_line(html):
    assert "<summary><b>3 paragraphs unchanged</b> ¶9–11</summary>" in html("inline")


def test_the_summary_links_to_the_first_of_each_kind(html):
    summary = re.search(r'<p class="summary">(.*?)</p>', html("inline"))[1]
    links = dict(re.findall(r'href="#(\w+)">([^<]+)</a>', summary))
    assert links == {
        "p2": "+1 new",
        "p1": "±3 edited",
        "p4": "÷1 split",
        "p8": "&amp;1 merged",
        "p3": "⇅1 moved",
        "old11": "−1 removed",
    }


def test_side_by_side_the_old_place_of_a_moved_paragraph_keeps_its_words(html):
    page = html("side")
    assert 'was ¶10, <a href="#old10">below</a>' in row(page, "p3")
    assert "another ferry of the same age" in row(page, "old10")
    assert 'class="old void"' in row(page, "p2")
    assert 'class="new void"' in row(page, "old11")


def test_the_headline_stands_old_above_new(html):
    page = html("inline")
    old = page.index("<del>Ferry with 212 aboard catches fire off Mokpo; nine hurt</del>")
    assert old < page.index("<ins>Crew says pump leaked for a week before ferry fire</ins>")


def test_unchanged_fields_are_shown_and_said_to_be_unchanged(html):
    assert 'By Rim Na-ra <span class="same">unchanged</span>' in html("inline")
    assert 'Mokpo-ferry-fire <span class="same">unchanged</span>' in html("inline")


def test_an_advisory_that_was_written_anew_stands_below_the_old_one(client, desk_editor, desk, reporter, now):
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now)
    file_version(
        story=ferry,
        based_on=versions[-1],
        text=ferry_text(3, (*SECOND, WAVES), attn="CORRECTS number of vessels in para 9"),
        actor=reporter,
        now=now,
    )
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 4, 5])).content.decode()
    old = page.index("<del>(ATTN: RECASTS headline; ADDS crew member&#x27;s remarks in para 2)</del>")
    assert old < page.index("<ins>(ATTN: CORRECTS number of vessels in para 9)</ins>")


def test_a_photo_row_tells_caption_words_and_credit(client, desk_editor, desk, reporter, now):
    old = (PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)"),)
    new = (PhotoUse(caption="The Namdo Star in port at Mokpo on March 9, 2026.", credit="(Coast Guard)"),)
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now, photos=((), (), old, new))
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 3, 4])).content.decode()
    photos = page[page.index('class="review-photos"') :]
    assert "± caption" in photos
    assert "The Namdo Star in <del>tow off</del> <ins>port at</ins> Mokpo" in photos
    assert "<del>Hanbit</del> <ins>Coast Guard</ins>" in photos


def test_photos_count_among_the_changes_and_stand_in_their_list(client, desk_editor, desk, reporter, now):
    kept = PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)")
    gone = PhotoUse(caption="Relatives wait at the terminal.", credit="(Hanbit)")
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now, photos=((), (), (), (gone, kept)))
    same, photos = ferry_text(3, SECOND, attn="DELETES photo"), (replace(kept, credit="(Coast Guard)"),)
    file_version(story=ferry, based_on=versions[-1], text=same, photos=photos, actor=reporter, now=now)
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 4, 5])).content.decode()
    listed = page[page.index('aria-label="Changes"') : page.index("</nav>", page.index('aria-label="Changes"'))]
    assert 'Changes <span class="cnt">2</span>' in listed
    assert 'The copy is the same, paragraph for paragraph. <a class="moved" href="#photo-1">▣2 photos</a>' in listed
    assert "Dropped photo 1 of the old text: " in listed
    assert "Edited the caption of photo 1: " in listed
    assert 'id="photo-2" tabindex="-1" data-change="Edited the caption of photo 1"' in page
    assert 'data-total="2">2 changes' in page
    clean = client.get(reverse("compare", args=[ferry.pk, 4, 5]), {"view": "clean"}).content.decode()
    assert "data-change" not in clean


def test_the_clean_view_has_the_photos_of_the_new_text_alone(client, desk_editor, desk, reporter, now):
    kept = PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)")
    gone = PhotoUse(caption="Relatives wait at the terminal.", credit="(Hanbit)")
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now, photos=((), (), (kept, gone), (kept,)))
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 3, 4]), {"view": "clean"}).content.decode()
    photos = page[page.index('class="review-photos"') :]
    assert "in tow off Mokpo" in photos
    assert "Relatives wait" not in photos
    assert 'class="tag' not in photos


def test_a_quotation_that_reads_otherwise_is_marked_word_by_word(client, desk_editor, desk, reporter, now):
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now)
    said = [graf.replace("sat in the dark", "stood in the dark") for graf in SECOND]
    file_version(story=ferry, based_on=versions[-1], text=ferry_text(3, tuple(said)), actor=reporter, now=now)
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 4, 5])).content.decode()
    facts = page[page.index('<ul class="facts">') : page.index("</form>", page.index('<ul class="facts">'))]
    assert "We <del>sat</del> <ins>stood</ins> in the dark for an hour" in facts


def test_a_picture_that_came_late_is_shown_with_its_caption(client, desk_editor, desk, reporter, now):
    kept = (PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)"),)
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now, photos=((), (), kept, kept))
    photo = bring_photo(data=file_of(scene()), name="star.jpg", actor=reporter, now=now).photo
    client.force_login(desk_editor)
    address = reverse("compare", args=[ferry.pk, 3, 4])
    assert "caption only" in client.get(address).content.decode()
    fill_placeholder(use=versions[-1].photos.get(), photo=photo, actor=reporter, now=now)
    page = client.get(address).content.decode()
    assert "caption only" not in page
    assert reverse("photo_about", args=[photo.sha256]) in page


@pytest.mark.parametrize("view", ["inline", "side", "clean"])
def test_a_script_in_any_text_is_text(client, desk, desk_editor, reporter, now, view):
    reporter.first_name = SCRIPT
    reporter.save()
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now)
    hostile = ferry_text(
        3,
        (*SECOND[:-1], f'He said "{SCRIPT} cost 41 won," twice.'),
        headline=SCRIPT,
        attn=f"ADDS {SCRIPT}",
        byline=f"By {SCRIPT}",
        dateline=f"{SCRIPT} --",
        note=SCRIPT,
    )
    photos = [PhotoUse(caption=SCRIPT, credit=f"({SCRIPT})")]
    file_version(story=ferry, based_on=versions[-1], text=hostile, photos=photos, actor=reporter, now=now)
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 4, 5]), {"view": view}).content.decode()
    assert SCRIPT not in page
    assert page.count("&lt;script&gt;") > 6
    assert "<script>" not in page


def test_an_old_text_with_a_script_is_text_where_it_was_cut(client, desk, desk_editor, reporter, now):
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now, filings=3)
    hostile = ferry_text(3, (SCRIPT, *LEAD), headline=f"{SCRIPT} {LEAD[0]}")
    hostile = file_version(story=ferry, based_on=versions[-1], text=hostile, actor=reporter, now=now)
    file_version(story=ferry, based_on=hostile, text=ferry_text(3, SECOND), actor=reporter, now=now)
    client.force_login(desk_editor)
    page = client.get(reverse("compare", args=[ferry.pk, 4, 5])).content.decode()
    assert SCRIPT not in page
    assert "<del>&lt;script&gt;alert(1)&lt;/script&gt;</del>" in page
