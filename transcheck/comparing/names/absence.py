"""Absences: names that two editions or more have in a passage, and one has nowhere.

An absence must be shown: where the edition has a word that may stand for the name, or a name of
its own there, nothing is missing.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from transcheck.comparing.names.echo import echoed, words
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Passage, Row, Unit, is_word
from transcheck.comparing.passages import parts
from transcheck.limits import ROWS_WINDOW
from transcheck.model import Comparison
from transcheck.naming.inflection import patronymic
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.value import Form

Word = tuple[int, int]
"""Edition and number of a word."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A name that two editions or more have in a passage and one has nowhere."""

    edition: int
    places: tuple[Unit, ...]


def absences(comparison: Comparison, names: Names, told: Container[Word]) -> Iterator[Absent]:
    """Yield the names that an edition lacks, but for words that are told of already.

    What is in a part of a sentence that is a finding by itself is left out, too.
    """
    lacking = tuple(_lacking_parts(comparison))
    seen = set[Word]()
    for passage in names.passages:
        for row in passage.rows:
            for edition in passage.present:
                if row.has(edition) or len(row.editions()) < max(2, len(passage.present) - 1):
                    continue
                words = {(u.edition, names.word(u)) for u in row.firsts()}
                known = any(word in told for word in words) or not words.isdisjoint(seen)
                if not known and _is_absent(names, passage, row, edition):
                    if not _in_part(edition, row.firsts(), lacking):
                        yield Absent(edition, row.firsts())
                    seen |= words


def _is_absent(names: Names, passage: Passage, row: Row, edition: int) -> bool:
    """Return whether an edition has a name nowhere, nor anything that may stand for it."""
    places = row.firsts()
    if not all(u.certain and not u.common and len(u.text) > 2 for u in places):
        return False
    if all(map(is_word, places)):
        return False  # a word can have been translated
    if all(patronymic(u.text, u.language) for u in places):
        return False  # English leaves it out
    last = all(unit.size > 1 and unit.place == unit.size - 1 for unit in places)
    side = passage.bead.sides[edition]
    other = names.article.editions[edition]
    texts = names.texts(edition, side, ROWS_WINDOW)
    for unit in places:
        acronym = unit.form is Form.ACRONYM and not unit.entities
        if acronym and is_cyrillic(unit.text) != any(map(is_cyrillic, texts)):
            return False
        found = names.elsewhere(unit, edition)
        copied = unit.form is Form.FOREIGN and any(unit.text in words(text) for text in texts)
        if copied or found or echoed(unit, texts, other.language, ()):
            return False
        for step in (-1, 1):
            beside = passage.beside(unit, step)
            there = passage.row_of[beside].places[edition] if beside is not None else ()
            # A first name may stand alone, but a patronymic is no last name.
            if there and not (last and there[0].size > 1):
                return False
    free = [r.first for r in passage.rows if r.editions() == [edition]]
    return not any(u.certain or (is_word(u) and not u.opening) for u in free)


_Part = tuple[int, int, int, int, int]
"""Edition that lacks a part; edition, segment, start and end of the part."""


def _lacking_parts(comparison: Comparison) -> Iterator[_Part]:
    """Yield the parts of sentences that an edition lacks, and that are findings by themselves."""
    languages = [edition.language for edition in comparison.article.editions]
    for cut in comparison.alignment.cuts:
        for place in parts(comparison, cut):
            span = (languages.index(place.language), place.segment, place.start, place.end)
            having = {n for n, _, _ in cut.parts}
            yield from ((n, *span) for n in range(len(languages)) if n not in having)


def _in_part(edition: int, places: Iterable[Unit], lacking: Iterable[_Part]) -> bool:
    return any(
        (edition, unit.edition, unit.segment) == (lacks, owner, segment)
        and start <= unit.start < end
        for lacks, owner, segment, start, end in lacking
        for unit in places
    )
