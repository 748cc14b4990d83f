"""Swaps: what speaks for a name that stands in place of the one that the others have there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transcheck.comparing.names.echo import echoed
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Passage, Row, Unit, is_word
from transcheck.comparing.names.weights import Evidence
from transcheck.limits import DISTANCE_FAR, ROWS_WINDOW
from transcheck.naming.attested import written
from transcheck.naming.inflection import patronymic
from transcheck.naming.letters import is_cyrillic, rough
from transcheck.naming.tables import stand_in
from transcheck.naming.value import Form

SWAP, SWAP_OF_TWO = "swap", "swap of two"
"""The decisions, the second where a single other edition has the other name."""


class Swap(NamedTuple):
    """A name of one edition alone, and one that it lacks and others have."""

    unit: Unit
    instead: tuple[Unit, ...]
    """A place of the other name in each edition that has it."""
    evidence: Evidence


def swaps(names: Names, passage: Passage) -> Iterator[Swap]:
    """Yield each name that an edition has alone with each name it may stand for."""
    if len(passage.present) < 2:
        return
    for edition in passage.present:
        others = [n for n in passage.present if n != edition]
        spare = ((row, _spare(passage, row, edition, others)) for row in passage.rows)
        own = [(row, unit) for row, unit in spare if unit is not None and _can_replace(unit)]
        lacked = list(_lacked(passage, edition, others)) if own else []
        sure = sum(u.certain and not u.common for row, u in own if not row.editions()[1:])
        lonely = sure <= 1 and sum(not row.has(edition) for row, _ in lacked) == 1
        for row, places in lacked:
            said, theirs = row.has(edition), _told(names, passage, places, [edition])
            for mine, unit in own:
                again = len(mine.editions()) > 1
                if again and said:
                    continue  # two names that all have in other places tell nothing of either
                if not any(stand_in(unit.entities, place.entities) for place in places):
                    alone = lonely and not (again or said)
                    evidence = _weighed(
                        names, passage, unit, places, theirs, lonely=alone, again=again
                    )
                    yield Swap(unit, places, evidence)


def _lacked(
    passage: Passage, edition: int, others: Sequence[int]
) -> Iterator[tuple[Row, tuple[Unit, ...]]]:
    """Yield the names that other editions say more often, two of them where there are two."""
    for row in passage.rows:
        found = (_spare(passage, row, n, [edition]) for n in others)
        places = tuple(unit for unit in found if unit is not None)
        if len(places) < min(2, len(others)) or not all(map(_can_replace, places)):
            continue
        if not all(unit.opening and is_word(unit) for unit in places):
            yield row, places


def _spare(passage: Passage, row: Row, edition: int, others: Sequence[int]) -> Unit | None:
    """Return the place of a name that an edition has more often than any other of some.

    Of several that is the one furthest from those of the others; None where none has it less.
    """
    found = row.places[edition]
    theirs = [unit for n in others for unit in row.places[n]]
    if not found or len(found) <= max(len(row.places[n]) for n in others):
        return None
    if not theirs:
        return found[0]
    where = [passage.place(unit) for unit in theirs]
    return max(found, key=lambda unit: min(abs(passage.place(unit) - at) for at in where))


def _can_replace(unit: Unit) -> bool:
    """Return whether a unit may stand in place of another.

    A common word that opens a sentence may be no name, and acronyms of a Cyrillic language are
    spelled out in others: ППО, air defence.
    """
    if unit.form is Form.ACRONYM and not unit.entities and is_cyrillic(unit.text):
        return False
    return not (unit.common and unit.opening) and (len(unit.text) > 2 or bool(unit.entities))


def _country(unit: Unit) -> bool:
    return any(len(key) == len("UA") and key.isupper() for key in unit.entities)


def _weighed(
    names: Names,
    passage: Passage,
    unit: Unit,
    places: Sequence[Unit],
    theirs: _Told,
    *,
    lonely: bool,
    again: bool,
) -> Evidence:
    """Return the evidence that a unit stands for the name that others have at some places.

    Args:
        names: of the article.
        passage: where all stand.
        unit: the name of one edition.
        places: of the other name, one of each edition that has it.
        theirs: how the unit's edition has that name.
        lonely: whether nothing else of the passage can be meant.
        again: whether the others say the unit's name here, too.
    """
    mine = _told(names, passage, (unit,), [place.edition for place in places])
    lone, lacked = not (mine.anywhere or mine.echoed), not (theirs.anywhere or theirs.echoed)
    nats = [names.spellings.surprise(unit, place) for place in places]
    renders, bead = names.senses.rendered, passage.number
    terms = {
        "theirs is said here, too": float(passage.row_of[places[0]].has(unit.edition)),
        "theirs is sure": float(any(u.certain for u in places)),
        "theirs is a word": float(all(map(is_word, places))),
        "theirs is in capitals": float(any(u.form is Form.ACRONYM for u in places)),
        "theirs is in the tables": float(all(u.entities for u in places)),
        "theirs is said nearby": float(theirs.nearby),
        "theirs is a patronymic": float(any(patronymic(u.text, u.language) for u in places)),
        "theirs is echoed": float(theirs.echoed),
        "theirs is nowhere": float(lacked),
        "theirs is written": float(min(written(p.text, p.language) for p in places)),
        "theirs is rendered": min(float(not p.entities) * renders(bead, p, unit) for p in places),
        "rendered": float(not unit.entities) * min(renders(bead, unit, p) for p in places),
        "written": float(written(unit.text, unit.language)),
        "said here by theirs, too": float(again),
        "sure": float(unit.certain),
        "a word": float(is_word(unit)),
        "common": float(unit.common),
        "opens a sentence": float(unit.opening),
        "a word that opens": float(unit.opening and is_word(unit)),
        "two letters that open": float(unit.opening and len(unit.text) < 3),
        "in capitals": float(unit.form is Form.ACRONYM),
        "of one name": float(any(names.of_one_name(unit, p) for p in places)),
        "a country for none": float(_country(unit) and not any(p.entities for p in places)),
        "no country for one": float(not _country(unit) and all(map(_country, places))),
        "said nearby": float(mine.nearby),
        "echoed": float(mine.echoed),
        "nowhere": float(lone),
        "both are nowhere": float(lone and lacked),
        "both are words": float(is_word(unit) and all(map(is_word, places))),
        "likeness": sum(1.0 - n / DISTANCE_FAR for n in nats) / len(nats),
        "letters in common": min(names.spellings.likeness(unit, p) for p in places),
        "same first letter": float(rough(unit.text)[:1] == rough(places[0].text)[:1]),
        "place": sum(abs(passage.place(unit) - passage.place(p)) for p in places) / len(places),
        "alone": float(lonely),
        "names of one size": float(all(unit.size == p.size for p in places)),
        "name of its own": float(unit.size == 1 and all(p.size == 1 for p in places)),
        "one sentence each": float(all(len(side) == 1 for side in passage.bead.sides if side)),
        "same around": _around(passage, unit, places),
        "same neighbour": _neighbours(passage, unit, places),
        "names in common": _in_common(passage, unit, places),
    }
    if len(places) == 1:
        terms["one script"] = float(is_cyrillic(places[0].text) == is_cyrillic(unit.text))
    decision = SWAP if len(places) > 1 else SWAP_OF_TWO
    return Evidence(decision, {term: value for term, value in terms.items() if value})


class _Told(NamedTuple):
    """How some editions have a name."""

    nearby: bool
    anywhere: bool
    echoed: bool
    """Whether a word that is made from it, or renders it, stands there."""


def _told(names: Names, passage: Passage, units: Iterable[Unit], editions: Sequence[int]) -> _Told:
    """Return how any of some editions has any of some units of one name."""
    nearby = anywhere = echo = False
    for unit in units:
        for edition in editions:
            side = passage.bead.sides[edition]
            found = names.elsewhere(unit, edition)
            near = range(side[0] - ROWS_WINDOW, side[-1] + ROWS_WINDOW + 1)
            nearby = nearby or any(u.segment in near for one in found for u in names.said(one))
            anywhere = anywhere or bool(found)
            texts = names.texts(edition, side, ROWS_WINDOW)
            language = names.article.editions[edition].language
            echo = echo or echoed(unit, texts, language, [u.text for u in found])
    return _Told(nearby, anywhere, echo)


def _around(passage: Passage, unit: Unit, places: Sequence[Unit]) -> float:
    """Return how many of the names before and behind in its sentence theirs have, too."""
    count = 0.0
    for step in (-1, 1):
        own = passage.next_name(unit, step)
        others = [passage.next_name(place, step) for place in places]
        if own is None:
            count += not any(others)
        else:
            row = passage.row_of[own]
            count += all(o is not None and passage.row_of[o] is row for o in others)
    return count


def _neighbours(passage: Passage, unit: Unit, places: Sequence[Unit]) -> float:
    """Return beside how many words the unit stands that are beside the other name, too."""
    count = 0.0
    for step in (-1, 1):
        own = passage.beside(unit, step)
        if own is not None:
            row, others = passage.row_of[own], [passage.beside(place, step) for place in places]
            count += any(o is not None and passage.row_of[o] is row for o in others)
    return count


def _in_common(passage: Passage, unit: Unit, places: Sequence[Unit]) -> float:
    """Return the share of the passage's other names that all its editions have."""
    own = (unit, *places)
    rows = [row for row in passage.rows if row.first not in own and row.first.certain]
    shared = sum(len(row.editions()) == len(passage.present) for row in rows)
    return (shared + 0.5) / (len(rows) + 1)


def rival(found: Sequence[Swap]) -> list[Swap]:
    """Return the likeliest swaps, each name on either side once."""
    used, kept = set[Unit](), list[Swap]()
    for swap in sorted(found, key=lambda s: (-s.evidence.log_odds, s.unit.segment, s.unit.start)):
        if used.isdisjoint((swap.unit, *swap.instead)):
            kept.append(swap)
            used.update((swap.unit, *swap.instead))
    return kept


def inserted(names: Names, passage: Passage) -> Iterator[tuple[Unit, tuple[Unit, ...]]]:
    """Yield each word put into a name that two editions or more have without it, and their words.

    The words around it stand together there, and the word itself nowhere.
    """
    for row in passage.rows:
        unit, others = row.first, [n for n in passage.present if n != row.first.edition]
        before, behind = passage.beside(unit, -1), passage.beside(unit, 1)
        if before is None or behind is None or len(others) < 2 or row.editions()[1:]:
            continue
        one, two = passage.row_of[before], passage.row_of[behind]
        together = all(
            any(passage.beside(u, 1) in two.places[n] for u in one.places[n]) for n in others
        )
        if not unit.certain or patronymic(unit.text, unit.language):
            continue
        if together and not any(names.elsewhere(unit, n) for n in others):
            yield unit, tuple(each.places[n][0] for n in others for each in (one, two))
