"""Two to sixteen editors file one lead at the same moment, sixty times over; benchmarks/filing.py does it oftener."""

import random

import pytest

from benchmarks.races import race
from stories.models import Version
from stories.services.archive import verify_archive

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 60


def test_one_of_them_files_and_all_others_keep_their_texts_with_a_merge(first, reporter, now):
    chance = random.Random("filing races")
    wrong = [trouble for _ in range(ROUNDS) for trouble in race(first.story, chance.randint(2, 16), reporter, now)]
    assert wrong == []
    assert list(Version.objects.order_by("sequence").values_list("lead_number", flat=True)) == list(range(ROUNDS + 1))
    assert verify_archive().holds
