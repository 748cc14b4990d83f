"""Evidence as a sum of named shares, which were fitted and can be printed term by term.

Each decision has a weight for each term (`languages/data/name_weights.tsv`). Those on what is
wrong also have boosted trees over the same terms (`comparing/models/names.npz`), as what a term
says depends on others; the log-odds are the mean of both. In trees a term's share is told along
the ways taken: at each branch the difference that the term it asks for makes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from transcheck.comparing.trees import Floats, Trees
from transcheck.languages import read_rows

BIAS = "bias"
TABLE = "name_weights"
MODEL = Path(__file__).parents[1] / "models" / "names.npz"


@cache
def weights(decision: str) -> Mapping[str, float]:
    """Return the weight of every term of a decision, in natural log-odds."""
    return {term: float(weight) for name, term, weight in read_rows(TABLE) if name == decision}


@cache
def _archive() -> Mapping[str, Any]:
    with np.load(MODEL) as arrays:
        return dict(arrays)


@cache
def trees(decision: str) -> tuple[Trees, Mapping[str, int]] | None:
    """Return the trees of a decision and the columns of its terms, None if it has none."""
    arrays = _archive()
    if f"{decision}_terms" not in arrays:
        return None
    columns = {str(term): n for n, term in enumerate(arrays[f"{decision}_terms"])}
    return Trees.read(arrays, decision), columns


@dataclass(frozen=True)
class Evidence:
    """What speaks for a decision and against it."""

    decision: str
    terms: Mapping[str, float]
    """The value of every term that is not nought."""

    @cached_property
    def log_odds(self) -> float:
        """Return the sum of the shares of all terms."""
        weight, model = weights(self.decision), trees(self.decision)
        linear = weight.get(BIAS, 0.0)
        linear += sum(weight.get(term, 0.0) * value for term, value in self.terms.items())
        if model is None:
            return linear
        return (linear + model[0].log_odds(self._row(model[1])).item()) / 2

    @property
    def probability(self) -> float:
        """Return how likely the decision is right, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, self.log_odds))))

    def shares(self) -> list[tuple[str, float, float]]:
        """Return (term, value, log-odds it adds), what weighs most first."""
        weight, model = weights(self.decision), trees(self.decision)
        adds = {term: weight.get(term, 0.0) * value for term, value in self.terms.items()}
        adds[BIAS] = weight.get(BIAS, 0.0)
        if model is not None:
            base, parts = model[0].shares(self._row(model[1])[0])
            terms = list(model[1])
            adds[BIAS] += base
            for column, share in parts.items():
                adds[terms[column]] = adds.get(terms[column], 0.0) + share
            adds = {term: share / 2 for term, share in adds.items()}
        values = {BIAS: 1.0, **self.terms}
        found = [(term, values.get(term, 0.0), share) for term, share in adds.items()]
        return sorted(found, key=lambda share: (-abs(share[2]), share[0]))

    def _row(self, columns: Mapping[str, int]) -> Floats:
        row = np.zeros((1, len(columns)), dtype=np.float32)
        for term, value in self.terms.items():
            if term in columns:
                row[0, columns[term]] = value
        return row
