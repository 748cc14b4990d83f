"""How usual the letters of a word are in its language, each behind the two before it.

A slip often makes a row of letters that the language does not have: Bshar, Анкарї, Клещеовка.
The tables (`languages/data/*/sequences.npz`) are learnt by `training/tables/sequences.py`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.languages import named
from transcheck.limits import SEQUENCES_STEP
from transcheck.naming.letters import plain

END = "$"
_FOLDER = Path(__file__).parents[1] / "languages" / "data"


class Unusual(NamedTuple):
    """How improbable the letters of a word are, in nats."""

    total: float
    worst: float
    """Of the least probable letter."""


@cache
def letters_of(language: str) -> dict[str, int]:
    """Return the number of each letter of a language, and of the end of a word, from 1 on.

    0 is what stands before the word, and every other letter.
    """
    return {letter: n for n, letter in enumerate([*sorted(named(language).alphabet), END], 1)} | {
        "": 0
    }


@cache
def _table(language: str) -> NDArray[np.uint8] | None:
    path = _FOLDER / language / "sequences.npz"
    if not path.exists():
        return None
    with np.load(path) as arrays:
        found: NDArray[np.uint8] = arrays["surprise"]
    return found


@lru_cache(maxsize=4096)
def usual(word: str, language: str) -> Unusual:
    """Return how unusual a word's letters are; nought in a language that has no table."""
    table = _table(language)
    return Unusual(0.0, 0.0) if table is None else unusual(word, language, table)


def unusual(word: str, language: str, table: NDArray[np.uint8]) -> Unusual:
    """Return the same by a table of shape (n, n, n): the third letter behind two, in steps."""
    number = letters_of(language)
    row = [0, 0, *(number.get(c, 0) for c in plain(word)), number[END]]
    steps = [int(table[a, b, c]) for a, b, c in zip(row, row[1:], row[2:], strict=False)]
    return Unusual(SEQUENCES_STEP * sum(steps), SEQUENCES_STEP * max(steps))
