"""The furniture of a page: share links, jump links, copyright, headings of other lists."""

import re

_SHARING = (
    "facebook|twitter|x|kakao|kakao ?talk|kakao ?story|pinterest|naver|naver blog|band|line|linkedin|instagram|youtube"
    "|rss|whatsapp|telegram|weibo|reddit|e-?mail|mail|copy url|url copy|copy link|url|url copied|share|print|scrap"
)
_SHARE = rf"(?:[•·*‣◦-]\s*)?(?:{_SHARING})(?:\s*[•·|,/]?\s*(?:{_SHARING})){{0,20}}"
_BUTTONS = (
    r"go to (?:contents|navigation)(?:\s*[/|]?\s*go to (?:contents|navigation))?|skip to (?:main )?content"
    r"|top|go to top|view larger image|image|close|open|search|search box|menu|log ?in|sign in|sign up|subscribe|list"
    r"|home|more|font size(?: (?:up|down|[+-]))*|text size|print article|share this article|comments?|send feedback"
    r"|\(?(?:photo|video)\)?"
)
_SITE = r"yonhap news agency|yonhap news|english|한국어|korean|中文|日本語|عربي|español|français"
_RIGHTS = (
    r"(?:\(c\)|ⓒ|©|<?copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,60}"
    r"|.{0,20}unauthorized (?:reproduction|copying).{0,120}"
)
_TAGS = r"keywords?(?:\(s\))?\s*:?(?:\s*#.{0,300})?|#\S+(?:[^#\n]{0,40}#\S+){0,20}(?: [^#.\n]{1,30})?"
_TRACES = r"https?://\S+|www\.\S+|shortlink\s*:.{0,200}|auther\s*:.{0,60}|\d{1,3}\s*/\s*\d{1,3}"
_LISTS = (
    r"most (?:viewed|read|popular|liked|saved)|related (?:articles?|stories|news|photos|videos)|editor'?s picks?"
    r"|latest news|top news|headlines|popular news|recommended.{0,30}|more (?:stories|news|articles).{0,30}"
    r"|trending.{0,20}|today's top news|hot news|photo news|news focus list"
)
_LINE = re.compile("|".join([_SHARE, _BUTTONS, _SITE, _RIGHTS, _TAGS, _TRACES]), re.IGNORECASE)
_LIST = re.compile(rf"(?:{_LISTS})\s*:?", re.IGNORECASE)
_LONGEST = 400


def is_furniture(line: str) -> bool:
    """Whether a whole line is the page's own: it never is where it holds anything of a story."""
    return len(line) <= _LONGEST and (_LINE.fullmatch(line) is not None or opens_list(line))


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of other stories ("Most Viewed")."""
    return len(line) <= _LONGEST and _LIST.fullmatch(line) is not None
