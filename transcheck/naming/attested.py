"""Names that are attested: surnames, given names and places that lists have, spelled just so.

The lists are long (a hundred thousand names and more), so they are kept as Bloom filters
(Bloom 1970): bits that are all set for every name of a list, and for about one other word in
two thousand. A filter is mapped, not read. `training/tables/attested_names.py` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.naming.inflection import spelled_bases
from transcheck.naming.letters import plain

BITS, HASHES = 16, 11
"""Bits for each name, and how many of them it sets."""
_FOLDER = Path(__file__).parents[1] / "languages" / "data"
_FILE = "attested.npy"


@lru_cache(maxsize=8192)
def attested(word: str, language: str) -> bool:
    """Return whether a word may be a case of a name that a list of the language has.

    Adjectives of places count: Чугуївському. Without a list nothing is attested.
    """
    bits = _filter(language)
    return bits is not None and any(
        _has(bits, form) for form in spelled_bases(plain(word), language)
    )


@cache
def _filter(language: str) -> NDArray[np.uint8] | None:
    path = _FOLDER / language / _FILE
    return np.load(path, mmap_mode="r") if path.exists() else None


def _has(bits: NDArray[np.uint8], name: str) -> bool:
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(name, 8 * len(bits)))


def _places(name: str, size: int) -> Iterator[int]:
    digest = blake2b(name.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big")
    return ((first + n * step) % size for n in range(HASHES))


def write(names: Iterable[str], language: str) -> None:
    """Write the filter of names in lower case, each as it is found in a text's nominative."""
    unique = sorted(set(names))
    bits = np.zeros((BITS * len(unique) + 7) // 8, np.uint8)
    for name in unique:
        for place in _places(name, 8 * len(bits)):
            bits[place >> 3] |= 1 << (place & 7)
    np.save(_FOLDER / language / _FILE, bits)
