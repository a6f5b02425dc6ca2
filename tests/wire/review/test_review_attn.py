from stories.wire.diff import diff
from stories.wire.review import check_attn
from stories.wire.story import WireStory

OLD = WireStory(
    headline="Storm closes Jindo ferry lines",
    grafs=(
        "A storm closed all ferry lines to Jindo on Monday, the port authority of Mokpo said.",
        "About 400 people waited in the terminal, where the city handed out blankets and soup.",
    ),
)
NEW = WireStory(
    headline="Storm closes Jindo ferry lines for third day",
    attn="CHANGES headline; ADDS remarks in para 3",
    grafs=(
        *OLD.grafs,
        '"Nobody will sail before the swell is under two meters," harbor master Noh Sang-min told reporters.',
    ),
)


def check(new, old=OLD):
    return check_attn(old, new, diff(old, new))


def with_attn(attn):
    return WireStory(headline=NEW.headline, attn=attn, grafs=NEW.grafs)


def test_a_line_that_says_what_changed_matches():
    found = check(NEW)
    assert found.matches
    assert [(verdict.claim, verdict.grafs) for verdict in found.held] == [("headline", ()), ("remarks in para 3", (2,))]


def test_a_wrong_paragraph_number_is_questioned_with_the_right_one():
    found = check(with_attn("CHANGES headline; ADDS remarks in para 2"))
    assert not found.matches
    assert "3" in found.wrong[0].right


def test_a_change_that_no_clause_declares_is_named():
    found = check(with_attn("ADDS remarks in para 3"))
    assert not found.matches
    assert [note.code for note in found.missing] == ["headline"]


def test_an_empty_line_is_not_checked():
    found = check(with_attn(""))
    assert not found.matches
    assert not found.wrong
    assert not found.missing
