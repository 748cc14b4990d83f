"""The n-gram frequencies that langdetect ships, as probabilities."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from importlib.util import find_spec
from pathlib import Path

UNSEEN = 3e-6
"""Probability of an n-gram that a language's profile lacks, about that of the rarest listed."""


def shares(code: str, lengths: Collection[int]) -> dict[str, float]:
    """Return the share of each n-gram among those of its length in a language.

    Args:
        code: one of langdetect's, as its profiles are named.
        lengths: characters of the n-grams that are wanted, of 1 to 3.
    """
    profile = json.loads((_folder() / code).read_text(encoding="utf-8"))
    totals = profile["n_words"]
    return {
        gram: count / totals[len(gram) - 1]
        for gram, count in profile["freq"].items()
        if len(gram) in lengths
    }


@cache
def _folder() -> Path:
    """Return where langdetect keeps its profiles, without importing it."""
    found = find_spec("langdetect")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("langdetect is not installed", name="langdetect")
    return Path(found.origin).parent / "profiles"
