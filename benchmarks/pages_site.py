"""The newsroom with one page more: the floor, a bare view that shows a difflib diff of two versions."""

import difflib

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import include, path

from stories.models import Version

PAGE = Engine().from_string(
    "<!doctype html><title>{{ new.headline }}</title><h1>{{ new.headline }}</h1>"
    "{% for kind, words in runs %}{% if kind == 'equal' %}{{ words }}{% elif kind == 'insert' %}<ins>{{ words }}</ins>"
    "{% else %}<del>{{ words }}</del>{% endif %} {% endfor %}"
)


@login_not_required
def floor(request: HttpRequest, pk: str, a: int, b: int) -> HttpResponse:
    old, new = (Version.objects.get(story=pk, sequence=sequence) for sequence in (a, b))
    before, after = old.body.split(), new.body.split()
    runs = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("equal", " ".join(before[i:j])))
        else:
            runs += [("delete", " ".join(before[i:j])), ("insert", " ".join(after[k:m]))]
    return HttpResponse(PAGE.render(Context({"new": new, "runs": runs})))


urlpatterns = [path("floor/<slug:pk>/<int:a>/<int:b>/", floor), path("", include("newsroom.urls"))]
