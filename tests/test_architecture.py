"""The shape of the code: calls run down, the core is pure, no drawer for odds and ends, no module with two subjects."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(path for app in ("stories", "newsroom") for path in (ROOT / app).rglob("*.py"))
OWN = [path for path in CODE if "migrations" not in path.parts]
CORE = sorted((ROOT / "stories/wire").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = sorted(path for kind in ("css", "js") for path in (ROOT / "static").rglob(f"*.{kind}"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# Lines. A little above the house's measure, because a cap is a question and not a guillotine.
LONGEST = {"module": 230, "function": 50, "view": 35, "template": 130, "static": 170, "test": 320}
DRAWERS = {"utils.py", "helpers.py", "signals.py", "misc.py", "common.py"}
# The core takes text and gives values: nothing here reads a clock, a file, a network or chance.
IMPURE = {"io", "logging", "os", "pathlib", "random", "secrets", "socket", "subprocess", "time", "urllib"}
CLOCKS = {"now", "today", "utcnow"}


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(tree: ast.AST) -> Iterator[str]:
    """The full name of each module imported, relative imports left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_calls_run_down(capsys):
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", CORE, ids=relative)
def test_the_core_imports_nothing_but_itself_and_the_pure_library(path):
    tree = ast.parse(path.read_text("utf-8"))
    for name in imports(tree):
        top = name.partition(".")[0]
        assert name.startswith("stories.wire") or top in sys.stdlib_module_names, f"{name} is no part of the core"
        assert top not in IMPURE, f"{name} reaches outside"


@pytest.mark.parametrize("path", CORE, ids=relative)
def test_the_core_asks_no_clock_and_opens_no_file(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            assert not (isinstance(called, ast.Attribute) and called.attr in CLOCKS), f"a clock on line {node.lineno}"
            assert not (isinstance(called, ast.Name) and called.id in {"open", "print", "input"}), node.lineno


@pytest.mark.parametrize("path", OWN, ids=relative)
def test_imports_stand_at_the_top(path):
    for function in functions(ast.parse(path.read_text("utf-8"))):
        late = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert not late, f"{relative(path)}: an import inside {function.name}, line {late}"


def test_there_is_no_drawer_for_odds_and_ends():
    assert not [relative(path) for path in CODE if path.name in DRAWERS]


@pytest.mark.parametrize(
    ("paths", "kind"),
    [(OWN, "module"), (TEMPLATES, "template"), (STATIC, "static"), (TESTS, "test")],
    ids=["modules", "templates", "static", "tests"],
)
def test_no_file_has_outgrown_its_subject(paths, kind):
    sizes = {relative(path): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert paths
    assert not {name: size for name, size in sizes.items() if size > LONGEST[kind]}


def test_functions_stay_short():
    long = {
        f"{relative(path)}:{function.name}": length(function)
        for path in OWN
        for function in functions(ast.parse(path.read_text("utf-8")))
        if length(function) > LONGEST["view" if "views" in path.parts else "function"]
    }
    assert not long


def test_templates_carry_no_inline_style_and_no_inline_script():
    """No inline style, script or handler: the content policy would block it, and the page would quietly lack it."""
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        assert " style=" not in text, relative(path)
        assert "<style" not in text, relative(path)
        assert not [line for line in text.splitlines() if "<script" in line and "src=" not in line], relative(path)
        assert not [handler for handler in (" onclick=", " onchange=", " onsubmit=") if handler in text], relative(path)
