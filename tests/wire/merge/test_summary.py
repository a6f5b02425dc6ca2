from stories.wire.merge import came_in

BEFORE = {"headline": "Tunnel opens", "attn": "", "body": "One.\n\nTwo.\n\nThree."}


def test_it_names_lines_and_counts_paragraphs():
    after = {"headline": "Tunnel opens late", "attn": "ADDS", "body": "One.\n\n2.\n\nThree.\n\nFour."}

    assert came_in(BEFORE, after) == "headline, ATTN and 2 paragraphs"


def test_a_cut_counts_as_the_paragraph_it_was():
    assert came_in(BEFORE, BEFORE | {"body": "One.\n\nThree."}) == "1 paragraph"


def test_an_order_alone_is_said():
    assert came_in(BEFORE, BEFORE | {"body": "Two.\n\nOne.\n\nThree."}) == "the order of the paragraphs"


def test_nothing_is_nothing():
    assert came_in(BEFORE, BEFORE) == ""
