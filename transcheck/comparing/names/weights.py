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


@dataclass(frozen=True, slots=True)
class NameThresholds:
    """Which names are weighed at all, and how likely a reading must be to be reported.

    Surprises are in nats of the letter model.
    """

    slip: float
    """Probability from which a wrong letter is reported."""
    slip_of_two: float
    """The same where a single other edition has the name."""
    swap: float
    """Probability from which another name in the place of one is reported."""
    swap_of_two: float
    """The same where a single other edition has that one."""
    swap_beside: float
    """Probability from which the second word of a replaced name is taken for replaced, too."""
    error: float
    """Probability from which another name is an error and no warning."""
    two_ways: float
    """The same of a name that an edition spells in two ways."""
    alike: float
    """Share of letters in common from which on two names are weighed at once."""
    unlike: float
    """Surprise up to which two names that have fewer in common are joined all the same."""
    least: float
    """Surprise below which no letter can be wrong."""
    borne_out: float
    """The same where two editions bear a spelling out, whatever the rules of romanising say."""
    fits: float
    """Surprise up to which a word with a letter put right is said to be what was meant."""
    better: float
    """By how much another spelling of the same edition must fit better to be the usual one, for
    each other edition."""
    agree: float
    """Surprise up to which two editions agree on a spelling."""
    most: float
    """Gain of a repair beyond which nothing is added."""


NAMES = NameThresholds(
    slip=0.5,
    slip_of_two=0.3,
    swap=0.4,
    swap_of_two=0.6,
    swap_beside=0.2,
    error=0.9,
    two_ways=0.5,
    alike=0.39,
    unlike=20.0,
    least=3.0,
    borne_out=4.0,
    fits=6.0,
    better=3.0,
    agree=4.0,
    most=14.0,
)
"""For the fit that is committed, which was made with the values that say what is weighed. On a fit
to two gatherings before it, slips from .4 in place of .5 on were found in .905 in place of .903 of
the probes of names, and names alarmed on the newsroom stories .217 times in place of .174; slips of
two from .3 in place of .4 on took what is found with Ukrainian and Russian from .844 to .857 and
false alarms from .011 to .014. Swaps stay at .4: of a person's two names each scores low alone."""
