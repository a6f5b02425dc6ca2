"""A real Chromium on a real server, for tests that need both.

    def test_the_board_reads_well(page, screen, signed_in, axe, screenshot):
        signed_in("reporter")       # a fixture of the cast by name, or a user
        page.goto("/")              # addresses are the live server's
        axe(page)                   # fails on any accessibility violation
        screenshot(page, "board")   # kept where WRITETHRU_SCREENSHOTS names a folder

A test that asks for `screen` runs on four: 1440 and 390 pixels wide, light and dark. One that asks for
`without_javascript` runs without. `new_context()` opens a second person's browser. Every test fails on
an error in the console, which is also where Chromium reports what the content policy blocked; a test
that expects one (a refused page is one) adds a part of its text to `expected_complaints`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from pytest_django.live_server_helper import LiveServer

from tests.browser.slowly import slow_down

INSTALL = "apt-get install -y --no-install-recommends chromium libatomic1"
QUIET = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]
# Chromium goes by the last list alone, so the driver's own stands here again. Behind it are the two pages that the
# address bar of each new window loads: without them a window is there in two thirds of the time.
NOT_NEEDED = """
    AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose HttpsUpgrades HttpsFirstBalancedModeAutoEnable
    LensOverlay MediaRouter PaintHolding ThirdPartyStoragePartitioning AvoidCorsURLLoaderRestartOnRedirect
    OptimizationHints NetworkTimeServiceQuerying AimEnabled PreconnectToSearch
    WebUIOmniboxPopup WebUIOmniboxAimPopup
""".split()
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PATIENCE = 10_000  # milliseconds; two cores may be running two of these at once


@dataclass(frozen=True)
class Screen:
    """A window a desk really has."""

    name: str
    width: int
    height: int
    theme: str


DESK = Screen("1440-light", 1440, 900, "light")
SCREENS = (
    DESK,
    Screen("1440-dark", 1440, 900, "dark"),
    Screen("390-light", 390, 844, "light"),
    Screen("390-dark", 390, 844, "dark"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def database_beside_an_event_loop(pytestconfig: pytest.Config) -> Iterator[None]:
    """Playwright's loop runs in the tests' thread, where Django would refuse the database for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        if pytestconfig.getoption("slow_pages"):
            slow_down(patch)
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    try:
        driver = sync_playwright().start()
    except Exception as error:  # its bundled runtime fails in its own ways where libatomic1 is absent
        pytest.skip(f"the browser driver does not start ({type(error).__name__}): {INSTALL}")
    expect.set_options(timeout=PATIENCE)
    yield driver
    driver.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip(f"no Chromium here: {INSTALL}")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium, "args": [*QUIET, f"--disable-features={','.join(NOT_NEEDED)}", *root]}


@pytest.fixture(scope="session")
def browser(launch_browser: Callable[[], Browser]) -> Iterator[Browser]:
    try:
        opened = launch_browser()
    except PlaywrightError as error:
        pytest.skip(f"Chromium does not start ({error.message.splitlines()[0]}): {INSTALL}")
    yield opened
    opened.close()


@pytest.fixture(params=SCREENS, ids=lambda screen: screen.name)
def screen(request: pytest.FixtureRequest) -> Screen:
    return request.param


@pytest.fixture
def without_javascript() -> bool:
    """Asked for by a test that must hold with JavaScript off."""
    return True


@pytest.fixture
def browser_context_args(request: pytest.FixtureRequest, live_server: LiveServer) -> dict[str, Any]:
    seen_on = request.getfixturevalue("screen") if "screen" in request.fixturenames else DESK
    return {
        "base_url": live_server.url,
        "viewport": {"width": seen_on.width, "height": seen_on.height},
        "color_scheme": seen_on.theme,
        "has_touch": seen_on.width < 500,
        "java_script_enabled": "without_javascript" not in request.fixturenames,
        "locale": "en-US",
        "timezone_id": settings.TIME_ZONE,
        "reduced_motion": "reduce",
    }


@pytest.fixture
def expected_complaints() -> list[str]:
    """Parts of console errors that this test means to cause."""
    return []


@pytest.fixture
def complaints(expected_complaints: list[str]) -> Iterator[list[str]]:
    """What the console reported as an error; anything unexpected fails the test."""
    heard: list[str] = []
    yield heard
    surprising = [line for line in heard if not any(part in line for part in expected_complaints)]
    assert not surprising, "the browser complained:\n" + "\n".join(surprising)


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext], complaints: list[str]) -> Callable[..., BrowserContext]:
    def listening_context(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.on(
            "console",
            lambda message: (
                complaints.append(f"{message.text} ({message.location['url']})") if message.type == "error" else None
            ),
        )
        context.on("weberror", lambda broken: complaints.append(str(broken.error)))
        return context

    return listening_context


@pytest.fixture
def signed_in(request: pytest.FixtureRequest, context: BrowserContext, live_server: LiveServer) -> Callable[..., User]:
    """`signed_in("reporter")` signs one of the cast in; `signed_in(user, second_context)` another person elsewhere."""

    def sign_in(who: str | User, browser_of: BrowserContext = context) -> User:
        person = request.getfixturevalue(who) if isinstance(who, str) else who
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        browser_of.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return person

    return sign_in


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails, naming rule and element, on any accessibility violation."""
    rules = Axe()

    def check(page: Page) -> None:
        violations = rules.run(page, options=AXE_RULES).response["violations"]
        named = [f"{found['id']}: {found['help']}\n  {node['html']}" for found in violations for node in found["nodes"]]
        assert not named, f"{len(named)} on {page.url}:\n" + "\n".join(named)

    return check


@pytest.fixture(scope="session")
def fits() -> Callable[[Page], None]:
    """`fits(page)` fails where the page must be moved sideways to be read."""

    def check(page: Page) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} is {wide} pixels wider than the window"

    return check


@pytest.fixture
def screenshot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """`screenshot(page, "board")` keeps board-1440-light.png in the folder that WRITETHRU_SCREENSHOTS names."""
    folder = os.environ.get("WRITETHRU_SCREENSHOTS")
    seen_on = request.getfixturevalue("screen") if "screen" in request.fixturenames else DESK

    def keep(page: Page, name: str, *, full_page: bool = True) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{seen_on.name}.png", full_page=full_page)

    return keep
