"""Where a form leads afterwards, as the page it stood on asked."""

from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from stories.queries.filters import BoardFilter, read_filter
from stories.queries.queue import has_queue


def way_back(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """The path `wanted` where it is one of this newsroom, else `otherwise`: never another site, never a bare word."""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours and wanted.startswith("/") else otherwise


def queue_worked(request: HttpRequest) -> str:
    """What the person works through, as the pages carry it along; "" for all their desks' queues.

    A desk's queue by the desk's code, or the board under a filter by the filter's address, from the question mark on.
    """
    said = request.POST.get("queue") or request.GET.get("queue", "")
    asked = filter_worked(said)
    if asked:
        return filter_query(asked)
    return said if has_queue(said) else ""


def filter_worked(queue: str) -> BoardFilter | None:
    """The board's filter that is worked through; None where it is a desk's queue, or all."""
    return read_filter(QueryDict(queue[1:])) if queue.startswith("?") else None


def filter_query(asked: BoardFilter) -> str:
    """A filter as the pages carry it along; "" for one that asks nothing: the board is no queue."""
    return f"?{asked.query}" if asked.query else ""


def within(queue: str, address: str) -> str:
    """The address, with what is worked through carried along."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'queue': queue})}" if queue else address


def queue_address(queue: str) -> str:
    """Where what is worked through is listed."""
    if queue.startswith("?"):
        return reverse("board") + queue
    return reverse("queue_desk", args=[queue]) if queue else reverse("queue")
