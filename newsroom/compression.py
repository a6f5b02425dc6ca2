"""Packing pages for the way, and leaving pictures as they are: they are packed already."""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware


class PackTexts(GZipMiddleware):
    """Django's own would pack every picture again for a thousandth of its size, and weaken its ETag."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.headers.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)
