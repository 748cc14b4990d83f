"""Swaps: what speaks for a name that stands in place of the one that the others have there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transcheck.comparing.names.echo import echoed
from transcheck.comparing.names.rows import Names, is_word
from transcheck.comparing.names.units import Passage, Row, Unit
from transcheck.comparing.names.weights import Evidence
from transcheck.limits import DISTANCE_FAR, ROWS_WINDOW, SWAPS_BEGINNING
from transcheck.naming.attested import written
from transcheck.naming.inflection import patronymic
from transcheck.naming.letters import is_cyrillic, rough
from transcheck.naming.tables import stand_in
from transcheck.naming.value import Form

SWAP, SWAP_OF_TWO = "swap", "swap of two"
"""The decisions, the second where a single other edition has the other name."""
_SAID = ("said nearby", "said elsewhere", "echoed")


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
            said = row.has(edition)
            wanted = _Wanted(names, passage, places, edition, said=said)
            for mine, unit in own:
                again = len(mine.editions()) > 1
                if again and said:
                    continue  # two names that all have in other places tell nothing of either
                if not any(_no_other(unit, place) for place in places):
                    alone = lonely and not (again or said)
                    yield wanted.weigh(unit, lonely=alone, again=again)


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


def _no_other(one: Unit, two: Unit) -> bool:
    """Return whether one name stands for another: Мадрид for Іспанія, a short form."""
    return stand_in(one.entities, two.entities) or _short_form(one, two)


def _short_form(one: Unit, two: Unit) -> bool:
    """Return whether one name is the beginning of another: Seve, Severiano."""
    a, b = sorted((rough(one.text), rough(two.text)), key=len)
    return len(a) >= SWAPS_BEGINNING and b.startswith(a)


def _country(unit: Unit) -> bool:
    return any(len(key) == len("UA") and key.isupper() for key in unit.entities)


class _Wanted:
    """A name that an edition lacks."""

    def __init__(
        self,
        names: Names,
        passage: Passage,
        places: tuple[Unit, ...],
        edition: int,
        *,
        said: bool,
    ) -> None:
        self._names = names
        self._passage = passage
        self._edition = edition
        self._places = places
        self._said = said
        self._shared = self._of_place()

    def _of_place(self) -> dict[str, float]:
        """Return the terms of the name itself, whatever stands for it."""
        names, edition, side = self._names, self._edition, self._passage.bead.sides[self._edition]
        said = [names.elsewhere(unit, edition) for unit in self._places]
        near = range(side[0] - ROWS_WINDOW, side[-1] + ROWS_WINDOW + 1)
        nearby = any(u.segment in near for found in said for one in found for u in names.said(one))
        texts = names.texts(edition, side, ROWS_WINDOW)
        language = names.article.editions[edition].language
        return {
            "theirs is said here, too": float(self._said),
            "theirs is sure": float(any(u.certain for u in self._places)),
            "theirs is a word": float(all(is_word(u) for u in self._places)),
            "one of theirs is a word": float(any(is_word(u) for u in self._places)),
            "theirs is common": float(any(u.common for u in self._places)),
            "theirs opens a sentence": float(any(u.opening for u in self._places)),
            "theirs is in capitals": float(any(u.form is Form.ACRONYM for u in self._places)),
            "theirs is copied": float(any(u.form is Form.FOREIGN for u in self._places)),
            "theirs is in the tables": float(all(u.entities for u in self._places)),
            "theirs is said nearby": float(nearby),
            "theirs is said elsewhere": float(any(said) and not nearby),
            "theirs is a patronymic": float(
                any(patronymic(u.text, u.language) for u in self._places)
            ),
            "theirs is echoed": float(
                any(
                    echoed(unit, texts, language, [u.text for u in found])
                    for unit, found in zip(self._places, said, strict=True)
                )
            ),
        }

    def weigh(self, unit: Unit, *, lonely: bool, again: bool) -> Swap:
        """Return the evidence that a unit stands for the name."""
        names, passage, places = self._names, self._passage, self._places
        terms = dict(self._shared)
        nearby = elsewhere = echo = False
        for place in places:
            side = passage.bead.sides[place.edition]
            found = names.elsewhere(unit, place.edition)
            near = range(side[0] - ROWS_WINDOW, side[-1] + ROWS_WINDOW + 1)
            nearby = nearby or any(u.segment in near for one in found for u in names.said(one))
            elsewhere = elsewhere or bool(found)
            texts = names.texts(place.edition, side, ROWS_WINDOW)
            echo = echo or echoed(unit, texts, place.language, [u.text for u in found])
        nats = [names.spellings.surprise(unit, place) for place in places]
        mine = is_cyrillic(unit.text)
        bead, senses = passage.number, names.senses
        often = written(unit.text, unit.language)
        usual = min(written(p.text, p.language) for p in places)
        terms |= {
            "rendered": float(not unit.entities)
            * min(senses.rendered(bead, unit, p) for p in places),
            "theirs is rendered": min(
                float(not p.entities) * senses.rendered(bead, p, unit) for p in places
            ),
            "written": float(often),
            "theirs is written": float(usual),
            "never written": float(not often),
            "said here by theirs, too": float(again),
            "sure": float(unit.certain),
            "a word": float(is_word(unit)),
            "common": float(unit.common),
            "opens a sentence": float(unit.opening),
            "a word that opens": float(unit.opening and is_word(unit)),
            "two letters that open": float(unit.opening and len(unit.text) < 3),
            "in capitals": float(unit.form is Form.ACRONYM),
            "capitals on one side": float(
                (unit.form is Form.ACRONYM) != (places[0].form is Form.ACRONYM)
            ),
            "copied": float(unit.form is Form.FOREIGN),
            "in the tables": float(bool(unit.entities)),
            "both in the tables": float(bool(unit.entities) and all(p.entities for p in places)),
            "of one name": float(any(names.of_one_name(unit, p) for p in places)),
            "a country for none": float(_country(unit) and not any(p.entities for p in places)),
            "no country for one": float(not _country(unit) and all(map(_country, places))),
            "said nearby": float(nearby),
            "said elsewhere": float(elsewhere and not nearby),
            "echoed": float(echo),
            "both are words": float(is_word(unit) and all(is_word(p) for p in places)),
            "likeness": sum(1.0 - n / DISTANCE_FAR for n in nats) / len(nats),
            "letters in common": min(names.spellings.likeness(unit, p) for p in places),
            "same first letter": float(rough(unit.text)[:1] == rough(places[0].text)[:1]),
            "place": sum(abs(passage.place(unit) - passage.place(p)) for p in places) / len(places),
            "alone": float(lonely),
            "names of one size": float(all(unit.size == p.size for p in places)),
            "same neighbour": self._neighbours(unit),
            "name of its own": float(unit.size == 1 and all(p.size == 1 for p in places)),
            "one sentence each": float(all(len(side) == 1 for side in passage.bead.sides if side)),
            "same around": self._around(unit),
            "names in common": self._in_common(unit),
        }
        lone = not (nearby or elsewhere or echo)
        lacked = not any(terms[f"theirs is {how}"] for how in _SAID)
        untranslated = not terms["theirs is a word"]
        terms |= {
            "nowhere": float(lone),
            "theirs is nowhere": float(lacked),
            "both are nowhere": float(lone and lacked),
            "both are nowhere, of one size": float(lone and lacked) * terms["names of one size"],
            "both are nowhere, alone": float(lone and lacked and lonely),
            "both are nowhere, no words": float(lone and lacked and untranslated) * unit.certain,
            "common for an unknown": float(unit.common and lacked and untranslated),
            "common, same around": unit.common * terms["same around"],
            "common, same neighbour": unit.common * terms["same neighbour"],
        }
        if len(places) == 1:
            terms["one script"] = float(is_cyrillic(places[0].text) == mine)
        decision = SWAP if len(places) > 1 else SWAP_OF_TWO
        kept = {term: value for term, value in terms.items() if value}
        return Swap(unit, tuple(places), Evidence(decision, kept))

    def _around(self, unit: Unit) -> float:
        """Return how many of the names before and behind in its sentence theirs have, too."""
        passage, count = self._passage, 0.0
        for step in (-1, 1):
            own = passage.next_name(unit, step)
            others = [passage.next_name(place, step) for place in self._places]
            if own is None:
                count += not any(others)
            else:
                row = passage.row_of[own]
                count += all(o is not None and passage.row_of[o] is row for o in others)
        return count

    def _in_common(self, unit: Unit) -> float:
        """Return the share of the passage's other names that all its editions have."""
        own = (unit, *self._places)
        rows = [row for row in self._passage.rows if row.first not in own and row.first.certain]
        shared = sum(len(row.editions()) == len(self._passage.present) for row in rows)
        return (shared + 0.5) / (len(rows) + 1)

    def _neighbours(self, unit: Unit) -> float:
        """Return beside how many words the unit stands that are beside the other name, too."""
        passage, count = self._passage, 0.0
        for step in (-1, 1):
            own = passage.beside(unit, step)
            others = [passage.beside(place, step) for place in self._places]
            if own is not None:
                row = passage.row_of[own]
                count += any(o is not None and passage.row_of[o] is row for o in others)
        return count


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
