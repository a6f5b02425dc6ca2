"""Reporters over HTTP: they save and file without end, and write down what the server acknowledged."""

import http.client
import json
import random
import re
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from benchmarks.invented import graf

PASSWORD = "a password for the drill"
AGAIN_AFTER = 0.1  # seconds; six writers who knock without a pause take the time that the server needs to come back
SESSION, TOKEN = "writethru_session", "writethru_csrf"


class Over(Exception):  # noqa: N818 - the drill ends, which is no error
    """The drill is over."""


@dataclass
class Acknowledged:
    """What the server said is safe: the last paragraph of each save, and (filing key, sequence) of each filing."""

    saves: list[str] = field(default_factory=list)
    filings: list[tuple[str, int]] = field(default_factory=list)
    unanswered: int = 0
    failures: int = 0

    @property
    def count(self) -> int:
        return len(self.saves) + len(self.filings)


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str

    def value_of(self, name: str) -> str:
        """The value of a form's field on the page."""
        return re.search(rf'name="{name}" value="([^"]*)"', self.text)[1]


class Writer(threading.Thread):
    """One reporter on one story. Each save ends in a paragraph like no other, so that it can be found again."""

    def __init__(self, port: int, username: str, story: str, over: threading.Event) -> None:
        super().__init__(name=username, daemon=True)
        self.port, self.username, self.story, self.over = port, username, story, over
        self.chance = random.Random(username)
        self.cookies: dict[str, str] = {}
        self.connection: http.client.HTTPConnection | None = None
        self.acknowledged = Acknowledged()
        self.written = 0
        self.broken: BaseException | None = None

    def run(self) -> None:
        try:
            while True:
                self.write_and_file()
        except Over:
            return
        except BaseException as error:
            self.broken = error

    def write_and_file(self) -> None:
        """A draft from its opening to the wire; where the server says that it is another one now, anew."""
        self.post(f"/stories/{self.story}/draft/open/", {})
        page = self.ask("GET", f"/stories/{self.story}/draft/")
        if page.status != 200:
            return self.sign_in()
        draft, revision = page.value_of("draft"), int(page.value_of("revision"))
        session, grafs = f"{self.username}-{self.written}", [graf(self.chance) for _ in range(6)]
        for serial in range(1, self.chance.randint(3, 9)):
            said = self.save(draft, revision, session, serial, grafs)
            if said is None:
                return None
            revision = said
        return self.file()

    def save(self, draft: str, revision: int, session: str, serial: int, grafs: list[str]) -> int | None:
        """Autosave what is typed now; the revision it became, None where it was refused."""
        self.written += 1
        last = f"{self.username} wrote paragraph number {self.written} of this drill."
        typed = {
            "headline": f"Drill of {self.username}",
            "byline": "By Drill Writer",
            "body": "\n\n".join([*grafs, last]),
        }
        place = {"draft": draft, "revision": revision, "session": session, "serial": serial}
        answer = self.post(f"/stories/{self.story}/draft/autosave/", typed | place)
        if answer.status != 200:
            return None
        self.acknowledged.saves.append(last)
        return int(json.loads(answer.text)["revision"])

    def file(self) -> None:
        """Send the draft to the wire, with one key however often it takes."""
        address = f"/stories/{self.story}/draft/file/"
        page = self.ask("GET", address)
        if page.status != 200:
            return
        given = {name: page.value_of(name) for name in ("draft", "revision", "filing_key")}
        answer = self.post(address, given)
        filed = re.search(r"/versions/(\d+)/$", answer.headers.get("Location", ""))
        if filed:
            self.acknowledged.filings.append((given["filing_key"], int(filed[1])))

    def sign_in(self) -> None:
        self.cookies = {}
        self.ask("GET", "/sign-in/")
        self.post("/sign-in/", {"username": self.username, "password": PASSWORD})

    def post(self, path: str, fields: dict[str, object]) -> Answer:
        return self.ask("POST", path, urlencode(fields | {"csrfmiddlewaretoken": self.cookies.get(TOKEN, "")}))

    def ask(self, method: str, path: str, body: str | None = None) -> Answer:
        """The same request again and again until the server answers it; Over once the drill is."""
        while not self.over.is_set():
            try:
                answer = self._ask(method, path, body)
            except (OSError, http.client.HTTPException):
                self.acknowledged.unanswered += 1
                self.connection = None
            else:
                if answer.status < 500:
                    return answer
                self.acknowledged.failures += 1
            time.sleep(AGAIN_AFTER)
        raise Over

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        got = self.connection.getresponse()
        text = got.read().decode()
        for line in got.headers.get_all("Set-Cookie", ()):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(got.status, got.headers, text)
