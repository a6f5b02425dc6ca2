"""Two people's changes to one list: nothing that either typed is left out."""

from hypothesis import given
from hypothesis import strategies as st

from stories.wire.merge.rows import Clash, merge_rows


def rows(*pairs: tuple[str, str]) -> list[dict[str, object]]:
    return [{"photo": photo, "caption": caption} for photo, caption in pairs]


BASE = rows(("a", "Ann"), ("b", "Ben"), ("c", "Cho"))


def merged(mine, theirs, base=BASE):
    return merge_rows(base, mine, theirs, key="photo")


def names(found):
    return "".join(str(row["photo"]) for row in found.rows)


def test_words_changed_in_different_rows_are_both_taken():
    found = merged(rows(("a", "Mine"), ("b", "Ben"), ("c", "Cho")), rows(("a", "Ann"), ("b", "Ben"), ("c", "Theirs")))
    assert [row["caption"] for row in found.rows] == ["Mine", "Ben", "Theirs"]
    assert not found.clashes


def test_the_same_words_changed_by_both_clash_and_mine_stand():
    found = merged(rows(("a", "Mine"), *[("b", "Ben")]), rows(("a", "Theirs"), ("b", "Ben")), BASE[:2])
    assert found.clashes == (Clash(0, "caption", "Mine", "Theirs"),)
    assert found.rows[0]["caption"] == "Mine"


def test_rows_added_by_both_stand_behind_their_neighbours():
    mine, theirs = [*BASE[:1], *rows(("m", "")), *BASE[1:]], [*BASE, *rows(("t", ""))]
    assert names(merged(mine, theirs)) == "ambct"


def test_an_order_that_one_side_changed_is_taken():
    assert names(merged(BASE[::-1], BASE)) == "cba"
    assert names(merged(BASE, BASE[::-1])) == "cba"


def test_a_row_taken_out_is_gone_unless_the_other_wrote_in_it():
    assert names(merged(BASE[1:], BASE)) == "bc"
    assert names(merged(BASE[1:], rows(("a", "Theirs"), ("b", "Ben"), ("c", "Cho")))) == "abc"


def test_one_photo_twice_is_two_rows():
    twice = rows(("a", "One"), ("a", "Two"))
    found = merged(rows(("a", "One"), ("a", "Mine")), rows(("a", "Theirs"), ("a", "Two")), twice)
    assert [row["caption"] for row in found.rows] == ["Theirs", "Mine"]


LISTS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from(["", "x", "y"])), max_size=6).map(
    lambda pairs: rows(*pairs)
)


@given(LISTS, LISTS)
def test_what_one_side_did_alone_is_what_comes_of_it(base, changed):
    assert list(merged(changed, base, base).rows) == changed
    assert list(merged(base, changed, base).rows) == changed


@given(LISTS, LISTS, LISTS)
def test_every_caption_that_somebody_typed_is_in_the_rows_or_in_a_clash(base, mine, theirs):
    found = merged(mine, theirs, base)
    old = {(row["photo"], row["caption"]) for row in base}
    there = {row["caption"] for row in found.rows} | {clash.theirs for clash in found.clashes}
    for row in (*mine, *theirs):
        if (row["photo"], row["caption"]) not in old:
            assert row["caption"] in there
