"""Spellings that are attested: names that lists have, and words that are written in texts.

The lists are long (a hundred thousand names, half a million words), so they are kept as Bloom
filters (Bloom 1970): bits that are all set for every word of a list, and for about one other in
two thousand. A filter is mapped, not read. `training/tables/attested_names.py` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.languages import named
from transcheck.naming.inflection import spelled_bases
from transcheck.naming.letters import plain

BITS, HASHES = 16, 11
"""Bits for each name, and how many of them it sets."""
_FOLDER = Path(__file__).parents[1] / "languages" / "data"
_NAMES, _TEXTS = "attested.npy", "written.npy"
OFTEN = 4
"""The highest level of how often a word is written."""


@lru_cache(maxsize=8192)
def attested(word: str, language: str) -> bool:
    """Return whether a word may be a case of a name that a list of the language has.

    Adjectives of places count: Чугуївському. Without a list nothing is attested.
    """
    bits = _filter(language, _NAMES)
    return bits is not None and any(
        _has(bits, form) for form in spelled_bases(plain(word), language)
    )


@lru_cache(maxsize=8192)
def written(word: str, language: str) -> int:
    """Return how often texts of a language have a word, or what it may be a case of.

    0 is never, 1 is once in a hundred million words, each level more is ten times as often, and
    `OFTEN` once in a hundred thousand and more. Without a list nothing is written.
    """
    bits = _filter(language, _TEXTS)
    if bits is None:
        return 0
    return max(_level(bits, form) for form in spelled_bases(plain(word), language))


@lru_cache(maxsize=8192)
def written_so(word: str, language: str) -> int:
    """Return the same of the word just so, whatever it may be a case of."""
    bits = _filter(language, _TEXTS)
    return 0 if bits is None else _level(bits, plain(word))


@lru_cache(maxsize=8192)
def written_with_another_end(word: str, language: str) -> int:
    """Return how often a word is written that differs in the last letter or has one more.

    0 where texts have the word itself, or what it may be a case of: Анкарі is written, Анкарї is
    the case of no word.
    """
    bits, text = _filter(language, _TEXTS), plain(word)
    if bits is None or written(word, language):
        return 0
    ends = sorted(named(language).alphabet)
    return max(_level(bits, stem + end) for stem in (text[:-1], text) for end in ends)


def _level(bits: NDArray[np.uint8], form: str) -> int:
    if not _has(bits, form):
        return 0
    return next((n for n in range(OFTEN, 1, -1) if _has(bits, levelled(form, n))), 1)


def levelled(word: str, level: int) -> str:
    """Return what a filter has for a word that is written so often."""
    return word if level == 1 else f"{level}{word}"


@cache
def _filter(language: str, name: str) -> NDArray[np.uint8] | None:
    path = _FOLDER / language / name
    return np.load(path, mmap_mode="r") if path.exists() else None


def _has(bits: NDArray[np.uint8], name: str) -> bool:
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(name, 8 * len(bits)))


def _places(name: str, size: int) -> Iterator[int]:
    digest = blake2b(name.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big")
    return ((first + n * step) % size for n in range(HASHES))


def write_names(names: Iterable[str], language: str) -> None:
    """Write the filter of names in lower case, each as it is found in a text's nominative."""
    _write(names, language, _NAMES)


def write_texts(levels: Mapping[str, int], language: str) -> None:
    """Write the filter of words in lower case and how often they are written, 1 to `OFTEN`."""
    found = (levelled(w, n) for w, most in levels.items() for n in range(1, most + 1))
    _write(found, language, _TEXTS)


def _write(words: Iterable[str], language: str, name: str) -> None:
    unique = sorted(set(words))
    bits = np.zeros((BITS * len(unique) + 7) // 8, np.uint8)
    for word in unique:
        for place in _places(word, 8 * len(bits)):
            bits[place >> 3] |= 1 << (place & 7)
    np.save(_FOLDER / language / name, bits)
