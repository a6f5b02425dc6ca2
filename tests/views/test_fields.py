"""The editor's fields read as crispy forms would draw them."""

from html.parser import HTMLParser

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field

from stories.forms import DraftForm
from stories.templatetags.fields import written

LINES = ("headline", "attn", "byline", "dateline", "body", "email", "qualifiers", "note")
HOSTILE = '"><script>alert(1)</script>&amp;'
FORMS = {
    "empty": lambda: DraftForm(initial={}),
    "first filing": lambda: DraftForm(initial={}, may_be_urgent=True),
    "begun": lambda: DraftForm(initial=dict.fromkeys(LINES, "\nTwo lines,\n\nand one.")),
    "typed": lambda: DraftForm(dict.fromkeys(LINES, "Boats are back.")),
    "hostile": lambda: DraftForm(dict.fromkeys(LINES, HOSTILE)),
    "refused": lambda: DraftForm(dict.fromkeys(LINES, "x" * 400_001)),
}


class Parts(HTMLParser):
    """Elements with their attributes, and what is written between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.parts.append((tag, sorted(attrs)))

    def handle_endtag(self, tag):
        self.parts.append(tag)

    def handle_data(self, data):
        within = self.parts and self.parts[-1][0] == "textarea"
        if data.strip():
            self.parts.append(data if within else data.strip())


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("state", FORMS)
def test_a_field_is_the_one_that_crispy_forms_draws(state, name):
    form = FORMS[state]()

    assert Parts(written(form[name])).parts == Parts(as_crispy_field(form[name])).parts
