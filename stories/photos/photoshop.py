"""Photoshop image resources ("8BIM"), the envelope in which a JPEG's APP13 carries IPTC records.

Source: Adobe Photoshop File Formats Specification, "Image Resource Blocks".
"""

from dataclasses import dataclass

from .jpeg import APP13, MAX_PAYLOAD, Segment

IDENTIFIER = b"Photoshop 3.0\x00"
SIGNATURE = b"8BIM"
IPTC = 0x0404
# MD5 of the IPTC record: tells a reader whether XMP was written beside it or before it.
IPTC_DIGEST = 0x0425


@dataclass(frozen=True, slots=True)
class Resource:
    number: int
    data: bytes
    name: bytes = b""


def resources(segments: list[Segment]) -> list[Resource]:
    """All resources, from however many segments they run over."""
    return resources_in(b"".join(segment.payload[len(IDENTIFIER) :] for segment in segments if is_photoshop(segment)))


def resources_in(block: bytes) -> list[Resource]:
    """The resources of one block. Damage ends the list, it does not raise."""
    found, at = [], 0
    while block[at : at + 4] == SIGNATURE and at + 12 <= len(block):
        number = int.from_bytes(block[at + 4 : at + 6], "big")
        name_length = block[at + 6]
        name = block[at + 7 : at + 7 + name_length]
        at = _even(at + 7 + name_length)
        size = int.from_bytes(block[at : at + 4], "big")
        data = block[at + 4 : at + 4 + size]
        if len(data) < size:
            break
        found.append(Resource(number, data, name))
        at = _even(at + 4 + size)
    return found


def segments_of(found: list[Resource]) -> list[Segment]:
    block = b"".join(_bytes(resource) for resource in found)
    room = MAX_PAYLOAD - len(IDENTIFIER)
    return [Segment(APP13, IDENTIFIER + block[at : at + room]) for at in range(0, len(block), room)]


def is_photoshop(segment: Segment) -> bool:
    return segment.marker == APP13 and segment.payload.startswith(IDENTIFIER)


def _bytes(resource: Resource) -> bytes:
    name = _padded(bytes((len(resource.name),)) + resource.name)
    size = len(resource.data).to_bytes(4, "big")
    return SIGNATURE + resource.number.to_bytes(2, "big") + name + size + _padded(resource.data)


def _padded(data: bytes) -> bytes:
    return data + b"\x00" * (len(data) % 2)


def _even(at: int) -> int:
    return at + at % 2
