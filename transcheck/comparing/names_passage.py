"""The names of one passage: its units, and what the editions have for each other's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from transcheck.comparing.names_relations import FOUND, Pairing, Relation
from transcheck.comparing.names_units import Unit
from transcheck.model import Bead


class Cluster(NamedTuple):
    """One name in one passage: its places in each edition, by spelling or variant."""

    places: tuple[tuple[Unit, ...], ...]
    """One tuple an edition, in the order of the article's; empty where it lacks the name."""


By = dict[Unit, dict[int, Pairing]]
"""Pairings by unit and other edition."""


@dataclass(frozen=True)
class NamePassage:
    """The names of one bead and what the editions have for each other's."""

    bead: Bead
    units: tuple[tuple[Unit, ...], ...]
    """Of each edition, in reading order."""
    pairings: tuple[Pairing, ...]
    """One for every unit and every other edition that has a side in the bead."""
    clusters: tuple[Cluster, ...]
    lengths: tuple[tuple[int, ...], ...]
    """Characters of the sentences of each side."""
    beside: bool
    """True where a name that another side lacks is in the sentences around that."""

    @cached_property
    def by_unit(self) -> By:
        """Return the pairings by unit, in reading order of each edition, and other edition."""
        by: By = {}
        for pairing in self.pairings:
            by.setdefault(pairing.unit, {})[pairing.edition] = pairing
        return by

    @cached_property
    def relations(self) -> frozenset[Relation]:
        """Return how any unit stands to any other edition: in most passages all are found."""
        return frozenset([pairing.relation for pairing in self.pairings])

    @cached_property
    def uneven(self) -> tuple[Cluster, ...]:
        """Return the names that the editions have not equally often."""
        return tuple([c for c in self.clusters if len(set(map(len, c.places))) > 1])

    def row(self, unit: Unit) -> list[Unit]:
        """Return the units of the name that a unit is part of, in reading order."""
        return [other for other in self.units[unit.edition] if other.name == unit.name]

    def place(self, unit: Unit) -> float:
        """Return where in its side a unit starts, 0 to 1."""
        lengths = self.lengths[unit.edition]
        before = sum(lengths[: unit.segment - self.bead.sides[unit.edition][0]])
        return (before + unit.start) / max(1, sum(lengths))

    @property
    def unmatched(self) -> tuple[Pairing, ...]:
        """Return the pairings of units that are names for certain and not found."""
        missing = (Relation.ABSENT, Relation.ELSEWHERE, Relation.CONFLICT)
        return tuple(p for p in self.pairings if p.relation in missing)


def clusters_of(
    sides: Sequence[Sequence[Unit]], pairings: Sequence[Pairing]
) -> tuple[Cluster, ...]:
    """Return the units that are paired with each other, directly or not, in reading order."""
    numbers: dict[Unit, int] = {}
    for side in sides:
        for unit in side:
            numbers[unit] = len(numbers)
    # Of each number, one that is in its cluster and no greater; the least of a cluster is its own.
    lower = list(range(len(numbers)))
    for unit, _, relation, other, _ in pairings:
        if relation in FOUND and other in numbers:
            one, two = lower[numbers[unit]], lower[numbers[other]]
            while one != lower[one]:
                one = lower[one]
            while two != lower[two]:
                two = lower[two]
            lower[max(one, two)] = min(one, two)
    rows: dict[int, list[list[Unit]]] = {}
    for n, side in enumerate(sides):
        for unit in side:
            number = numbers[unit]
            # Greater numbers come later, and by then the lesser one knows its least.
            number = lower[number] = lower[lower[number]]
            row = rows.get(number)
            if row is None:
                row = rows[number] = [[] for _ in sides]
            row[n].append(unit)
    return tuple([Cluster(tuple(map(tuple, row))) for row in rows.values()])
