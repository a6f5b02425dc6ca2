"""One file for each page's stylesheets and one for its scripts, with nothing listed twice."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from newsroom.joining import CannotJoinError, Joiner, joined_all
from newsroom.staticfiles import JoinedStorage, names

STATIC = settings.BASE_DIR / "static"
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
ASKED = re.compile(r"\{% static '([^']+)' %\}")
PAGE = b"""// the page
import { put, say as tell } from "./parts/say.js";
import * as kept from "./parts/kept.js";
tell(kept.WORD);
"""
SAY = b'import { WORD } from "./kept.js";\nexport function say() {}\nexport const put = WORD;\n'
KEPT = b'export const WORD = "a";\nconst put = 1;\n'


def script(**parts: bytes) -> str:
    files = {"page.js": PAGE, "parts/say.js": SAY, "parts/kept.js": KEPT} | parts
    return Joiner(files).joined("page.js")[1].decode()


def on_disk() -> Joiner:
    return Joiner({path.relative_to(STATIC).as_posix(): path.read_bytes() for path in STATIC.rglob("*.*")})


def test_a_module_runs_once_and_before_who_imports_it():
    text = script()
    assert text.count('const WORD = "a"') == 1
    assert text.index("parts/kept.js") < text.index("parts/say.js") < text.index("// page.js")


def test_a_module_gives_what_it_exports_under_the_names_it_is_asked_by():
    text = script()
    assert "return { say, put };" in text
    assert "const { put, say: tell } = module1;" in text
    assert "const kept = module0;" in text
    assert not re.search(r"^(import|export)\b", text, re.M)


def test_comments_stay_at_home():
    said = b"  // why: `this`\nexport const WORD = 1; // http://a.test\n//\n"
    text = script(**{"parts/kept.js": said})
    assert "why" not in text
    assert "const WORD = 1; // http://a.test" in text
    sheet = Joiner({"page.css": b'/* One\n   two. */\na { content: "/* */"; }\n  /* b */\n'})
    assert sheet.joined("page.css")[1] == b'a { content: "/* */"; }\n'


def test_a_text_over_several_lines_is_refused_for_a_line_of_it_might_look_like_a_comment():
    with pytest.raises(CannotJoinError, match=r"static/parts/kept\.js: .*WORD"):
        script(**{"parts/kept.js": b"export const WORD = `a\n// b`;\n"})


@pytest.mark.parametrize(
    "left",
    [
        b"export let word = 1;\n",
        b"export default 1;\n",
        b"import say from './say.js';\n",
        b'export { a } from "./b.js";\n',
    ],
)
def test_what_joining_would_change_is_refused_by_name(left):
    with pytest.raises(CannotJoinError, match=r"static/parts/kept\.js: .*" + re.escape(left.decode().strip()[:9])):
        script(**{"parts/kept.js": left})


def test_modules_that_import_each_other_are_refused():
    with pytest.raises(CannotJoinError, match=r"parts/say\.js imports itself by way of parts/kept\.js"):
        script(**{"parts/kept.js": b'import { say } from "./say.js";\nexport const WORD = say;\n'})


def test_a_missing_part_is_named():
    with pytest.raises(CannotJoinError, match=r"static/gone\.css"):
        joined_all({"page.css": b'@import "gone.css";\n'})


def test_a_stylesheet_takes_in_its_imports_in_their_order_and_for_their_medium():
    files = {
        "css/pages/a.css": b'@import "../one.css";\n@import "../two.css" print;\n',
        "css/one.css": b"a { color: red; }\n",
        "css/two.css": b"b { color: blue; }\n",
    }
    text = joined_all(files)["css/pages/a.css"][1].decode()
    assert text == "a { color: red; }\n@media print {\nb { color: blue; }\n}\n"


def test_a_font_is_named_from_where_the_joined_file_lies():
    files = {
        "css/pages/a.css": b'@import "../fonts.css";\n',
        "css/fonts.css": b'@font-face { src: url("../fonts/a.woff2"); }\n',
        "fonts/a.woff2": b"font",
    }
    made = joined_all(files)
    assert f'url("../../{made["fonts/a.woff2"][0]}")' in made["css/pages/a.css"][1].decode()


def test_another_text_has_another_name_and_the_same_text_the_same():
    one, same, other = (joined_all({"a.js": text})["a.js"][0] for text in (b"1", b"1", b"2"))
    assert one == same != other
    assert re.fullmatch(r"a\.[0-9a-f]{12}\.js", one)


def test_a_template_asks_for_what_is_there():
    asked = {name for path in TEMPLATES for name in ASKED.findall(path.read_text("utf-8"))}
    assert asked
    assert not {name for name in asked if not (STATIC / name).is_file()}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_names_the_sheet_of_its_page_and_no_block(path):
    """A block stands in static/css/pages/: a link to it alone would be one more file to wait for."""
    assert not [name for name in ASKED.findall(path.read_text("utf-8")) if name.startswith("css/blocks/")]


def test_every_block_is_in_a_page():
    joiner = on_disk()
    listed = {part for name in joiner.files if name.startswith("css/pages/") for part in joiner.imported(name)}
    assert {f"css/blocks/{path.name}" for path in (STATIC / "css/blocks").glob("*.css")} <= listed


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_module_runs_twice_on_a_page(path):
    joiner = on_disk()
    every = ASKED.findall((settings.BASE_DIR / "templates/base.html").read_text("utf-8"))
    asked = sorted({name for name in (*every, *ASKED.findall(path.read_text("utf-8"))) if name.endswith(".js")})
    run = [module for name in asked for module in joiner.in_order(name, ())]
    assert len(run) == len(set(run))


def test_what_is_served_is_compressed_and_kept_for_good():
    address = f"/static/{names()['css/pages/editor.css']}"
    answer = Client().get(address, headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert answer["Cache-Control"] == "max-age=315360000, public, immutable"
    assert Path(settings.DATA_DIR, "static", names()["css/pages/editor.css"]).is_file()


def test_the_source_itself_is_served_too():
    assert Client().get("/static/js/editor/main.js").status_code == 200


def test_the_editor_comes_with_no_more_script_than_a_slow_line_bears():
    page = ("js/every.js", "js/editor/live.js", "js/editor/main.js", "vendor/writethru-editor.js")
    sent = [gzip.compress(on_disk().joined(name)[1], 9) for name in page]
    assert sum(map(len, sent)) <= 130_000


def test_an_address_is_put_together_once_and_begins_where_the_files_are_said_to_lie():
    here, there = JoinedStorage(base_url="/static/"), JoinedStorage(base_url="https://files.example/")
    name = "css/pages/editor.css"
    assert here.url(name) is here.url(name)
    assert (here.url(name), there.url(name)) == (f"/static/{names()[name]}", f"https://files.example/{names()[name]}")
    assert here.url("img/none%.svg") == "/static/img/none%25.svg"
