"""A person's own account, and its password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import (
    PasswordChangeView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from stories.forms.account import OwnPasswordForm, ResetForm
from stories.permissions import is_desk_editor
from stories.queries.sign_in import next_try
from stories.services.second_step import has_second_step
from stories.services.signing_in import note_failure
from stories.views.guard import newsroom_page
from stories.views.sign_in import address_of, too_often


@newsroom_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return account(request, OwnPasswordForm(request.user))


def account(request: HttpRequest, form: OwnPasswordForm, status: int = 200) -> HttpResponse:
    context = {"may_have": is_desk_editor(request.user), "on": has_second_step(request.user), "form": form}
    return render(request, "account.html", context, status=status)


class ChangePassword(PasswordChangeView):
    """Ends the person's other sessions too: they carry a hash of the password they were opened with."""

    template_name = "password_change.html"
    success_url = reverse_lazy("account")

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Who sits down at somebody else's desk guesses no longer than at the sign-in page."""
        now = timezone.now()
        if wait := next_try(request.user.get_username(), address_of(request), now):
            return too_often(request, wait, now)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        if "old_password" in form.errors:
            name, address = self.request.user.get_username(), address_of(self.request)
            note_failure(name=name, address=address, now=timezone.now())
        return super().form_invalid(form)

    def form_valid(self, form: object) -> HttpResponse:
        messages.success(self.request, "Your password is changed. Other browsers you were signed in with are out.")
        return super().form_valid(form)


class AskReset(PasswordResetView):
    """Answers the same whether there is such an address or not, and mails one asker so often and no more."""

    form_class = ResetForm
    template_name = "password_reset.html"
    email_template_name = "emails/password_reset.txt"
    subject_template_name = "emails/password_reset_subject.txt"
    success_url = reverse_lazy("password_reset_sent")

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        now, asked = timezone.now(), f"reset {request.POST.get('email', '')[:254]}"
        if wait := next_try(asked, address_of(request), now):
            return too_often(request, wait, now)
        note_failure(name=asked, address=address_of(request), now=now)
        # Not the host of the request, which is whatever somebody else's browser said.
        self.extra_email_context = {"public_url": settings.PUBLIC_URL}
        return super().post(request, *args, **kwargs)


class ResetSent(PasswordResetDoneView):
    template_name = "password_reset_sent.html"


class Reset(PasswordResetConfirmView):
    template_name = "password_reset_confirm.html"
    success_url = reverse_lazy("sign_in")

    def form_valid(self, form: object) -> HttpResponse:
        messages.success(self.request, "Your new password is set. Sign in with it.")
        return super().form_valid(form)


# Django's own views take PUT for POST, and a link that is none answers everything.
by_form = require_http_methods(["GET", "HEAD", "POST"])
change_password = newsroom_page(by_form(ChangePassword.as_view()))
ask_reset = by_form(AskReset.as_view())
reset_sent = require_safe(ResetSent.as_view())
reset = by_form(Reset.as_view())
