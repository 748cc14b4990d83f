"""A passage: the names of one bead, joined to rows, and what stands beside what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from transcheck.comparing.names.units import Unit
from transcheck.model import Bead

Places = tuple[tuple[Unit, ...], ...]
"""Units of each edition."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One name in one bead."""

    places: Places
    """Where each edition has it; empty where it does not."""

    @property
    def first(self) -> Unit:
        """Return its first place."""
        return next(unit for side in self.places for unit in side)

    def has(self, edition: int) -> bool:
        """Return whether an edition has it."""
        return bool(self.places[edition])

    def firsts(self) -> tuple[Unit, ...]:
        """Return its first place in each edition that has it."""
        return tuple(side[0] for side in self.places if side)

    def editions(self) -> list[int]:
        """Return the editions that have it."""
        return [n for n, side in enumerate(self.places) if side]


@dataclass(frozen=True, eq=False)
class Passage:
    """The names of one bead."""

    number: int
    """Position of the bead in the alignment."""
    bead: Bead
    sides: Places
    lengths: tuple[tuple[int, ...], ...]
    """Characters of the sentences of each side."""
    rows: tuple[Row, ...]

    @cached_property
    def row_of(self) -> dict[Unit, Row]:
        """Return the row of every unit."""
        return {unit: row for row in self.rows for side in row.places for unit in side}

    @cached_property
    def present(self) -> list[int]:
        """Return the editions that have sentences here."""
        return [n for n, side in enumerate(self.bead.sides) if side]

    def place(self, unit: Unit) -> float:
        """Return where in its side a unit starts, 0 to 1."""
        return place_in(self.bead, self.lengths, unit)

    def next_name(self, unit: Unit, step: int) -> Unit | None:
        """Return the unit before (-1) or behind (1) another in its sentence."""
        side = self.sides[unit.edition]
        at = side.index(unit) + step
        found = side[at] if 0 <= at < len(side) else None
        return found if found is not None and found.segment == unit.segment else None

    def beside(self, unit: Unit, step: int) -> Unit | None:
        """Return the unit before (-1) or behind (1) another in the same name."""
        return beside(self.sides[unit.edition], unit, step)


def beside(side: Sequence[Unit], unit: Unit, step: int) -> Unit | None:
    """Return the unit so many places behind another in the same name."""
    place = unit.place + step
    return next((u for u in side if u.row == unit.row and u.place == place), None)


def place_in(bead: Bead, lengths: tuple[tuple[int, ...], ...], unit: Unit) -> float:
    """Return where in its side of a bead a unit starts, 0 to 1, given the sentences' lengths."""
    sizes = lengths[unit.edition]
    before = sum(sizes[: unit.segment - bead.sides[unit.edition][0]])
    return (before + unit.start) / max(1, sum(sizes))
