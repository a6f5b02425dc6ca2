"""Pictures for tests, drawn when asked for, and blocks as other programs write them."""

import io
import random
from typing import Any

from PIL import Image

from stories.photos import jpeg, photoshop

SEOUL_GPS = {1: "N", 2: (37.0, 33.0, 59.4), 3: "E", 4: (126.0, 58.0, 40.1)}
SECRET = b"37,33.9900N"


def scene(seed: int = 1, size: tuple[int, int] = (240, 160)) -> Image.Image:
    """A picture with something in every corner; another seed, another picture."""
    draw = random.Random(seed)
    image = Image.new("RGB", (12, 8))
    image.putdata([(draw.randrange(256), draw.randrange(256), draw.randrange(256)) for _ in range(96)])
    return image.resize(size, Image.Resampling.BICUBIC)


def file_of(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def located(orientation: int = 1) -> bytes:
    """An Exif block of a phone: how it was held, who owns it, where it stood."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "A harbor at dusk."
    exif[0x013B] = "Won Bi-chan; Seo Joon-ho"
    exif[0x8298] = "Hanbit 2026"
    exif.get_ifd(0x8769)[0x9003] = "2026:03:12 18:05:09"
    exif.get_ifd(0x8769)[0x9011] = "+09:00"
    exif.get_ifd(0x8825).update(SEOUL_GPS)
    return exif.tobytes()


def xmp(properties: str) -> bytes:
    """A packet whose description holds these properties."""
    spaces = {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
        "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "exif": "http://ns.adobe.com/exif/1.0/",
    }
    names = " ".join(f'xmlns:{name}="{address}"' for name, address in spaces.items())
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}><rdf:Description rdf:about="">{properties}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def located_xmp() -> bytes:
    return xmp(f"<exif:GPSLatitude>{SECRET.decode()}</exif:GPSLatitude><photoshop:City>Seoul</photoshop:City>")


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def with_record(data: bytes, datasets: bytes, *others: photoshop.Resource) -> bytes:
    """A JPEG whose IPTC record holds these bytes, as another program would have written them."""
    segments, rest = jpeg.take_apart(data)
    held = [photoshop.Resource(photoshop.IPTC, datasets), *others]
    return jpeg.put_together([*segments, *photoshop.segments_of(held)], rest)
