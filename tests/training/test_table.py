"""From a trained table to the shipped file, and how its error is measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.evaluating import error, parallel
from training.export import compact, quantize


def table(rows: int = 20, dimension: int = 8) -> np.ndarray:
    return np.random.default_rng(0).standard_normal((rows, dimension)).astype(np.float32)


def test_quantized_rows_are_within_half_a_step() -> None:
    rows = table()
    whole, factors = quantize(rows)
    assert whole.dtype == np.int8
    assert (np.abs(whole * factors[:, None] - rows) <= factors[:, None] * 0.501).all()


def test_rows_of_zeros_stay_zero() -> None:
    whole, factors = quantize(np.zeros((2, 4), dtype=np.float32))
    assert not whole.any()
    assert np.isfinite(factors).all()


def test_untaught_rows_share_one_and_tokens_keep_their_vectors() -> None:
    rows = table(5)
    rows[[1, 3]] = 0
    tokens = np.array([0, 1, 2, 3, 4, 4], dtype=np.int32)
    small, mapping = compact(rows, tokens)
    assert len(small) == 4
    assert np.array_equal(small[mapping], rows[tokens])


def test_error_counts_wrong_neighbours_in_both_directions() -> None:
    rows = table(40)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    assert error(rows, rows) == 0
    assert error(rows, rows[::-1]) == 1
    swapped = rows.copy()
    swapped[[0, 1]] = rows[[1, 0]]
    assert error(rows, swapped) == pytest.approx(2 / 40)


def test_parallel_reads_sentences_and_documents_alike(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        '{"en": "One.", "uk": "Один."}\n'
        '{"segments": [{"en": "Two.", "uk": "Два."}, {"en": "Three.", "uk": ""}]}\n',
        encoding="utf-8",
    )
    assert parallel(file) == {"en": ["One.", "Two."], "uk": ["Один.", "Два."]}
