"""How far apart two words are, up to a limit: what is within it does not depend on it."""

from __future__ import annotations

import math

import pytest

from transcheck.naming.distance import surprise_of, surprise_within
from transcheck.naming.letter_model import LetterModel, model

WORDS = [
    pytest.param("^rastan$", "растан", id="the-same"),
    pytest.param("^rustan$", "растан", id="another-letter"),
    pytest.param("^qassem$", "касем", id="a-double-letter"),
    pytest.param("^kyiv$", "киев", id="a-custom"),
    pytest.param("^grant$", "толбуза", id="two-names"),
]


def fresh() -> LetterModel:
    """Return a model that remembers nothing."""
    return model.__wrapped__("letters_latin")


@pytest.mark.parametrize(("latin", "cyrillic"), WORDS)
@pytest.mark.parametrize("limit", [0.5, 4.0, 14.0, 40.0])
def test_a_limit_hides_what_is_beyond_it_and_changes_nothing_else(
    latin: str, cyrillic: str, limit: float
) -> None:
    exact = fresh().surprise(latin, cyrillic)
    found = fresh().surprise(latin, cyrillic, limit)
    assert found == (exact if exact <= limit else math.inf)


@pytest.mark.parametrize(("latin", "cyrillic"), WORDS)
def test_what_was_asked_before_changes_nothing(latin: str, cyrillic: str) -> None:
    exact = fresh().surprise(latin, cyrillic)
    letters = fresh()
    asked = [letters.surprise(latin, cyrillic, limit) for limit in (4.0, 1.0, 14.0, math.inf, 4.0)]
    limits = (4.0, 1.0, 14.0, math.inf, 4.0)
    assert asked == [exact if exact <= limit else math.inf for limit in limits]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Растан", "Rastan", id="across-scripts"),
        pytest.param("Рустан", "Rastan", id="another-letter"),
        pytest.param("Касем", "Qassem", id="a-double-letter"),
        pytest.param("Толбуза", "Grant", id="two-names"),
    ],
)
def test_the_surprise_of_names_is_hidden_beyond_a_limit(one: str, two: str) -> None:
    limits = (8.0, 2.0, 14.0, 36.0)
    found = [surprise_within(one, "uk", two, "en", limit) for limit in limits]
    exact = surprise_of(one, "uk", two, "en")
    assert found == [exact if exact <= limit else math.inf for limit in limits]
    assert [surprise_within(two, "en", one, "uk", limit) for limit in limits] == found
