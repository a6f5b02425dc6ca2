"""The people of an evening at their screens, and what each of them does: steps with plain names.

A desk editor has a keyboard and no mouse: in their window a click is an error, and every button and link is
reached as a hand reaches it, with Tab.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import BrowserContext, Locator, Page, expect

from benchmarks.in_chromium import until_editor_is_up
from stories.models import Story

NO_MOUSE = "addEventListener('pointerdown', () => { throw new Error('the desk has no mouse'); }, true);"
AT_IT = "element => element === document.activeElement"
MANY = 60  # presses of Tab: what takes more is out of a hand's reach

READING = 600  # milliseconds: A right behind another A is taken for a slip

SLUG = "Harim-quake"
QUAKE = "An earthquake with a magnitude of 5.4 struck off Harim on Monday evening, the weather office said."
SHOOK = "Buildings shook for half a minute in Harim and in Daero, 40 kilometers inland."
HURT = "Eleven people were hurt, the fire service said."
HOTLINE = "The city opened a hotline for residents at 9:30 p.m."
TRAINS = "Trains on the coastal line stood still until midnight."
ALSO_HURT = '"It threw me out of my chair," said Gil Na-yeong, 41, who runs a bakery at the port.'


@dataclass
class Hand:
    """A person at a screen. Without a mouse there is no `page.click` in what they do: see `Desk`."""

    page: Page
    person: User

    def opens(self, name: str, *args: Any) -> None:
        self.page.goto(reverse(name, args=args))

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, words: str) -> None:
        self.page.keyboard.type(words)

    def comes_to(self, place: Locator, key: str = "Tab") -> int:
        """Tab until `place` has the focus; how many presses it took."""
        expect(place).to_be_visible()
        for pressed in range(MANY):
            if place.evaluate(AT_IT):
                return pressed
            self.page.keyboard.press(key)
        raise AssertionError(f"not reached with {MANY} presses of {key}: {place}")

    def takes(self, role: Any, name: Any, key: str = "Enter") -> int:
        """Come to the button or link of that name and press it."""
        pressed = self.comes_to(self.page.get_by_role(role, name=name).first)
        self.page.keyboard.press(key)
        return pressed

    def sees(self, words: Any, where: str = "body") -> None:
        expect(self.page.locator(where).first).to_contain_text(words)

    def hears(self, words: Any) -> None:
        """What the page says of what was just done."""
        expect(self.page.locator(".notices")).to_contain_text(words)

    def editor_is_up(self) -> None:
        self.page.wait_for_url(re.compile(r"/(draft|correction)/$"))
        until_editor_is_up(self.page)

    def is_saved(self) -> None:
        expect(self.page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))

    def writes(self, grafs: Sequence[str], **fields: str) -> None:
        """Put these fields and this copy in the place of what stands in the editor, by keyboard."""
        self.editor_is_up()
        self.page.locator(".cm-content").focus()
        self.presses("Control+a")
        for number, graf in enumerate(grafs):
            if number:
                self.presses("Enter")
            self.page.keyboard.insert_text(graf)
        for name, words in fields.items():  # after the copy: the numbers of an ATTN follow what is written later
            field = self.page.locator(f"#id_{name}")
            field.focus()
            expect(field).to_be_focused()
            self.presses("Control+a")
            self.page.keyboard.insert_text(words)
        self.is_saved()

    def signs(self, name: str) -> None:
        """Put a name to the copy, as a chip."""
        self.editor_is_up()
        self.takes("button", "+ Add")
        self.types(name)
        self.presses("Enter")

    def sends(self, button: str, words: Any) -> None:
        """Ctrl+Enter, and the button that has the focus in the last look."""
        self.presses("Control+Enter")
        go = self.page.locator(button)
        expect(go).to_be_focused()
        expect(go).to_contain_text(words)
        self.presses("Enter")

    def files(self, words: Any, sequence: int) -> None:
        self.sends("[data-filing-go]", words)
        self.page.wait_for_url(f"**/versions/{sequence}/")

    def submits(self) -> None:
        self.sends("[data-submit-go]", "Submit to the")
        self.hears("Submitted to the")

    def unread(self) -> int:
        """What the bell on this page says."""
        words = self.page.locator("[data-bell-words]").inner_text()
        number = re.search(r"\d+", words)
        return int(number[0]) if number else 0

    def reads_the_bell(self) -> list[str]:
        """The events on the page of notifications, newest first."""
        self.opens("notifications")
        return [" ".join(words.split()) for words in self.page.locator(".told-what > a").all_inner_texts()]


class Desk(Hand):
    """A desk editor: in their window a click is an error."""

    def opens_the_queue(self) -> None:
        self.opens("queue")

    def waiting(self) -> list[str]:
        """The sluglines that wait, in the order of the page."""
        return self.page.locator(".st .slug").all_inner_texts()

    def opens_the_first_that_waits(self) -> None:
        self.opens_the_queue()
        expect(self.page.locator(".st").first).to_be_visible()
        self.presses("j", "Enter")
        self.review_is_up()

    def review_is_up(self) -> None:
        """Its keys too: the scripts show this button when they are there."""
        expect(self.page.locator("[data-approve]")).to_be_visible()
        expect(self.page.locator("[data-note-here]")).to_be_visible()

    def approves(self, slugline: str = SLUG) -> None:
        """A, once it is read; with facts unchecked, Enter says that they are approved all the same."""
        self.review_is_up()
        self.page.wait_for_timeout(READING)
        self.presses("a")
        unchecked = self.page.get_by_role("dialog", name="Facts not checked")
        toast = self.page.locator("[data-toast]")
        expect(unchecked.or_(toast).first).to_be_visible()
        if unchecked.is_visible():
            self.presses("Enter")
        expect(toast).to_contain_text(f"Approved: {slugline}.")

    def notes(self, words: str) -> None:
        """C, the words, Ctrl+Enter."""
        self.presses("c")
        expect(self.page.locator("#note-remark")).to_be_focused()
        self.types(words)
        self.presses("Control+Enter")
        expect(self.page.locator(".threads.under")).to_contain_text(words.split("@")[0].strip())


def at_the_desk(page: Page, person: User) -> Desk:
    page.context.add_init_script(NO_MOUSE)
    return Desk(page, person)


def window(new_context: Callable[..., BrowserContext], signed_in: Callable[..., User], person: User) -> Page:
    context = new_context()
    signed_in(person, context)
    return context.new_page()


def the_story(slugline: str = SLUG) -> Story:
    return Story.objects.get(slugline=slugline)
