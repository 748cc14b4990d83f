"""Echoes: a fact that another edition has, though it was not read as a fact there."""

from __future__ import annotations

import re

from transcheck.comparing.evidence import WINDOW
from transcheck.model import Bead, Comparison, Fact

_DIGITS = re.compile(r"\d+")


def echoed(comparison: Comparison, bead: Bead, fact: Fact, edition: int) -> bool:
    """Return whether the digits of a fact stand in an edition's passage or beside it.

    What one edition counts ("the 2018 total") another names (МС-21) or dates: extraction
    may read the same digits differently, and that must not alarm.
    """
    digits = _DIGITS.findall(fact.text)
    side = bead.sides[edition]
    if not digits or not side:
        return False
    segments = comparison.article.editions[edition].segments
    there: set[str] = set()
    for segment in segments[max(0, side[0] - WINDOW) : side[-1] + WINDOW + 1]:
        there.update(_DIGITS.findall(segment.text))
    return all(d in there for d in digits)
