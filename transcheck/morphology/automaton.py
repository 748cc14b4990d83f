"""The set of a dictionary's words as dawgdic stores it: an automaton that shares equal endings.

A unit of the file is a state. It holds the letter that led to it and where its successors lie;
a second table says which successors there are. https://code.google.com/archive/p/dawgdic/
"""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import BinaryIO

ROOT = 0
_SIZE = 4
"""Bytes of a unit, and of the number of units."""
_OFFSET, _FAR, _SHIFT = 10, 1 << 9, 6
"""Bits before the offset of the successors; the bit that says it counts for 256; and how far
that bit lies from being those 8 bits to shift by."""
_ENDS = 1 << 8
"""The bit of a state in which a key ends."""
_LABEL = 1 << 31 | 0xFF
"""The bits that equal the letter of a state that was come to rightly."""


class Automaton:
    """Keys of bytes, and what follows each."""

    def __init__(self, path: Path) -> None:
        """Read a file of dawgdic with its guide."""
        with path.open("rb") as file:
            self._units = _read(file, "I", _SIZE)
            self._guide = _read(file, "B", 2)

    def follow(self, key: bytes, state: int = ROOT) -> int | None:
        """Return the state that a key leads to, or None where no key begins so."""
        units = self._units
        unit = units[state]
        for letter in key:
            state ^= (unit >> _OFFSET) << ((unit & _FAR) >> _SHIFT) ^ letter
            unit = units[state]
            if unit & _LABEL != letter:
                return None
        return state

    def endings(self, state: int) -> list[bytes]:
        """Return the rest of every key that leads through a state, in no particular order."""
        units, guide = self._units, self._guide
        found, ahead = [], [(state, b"")]
        while ahead:
            state, key = ahead.pop()
            unit = units[state]
            if unit & _ENDS:
                found.append(key)
            base = state ^ (unit >> _OFFSET) << ((unit & _FAR) >> _SHIFT)
            letter = guide[2 * state]
            while letter:
                following = base ^ letter
                ahead.append((following, key + bytes((letter,))))
                letter = guide[2 * following + 1]
        return found


def _read(file: BinaryIO, kind: str, size: int) -> array[int]:
    """Return a table, before which the file has the number of its units."""
    units = int.from_bytes(file.read(_SIZE), "little")
    table = array(kind)
    table.frombytes(file.read(units * size))
    return table
