"""What a sign-in leaves behind: failures that count against the next, and nothing once it succeeded."""

from datetime import datetime

from django.db import transaction

from stories.models import FailedSignIn
from stories.queries.sign_in import LIMITS, keys_of

LONGEST = max(limit.within for limit in LIMITS.values())


@transaction.atomic
def note_failure(*, name: str, address: str, now: datetime) -> None:
    """Count a failed try against the name and the address; what counts no more is swept out."""
    FailedSignIn.objects.filter(failed_at__lte=now - LONGEST).delete()
    FailedSignIn.objects.bulk_create(FailedSignIn(key=key, failed_at=now) for key in keys_of(name, address).values())


def forget_failures(*, name: str, address: str) -> None:
    """A sign-in that succeeded clears the person's own count here; others' tries at the name or from here stay."""
    FailedSignIn.objects.filter(key=keys_of(name, address)["name and address"]).delete()
