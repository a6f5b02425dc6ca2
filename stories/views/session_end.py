"""Sessions that last while somebody works and end when nobody does."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SINCE, RENEWED = "signed_in_since", "renewed"  # seconds since 1970, kept in the session
RENEWAL = timedelta(minutes=30)  # how often at most a page that only shows writes its session
Answer = Callable[[HttpRequest], HttpResponse]


def session_ends(get_response: Answer) -> Answer:
    """Ends a session after SESSION_COOKIE_AGE without a page, and after SESSION_LONGEST in any case.

    Each page in between moves the end of the first; Django's own expiry does the rest.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            keep_or_end(request)
        return get_response(request)

    return middleware


def begin(request: HttpRequest) -> None:
    """Stamp the session of somebody who has just signed in."""
    request.session[SINCE] = request.session[RENEWED] = timezone.now().timestamp()


def keep_or_end(request: HttpRequest) -> None:
    """Sign out who came in too long ago; write the session, which moves its end, where that is due."""
    now = timezone.now().timestamp()
    if now - request.session.get(SINCE, now) > settings.SESSION_LONGEST:
        logout(request)
    elif now - request.session.get(RENEWED, now) > RENEWAL.total_seconds():
        request.session[RENEWED] = now
