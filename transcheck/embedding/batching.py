"""Batches of one shape each: what a text is encoded with must not change its vector.

How a matrix product adds up depends on the sizes of the matrices: padded to another
length, or with more rows beside it, a text gets other last bits, in bfloat16 the third
digit after the point. So the shape of a batch follows from the length of its texts
alone, and a batch that lacks texts is filled up.

Texts longer than a model's window: encoded piece by piece instead of silently cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import Vectors


def encode_whole(
    texts: Sequence[str],
    *,
    limit: int,
    count_tokens: Callable[[Sequence[str]], Sequence[int]],
    encode: Callable[[Sequence[str]], Vectors],
) -> Vectors:
    """Encode texts of any length with a model that reads at most `limit` tokens.

    A longer text is cut at white space into as few pieces of about equal length as fit;
    its vector is the mean of theirs, weighted by their tokens, scaled to norm 1.

    Args:
        texts: what to encode.
        limit: tokens that the model reads, special tokens included.
        count_tokens: gives the number of tokens, special ones included, of each text.
        encode: gives vectors of texts within the limit: (n, dimension), rows of norm 1.

    Returns:
        float32, shape (len(texts), dimension), rows of norm 1.
    """
    pieces: list[str] = []
    owners: list[int] = []
    for owner, (text, tokens) in enumerate(zip(texts, count_tokens(texts), strict=True)):
        for piece in _pieces(text, tokens, limit, count_tokens):
            pieces.append(piece)
            owners.append(owner)
    vectors = encode(pieces)
    if len(pieces) == len(texts):
        return vectors
    weights = np.asarray(count_tokens(pieces), dtype=np.float32)
    whole = np.zeros((len(texts), vectors.shape[1]), dtype=np.float32)
    for owner in range(len(texts)):
        rows = range(bisect_left(owners, owner), bisect_right(owners, owner))
        # A text in one piece keeps its vector to the bit, whatever it is encoded with.
        span = slice(rows.start, rows.stop)
        whole[owner] = (
            vectors[rows.start] if len(rows) == 1 else _mean(vectors[span], weights[span])
        )
    return whole


def _mean(vectors: Vectors, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    total = (vectors * weights[:, None]).sum(axis=0)
    norm = max(float(np.linalg.norm(total)), float(np.finfo(np.float32).tiny))
    return np.asarray(total / norm, dtype=np.float32)


def _pieces(
    text: str, tokens: int, limit: int, count_tokens: Callable[[Sequence[str]], Sequence[int]]
) -> list[str]:
    if tokens <= limit or len(text) < 2:
        return [text]
    middle = len(text) // 2
    cut = text.rfind(" ", 0, middle)
    # Text without a space in its first half (one endless word) is cut in the middle.
    cut = cut if cut > 0 else middle
    halves = [text[:cut], text[cut:]]
    return [
        piece
        for half, count in zip(halves, count_tokens(halves), strict=True)
        for piece in _pieces(half, count, limit, count_tokens)
    ]


STEP = 16
"""Batches are padded to a multiple of this many tokens."""
TOKENS = 256
"""Tokens in a batch: enough to keep a matrix unit busy, so few that little is filled up."""


class Batch(NamedTuple):
    """Texts to be encoded together."""

    width: int
    """Tokens that each is padded to."""
    texts: tuple[int, ...]
    """Their numbers."""

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the texts and, to fill the batch, the last one again and again."""
        return self.texts + self.texts[-1:] * (_size(self.width) - len(self.texts))


def whole_steps(window: int) -> int:
    """Return as much of a model's window as can be filled in whole steps."""
    return max(window // STEP, 1) * min(STEP, window)


def batches(tokens: Sequence[int], limit: int) -> Iterator[Batch]:
    """Yield batches of texts of about the same length, the longest first.

    Args:
        tokens: the length of each text.
        limit: tokens that the model reads, whole steps of them.
    """
    widths = [min(-(-count // STEP) * STEP, limit) for count in tokens]
    order = sorted(range(len(tokens)), key=lambda text: -widths[text])
    for width, group in groupby(order, key=widths.__getitem__):
        same = tuple(group)
        size = _size(width)
        for start in range(0, len(same), size):
            yield Batch(width, same[start : start + size])


def _size(width: int) -> int:
    return max(1, TOKENS // width)
