"""The newsroom with the floors of its pages more: bare views that show the same rows, behind the same sign-in."""

import difflib

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import include, path

from stories.models import Draft, Version

DRAFT = Engine().from_string(
    "<!doctype html><title>{{ draft.headline }}</title><form><input value='{{ draft.headline }}'>"
    "<input value='{{ draft.attn }}'><textarea>{{ draft.body }}</textarea></form>"
    "{% for kind, text in rows %}<p class='{{ kind }}'>{{ text }}</p>{% endfor %}"
)
VERSIONS = Engine().from_string(
    "<!doctype html><title>{{ newest.headline }}</title><article>{{ newest.body|linebreaks }}</article><ol>"
    "{% for one in versions %}<li><a href='/floor/{{ one.pk }}/'>{{ one.headline }}</a> {{ one.filed_at }}</li>"
    "{% endfor %}</ol>"
)


def draft(request: HttpRequest, pk: str) -> HttpResponse:
    found = Draft.objects.select_related("based_on").get(story=pk, closed_at=None)
    before, after = (text.split("\n\n") for text in (found.based_on.body, found.body))
    rows = []
    for kind, _, _, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        rows += [(kind, text) for text in after[start:end]]
    return HttpResponse(DRAFT.render(Context({"draft": found, "rows": rows})))


def versions(request: HttpRequest, pk: str) -> HttpResponse:
    found = list(Version.objects.filter(story=pk).select_related("filed_by").order_by("-sequence"))
    return HttpResponse(VERSIONS.render(Context({"newest": found[0], "versions": found})))


urlpatterns = [
    path("floor/<slug:pk>/draft/", draft),
    path("floor/<slug:pk>/", versions),
    path("", include("newsroom.urls")),
]
