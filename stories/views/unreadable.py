"""What the desk says of a form it could not read: too much at once, or broken on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat

from stories.forms.draft import NAMES

TOO_MUCH, BROKEN = 413, 400
PIECE = 64 * 1024
# Of a refused form so much is read to its end: a browser that is cut off while it sends shows its own page, not ours.
LONGEST_HEARD = 64 * 1024 * 1024
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was wrong with a form, and what the person does about it."""

    status: int
    heading: str
    what: str
    cure: str


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400: names what was too much and by how much. A script gets the same words as JSON."""
    trouble = trouble_of(request, exception)
    for _ in rest_of(request):
        pass
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"message": f"{trouble.what} {trouble.cure}"}, status=trouble.status)
    return render(request, "400.html", {"trouble": trouble}, status=trouble.status)


def trouble_of(request: HttpRequest, exception: Exception) -> Trouble:
    if isinstance(exception, RequestDataTooBig):
        return Trouble(TOO_MUCH, "This is more than the desk takes at once", too_large(request), "Send it in parts.")
    if isinstance(exception, TooManyFieldsSent):
        return Trouble(TOO_MUCH, "This form has too many fields", too_many_fields(request), "Do it in several turns.")
    if isinstance(exception, TooManyFilesSent):
        what = f"More than {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files came; that is how many the desk takes at once."
        return Trouble(TOO_MUCH, "These are too many files", what, "Send them in several turns.")
    if isinstance(exception, MultiPartParserError):
        what = "It was cut off or changed on its way here, so nothing of it could be read."
        return Trouble(BROKEN, "This form arrived broken", what, "Send it once more.")
    what = "Something in it is not what this page sends."
    return Trouble(BROKEN, "This cannot be taken as it was sent", what, "Open the page again and try once more.")


def too_large(request: HttpRequest) -> str:
    """How large the form is, how much of it is too much, and which field makes it so."""
    sent, most = length_of(request), settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    taken = f"The desk takes {filesizeformat(most)} of text at once"
    if request.content_type == "multipart/form-data":
        return f"The form is {filesizeformat(sent)}, files and all. {taken}, and its texts are more than that."
    name, size = heaviest(rest_of(request))
    largest = f", {filesizeformat(size)} of it in the field “{field_words(name)}”" if size * 2 > sent else ""
    over = f"this is {filesizeformat(sent - most)} too much"
    return f"The form is {filesizeformat(sent)} as it is sent{largest}. {taken}: {over}."


def too_many_fields(request: HttpRequest) -> str:
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    if request.method != "POST" or request.content_type == "multipart/form-data":
        return f"It has more than {most:,}, and the desk takes {most:,} at once."
    sent = request.body.count(b"&") + 1
    return f"It has {sent:,}, and the desk takes {most:,} at once: {sent - most:,} too many."


def length_of(request: HttpRequest) -> int:
    """How many bytes the browser said it would send; Django has read it as a number before."""
    return int(request.META.get("CONTENT_LENGTH") or 0)


def rest_of(request: HttpRequest) -> Iterator[bytes]:
    """What is still on its way, in pieces; it ends early at LONGEST_HEARD, or where the sender goes away."""
    heard = 0
    try:
        while heard < LONGEST_HEARD and (piece := request.read(PIECE)):
            heard += len(piece)
            yield piece
    except OSError:
        return


def heaviest(pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """The name of the largest field of an urlencoded form that comes in pieces, and its size; (b"", 0) of nothing."""
    best, name, size, named = (b"", 0), b"", 0, False
    for piece in pieces:
        for number, part in enumerate(piece.split(b"&")):
            if number:
                best = max(best, (name, size), key=lambda field: field[1])
                name, size, named = b"", 0, False
            if named:
                size += len(part)
                continue
            beginning, equals, value = part.partition(b"=")
            name, size, named = (name + beginning)[:LONGEST_NAME], len(value), bool(equals)
    return max(best, (name, size), key=lambda field: field[1])


def field_words(name: bytes) -> str:
    """What a person calls a field."""
    plain = unquote_to_bytes(name).decode(errors="replace")
    return NAMES.get(plain, plain.replace("_", " "))
