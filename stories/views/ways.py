"""Where a form leads afterwards, as the page it stood on asked."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from stories.queries.queue import has_queue


def way_back(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """The path `wanted` where it is one of this newsroom, else `otherwise`: never another site, never a bare word."""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours and wanted.startswith("/") else otherwise


def queue_worked(request: HttpRequest) -> str:
    """The desk whose queue the person works, by its code, as the pages carry it along; "" for all their desks'."""
    code = request.POST.get("queue") or request.GET.get("queue", "")
    return code if has_queue(code) else ""


def within(queue: str, address: str) -> str:
    """The address, with the queue that is worked carried along."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'queue': queue})}" if queue else address


def queue_address(queue: str) -> str:
    """Where the queue that is worked is listed."""
    return reverse("queue_desk", args=[queue]) if queue else reverse("queue")
