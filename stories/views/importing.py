"""Filed texts from outside: read, shown beside their problems, and only then kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stories.forms import CopyInForm
from stories.views.guard import newsroom_page


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "import.html", {"form": CopyInForm(), "here": "import"})
