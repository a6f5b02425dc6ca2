"""Setting up the second step of signing in, and ending it; both ask who is at the keyboard for the password first."""

from datetime import datetime, timedelta

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.forms.account import FirstCodeForm, OwnPasswordForm
from stories.queries.sign_in import next_try
from stories.services.refusals import Refused
from stories.services.second_step import begin_second_step, check_may_begin, confirm_second_step, end_second_step
from stories.services.signing_in import note_failure
from stories.views.account import account
from stories.views.guard import newsroom_page
from stories.views.sign_in import address_of, too_often

SETTING_UP = "setting_up_second_step"  # in the session: when the password was given for it
SETTING_UP_LASTS = timedelta(minutes=15)


@newsroom_page
@require_POST
def second_step(request: HttpRequest) -> HttpResponse:
    """With the password: the secret for the phone. With the code it shows then: turned on, and the codes for paper."""
    now = timezone.now()
    try:
        check_may_begin(actor=request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("account")
    if "code" not in request.POST:
        if refused := unless_own_password(request, now):
            return refused
        request.session[SETTING_UP] = now.timestamp()
        return secret(request, FirstCodeForm())
    if not setting_up(request, now):
        messages.error(request, "Give your password again first: the code came too long after it.")
        return redirect("account")
    form = FirstCodeForm(request.POST)
    if not form.is_valid():
        return secret(request, form, status=422)
    try:
        codes = confirm_second_step(actor=request.user, code=form.cleaned_data["code"])
    except Refused as refusal:
        form.add_error("code", refusal.message)
        return secret(request, form, status=422)
    del request.session[SETTING_UP]
    return render(request, "paper_codes.html", {"codes": codes})


def secret(request: HttpRequest, form: FirstCodeForm, status: int = 200) -> HttpResponse:
    begun = begin_second_step(actor=request.user)
    drawn = segno.make(begun.address, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff")
    return render(request, "second_step.html", {"form": form, "drawn": drawn, "secret": begun.secret}, status=status)


def setting_up(request: HttpRequest, now: datetime) -> bool:
    return now.timestamp() - request.session.get(SETTING_UP, 0) <= SETTING_UP_LASTS.total_seconds()


@newsroom_page
@require_POST
def second_step_off(request: HttpRequest) -> HttpResponse:
    if refused := unless_own_password(request, timezone.now()):
        return refused
    end_second_step(person=request.user)
    messages.success(request, "Your password alone signs you in again.")
    return redirect("account")


def unless_own_password(request: HttpRequest, now: datetime) -> HttpResponse | None:
    """The answer to who does not give the person's password: asked again, and after some guesses told to wait."""
    form = OwnPasswordForm(request.user, request.POST)
    name, address = request.user.get_username(), address_of(request)
    if wait := next_try(name, address, now):
        return too_often(request, wait, now)
    if form.is_valid():
        return None
    note_failure(name=name, address=address, now=now)
    return account(request, form, status=422)
