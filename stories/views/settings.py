"""How a person wants the newsroom to look and to call."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from stories.forms import PreferencesForm
from stories.models import Preferences
from stories.services.preferences import NoSuchChoice, keep_preferences
from stories.views.guard import newsroom_page


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """GET: the choices as they stand. POST: keep them."""
    own = Preferences.objects.filter(person=request.user).first() or Preferences(person=request.user)
    given = [request.POST] if request.method == "POST" else []
    form = PreferencesForm.of(own, *given, email=request.user.email)
    if request.method == "POST" and form.is_valid():
        try:
            keep_preferences(actor=request.user, **form.chosen())
        except NoSuchChoice as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, "Your settings are kept.")
            return redirect("settings")
    status = 422 if form.is_bound else 200
    return render(request, "settings.html", {"form": form, "here": "settings"}, status=status)
