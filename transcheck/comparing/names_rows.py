"""Words of one name beside each other, and what another edition has for the row of them."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_weighing import whole

Same = dict[Unit, Unit]
"""Units that another passage has, and what it has."""


def join_words(own: Sequence[Unit], others: Sequence[Unit], same: Same, back: Same) -> None:
    """Enter neighbours that, written as one word, are a word of the other side."""
    rows: dict[tuple[int, int], list[Unit]] = {}
    for unit in own:
        if not unit.several:
            rows.setdefault(unit.name, []).append(unit)
    left = {unit.name for unit in own if unit not in same and len(rows.get(unit.name, ())) > 1}
    if not left:
        return
    free = [unit for unit in others if unit not in back and not unit.several]
    for name in sorted(left):
        row = rows[name]
        for size in (2, 3):
            for at in range(len(row) - size + 1):
                members = row[at : at + size]
                for other in free:
                    if whole(members, other):
                        same.update({m: other for m in members if m not in same})
                        back.setdefault(other, members[0])


def rival_of(unit: Unit, company: Sequence[Unit], same: Same, free: Sequence[Unit]) -> Unit | None:
    """Return the name that stands where the unit does, next to a name that both have."""
    for mate in company:
        other = same.get(mate)
        if other is None:
            continue
        for candidate in free:
            if (
                candidate.name == other.name
                and candidate.place - other.place == unit.place - mate.place
                and candidate.certain
                and not candidate.common
            ):
                return candidate
    return None
