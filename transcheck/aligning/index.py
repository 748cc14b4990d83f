"""Nearest sentences of another edition, from a FAISS index; only this module knows FAISS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import Vectors

if TYPE_CHECKING:
    import faiss

EXACT_LIMIT = 4096
"""Sentences up to which every pair is compared; above, cells of an inverted file are
searched, so that cost grows with n to the 1.5 instead of n squared."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The nearest base sentences of each query sentence, nearest first."""

    cosines: NDArray[np.float32]
    """Shape (queries, k); -1 behind the last where the base has fewer than k."""
    ids: NDArray[np.int64]
    """Shape (queries, k); -1 behind the last."""


def nearest(queries: Vectors, base: Vectors, k: int) -> Neighbours:
    """Return the `k` nearest rows of `base` for each row of `queries`.

    Args:
        queries: float32, shape (n, dimension), rows of norm 1.
        base: float32, shape (m, dimension), rows of norm 1.
        k: at least 1; columns beyond m are filled with cosine -1 and id -1.
    """
    import faiss

    n, (m, dimension) = len(queries), base.shape
    cosines = np.full((n, k), -1.0, dtype=np.float32)
    ids = np.full((n, k), -1, dtype=np.int64)
    found = min(k, m)
    if n and found:
        index: faiss.Index = faiss.IndexFlatIP(dimension)
        if m > EXACT_LIMIT:
            index = _inverted(index, base)
        with _threads(1 if m <= EXACT_LIMIT else 0):
            index.add(base)
            cosines[:, :found], ids[:, :found] = index.search(queries, found)
    return Neighbours(cosines, ids)


@contextmanager
def _threads(most: int) -> Iterator[None]:
    """Let FAISS use so many threads at most, 0 for as many as it likes.

    On the sentences of an article its threads wait for one another far longer than they
    work, and waiting is busy: a run took two thirds more processor time with two of them.
    """
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(most or before)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _inverted(quantizer: faiss.Index, base: Vectors) -> faiss.Index:
    import faiss

    m, dimension = base.shape
    index = faiss.IndexIVFFlat(
        quantizer, dimension, int(4 * np.sqrt(m)), faiss.METRIC_INNER_PRODUCT
    )
    index.cp.seed = 0
    index.train(base)
    index.nprobe = 12
    return index
