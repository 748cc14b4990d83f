"""The telling words of sentences: what of one edition's words only some sentences of another say.

A sentence that another edition tells inside a longer one has its words there, and these are
words that nothing else in the passage stands for. Words have the vectors of the static encoder,
whatever encoder aligned the sentences; numbers and words of like consonants are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from transcheck.aligning.landmarks import skeleton
from transcheck.embedding import Vectors, static
from transcheck.limits import (
    TELLING_COMMON,
    TELLING_CONSONANTS,
    TELLING_KIN,
    TELLING_LONG,
    TELLING_MOST,
    TELLING_TELLING,
)

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class Words(NamedTuple):
    """The telling words of some sentences."""

    vectors: Vectors
    """float32, shape (words, dimension), rows of norm 1."""
    looks: tuple[str, ...]
    """What each looks like in every language: digits, consonants; empty where that says little."""


def telling(texts: Sequence[str]) -> Words:
    """Return the telling words of some sentences, in their order."""
    words = [word for text in texts for word in _WORD.findall(text)][:TELLING_MOST]
    vectors, weights = static.load().words([word.lower() for word in words])
    kept = [n for n, word in enumerate(words) if weights[n] >= TELLING_TELLING or word.isdigit()]
    looks = tuple([words[n] if words[n].isdigit() else kin(words[n].lower()) for n in kept])
    return Words(vectors[kept], looks)


@lru_cache(maxsize=32768)
def kin(word: str) -> str:
    """Return the consonants of a word that is long enough to be told by them, else nothing."""
    found = skeleton(word) if len(word) >= TELLING_LONG else ""
    return found if len(found) >= TELLING_CONSONANTS else ""


def fresh(kept: Words, lone: Words, other: Words) -> float:
    """Return by how much other words are explained better by some sentences than by the rest.

    Args:
        kept: what an edition says in a passage.
        lone: what it says beside it.
        other: what another edition says in the passage.

    Returns:
        The sum over the other edition's words for each word of `lone`: about 1 where each of
        these has a counterpart that `kept` has no word for, 0 where it has none.
    """
    if not lone.looks or not other.looks:
        return 0.0
    known = _nearest(other, kept)
    gained = _nearest(other, lone) - np.maximum(known, TELLING_COMMON)
    return float(np.clip(gained, 0, None).sum() / len(lone.looks))


def here(lone: Words, inside: Words, around: Words) -> float:
    """Return by how much the words of a sentence are nearer to a passage than to what is around it.

    The mean over its words; those that have their like around are none of the passage.
    """
    if not lone.looks:
        return 0.0
    nearer = _nearest(lone, inside) - np.maximum(_nearest(lone, around), TELLING_COMMON)
    return float(np.clip(nearer, 0, None).mean())


def covered(part: Words, whole: Words) -> float:
    """Return how near the words of a part are to the nearest of a text: 1 where it has them all."""
    return float(_nearest(part, whole).mean()) if part.looks else 0.0


def _nearest(words: Words, others: Words) -> Vectors:
    """Return the cosine of each word to the nearest of others: shape (words,)."""
    if not others.looks:
        return np.zeros(len(words.looks), dtype=np.float32)
    near = np.round(words.vectors @ others.vectors.T, 3)
    for i, look in enumerate(words.looks):
        for j, there in enumerate(others.looks):
            if look and look == there:
                near[i, j] = 1.0 if look.isdigit() else max(near[i, j], TELLING_KIN)
            elif look.isdigit() or there.isdigit():
                near[i, j] = min(near[i, j], 0.0)
    return np.asarray(near.max(axis=1))
