from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from transcheck.embedding import Vectors
from transcheck.embedding.batching import encode_whole

LIMIT = 6


def count(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) + 2 for text in texts]


def encode(texts: Sequence[str]) -> Vectors:
    """A vector that holds the first words a model of the limit would read."""
    rows = []
    for text in texts:
        row = np.zeros(32, dtype=np.float32)
        for word in text.split()[: LIMIT - 2]:
            row[int(word) % 32] += 1
        rows.append(row / max(float(np.linalg.norm(row)), 1e-9))
    return np.array(rows, dtype=np.float32).reshape(len(rows), 32)


def whole(texts: Sequence[str]) -> Vectors:
    return encode_whole(texts, limit=LIMIT, count_tokens=count, encode=encode)


def test_every_word_of_a_long_text_counts() -> None:
    vector = whole([" ".join(map(str, range(20)))])[0]
    assert (vector[:20] > 0).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-6)


def test_a_text_within_the_limit_is_encoded_as_it_is() -> None:
    assert (whole(["1 2 3 4"]) == encode(["1 2 3 4"])).all()


def test_short_and_long_texts_keep_their_rows() -> None:
    long = " ".join(map(str, range(10)))
    together = whole(["1 2", long, "3"])
    assert np.allclose(together[1], whole([long])[0])
    assert (together[[0, 2]] == encode(["1 2", "3"])).all()


def test_one_endless_word_is_cut_all_the_same() -> None:
    vectors = encode_whole(
        ["7" * 40], limit=LIMIT, count_tokens=lambda ts: [len(t) for t in ts], encode=encode
    )
    assert vectors.shape == (1, 32)


def test_nothing_gives_nothing() -> None:
    assert whole([]).shape == (0, 32)
