"""What every page of the newsroom asks before it opens."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from stories import permissions
from stories.queries.people import name_of
from stories.views.parking import park_typed
from stories.views.session import typed_fields

View = Callable[..., HttpResponse]

OTHER_PERSON = "{} is signed in here now, and this page was opened by somebody else."
NO_ROLE = "You are signed in, but you have no role in this newsroom yet. An admin gives roles."


def newsroom_page(view: View) -> View:
    """Opens a view to people with a role; the answer is kept by no cache between here and the reader.

    Signed out: the sign-in page, or, where something was typed, a page that shows it, and keeps a draft's text.
    Signed in without a role: 403, and it says so.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            response = signed_out(request)
        elif not permissions.in_newsroom(request.user):
            raise PermissionDenied(NO_ROLE)
        else:
            response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    # The middleware would answer first, and lose what a signed-out person had typed.
    return login_not_required(guarded)


def other_person(request: HttpRequest) -> str:
    """Why nothing is done in the asker's name: another person opened the page, in this browser. "" where none did."""
    writer = request.POST.get("writer")
    return "" if writer in (None, str(request.user.pk)) else OTHER_PERSON.format(name_of(request.user))


def signed_out(request: HttpRequest) -> HttpResponse:
    typed = typed_fields(request)
    if typed:
        parked = park_typed(request, timezone.now())
        return render(request, "signed_out.html", {"typed": typed, "parked": parked}, status=403)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
