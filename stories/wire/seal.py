"""The checksum of a filed version: its whole content, and the checksum of the version before it."""

import hashlib
import json
from collections.abc import Mapping

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(content: Mapping[str, object]) -> bytes:
    """The one spelling of `content` (text, whole numbers, None, lists, dicts): JSON, UTF-8, keys sorted, no spaces."""
    return _ENCODER.encode(content).encode()


def seal(content: Mapping[str, object], previous: str) -> str:
    """SHA-256 in hex over `previous` (the seal of the version before, "" for the first) and `content`."""
    return hashlib.sha256(previous.encode() + b"\n" + canonical(content)).hexdigest()
