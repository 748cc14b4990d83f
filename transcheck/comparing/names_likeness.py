"""The spellings of an article: how unlikely it is that any two of them are one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress

from transcheck.comparing.names_alike import Searched, maybe_alike
from transcheck.comparing.names_neighbours import Neighbours
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_weighing import alike, weigh
from transcheck.naming.distance import (
    SAME_AT_MOST,
    VARIANT_AT_MOST,
    same_up_to,
    variant_up_to,
)

_UNLIKELY = float("inf")


class Spellings:
    """How unlikely it is that two units of an article are one name; every pair weighed once.

    Only pairs that are asked for are looked at, and only as closely as the question needs:
    mostly names of one passage, so that the work grows with the article and not with its
    square.
    """

    def __init__(self, found: Sequence[Sequence[Unit]]) -> None:
        """Take the units of every edition."""
        self.distinct = tuple(tuple({u.spelling: u for u in row}.values()) for row in found)
        """One unit of every spelling, edition by edition."""
        self._known: dict[int, dict[int, float]] = {
            unit.spelling: {} for row in self.distinct for unit in row
        }
        self._maybe = maybe_alike(self.distinct)
        self._beyond: dict[tuple[int, int], float] = {}
        """What a surprise is known to be more than."""
        self._rows: dict[int, Searched] = {}
        self._neighbours: dict[int, Neighbours] = {}

    @property
    def many(self) -> bool:
        """Return whether there are too many spellings to know which may be alike at all."""
        return self._maybe is None

    def surprise(self, a: Unit, b: Unit) -> float:
        """Return the surprise in nats that two units are one name; infinity where unlike."""
        value = self._known[a.spelling].get(b.spelling)
        return self._weighed(a, b, _UNLIKELY) if value is None else value

    def surprise_within(self, a: Unit, b: Unit, limit: float) -> float:
        """Return the same, or infinity where it is more than a limit: that is found sooner."""
        value = self._known[a.spelling].get(b.spelling)
        if value is None:
            return self._weighed(a, b, limit)
        return value if value <= limit else _UNLIKELY

    def _weighed(self, a: Unit, b: Unit, limit: float) -> float:
        one, two = a.spelling, b.spelling
        if self._maybe is not None and not self._maybe[one][two]:
            return _UNLIKELY
        if self._beyond.get((one, two), -1.0) >= limit:
            return _UNLIKELY
        unlike = False
        if self._maybe is None or a.edition == b.edition:
            unlike = not alike(a, b)
        value = _UNLIKELY if unlike else weigh(a, b, limit)
        if value <= limit or unlike:
            self._known[one][two] = self._known[two][one] = value
            return value
        self._beyond[one, two] = self._beyond[two, one] = limit
        return _UNLIKELY

    def matches(self, own: Iterable[Unit], others: Sequence[Unit]) -> dict[Unit, Unit]:
        """Return the `same` unit of the others for each that has one."""
        found: dict[Unit, Unit] = {}
        for unit in own:
            likely = others
            if self._maybe is not None:
                maybe = self._maybe[unit.spelling]
                likely = [other for other in others if maybe[other.spelling]]
            other = self.same(unit, likely) if likely else None
            if other is not None:
                found[unit] = other
        return found

    def nearest(
        self, unit: Unit, others: Iterable[Unit], limit: float = _UNLIKELY
    ) -> tuple[float, Unit | None]:
        """Return the least surprise there is with any of the others, and which one has it.

        Only surprises up to a limit are looked for.
        """
        known = self._known[unit.spelling]
        best, found = _UNLIKELY, None
        for other in others:
            value = known.get(other.spelling)
            if value is None:
                value = self._weighed(unit, other, limit)
            if value < best and value <= limit:
                best, found = value, other
                limit = value
        return best, found

    def everywhere(self, unit: Unit, edition: int) -> tuple[Unit, ...]:
        """Return every spelling of an edition that is one of the same name."""
        return tuple(u for u in self.likely(unit, edition) if self.same(unit, (u,)))

    def likely(self, unit: Unit, edition: int) -> Iterable[Unit]:
        """Return the spellings of an edition that may be alike, in their order, and others."""
        distinct = self.distinct[edition]
        if self._maybe is not None:
            first = distinct[0].spelling if distinct else 0
            return compress(distinct, self._maybe[unit.spelling][first:])
        row = self._rows.get(edition)
        if row is None:
            row = self._rows[edition] = Searched(distinct)
        return row.likely(unit)

    def neighbours(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the other spellings of the unit's edition that may be a letter away from it."""
        row = self._neighbours.get(unit.edition)
        if row is None:
            row = self._neighbours[unit.edition] = Neighbours(self.distinct[unit.edition])
        return row.of(unit)

    def same(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that is a spelling of the same name, or None."""
        best, found = self.nearest(unit, others, SAME_AT_MOST)
        if found is None or best > same_up_to(min(len(unit.text), len(found.text))):
            return None
        return found

    def variant(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that can be meant for the same name, or None."""
        best, found = self.nearest(unit, others, VARIANT_AT_MOST)
        if found is None or best > variant_up_to(min(len(unit.text), len(found.text))):
            return None
        return found
