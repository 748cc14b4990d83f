"""Batches of one shape each: what a text is encoded with must not change its vector.

How a matrix product adds up depends on the sizes of the matrices: padded to another
length, or with more rows beside it, a text gets other last bits, in bfloat16 the third
digit after the point. So the shape of a batch follows from the length of its texts
alone, and a batch that lacks texts is filled up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

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
