"""Ticking off the facts of a filing, each person for themselves."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from stories.models import FactCheck, Story
from stories.wire.facts import FactChange
from stories.wire.review import fact_key


@transaction.atomic
def check_fact(*, story: Story, sequence: int, fact: FactChange, actor: AbstractBaseUser, now: datetime) -> FactCheck:
    """Keep that `actor` has checked the fact in filing `sequence`; a second tick changes nothing."""
    check, _ = FactCheck.objects.get_or_create(
        story=story,
        person=actor,
        sequence=sequence,
        fingerprint=fact_key(fact),
        defaults={"kind": fact.kind, "old": fact.old, "new": fact.new, "checked_at": now},
    )
    return check


@transaction.atomic
def uncheck_fact(*, story: Story, sequence: int, fact: FactChange, actor: AbstractBaseUser) -> None:
    """Take the tick back; where there is none, nothing happens."""
    FactCheck.objects.filter(story=story, person=actor, sequence=sequence, fingerprint=fact_key(fact)).delete()
