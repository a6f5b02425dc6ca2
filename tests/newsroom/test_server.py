"""What the server does before its workers fork."""

import gc
from collections.abc import Iterator

import pytest

from newsroom.server import Server, serve


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How much no collection looks at any more when the server begins to run; here nothing is served."""
    counts: list[int] = []
    monkeypatch.setattr(Server, "run", lambda _server: counts.append(gc.get_freeze_count()))
    yield counts
    gc.unfreeze()


def test_no_search_for_garbage_goes_through_what_was_loaded(frozen: list[int]) -> None:
    loaded = len(gc.get_objects())
    serve(lambda *_: [], address="127.0.0.1", port=0, workers=1, threads=1, when_ready=lambda: None)
    assert frozen[0] > loaded / 2
    assert len(gc.get_objects()) < loaded / 2
