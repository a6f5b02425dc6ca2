"""The drill of benchmarks/drill_browsers.py in short: two write on while the server is killed and comes back."""

import tempfile
from pathlib import Path

from benchmarks.drill_browsers import drill


def test_both_texts_are_whole_after_the_server_was_killed_under_two_browsers(launch_browser):
    opened = []

    def browser():
        opened.append(launch_browser())
        return opened[-1]

    with tempfile.TemporaryDirectory(prefix="writethru-") as folder:
        found = drill(browser, Path(folder), minutes=0.25, kills=1)
    for one in opened:
        one.close()
    assert found.broken == []
    assert len(found.back) == 2
    assert min(found.typed.values()) >= 3
