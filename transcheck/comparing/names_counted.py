"""A name too often in one edition where another is once too few: one stands for the other.

"Arizona and Sonora" against "Arizona and Arizona": no name is missing for good, as both are
in the sentence, but one edition has one of them once more than the two others and the other
once less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from transcheck.comparing.names_passage import Cluster, NamePassage
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_votes import Shared, look_alike, short_form
from transcheck.naming.value import Form

NEAR = 0.2
"""Share of a sentence's length by which translations move a name at most, mostly."""

Instead = tuple[Unit, Shared]
"""A name, and the one that stands in its place in the two other editions."""


def outnumbered(passage: NamePassage, used: Collection[Unit]) -> Iterator[Instead]:
    """Yield the names that one edition has once too often in place of another.

    `used` are the places that are accounted for. Both must be names for certain and
    stand in about the same place of their sentences.
    """
    taken = set(used)
    for edition, _ in enumerate(passage.units):
        for unit in (u for c in passage.uneven if _more(c, edition) for u in c.places[edition]):
            if unit in taken or not unit.certain or unit.common or unit.form is not Form.WORD:
                continue
            for cluster in passage.uneven:
                places = _nearest(passage, unit, cluster)
                if places and taken.isdisjoint(places) and not unit.opening:
                    pairings = tuple(passage.by_unit[place][edition] for place in places)
                    yield unit, Shared(edition, places, (pairings[0], pairings[1]))
                    taken.update((unit, *places))
                    break


def _more(cluster: Cluster, edition: int) -> bool:
    """Return whether an edition has a name more often than either other one."""
    counts = [len(places) for places in cluster.places]
    return len(counts) == 3 and counts.pop(edition) > max(counts)


def _nearest(passage: NamePassage, unit: Unit, cluster: Cluster) -> tuple[Unit, Unit] | None:
    """Return where the others have a name that the unit's edition has less often, if near it."""
    mine = len(cluster.places[unit.edition])
    others = [places for n, places in enumerate(cluster.places) if n != unit.edition]
    if any(len(places) <= mine for places in others):
        return None
    if not all(_may_be_replaced(unit, place) for places in others for place in places):
        return None
    first, second = (_closest(passage, unit, places) for places in others)
    return (first, second) if first is not None and second is not None else None


def _may_be_replaced(unit: Unit, place: Unit) -> bool:
    if place.form is not Form.WORD or place.common or place.opening:
        return False
    return not (look_alike(unit, place) or short_form(unit, place))


def _closest(passage: NamePassage, unit: Unit, places: Sequence[Unit]) -> Unit | None:
    own = passage.place(unit)
    best = min(places, key=lambda place: abs(passage.place(place) - own))
    return best if abs(passage.place(best) - own) <= NEAR else None
