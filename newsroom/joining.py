"""Stylesheets and scripts of one page in one file each: a browser asks for two files in place of sixty.

What is joined is what a browser would have fetched: a stylesheet's `@import`s and a module's static imports. Nothing
is listed a second time, no tool is needed, and the files work unjoined as they lie. The result carries a hash of its
content in its name, so that a browser may keep it for good.

A module is joined as a function of its own that gives what it exports. That is what the language does too, but for
two things, which are refused: an exported name that changes later, and modules that import each other in a ring.
Lines that only comment stay at home; a text over several lines, in which such a line would be words, is refused.
"""

import hashlib
import posixpath
import re
from collections.abc import Mapping

KINDS = ("css", "js", "woff2", "svg")
HASH_LENGTH = 12

CSS_IMPORT = re.compile(r'^@import "(?P<path>[^"]+)"(?: (?P<media>[^;]+))?;\n', re.M)
CSS_ADDRESS = re.compile(r'(?<=url\(")(?P<path>\.[^"]+)(?="\))')
JS_IMPORT = re.compile(r'^import (?:(?P<what>\{[^}]*\}|\* as \w+) from )?"(?P<path>\.[^"]+)";\n', re.M)
JS_ADDRESS = re.compile(r'(?<=\bimport\(")(?P<path>\.[^"]+)(?="\))')
JS_EXPORT = re.compile(r"^export (?P<kept>(?:async function|function|const|class) (?P<name>\w+))", re.M)
CSS_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.M | re.S)
JS_COMMENT = re.compile(r"^[ \t]*//.*\n", re.M)
JS_LONG_TEXT = re.compile(r"^[^`\n]*(?:`[^`\n]*`[^`\n]*)*`[^`\n]*$", re.M)
JS_LEFT_OVER = re.compile(r"^(?:import\b(?!\()|export\b).*", re.M)


class CannotJoinError(Exception):
    """A file uses what joining cannot keep; the message names the file and the line."""


class Joiner:
    """`files`: content by name under static/ ("css/pages/board.css"). Names in answers are of the same kind."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = {name: content for name, content in files.items() if kind(name) in KINDS}
        self.made: dict[str, tuple[str, bytes]] = {}

    def entries(self) -> list[str]:
        """What a page may ask for: files that no other one imports, and those that are whole by themselves."""
        parts = {part for name in self.files for part in self.imported(name)}
        return [name for name in self.files if name not in parts or not self.imported(name)]

    def imported(self, name: str) -> list[str]:
        pattern = {"css": CSS_IMPORT, "js": JS_IMPORT}.get(kind(name))
        found = pattern.finditer(self.text(name)) if pattern else ()
        return [beside(name, each["path"]) for each in found]

    def text(self, name: str) -> str:
        try:
            return self.files[name].decode()
        except KeyError:
            raise CannotJoinError(f"There is no static/{name}.") from None

    def joined(self, name: str) -> tuple[str, bytes]:
        """(name with a hash, content) of an entry. CannotJoinError where a part is missing or of another form."""
        if name not in self.made:
            content = self.files[name]
            if kind(name) == "css":
                content = self.stylesheet(name, name).encode()
            elif kind(name) == "js":
                content = self.script(name).encode()
            self.made[name] = hashed(name, content), content
        return self.made[name]

    def stylesheet(self, name: str, entry: str) -> str:
        def put_in(found: re.Match[str]) -> str:
            text = self.stylesheet(beside(name, found["path"]), entry)
            return f"@media {found['media']} {{\n{text}}}\n" if found["media"] else text

        text = self.addressed(CSS_ADDRESS, CSS_COMMENT.sub("", self.text(name)), name, entry)
        return CSS_IMPORT.sub(put_in, text)

    def script(self, entry: str) -> str:
        order = self.in_order(entry, ())
        if len(order) == 1:
            return self.addressed(JS_ADDRESS, self.text(entry), entry, entry)
        numbers = {name: f"module{number}" for number, name in enumerate(order)}
        return "".join(self.module(name, numbers, entry) for name in order)

    def in_order(self, name: str, above: tuple[str, ...]) -> list[str]:
        """The module after all that it imports, each once: the order in which a browser runs them."""
        if name in above:
            raise CannotJoinError(
                f"static/{name} imports itself by way of {', '.join(above[above.index(name) + 1 :])}."
            )
        found = [each for part in self.imported(name) for each in self.in_order(part, (*above, name))]
        return list(dict.fromkeys([*found, name]))

    def module(self, name: str, numbers: Mapping[str, str], entry: str) -> str:
        def taken(found: re.Match[str]) -> str:
            if not found["what"]:
                return ""
            source = numbers[beside(name, found["path"])]
            what = found["what"].removeprefix("* as ").replace(" as ", ": ")
            return f"const {what} = {source};\n"

        said = JS_COMMENT.sub("", refuse_long_text(self.text(name), name))
        text = self.addressed(JS_ADDRESS, JS_IMPORT.sub(taken, said), name, entry)
        exported = [found["name"] for found in JS_EXPORT.finditer(text)]
        body = refuse_left_over(JS_EXPORT.sub(r"\g<kept>", text), name)
        if name == entry:
            return f"// {name}\n{body}"
        return f"// {name}\nconst {numbers[name]} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"

    def addressed(self, pattern: re.Pattern[str], text: str, name: str, entry: str) -> str:
        """The text with the files it fetches by themselves (fonts, a module on demand) named as they are kept."""

        def address(found: re.Match[str]) -> str:
            kept, _ = self.joined(beside(name, found["path"]))
            way = posixpath.relpath(kept, posixpath.dirname(entry))
            return way if way.startswith("../") else f"./{way}"

        return pattern.sub(address, text)


def kind(name: str) -> str:
    return name.rpartition(".")[2]


def beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def hashed(name: str, content: bytes) -> str:
    stem, _, extension = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:HASH_LENGTH]}.{extension}"


def refuse_long_text(text: str, name: str) -> str:
    """`text`, or CannotJoinError where a template literal goes on over the end of a line."""
    found = JS_LONG_TEXT.search(text)
    if found:
        raise CannotJoinError(f"static/{name}: write a text of several lines in parts: {found[0].strip()}")
    return text


def refuse_left_over(text: str, name: str) -> str:
    """`text`, or CannotJoinError where an import or export stands in it in another form than the ones joined."""
    left = JS_LEFT_OVER.search(text)
    if left:
        raise CannotJoinError(
            f"static/{name}: export functions, constants and classes by name, import by name: {left[0]}"
        )
    return text


def joined_all(files: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Each entry's kept name and content, by its name in a template."""
    joiner = Joiner(files)
    return {name: joiner.joined(name) for name in joiner.entries()}
