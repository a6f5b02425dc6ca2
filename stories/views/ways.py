"""Where a form leads afterwards, as the page it stood on asked."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """The path `wanted` where it is one of this newsroom, else `otherwise`: never another site, never a bare word."""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours and wanted.startswith("/") else otherwise
