"""Senses: how near in meaning the words of names are to words of other editions.

A name that is translated, or told in small letters, has no like letters in the other edition,
but a word of like meaning: Dormition, Успіння; Defence, оборони. The vectors of words tell it
(`comparing.wordwise`).
"""

from __future__ import annotations

from functools import cached_property

from transcheck.comparing.names.units import Unit
from transcheck.comparing.wordwise import Matrix, Sides, nearness, wordwise
from transcheck.model import Comparison


class Senses:
    """How near the words of a bead are to each other, across editions."""

    def __init__(self, comparison: Comparison) -> None:
        """Take the words of an article; they are looked up when first asked for."""
        self._comparison = comparison
        self._near: dict[tuple[int, int, int], Matrix] = {}

    @cached_property
    def _beads(self) -> tuple[Sides, ...]:
        return self._comparison.once(wordwise)

    def between(self, bead: int, a: Unit, b: Unit) -> float:
        """Return the cosine of the nearest words of two units of a bead, -1 to 1."""
        found = self._cosines(bead, a, b.edition)
        mine, theirs = self._words(bead, a), self._words(bead, b)
        if found is None or not mine or not theirs:
            return 0.0
        return float(found[mine][:, theirs].max())

    def rendered(self, bead: int, unit: Unit, but: Unit) -> float:
        """Return the cosine of a unit and the nearest other word of the edition of `but`."""
        found = self._cosines(bead, unit, but.edition)
        mine, left_out = self._words(bead, unit), set(self._words(bead, but))
        side = self._beads[bead][but.edition]
        if found is None or not mine or side is None:
            return 0.0
        rest = [n for n in range(len(side)) if n not in left_out and side.tells(n)]
        return float(found[mine][:, rest].max(initial=0.0))

    def _words(self, bead: int, unit: Unit) -> list[int]:
        side = self._beads[bead][unit.edition]
        return [
            n
            for n, word in enumerate(side.words if side is not None else ())
            if word.segment == unit.segment and unit.start <= word.start < unit.end
        ]

    def _cosines(self, bead: int, unit: Unit, edition: int) -> Matrix | None:
        own, other = self._beads[bead][unit.edition], self._beads[bead][edition]
        if own is None or other is None:
            return None
        key = bead, unit.edition, edition
        if key not in self._near:
            self._near[key] = nearness(own, other)
        return self._near[key]
