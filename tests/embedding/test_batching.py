"""Batches whose shape follows from the length of their texts alone."""

from __future__ import annotations

import pytest

from transcheck.embedding.batching import STEP, TOKENS, batches, whole_steps

LIMIT = 512


def shapes(tokens: list[int]) -> dict[int, tuple[int, int]]:
    """Return for each text the rows and the width of its batch."""
    found = list(batches(tokens, LIMIT))
    return {text: (len(b.rows), b.width) for b in found for text in b.texts}


def test_each_text_is_in_one_batch_that_holds_it() -> None:
    tokens = [1 + n * 37 % 499 for n in range(400)]
    found = list(batches(tokens, LIMIT))
    assert sorted(text for b in found for text in b.texts) == list(range(400))
    for batch in found:
        assert all(batch.width - STEP < tokens[text] <= batch.width for text in batch.texts)
        assert batch.rows[: len(batch.texts)] == batch.texts
        assert len(batch.rows) * batch.width <= max(TOKENS, batch.width)


def test_company_does_not_change_the_shape() -> None:
    tokens = [1 + n * 37 % 499 for n in range(400)]
    together = shapes(tokens)
    assert all(shapes([count]) == {0: together[text]} for text, count in enumerate(tokens))


def test_nothing_is_padded_beyond_what_the_model_reads() -> None:
    assert shapes([497, 512, 9999]) == dict.fromkeys(range(3), (1, LIMIT))
    assert shapes([496])[0] == (1, 496)


@pytest.mark.parametrize(
    ("window", "used"), [(512, 512), (514, 512), (40, 32), (16, 16), (15, 15), (1, 1)]
)
def test_as_much_of_a_window_is_used_as_whole_steps_fill(window: int, used: int) -> None:
    assert whole_steps(window) == used


def test_no_text_is_in_no_batch() -> None:
    assert list(batches([], LIMIT)) == []
