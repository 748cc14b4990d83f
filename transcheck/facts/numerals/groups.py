"""What fits in a group of number words: hundreds before tens before units."""

from __future__ import annotations

from transcheck.facts.exact import Exact

FULL, TENS, UNITS, NOTHING = 3, 2, 1, 0
"""The room left in a group: for all, for tens and units, for units, for none."""
_WHOLE = frozenset({0, 150})
"""Words that fill a group by themselves: нуль, півтораста."""


def room_after(value: Exact, room: int) -> int | None:
    """Return the room a cardinal or ordinal leaves in its group; None if it does not fit."""
    if value.denominator != 1 or value in _WHOLE:
        needed, left = FULL, NOTHING
    elif value < 10:
        needed, left = UNITS, NOTHING
    elif value < 20:
        needed, left = TENS, NOTHING
    elif value < 100:
        needed, left = TENS, UNITS
    else:
        needed, left = FULL, TENS
    return left if room >= needed else None
