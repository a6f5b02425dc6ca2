"""Coming in: name and password, and a code where the person has asked for one."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import load_backend, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from stories.forms.account import CodeForm
from stories.queries.sign_in import next_try
from stories.services.refusals import Refused
from stories.services.second_step import check_code, has_second_step
from stories.services.signing_in import forget_failures, note_failure
from stories.views import session_end
from stories.views.ways import way_back

HALF_IN = "half_in"  # in the session between the password and the code: who, by which backend, since when, where to
HALF_IN_LASTS = timedelta(minutes=5)


class SignIn(LoginView):
    template_name = "sign_in.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tells who failed too often when to come back, before a password is looked at."""
        now = timezone.now()
        wait = next_try(*self.tried(), now)
        if wait is None:
            return super().post(request, *args, **kwargs)
        return too_often(request, wait, now)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        note_failure(**dict(zip(("name", "address"), self.tried(), strict=True)), now=timezone.now())
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        person, to = form.get_user(), self.get_success_url()
        if not has_second_step(person):
            name, address = self.tried()
            forget_failures(name=name, address=address)
            return come_in(self.request, person, to)
        # The failures stay until the code is right: else the password, given again, would clear guesses at the code.
        self.request.session.cycle_key()
        since = timezone.now().timestamp()
        self.request.session[HALF_IN] = {"person": person.pk, "backend": person.backend, "since": since, "to": to}
        return redirect("sign_in_code")

    def get_redirect_url(self) -> str:
        return way_back(self.request, super().get_redirect_url(), "")

    def tried(self) -> tuple[str, str]:
        return self.request.POST.get("username", "")[:254], address_of(self.request)


sign_in = SignIn.as_view()


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second step. A wrong code counts as a failed sign-in too; after five minutes the password is asked anew."""
    now = timezone.now()
    person, to = half_in(request, now)
    if person is None:
        return redirect("sign_in")
    name, address = person.get_username(), address_of(request)
    if wait := next_try(name, address, now):
        return too_often(request, wait, now)
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return render(request, "sign_in_code.html", {"form": form}, status=422 if request.POST else 200)
    try:
        check_code(person=person, code=form.cleaned_data["code"])
    except Refused as refusal:
        note_failure(name=name, address=address, now=now)
        form.add_error("code", refusal.message)
        return render(request, "sign_in_code.html", {"form": form}, status=422)
    forget_failures(name=name, address=address)
    return come_in(request, person, to)


def come_in(request: HttpRequest, person: User, to: str) -> HttpResponse:
    request.session.pop(HALF_IN, None)
    login(request, person)
    session_end.begin(request)
    return redirect(to)


def half_in(request: HttpRequest, now: datetime) -> tuple[User | None, str]:
    """Who gave the right password a moment ago, and where they were going; None for nobody."""
    told = request.session.get(HALF_IN, {})
    if not told or now.timestamp() - told["since"] > HALF_IN_LASTS.total_seconds():
        return None, ""
    person = load_backend(told["backend"]).get_user(told["person"])
    if person is not None:
        person.backend = told["backend"]
    return person, way_back(request, told["to"], resolve_url(settings.LOGIN_REDIRECT_URL))


def too_often(request: HttpRequest, wait: datetime, now: datetime) -> HttpResponse:
    answer = render(request, "sign_in_wait.html", {"wait": wait}, status=429)
    answer.headers["Retry-After"] = str(max(1, round((wait - now).total_seconds())))
    return answer


def address_of(request: HttpRequest) -> str:
    """Where the request came from: behind a proxy, what that proxy saw (it adds to the end of the list)."""
    if settings.BEHIND_PROXY and (seen := request.headers.get("X-Forwarded-For", "")):
        return seen.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
