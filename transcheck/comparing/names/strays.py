"""Strays: words that nobody writes, each put to the name that it is a letter away from.

A wrong letter may make a word so unlike that it is joined to no name of the other editions,
while those are joined to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transcheck.comparing.names.repair import best_repair
from transcheck.comparing.names.spellings import a_letter_apart
from transcheck.comparing.names.units import Row, Unit
from transcheck.limits import NAMES, NAMES_SPELLINGS_SHORT, ROWS_MENDED, ROWS_RARE
from transcheck.naming.attested import written
from transcheck.naming.value import Form

if TYPE_CHECKING:
    from transcheck.comparing.names.rows import Names


def with_strays(names: Names, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of a bead, with words that nobody writes in those they may belong to.

    Such a word was joined to none. It belongs where the others say a name once more than its
    edition does, and one letter mended makes it that name. Where its edition has the name,
    too, the word has a row of its own with the places of the others.
    """
    found, strays = dict.fromkeys(rows), list[Row]()
    for lone in rows:
        home = _home(names, lone.first, rows) if _is_stray(names, lone) else None
        if home is None or lone not in found:  # two strays may be each other's home
            continue
        edition = lone.first.edition
        merged = Row(
            tuple(p if n == edition else home.places[n] for n, p in enumerate(lone.places))
        )
        del found[lone]
        if not home.has(edition) and home in found:
            del found[home]
        strays.append(merged)
    return (*strays, *found)


def _is_stray(names: Names, row: Row) -> bool:
    unit = row.first
    return (
        len(row.editions()) == 1
        and unit.form in (Form.WORD, Form.FOREIGN)
        and not (unit.common or unit.entities)
        and len(unit.text) >= NAMES_SPELLINGS_SHORT
        and written(unit.text, unit.language) <= ROWS_RARE
        and not names.attested(unit.text, unit.language)
    )


def _home(names: Names, unit: Unit, rows: Sequence[Row]) -> Row | None:
    """Return the row of the name that a word is a letter away from, or fits best mended."""
    kin = [f for f in names.spellings.distinct[unit.edition] if a_letter_apart(unit, f)]
    best, least = None, ROWS_MENDED
    for row in rows:
        others = [side[0] for n, side in enumerate(row.places) if side and n != unit.edition]
        more = min((len(row.places[o.edition]) for o in others), default=0)
        own = row.places[unit.edition]
        if more >= len(own) and any(all(_are_one(names, f, o) for o in others) for f in kin):
            return row
        # Of San Diego one word is joined to Сан-Диего, the other not.
        split = any(len(o.words) > 1 for o in others) and unit.row in (u.row for u in own)
        if not others or (more <= len(own) and not split):
            continue
        if all(names.spellings.likeness(unit, other) < NAMES.alike for other in others):
            continue
        near = [names.spellings.nearest(unit, other) for other in others]
        repair = best_repair(unit, others, near)
        if repair is not None and max(repair.nats) < least:
            best, least = row, max(repair.nats)
    return best


def _are_one(names: Names, unit: Unit, other: Unit) -> bool:
    return any(names.word(one) == names.word(other) for one in names.elsewhere(unit, other.edition))
