"""History rows are reached without making a class each time: a save does it too."""

import pytest

from stories.models import Byline, Desk, Draft, DraftPhoto, Photo, Story


@pytest.mark.parametrize("model", [Byline, Desk, Draft, DraftPhoto, Photo, Story])
def test_the_way_to_the_history_rows_is_made_once(model):
    assert type(model().history) is type(model().history)
    assert type(model.history) is type(model().history)


def test_each_model_still_has_rows_of_its_own():
    assert Draft.history.model is not Story.history.model
    assert Draft(pk=3).history.instance.pk == 3
