"""Spellings of one edition that may be a letter away from each other."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_neighbours import Neighbours


def neighbours_of_first(code: str, text: str) -> list[str]:
    """Return the words that are found beside the first name of a text."""
    other = next(language for language in ("uk", "en") if language != code)
    names = ArticleNames(story(**{code: text, other: "-"}))
    distinct = names.spellings.distinct[0]
    return [unit.text for unit in Neighbours(distinct).of(distinct[0])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("en", "Then Rastan met Rustan there.", id="another-letter"),
        pytest.param("en", "Then Rastan met Rasttan there.", id="one-letter-more"),
        pytest.param("en", "Then Rastan met Rasan there.", id="one-letter-less"),
        pytest.param("en", "Then Rastan met Rasatn there.", id="two-letters-swapped"),
        pytest.param("en", "Then Rastan met Bastan there.", id="first-letter"),
        pytest.param("uk", "Тоді Растан побачив Рустана там.", id="another-letter-and-a-case"),
    ],
)
def test_a_word_a_letter_away_is_found(code: str, text: str) -> None:
    assert len(neighbours_of_first(code, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Then Rastan met Talbisa there.", id="another-name"),
        pytest.param("Then Rastan met Rustin there.", id="two-letters"),
        pytest.param("Then Rastan met Rastan there.", id="the-same-spelling"),
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert neighbours_of_first("en", text) == []
