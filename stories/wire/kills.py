"""The words that withdraw a story: what a kill says by its reason, and what stands on every text of it afterwards."""

from dataclasses import dataclass
from enum import StrEnum


class KillReason(StrEnum):
    """Why a story is withdrawn. The first two forbid its use; the others take back what should not have gone out."""

    LEGAL = "legal"
    FACTUAL = "factual"
    DUPLICATE = "duplicate"
    ERROR = "error"


NAMES = {
    KillReason.LEGAL: "Legal kill",
    KillReason.FACTUAL: "Factual kill",
    KillReason.DUPLICATE: "Withdraw: sent twice",
    KillReason.ERROR: "Withdraw: sent in error",
}
HELP = {
    KillReason.LEGAL: "Its use could bring a client to court.",
    KillReason.FACTUAL: "It is wrong at its core: no correction puts it right.",
    KillReason.DUPLICATE: "The same story runs under another slugline.",
    KillReason.ERROR: "It was not meant to go out, or not to this file.",
}
_SAID = {
    KillReason.LEGAL: "The story raises legal questions.",
    KillReason.FACTUAL: "The story contains an error that a correction cannot put right.",
    KillReason.DUPLICATE: "The story was sent twice.",
    KillReason.ERROR: "The story was sent in error.",
}
_KILL = (
    "A kill is mandatory. Make certain that the story is not published, in print, on air or online, and take it "
    "down wherever it has been published. No substitute will be filed under this slugline."
)
_WITHDRAWAL = "Disregard it and do not use it. No further filing will be made under this slugline."


@dataclass(frozen=True, slots=True)
class Sent:
    """What is withdrawn: the last filing as clients have it, `at` "17:53 KST, March 9", and how many went before."""

    slugline: str
    label: str
    headline: str
    at: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class Advisory:
    """The text of a kill: its headline and its one or more paragraphs, parted by blank lines."""

    headline: str
    body: str


def withdraws(reason: KillReason) -> bool:
    """Whether it takes back rather than forbids."""
    return reason in (KillReason.DUPLICATE, KillReason.ERROR)


def advisory(reason: KillReason, sent: Sent, instead: str = "") -> Advisory:
    """What goes to clients. `instead` is the slugline to use in a duplicate's place, where one is known."""
    verb = "withdraw" if withdraws(reason) else "kill"
    label = f", {sent.label}," if sent.label else ","
    many = f", and the {_filings(sent.before)} before it" if sent.before else ""
    opening = f"EDITORS: Please {verb} the story slugged {sent.slugline}{label} filed at {sent.at}{many}."
    headed = f" It is headed “{sent.headline}”." if sent.headline else ""
    use = f" Use {instead} in its place." if instead and reason is KillReason.DUPLICATE else ""
    orders = _WITHDRAWAL if withdraws(reason) else _KILL
    body = f"{opening}{headed}\n\n{_SAID[reason]}{use} {orders}"
    return Advisory(f"{'WITHDRAWAL' if withdraws(reason) else 'KILL'} of {sent.slugline}", body)


def _filings(count: int) -> str:
    return "one filing" if count == 1 else f"{count} filings"


def is_canned(text: str, sent: Sent) -> bool:
    """Whether a text is empty or one that `advisory` gave: then another may stand in its place."""
    typed = " ".join(text.split())
    return not typed or typed in {" ".join(advisory(reason, sent).body.split()) for reason in KillReason}


def kill_notice(slugline: str, at: str) -> str:
    """What stands over every text of a killed story: "(KILLED: ... )"; `at` as in Sent."""
    return f"(KILLED at {at}: {slugline} is withdrawn. Do not use the text below; it is kept for the record only.)"
