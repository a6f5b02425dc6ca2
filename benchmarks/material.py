"""The texts that benchmarks run on: the project's own invented stories."""

import pathlib

from stories.wire.parse import parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("demo", "tests/corpus")


def base_stories(least: int = 4) -> list[list[str]]:
    """The body paragraphs of every invented wire text of at least `least` paragraphs."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.txt"))
    bodies = [list(parse(path.read_text()).story.grafs) for path in paths]
    return [body for body in bodies if len(body) >= least]
