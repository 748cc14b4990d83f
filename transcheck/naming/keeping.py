"""Remembering without counting: what is known is forgotten at once when there is too much."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")


def kept(known: dict[K, T], key: K, found: T, most: int) -> T:
    """Enter what was found, among `most` entries at most, and return it.

    Reading such a dictionary is a plain look-up, which `functools.lru_cache` cannot offer where
    an entry depends on how closely it was asked for.
    """
    if len(known) >= most:
        known.clear()
    known[key] = found
    return found
