"""Nearest vectors, from a FAISS index; only this module knows FAISS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.limits import NEIGHBOURS_EXACT_LIMIT

if TYPE_CHECKING:
    import faiss

Vectors = NDArray[np.float32]


class InvertedFile(NamedTuple):
    """How many rows are searched by cells: there are four cells for each root of their number."""

    probed: int
    """Cells that are searched for a query."""
    rounds: int
    """Rounds in which the centres of the cells are learnt."""
    training: int
    """Rows a cell that its centre is learnt from, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The nearest base rows of each query, nearest first."""

    cosines: NDArray[np.float32]
    """Shape (queries, k); -1 behind the last where the base has fewer than k."""
    ids: NDArray[np.int64]
    """Shape (queries, k); -1 behind the last."""


def nearest(queries: Vectors, base: Vectors, k: int, cells: InvertedFile) -> Neighbours:
    """Return the `k` nearest rows of `base` for each row of `queries`.

    Args:
        queries: float32, shape (n, dimension), rows of norm 1.
        base: float32, shape (m, dimension), rows of norm 1.
        k: at least 1; columns beyond m are filled with cosine -1 and id -1.
        cells: how a base of more than `NEIGHBOURS_EXACT_LIMIT` rows is searched.
    """
    import faiss

    n, (m, dimension) = len(queries), base.shape
    cosines = np.full((n, k), -1.0, dtype=np.float32)
    ids = np.full((n, k), -1, dtype=np.int64)
    found = min(k, m)
    if n and found:
        index: faiss.Index = faiss.IndexFlatIP(dimension)
        with _one_thread():
            if m > NEIGHBOURS_EXACT_LIMIT:
                index = _inverted(index, base, cells)
            index.add(base)
            cosines[:, :found], ids[:, :found] = index.search(queries, found)
    return Neighbours(cosines, ids)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let FAISS use one thread, so that the result does not depend on the processors.

    On the sentences of an article its threads wait for one another far longer than they
    work, and waiting is busy: a run took two thirds more processor time with two of them.
    """
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _inverted(quantizer: faiss.Index, base: Vectors, cells: InvertedFile) -> faiss.Index:
    import faiss

    m, dimension = base.shape
    count = int(4 * np.sqrt(m))
    index = faiss.IndexIVFFlat(quantizer, dimension, count, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed = 0
    index.cp.niter = cells.rounds
    index.cp.max_points_per_centroid = cells.training
    index.cp.min_points_per_centroid = 1
    index.train(base)
    index.nprobe = cells.probed
    return index
