"""Words as the desk reads them: a figure, a name or an eojeol is one token, blanks are none."""

import re
from dataclasses import dataclass

# One number with its sign, thousands, decimals, or a range, then what grows on it: "98-1/2", "3-way", "2nd", "3억원".
_NUMBER = r"\.?\d+(?:[-–.,:/]\d+)*(?:%|°)?(?:[-–'’]?[^\W_]+)*"
_SCALE = r"(?:[  ](?:thousand|million|billion|trillion|mln|bln)\b)?"

TOKEN = re.compile(
    rf"""
      [a-z][a-z0-9]*(?=[ ,;!?")”]|\.?(?:\s|\Z))            # plain words, the most of any copy: found without the rest
    | (?:https?://|www\.)[^\s<>"]*[\w/]                    # an address
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                         # an e-mail address
    | (?:[A-Z]{{1,3}})?[$€£¥₩][ ]?{_NUMBER}{_SCALE}         # US$376.8 million
    | [NSEW]\.[ ][A-Z][^\W_]*(?:['’][^\W_]+)?               # N. Korea's
    | (?:[^\W\d_]\.){{2,}}(?:[-'’][^\W_]+)*                  # U.S., U.S.-led
    | (?:[NSEW]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs)\.(?=[ ][^\W_])
    | [-+−]?(?<![^\W_]){_NUMBER}{_SCALE}
    | [぀-ヿ㐀-䶿一-鿿豈-﫿](?![가-힣])                        # Han and kana stand alone, unless an eojeol begins
    | (?:[^\W_]|[̀-ͯ])+(?:[-‐‑'’.&/](?:[^\W_]|[̀-ͯ])+)*       # words, eojeol, "state-run", "don't"
    | [\U0001F1E6-\U0001F1FF]{{2}}                         # a flag
    | --+ | \.\.\.+                                        # a dash, an ellipsis
    | [^\s](?:[︀-️\u200d\u20e3\U0001F3FB-\U0001F3FF](?:(?<=\u200d)\S)?)*
    """,
    re.VERBOSE,
)

STOP_WORDS = frozenset(
    """a an the and or but nor so of to in on at by for with from as into about after before over under between through
    during against among is are was were be been being am do does did has have had will would can could may might
    shall should must it its he she they them his her their him we our us i my you your this that these those there
    here which who whom whose what when where while if than then not no also said says say told""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a mark, and where it stands: `text == source[start:end]`."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of `text` in order; what lies between two of them is blank."""
    return [Token(text[start:end], start, end) for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each token of `text`, where nothing else is wanted of them."""
    return [match.span() for match in TOKEN.finditer(text)]


def is_mark(token: str) -> bool:
    """Is it punctuation, without a letter or a digit in it?"""
    return not any(character.isalnum() for character in token)


def is_light(token: str) -> bool:
    """Is it a mark or a stop-word: too little to stand alone between two edits?"""
    return token.casefold() in STOP_WORDS or is_mark(token)
