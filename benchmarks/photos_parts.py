"""One part of benchmarks/photos.py, in the process and the newsroom that it is given."""

import gc
import io
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from PIL import Image  # noqa: E402

from stories.demo.photos import SCENES  # noqa: E402
from stories.photos.fingerprint import distance, fingerprint  # noqa: E402
from stories.roles import REPORTER  # noqa: E402
from stories.services.photos import NotAPicture, bring_photo  # noqa: E402

GOALS = {
    "24 megapixels: seconds of the processor": 2.0,
    "24 megapixels: most MB": 400.0,
    "uploads: MB grown in the second half": 20.0,
    "bombs: most MB above the start": 150.0,
}
NOW = datetime(2026, 3, 9, 5, 30, tzinfo=UTC)


def drawn(seed: int, size: tuple[int, int]) -> Image.Image:
    """A photo's worth of detail: soft shapes, and a sensor's grain over them."""
    draw = random.Random(seed)
    soft = Image.frombytes("RGB", (24, 16), draw.randbytes(24 * 16 * 3)).resize(size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((size[0] // 4, size[1] // 4), 24).resize(size, Image.Resampling.BILINEAR)
    return Image.blend(soft, grain.convert("RGB"), 0.25)


def jpeg(image: Image.Image, quality: int = 90) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def reporter() -> User:
    call_command("migrate", verbosity=0)
    person = User.objects.create(username="bench")
    person.groups.add(Group.objects.get(name=REPORTER))
    return person


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def held() -> float:
    """MB that the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def forget_peak() -> None:
    """Begin the peak anew (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")


def top() -> float:
    """The most MB held since the peak was last forgotten."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


def one(_: int) -> dict[str, float]:
    actor = reporter()
    data = Path(os.environ["WRITETHRU_DATA_DIR"]) / "24.jpg"
    if os.fork() == 0:  # the drawing's own memory is not the upload's
        data.write_bytes(jpeg(drawn(1, (6000, 4000))))
        os._exit(0)
    os.wait()
    forget_peak()
    clock, processor = time.perf_counter(), time.process_time()
    with data.open("rb") as file:
        brought = bring_photo(data=file, name="24.jpg", actor=actor, now=NOW)
    return {
        "24 megapixels: MB of the file": brought.photo.bytes / 1e6,
        "24 megapixels: seconds by the clock": time.perf_counter() - clock,
        "24 megapixels: seconds of the processor": time.process_time() - processor,
        "24 megapixels: most MB": top(),
        "24 megapixels: renditions ready": brought.photo.renditions.count(),
    }


def many(uploads: int) -> dict[str, float]:
    """The allocator takes its room in steps while the first ones go through; what grows on after that is a leak."""
    actor, held_at = reporter(), {}
    folder = Path(os.environ["WRITETHRU_DATA_DIR"]) / "many"
    if os.fork() == 0:
        folder.mkdir()
        for number in range(uploads):
            (folder / f"{number}.jpg").write_bytes(jpeg(drawn(number, (1200, 800))))
        os._exit(0)
    os.wait()
    for number in range(uploads):
        with (folder / f"{number}.jpg").open("rb") as file:
            bring_photo(data=file, name=f"{number}.jpg", actor=actor, now=NOW)
        if number + 1 in (min(20, uploads), uploads // 2):
            held_at[number + 1] = held()
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    return {
        "uploads": uploads,
        "uploads: MB grown after the first twenty": held() - held_at[min(20, uploads)],
        "uploads: MB grown in the second half": held() - held_at[uploads // 2],
        "uploads: files open at the end": descriptors,
    }


def bombs(_: int) -> dict[str, float]:
    """Each refused; the most held at any moment above what was held before."""
    actor = reporter()
    corpus = Path(os.environ["WRITETHRU_DATA_DIR"]) / "bombs"
    if os.fork() == 0:
        make_bombs(corpus)
        os._exit(0)
    os.wait()
    forget_peak()
    before, refused = held(), 0
    for path in sorted(corpus.iterdir()):
        try:
            with path.open("rb") as file:
                bring_photo(data=file, name=path.name, actor=actor, now=NOW)
        except NotAPicture:
            refused += 1
        else:
            print(f"{path.name} was taken")
    return {
        "bombs": len(list(corpus.iterdir())),
        "bombs: refused": refused,
        "bombs: most MB above the start": top() - before,
    }


def make_bombs(folder: Path) -> None:
    folder.mkdir()
    Image.new("1", (20_000, 20_000)).save(folder / "wide.png")
    Image.new("1", (30_000, 30_000)).save(folder / "wider.tif", compression="group4")
    Image.new("L", (16_000, 16_000)).save(folder / "grey.jpg", quality=1)
    Image.new("RGB", (7_000, 7_000)).save(folder / "thin.png")
    Image.new("RGB", (7_000, 7_000)).save(folder / "thin.webp", lossless=True)
    Image.new("RGB", (7_000, 7_000)).save(folder / "thin.tif", compression="tiff_deflate")
    moving = [Image.new("RGB", (3_000, 3_000), colour) for colour in ("red", "blue", "green") * 5]
    moving[0].save(folder / "moving.webp", save_all=True, append_images=moving[1:])
    moving[0].save(folder / "moving.png", save_all=True, append_images=moving[1:])
    noise = jpeg(drawn(1, (900, 600)))
    (folder / "torn.jpg").write_bytes(noise[:-900])
    (folder / "archive.jpg").write_bytes(noise + b"PK\x03\x04" + bytes(5_000_000))
    (folder / "lying.png").write_bytes(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x00\xff\xff" * 2 + b"\x08\x02" + bytes(99)
    )


def near(_: int) -> dict[str, float]:
    """Bits between a scene and its copies, and between scenes: the bars of near.py stand between the two."""
    scenes = [scene.draw().image.convert("RGB") for scene in SCENES.values()]
    scenes += [drawn(seed, (900, 600)) for seed in range(60)]
    marked = [(scene, mark) for scene in scenes if (mark := fingerprint(scene))]  # a flat card has none
    own = [mark for _, mark in marked]
    found: dict[str, float] = {}
    for name, change in CHANGES.items():
        bits = sorted(apart(mark, fingerprint(change(scene))) for scene, mark in marked)
        found[f"near: bits, {name}, most of 19 in 20"] = bits[int(len(bits) * 0.95) - 1]
    others = sorted(distance(one, other) for one, other in combinations(own, 2))
    found["near: bits, other pictures, least"] = others[0]
    found["near: pairs of others within 8 of 64"] = sum(bits <= 8 for bits in others)
    found["near: pairs of others"] = len(others)
    return found


def apart(one: str, other: str) -> int:
    """The bits that differ; all of them where a copy has next to nothing in it, and so no mark."""
    return distance(one, other) if other else 64


def cut(image: Image.Image, part: float) -> Image.Image:
    x, y = round(image.width * part), round(image.height * part)
    return image.crop((x, y, image.width - x, image.height - y))


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "a third of the size": lambda image: image.resize((image.width // 3, image.height // 3)),
    "saved at quality 30": lambda image: Image.open(io.BytesIO(jpeg(image, 30))),
    "paler": lambda image: image.point(lambda value: round(value * 0.7) + 50),
    "grey": lambda image: image.convert("L"),
    "1 % cut off each side": lambda image: cut(image, 0.01),
    "3 % cut off each side": lambda image: cut(image, 0.03),
}
PARTS = {"one": one, "many": many, "bombs": bombs, "near": near}


def main() -> int:
    missed = 0
    for name, value in PARTS[sys.argv[1]](int(sys.argv[2])).items():
        goal = GOALS.get(name)
        late = goal is not None and value > goal
        missed += late
        word = "" if goal is None else f"  at most {goal:g}{': MISSED' if late else ''}"
        print(f"{name:48} {value:9.2f}{word}", flush=True)
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main())
