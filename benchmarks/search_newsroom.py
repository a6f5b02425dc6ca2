"""Searching a newsroom with as many versions as asked, in a process of its own: timings as JSON.

Run by benchmarks.search, with the environment of an empty newsroom. The rows are made past the services; the
index fills itself by its trigger, as in life.
"""

import json
import random
import sys
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402 - models can be imported once Django is set up
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.board_newsroom import queries_of, taken  # noqa: E402
from benchmarks.invented import graf, word  # noqa: E402
from stories import dbobjects  # noqa: E402
from stories.models import Desk, Story, Version  # noqa: E402
from stories.roles import DESK_EDITOR, REPORTER  # noqa: E402

CHAIN, GRAFS, BATCH = 4, 12, 500
RARE = "Zanzabir"  # in one story of a thousand
KOREAN = ("정상회담이 서울에서 열렸다.", "항만공사는 15일 입항을 중단했다.", "선거관리위원회가 결과를 발표했다.")
QUESTIONS = {
    "a word of every text": {"q": "said"},
    "the same, all versions": {"q": "said", "in": "all"},
    "a rare word": {"q": RARE},
    "two common words": {"q": "harbor ministry"},
    "a phrase": {"q": '"told reporters in"'},
    "a beginning": {"q": "ka*"},
    "one letter": {"q": "a*"},
    "two letters": {"q": "to*"},
    "a word and one letter": {"q": "harbor a*"},
    "N. Korea": {"q": "N. Korea"},
    "a word less another": {"q": "harbor -ministry"},
    "Korean before a particle": {"q": "정상회담"},
    "Korean inside a word": {"q": "관리위원회"},
    "a rare word on one desk": {"q": RARE, "desk": "d3", "in": "all"},
    "a common word, verb and label": {"q": "said", "verb": "CORRECTS", "label": "lead-2", "in": "all"},
    "no words, a byline": {"byline": "Ha Seul-gi"},
    "nothing fits": {"q": "xyzzyq plugh"},
    "a phrase nobody wrote": {"q": '"ministry told harbor"'},
    "Korean and a word": {"q": "harbor 정상회담"},
}


def fill(versions: int, people: list[User], desks: list[Desk], now: datetime) -> None:
    dbobjects.drop(using="default")  # nothing here is a record; the index has a trigger of its own, and keeps it
    rng = random.Random(7)
    stories = (
        Story(
            pk=f"k{number:09}",
            slugline=f"{word(rng)}-{number}",
            desk=desks[number % len(desks)],
            opened_by=people[0],
            opened_at=now,
            moved_at=now - timedelta(minutes=number),
        )
        for number in range(versions // CHAIN)
    )
    while batch := list(islice(stories, BATCH)):
        Story.objects.bulk_create(batch)
        Version.objects.bulk_create(one for story in batch for one in chain(story, rng))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE stories_story SET current_version_id = (SELECT MAX(v.id) FROM stories_version v "
                       "WHERE v.story_id = stories_story.id)")  # fmt: skip
        cursor.execute("ANALYZE")


def chain(story: Story, rng: random.Random) -> list[Version]:
    grafs = [graf(rng) for _ in range(GRAFS)] + [rng.choice(KOREAN)]
    if int(story.pk[1:]) % 1000 == 1:
        grafs[3] += f" It was seen at {RARE}, N. Korea."
    made = []
    for place in range(CHAIN):
        grafs[rng.randrange(GRAFS)] = graf(rng)
        made.append(
            Version(
                story=story,
                sequence=place + 1,
                kind="lead" if place else "first",
                lead_number=place,
                slugline=story.slugline,
                headline=" ".join(graf(rng).split()[:9]),
                attn="CORRECTS figure in para 2" if place == 2 else "UPDATES with remarks" if place else "",
                byline=rng.choice(("By Ha Seul-gi", "By Rim Na-ra", "By Seo Joon-ho")),
                body="\n\n".join(grafs),
                filed_at=story.moved_at + timedelta(minutes=place),
                filed_by=story.opened_by,
                checksum=f"{story.pk}{place}",
            )
        )
    return made


def measure(who: User, rounds: int) -> list[dict[str, Any]]:
    client = Client(SERVER_NAME="localhost")
    client.force_login(who)
    asks = {what: partial(client.get, "/search/", query | {"part": "1"}) for what, query in QUESTIONS.items()}
    times = taken(asks, rounds)
    return [
        {
            "who": who.username,
            "what": what,
            "time": times[what],
            "hits": ask().content.count(b'class="hit-t"'),
            "queries": queries_of(ask),
        }
        for what, ask in asks.items()
    ]


def main() -> None:
    versions, rounds = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    people = [User.objects.create_user(name) for name in ("filer", "editor", "reporter")]
    people[1].groups.add(Group.objects.get(name=DESK_EDITOR))
    people[2].groups.add(Group.objects.get(name=REPORTER))
    desks = [Desk.objects.create(name=f"Desk {number}", code=f"d{number}") for number in range(6)]
    with override_settings(DEBUG=False):
        fill(versions, people, desks, timezone.now())
        asked = [one for who in people[1:] for one in measure(who, rounds)]
    json.dump({"versions": Version.objects.count(), "engine": connection.vendor, "asked": asked}, sys.stdout)


if __name__ == "__main__":
    main()
