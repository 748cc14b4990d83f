"""Sentences are remembered for the edition they stand in."""

from __future__ import annotations

import pytest

from transcheck.facts.remembering import begin_edition, of_sentences

LONG, SHORT = range(5000), range(60)


class Reader:
    """Counts the sentences that are really read, not remembered."""

    def __init__(self) -> None:
        """Start with none."""
        self.count = 0
        self.read = of_sentences(self._read)

    def edition(self, sentences: range) -> int:
        """Return how many of an edition's sentences had to be read."""
        before = self.count
        for number in sentences:
            assert self.read(f"sentence {number}") == number
        return self.count - before

    def _read(self, sentence: str) -> int:
        self.count += 1
        return int(sentence.split()[1])


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_all_of_a_long_edition_is_remembered(reader: Reader) -> None:
    assert reader.edition(LONG) == len(LONG)
    assert reader.edition(LONG) == 0


def test_many_sentences_of_another_edition_are_forgotten(reader: Reader) -> None:
    reader.edition(LONG)
    begin_edition()
    assert reader.edition(SHORT) == len(SHORT)


def test_few_sentences_of_another_edition_stay(reader: Reader) -> None:
    reader.edition(SHORT)
    begin_edition()
    assert reader.edition(SHORT) == 0
