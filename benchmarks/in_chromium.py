"""What everyone who drives the desk's pages waits for."""

import time

from playwright.sync_api import Error, Page

READY = "performance.getEntriesByName('editor-ready').length > 0"


def until_editor_is_up(page: Page, *, seconds: float = 10.0) -> None:
    """Until the editor's scripts have run; TimeoutError after `seconds`.

    Asked from here, time and again: the content policy refuses the evaluation that a waiting page would do.
    The page may be on its way yet, and is asked anew when it has come.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if page.evaluate(READY):
                return
        except Error as gone:
            if "context was destroyed" not in gone.message:
                raise
        page.wait_for_timeout(25)
    raise TimeoutError("the editor did not come up")
