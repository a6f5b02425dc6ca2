"""What a key sets off in the browser, counted rather than timed: a count does not depend on the machine."""

import json

MOST_STYLED = 100  # elements at one key; a rule that reaches the whole page styles all of its seven hundred


def test_a_key_styles_its_paragraph_and_not_the_page(editor, browser, tmp_path):
    editor.at_end_of(3)
    editor.page.keyboard.type("x")
    editor.page.wait_for_timeout(800)  # the server's answer to it is drawn
    browser.start_tracing(page=editor.page, path=tmp_path / "trace.json", categories=["devtools.timeline"])
    editor.page.keyboard.press("y")
    editor.page.wait_for_timeout(100)
    browser.stop_tracing()
    events = json.loads((tmp_path / "trace.json").read_text())["traceEvents"]
    styled = [event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree"]
    assert styled
    assert max(styled) <= MOST_STYLED
