"""Other programs that compare two texts, each behind the same two questions: which words, which paragraphs."""

import difflib
import importlib
import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Callable

import django
from django.conf import settings

from benchmarks.scoring import Aligner, Entry

Runs = list[tuple[int, int, int]]
WordDiff = Callable[[str, str], Runs]

WAGTAIL_APPS = ["wagtail", *(f"wagtail.{app}" for app in ("admin", "images", "documents", "users", "search"))]
WIKIDIFF2 = """
$in = json_decode(stream_get_contents(STDIN), true);
$start = hrtime(true);
wikidiff2_do_diff($in[0], $in[1], 2);
echo (hrtime(true) - $start) / 1e9;
"""


def difflib_words(old: str, new: str) -> Runs:
    a, b = (list(re.finditer(r"\w+|\s+|[^\w\s]", text)) for text in (old, new))
    matcher = difflib.SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    return [
        (a[i + k].start(), b[j + k].start(), len(a[i + k].group()))
        for i, j, size in matcher.get_matching_blocks()
        for k in range(size)
    ]


def fast_dmp() -> WordDiff | None:
    """fast-diff-match-patch with its semantic clean-up, or None where it is not installed."""
    try:
        module = importlib.import_module("fast_diff_match_patch")
    except ImportError:
        return None

    def words(old: str, new: str) -> Runs:
        runs, i, j = [], 0, 0
        for op, size in module.diff(old, new, timelimit=0, cleanup="Semantic"):
            if op == "=":
                runs.append((i, j, size))
            i, j = i + size * (op != "+"), j + size * (op != "-")
        return runs

    return words


def wagtail_compare() -> Callable[[str, str], object] | None:
    """Wagtail's text comparison, set up with no more than it needs, or None where it is not installed."""
    if importlib.util.find_spec("wagtail") is None:
        return None
    if not settings.configured:
        apps = ["contenttypes", "auth", "staticfiles"]
        settings.configure(
            INSTALLED_APPS=[*(f"django.contrib.{app}" for app in apps), "taggit", *WAGTAIL_APPS],
            DEFAULT_AUTO_FIELD="django.db.models.AutoField",
            STATIC_URL="/static/",
            WAGTAILADMIN_BASE_URL="http://127.0.0.1",
        )
        django.setup()
    return importlib.import_module("wagtail.admin.compare").diff_text


def wikidiff2() -> Callable[[str, str], float] | None:
    """Seconds that MediaWiki's wikidiff2 needs inside PHP, or None where it is not installed."""
    php = shutil.which("php")
    if not php or "wikidiff2" not in subprocess.run([php, "-m"], capture_output=True, text=True).stdout:
        return None

    def seconds(old: str, new: str) -> float:
        done = subprocess.run([php, "-r", WIKIDIFF2], input=json.dumps([old, new]), capture_output=True, text=True)
        return float(done.stdout)

    return seconds


def aligner(words: WordDiff, bar: float) -> Aligner:
    """Paragraph links of a word diff: two paragraphs are one where `bar` of the shorter is kept in the other."""

    def align(old: list[str], new: list[str]) -> list[Entry]:
        owner_old, owner_new = _owners(old), _owners(new)
        kept: dict[tuple[int, int], int] = {}
        for i, j, size in words("\n".join(old), "\n".join(new)):
            for k in range(size):
                pair = owner_old[i + k], owner_new[j + k]
                kept[pair] = kept.get(pair, 0) + 1
        return [
            ("edit", [o], [n]) for (o, n), size in kept.items() if size >= bar * max(1, min(len(old[o]), len(new[n])))
        ]

    return align


def _owners(grafs: list[str]) -> list[int]:
    return [index for index, graf in enumerate(grafs) for _ in range(len(graf) + 1)]
