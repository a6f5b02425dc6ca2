"""The furniture of a page: share links, jump links, copyright, headings of other lists."""

import re

_WORDS = (
    "facebook|twitter|x|kakao|kakao ?talk|kakao ?story|pinterest|naver|naver blog|band|line|linkedin|instagram|youtube"
    "|whatsapp|telegram|weibo|reddit|rss|e-?mail|mail|copy url|url copy|copy link|url|url copied|share|print|scrap"
)
_SHARE = re.compile(rf"(?:[•·*‣◦-]\s*)?(?:{_WORDS})(?:\s*[•·|,/]?\s*(?:{_WORDS})){{0,20}}", re.IGNORECASE)
_LINES = re.compile(
    r"go to (?:contents|navigation)(?:\s*[/|]?\s*go to (?:contents|navigation))?|send feedback"
    r"|skip to (?:main )?content|view larger image|image|close|open|search|search box|menu|log ?in|sign in|sign up|subscribe|top|go to top|list"
    r"|home|font size(?: (?:up|down|[+-]))?|text size|print(?: article)?|all rights reserved\.?|share this article|comments?"
    r"|yonhap news agency|yonhap news|english|한국어|korean|中文|日本語|عربي|español|français|korea\.net"
    r"|(?:\W{0,3}\s*)?(?:\(c\)|ⓒ|©|copyright\b).{0,200}|.{0,120}\ball rights reserved\.?.{0,60}"
    r"|.{0,20}unauthorized (?:reproduction|copying).{0,120}"
    r"|keywords?(?:\(s\))?\s*:?|keywords?(?:\(s\))?\s*:?\s*#.{0,300}|#\S+(?:[^#\n]{0,40}#\S+){0,20}(?: [^#.\n]{1,30})?"
    r"|https?://\S+|www\.\S+|shortlink\s*:.{0,200}|ai?u?the?r\s*:.{0,60}|\d{1,3}\s*/\s*\d{1,3}|\(?(?:photo|video)\)?",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"(?:most (?:viewed|read|popular|liked|saved)|related (?:articles?|stories|news|photos|videos)|editor'?s picks?"
    r"|latest news|top news|headlines|popular news|recommended.{0,30}|more (?:stories|news|articles).{0,30}"
    r"|trending.{0,20}|today's top news|hot news|photo news|news focus list|korea in brief list)\s*:?",
    re.IGNORECASE,
)
_LONGEST = 400


def is_furniture(line: str) -> bool:
    """Whether a whole line is the page's own: it never is where it holds anything of a story."""
    return len(line) <= _LONGEST and bool(_SHARE.fullmatch(line) or _LINES.fullmatch(line) or opens_list(line))


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of other stories ("Most Viewed")."""
    return len(line) <= _LONGEST and _LISTS.fullmatch(line) is not None
