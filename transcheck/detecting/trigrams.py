"""Which language a text clearly is in, by all its trigrams at once.

langdetect draws n-grams at random until it is sure, which costs milliseconds a text. Nearly
every edition is clearly in one language: there the sum of the log probabilities of all its
trigrams (naive Bayes, with the profiles that langdetect ships) says the same in a twentieth
of the time. Where it is not clear, in mixed and short texts, no answer is given. It can only
confirm what the name or the markup of an edition says, never contradict it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transcheck.detecting.words import UNSEEN, shares
from transcheck.languages import LANGUAGES, read_words

_CLEAR = 0.4
"""Mean log-odds of a trigram, in nats, against the next likely language. Of 204 editions of
news all have more than 0.5, most more than 0.9; of texts half Ukrainian, half Russian, most
have less than 0.2."""
_SIZE = 3
_FEWEST = 60
"""Trigrams of the shortest text that is judged."""
_NO_LETTERS = re.compile(r"[\W\d_]+")


class _Profiles(NamedTuple):
    """The trigrams of our languages and of those that could be mistaken for them."""

    codes: tuple[str, ...]
    rows: dict[str, int]
    """Row of each trigram."""
    logs: NDArray[np.float64]
    """Log probabilities, shape (trigrams, languages)."""


def clearly(text: str) -> str | None:
    """Return the code of the language a text in lower case clearly is in, ours or another."""
    profiles = _profiles()
    rows = list(chain.from_iterable(map(_known, _NO_LETTERS.sub(" ", text).split(" "))))
    if len(rows) < _FEWEST:
        return None
    scores = profiles.logs[rows].mean(axis=0)
    second, first = np.argsort(scores)[-2:]
    return profiles.codes[first] if scores[first] - scores[second] >= _CLEAR else None


@lru_cache(maxsize=16_384)
def _known(word: str) -> tuple[int, ...]:
    """Return the rows of a word's trigrams; profiles have none that reach over two words."""
    padded, rows = f" {word} ", _profiles().rows
    grams = (padded[at : at + _SIZE] for at in range(len(padded) - _SIZE + 1))
    return tuple(rows[gram] for gram in grams if gram in rows)


@cache
def _profiles() -> _Profiles:
    codes = tuple(dict.fromkeys((*LANGUAGES.names(), *read_words("neighbours"))))
    profiles = [shares(code, (_SIZE,)) for code in codes]
    rows = {gram: row for row, gram in enumerate(dict.fromkeys(chain(*profiles)))}
    table = np.zeros((len(rows), len(codes)))
    for column, profile in enumerate(profiles):
        for gram, share in profile.items():
            table[rows[gram], column] = share
    return _Profiles(codes, rows, np.log(table + UNSEEN))
