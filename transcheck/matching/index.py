"""Nearest documents of another language, from a FAISS index; only this module knows FAISS here."""

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
"""Documents of a language up to which every pair is compared: a tenth of a second."""
_CELLS = 4.0
"""Cells of the inverted file for each square root of the documents."""
_PROBED = 16
"""Cells that are searched for a document."""
_TRAINING = 40
"""Documents a cell that its centre is learnt from, in `_ROUNDS` rounds."""
_ROUNDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The nearest documents of another language for each document, nearest first."""

    cosines: NDArray[np.float32]
    """Shape (documents, found)."""
    ids: NDArray[np.int64]
    """Shape (documents, found); -1 where fewer were found."""


def nearest(queries: Vectors, base: Vectors, k: int) -> Nearest:
    """Return the `k` nearest rows of `base` for each row of `queries`, fewer if it has fewer.

    Up to `EXACT_LIMIT` rows all are compared, above, cells of an inverted file are searched.

    Args:
        queries: float32, shape (n, dimension), rows of norm 1.
        base: float32, shape (m, dimension), rows of norm 1; m is at least 1.
        k: at least 1.
    """
    import faiss

    index: faiss.Index = faiss.IndexFlatIP(base.shape[1])
    with _one_thread():
        if len(base) > EXACT_LIMIT:
            index = _inverted(index, base)
        index.add(base)
        cosines, ids = index.search(queries, min(k, len(base)))
    return Nearest(cosines, ids)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let FAISS use one thread, so that sums and result do not depend on the processors."""
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _inverted(quantizer: faiss.Index, base: Vectors) -> faiss.Index:
    import faiss

    m, dimension = base.shape
    cells = int(_CELLS * np.sqrt(m))
    index = faiss.IndexIVFFlat(quantizer, dimension, cells, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed = 0
    index.cp.niter = _ROUNDS
    index.cp.max_points_per_centroid = _TRAINING
    index.cp.min_points_per_centroid = 1
    index.train(base)
    index.nprobe = _PROBED
    return index
