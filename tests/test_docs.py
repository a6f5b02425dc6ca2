"""What the docs say is so: settings, words, links, files and symbols."""

import ast
import re
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from newsroom.variables import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)")
CODE_SPAN = re.compile(r"`([^`\n]+)`")
# `stories/views/draft.py`, `static/js/`, `stories/services/filing.py::file_draft`
PLACE = re.compile(
    r"^((?:stories|newsroom|static|templates|tests|script|demo|docs|requirements|benchmarks)/[\w./*-]*)(?:::(\w+))?$"
)
BEGIN, END = "<!-- settings: begin -->\n\n", "\n<!-- settings: end -->"


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def settings_table() -> str:
    rows = ["| variable | default | what it does |", "|---|---|---|"]
    for setting in SETTINGS:
        needed = f"**Needed {setting.needed}.** " if setting.needed else ""
        rows.append(f"| `{setting.name}` | {setting.shown_default} | {needed}{setting.meaning} |")
    return "\n".join(rows) + "\n"


def look_up(dotted: str) -> Any:
    """What a dotted name stands for; LookupError where it stands for nothing."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: Any = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if is_dataclass(found) and part in found.__dataclass_fields__:
                return found.__dataclass_fields__[part]
            if not hasattr(found, part):
                raise LookupError(dotted)
            found = getattr(found, part)
        return found
    raise LookupError(dotted)


@cache
def names_in(path: Path) -> frozenset[str]:
    """Every function, class and constant of a module, methods included; for other files every word."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return frozenset(re.findall(r"\w+", text))
    nodes = list(ast.walk(ast.parse(text)))
    defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    return frozenset(
        defined | {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    )


def test_the_readme_lists_every_setting_as_it_is():
    text = (ROOT / "README.md").read_text("utf-8")
    shown = text.partition(BEGIN)[2].partition(END)[0]
    assert shown == settings_table(), f"put this between the marks:\n{settings_table()}"


def glossary_names() -> list[str]:
    rows = [line for line in (ROOT / "docs/GLOSSARY.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    return [name for row in rows[1:] for name in CODE_SPAN.findall(row.split("|")[3])]


@pytest.mark.parametrize("name", glossary_names())
def test_every_word_of_the_glossary_is_in_the_code(name):
    look_up(name)


def test_the_glossary_has_words():
    assert len(glossary_names()) > 30


@pytest.mark.parametrize("path", DOCS, ids=relative)
def test_every_link_leads_somewhere(path):
    broken = [link for link in LINK.findall(path.read_text("utf-8")) if not (path.parent / link).exists()]
    assert not broken


@pytest.mark.parametrize("path", DOCS, ids=relative)
def test_every_file_and_symbol_named_is_there(path):
    for span in CODE_SPAN.findall(path.read_text("utf-8")):
        place = PLACE.match(span)
        if place:
            name, symbol = place.groups()
            assert list(ROOT.glob(name)), f"{name} is not there"
            assert not symbol or symbol in names_in(ROOT / name), f"{symbol} is not in {name}"


def test_the_tour_stops_at_code_and_at_a_test_each_time():
    stops = (ROOT / "docs/TOUR.md").read_text("utf-8").split("\n## ")[1:]
    assert len(stops) >= 8
    for stop in stops:
        named = [place.groups() for place in map(PLACE.match, CODE_SPAN.findall(stop)) if place]
        assert [symbol for name, symbol in named if symbol and name.startswith("stories/")], stop
        assert [symbol for name, symbol in named if symbol and symbol.startswith("test_")], stop


def test_every_room_has_its_place_in_the_architecture():
    text = (ROOT / "docs/ARCHITECTURE.md").read_text("utf-8")
    rooms = {path.stem for path in (ROOT / "stories").iterdir() if path.suffix in ("", ".py")}
    assert not [room for room in rooms - {"__init__", "__pycache__", "apps", "migrations"} if f"{room}" not in text]


def test_every_decision_is_a_page_in_order():
    decisions = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].startswith(f"# {int(path.name[:4])}. ")
        assert len(lines) < 70, f"{path.name} is more than a page"
