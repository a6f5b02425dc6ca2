"""Of a file no more is stored than it takes to see that it is too large."""

import pytest

from newsroom.bounded_uploads import BoundedUploadHandler


def test_a_file_is_let_through_up_to_one_byte_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.bounded_uploads.MAX_BYTES", 10)
    handler = BoundedUploadHandler()
    passed = [handler.receive_data_chunk(b"123456", start) for start in (0, 6, 12, 18)]
    assert passed == [b"123456", b"12345", None, None]


def test_it_keeps_nothing_itself() -> None:
    assert BoundedUploadHandler().file_complete(12) is None
