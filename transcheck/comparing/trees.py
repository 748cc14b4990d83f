"""Boosted trees: sums of small decisions over numbers, read from a file and applied by numpy.

They are fitted by scikit-learn (see ``training/phrases.py``), which is not needed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.limits import TREES_AT_ONCE

Floats = NDArray[np.float32]


class Trees(NamedTuple):
    """A model that gives the log-odds of a yes."""

    base: float
    """Log-odds before any tree."""
    features: NDArray[np.int16]
    """Which column each node looks at, shape (trees, nodes); -1 at a leaf."""
    thresholds: Floats
    """Up to which value it goes left, the same shape; at a leaf, what the tree adds."""
    values: Floats
    """What a tree adds on average from each node on, the same shape."""
    left: NDArray[np.int16]
    """The node to the left; a leaf is its own."""
    right: NDArray[np.int16]
    depth: int
    """The most decisions of a tree."""

    @classmethod
    def read(cls, arrays: Mapping[str, Any], name: str) -> Trees:
        """Return the model called `name` in an archive of arrays."""
        base, depth = arrays[f"{name}_base"]
        features, left, right = (arrays[f"{name}_{part}"] for part in ("features", "left", "right"))
        thresholds = arrays[f"{name}_thresholds"]
        values = arrays.get(f"{name}_values", thresholds)
        return cls(float(base), features, thresholds, values, left, right, int(depth))

    def probabilities(self, rows: Floats) -> Floats:
        """Return how likely each row is a yes: shape (rows,), 0 to 1."""
        odds = [
            self.log_odds(rows[start : start + TREES_AT_ONCE])
            for start in range(0, len(rows), TREES_AT_ONCE)
        ]
        total = np.concatenate(odds) if odds else np.zeros(0)
        return (1 / (1 + np.exp(-total))).astype(np.float32)

    def shares(self, row: Floats) -> tuple[float, dict[int, float]]:
        """Return what all rows have in common, and what each column of one row adds to it.

        Along the way through a tree the step from a node to the next is the share of the column
        that the node looks at. All together are the log-odds.
        """
        base, found = self.base, dict[int, float]()
        for tree, features in enumerate(self.features):
            node, value = 0, float(self.values[tree, 0])
            base += value
            while features[node] >= 0:
                column = int(features[node])
                right = row[column] > self.thresholds[tree, node]
                node = int((self.right if right else self.left)[tree, node])
                step, value = float(self.values[tree, node]) - value, float(self.values[tree, node])
                found[column] = found.get(column, 0.0) + step
        return base, found

    def log_odds(self, rows: Floats) -> NDArray[np.float64]:
        """Return the log-odds of a yes of each row, of few enough for a processor's cache."""
        count = len(rows)
        trees, nodes = self.features.shape
        lines, columns = np.arange(count), np.ascontiguousarray(rows.T).ravel()
        first = (np.arange(trees) * nodes)[:, None]
        starts = self.features.ravel().astype(np.intp) * count
        ways = (np.stack([self.left, self.right], axis=2) + first[:, :, None]).ravel()
        thresholds = self.thresholds.ravel()
        node = np.repeat(first, count, axis=1)
        for _ in range(self.depth):
            # At a leaf both ways lead to itself, whatever the last column says.
            goes_right = columns.take(starts.take(node) + lines) > thresholds.take(node)
            node = ways.take(2 * node + goes_right)
        added: NDArray[np.float64] = thresholds.take(node).sum(axis=0, dtype=np.float64)
        return self.base + added
