"""The student learns: on a toy language pair that it can learn completely."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from training.settings import Settings

pytest.importorskip("torch")
pytest.importorskip("scipy")

from training.student import Bags, Lessons, train

WORDS, MEANINGS, DIMENSION = 30, 200, 16


def toy() -> Lessons:
    """Two languages of thirty words each: word w means the same as word w + 30."""
    random = np.random.default_rng(0)
    senses = random.standard_normal((WORDS, DIMENSION)).astype(np.float32)
    bags = [random.integers(0, WORDS, size=5) for _ in range(MEANINGS)]
    targets = np.stack([senses[bag].sum(axis=0) for bag in bags])
    targets /= np.linalg.norm(targets, axis=1, keepdims=True)
    texts = np.full((MEANINGS, 3), -1)
    texts[:, 0] = np.arange(MEANINGS)
    texts[:, 2] = np.arange(MEANINGS) + MEANINGS
    return Lessons(Bags.of([*bags, *(bag + WORDS for bag in bags)]), texts, targets)


def run(epochs: int = 30, seed: int = 0) -> tuple[np.ndarray, list[float]]:
    settings = replace(Settings(), batch=50, learning_rate=0.02, epochs=epochs, seed=seed)
    losses: list[float] = []
    table = train(settings, toy(), 2 * WORDS, lambda _, loss, __: losses.append(loss))
    return table, losses


def test_loss_falls_and_translations_meet() -> None:
    table, losses = run()
    table = table / np.linalg.norm(table, axis=1, keepdims=True)
    assert losses[-1] < losses[0] * 0.7
    nearest = (table[:WORDS] @ table[WORDS:].T).argmax(axis=1)
    assert (nearest == np.arange(WORDS)).mean() > 0.9


def test_same_seed_gives_the_same_table_and_another_one_another() -> None:
    one, again, other = run(epochs=2)[0], run(epochs=2)[0], run(epochs=2, seed=1)[0]
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
