"""Check every filed ATTN line against its texts: `manage.py audit_attn [--desk CODE] [--since DATE] [--json]`."""

import json
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_date

from stories.models import Desk
from stories.queries.audits import Audited, audited_stories
from stories.services.auditing import keep_audits
from stories.wire.label import short_label

Row = dict[str, Any]


class Command(BaseCommand):
    help = (
        "Walk the archive story by story: which ATTN lines held, which claims did not, and which facts already sent "
        "were changed with nothing to say so. What is found is kept for the ladder; nothing filed is touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--desk", metavar="CODE", help="Only this desk's stories.")
        parser.add_argument("--since", metavar="DATE", help="Only what was filed from this day on: 2026-03-09.")
        parser.add_argument("--json", action="store_true", help="One JSON object for each version, one to a line.")

    def handle(self, *, desk: str | None, since: str | None, json: bool, **options: Any) -> None:
        day = _day(since)
        counted = dict.fromkeys(("lines", "held", "wrong", "silent"), 0)
        for story, rows in audited_stories(desk=_desk(desk), since=day):
            keep_audits(rows)
            for row in rows:
                if row.before and (day is None or row.version.filed_at >= day):
                    told = _told(story.slugline, row)
                    self._as_json(told) if json else self._as_table(told)
                    _count(counted, told)
        if not json:
            self.stdout.write(
                f"{counted['lines']} ATTN lines: {counted['held']} held, {counted['wrong']} claims did not; "
                f"{counted['silent']} facts changed in silence."
            )

    def _as_json(self, told: Row) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _as_table(self, told: Row) -> None:
        """One line for a version with what it claims, and one for each thing that a desk would want to know."""
        if not told["attn"] and not told["silent"]:
            return
        sign = "✗" if told["wrong"] else "✓" if told["attn"] else "·"
        self.stdout.write(f"{sign} {told['story']:<12} {told['label']:<22} {told['slugline']:<28} {told['attn']}")
        for claim in told["wrong"]:
            right = f"; right would be: {claim['right']}" if claim["right"] else ""
            self.stdout.write(self.style.WARNING(f"    {claim['claim']}: {claim['reason']}{right}"))
        for fact in told["silent"]:
            self.stdout.write(self.style.WARNING(f"    silent: {fact['old']} -> {fact['new']} ({fact['kind']})"))
        if told["reason"]:
            self.stdout.write(f"    filed all the same: {told['reason']}")


def _told(slugline: str, row: Audited) -> Row:
    """A version and what was found in it, as plain values."""
    return {
        "story": row.version.story_id,
        "slugline": slugline,
        "version": row.version.sequence,
        "label": short_label(row.version.label) or "first filing",
        "filed_at": row.version.filed_at.isoformat(),
        "attn": row.version.attn,
        "held": row.found.held,
        "unchecked": row.found.unchecked,
        "wrong": [{"claim": one.claim, "reason": one.reason, "right": one.right} for one in row.found.wrong],
        "undeclared": [note.message for note in row.found.undeclared],
        "silent": list(_silent(row)),
        "reason": row.version.attn_reason,
    }


def _silent(row: Audited) -> Iterator[Row]:
    for fact in row.found.silent:
        yield {"kind": fact.kind.value, "old": fact.old, "new": fact.new, "para": (fact.new_graf or 0) + 1}


def _count(counted: dict[str, int], told: Row) -> None:
    counted["lines"] += bool(told["attn"])
    counted["held"] += bool(told["attn"]) and not told["wrong"]
    counted["wrong"] += len(told["wrong"])
    counted["silent"] += len(told["silent"])


def _desk(code: str | None) -> Desk | None:
    if code is None:
        return None
    desk = Desk.objects.filter(code=code).first()
    if desk is None:
        raise CommandError(f"There is no desk {code}: {', '.join(Desk.objects.values_list('code', flat=True))}.")
    return desk


def _day(since: str | None) -> datetime | None:
    """The start of the day on the desk's clock."""
    if since is None:
        return None
    try:
        day = parse_date(since)
    except ValueError:
        day = None
    if day is None:
        raise CommandError(f"{since} is no date: write it as 2026-03-09.")
    return datetime.combine(day, time.min, timezone.get_default_timezone())
