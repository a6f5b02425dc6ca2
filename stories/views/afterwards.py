"""Work that an answer brings with it and that nobody should wait for."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpResponseRedirect

log = logging.getLogger(__name__)


class RedirectThen(HttpResponseRedirect):
    """A redirect; `then` is done once it has been sent. What fails there is only logged: the answer is out."""

    def __init__(self, to: str, then: Callable[[], object]) -> None:
        super().__init__(to)
        self.then = then

    def close(self) -> None:
        try:
            self.then()
        except (DatabaseError, OSError):
            log.exception("What follows an answer failed.")
        finally:
            super().close()
