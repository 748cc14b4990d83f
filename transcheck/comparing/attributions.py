"""Who said it: editions that ascribe the same words to different people or offices.

Offices are poles of the kind ``source``: the energy ministry, the police, the mayor. They
are compared where words of speech stand beside them. People are compared where two editions
name the same one beside such words and the third names another, whom the story knows. Who is
called by an abbreviation in some editions and by a word in the other may be the same, NABU and
the Bureau; and so are two names that stand side by side, Ivan and Malyi.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.comparing.poles import Beginnings, Saying, goes_on, sayings, split_form
from transcheck.comparing.wordwise import Side, wordwise
from transcheck.languages import read_rows
from transcheck.limits import (
    ATTRIBUTIONS_BESIDE,
    ATTRIBUTIONS_BESIDE_NAME,
    ATTRIBUTIONS_FULL_NAME,
)
from transcheck.model import Comparison

Places = tuple[tuple[int, int, int], ...]
"""Position of an edition, first and last word."""


class Attribution(NamedTuple):
    """A source that one edition names where the others name another."""

    suspect: int | None
    """Position of the edition that stands alone; None where nothing decides."""
    places: Places
    """Edition, first and last word of the source; the suspect's last."""


def attributions(sides: Sequence[Side | None], known: Sequence[Known]) -> Iterator[Attribution]:
    """Yield who is quoted in one of three editions and another in the two others.

    Args:
        sides: the words of a bead, edition by edition.
        known: the names of each edition.
    """
    there = {n: side for n, side in enumerate(sides) if side is not None}
    cues = {n: speech(side) for n, side in there.items()}
    if len(there) < 2 or not all(cues.values()):
        return
    speakers = {n: _speakers(side, cues[n]) for n, side in there.items()}
    if len(there) == 2:
        y, x = there
        found = _another_person(there, speakers, known, x, (y,))
        if found is not None:
            yield Attribution(None, found)
        return
    offices = {n: _offices(side) for n, side in there.items()}
    for x in there:
        others = tuple(n for n in there if n != x)
        found = _another_office(cues, offices, x, others) or _another_person(
            there, speakers, known, x, others
        )
        if found is not None:
            yield Attribution(x, found)


class Known(NamedTuple):
    """The names of an edition, as landmarks, wherever they stand."""

    names: frozenset[str]
    beside: frozenset[tuple[str, str]]
    """Two names, the words of which follow each other."""


def names_known(comparison: Comparison) -> tuple[Known, ...]:
    """Return the names of each edition. For ``comparison.once(names_known)``."""
    beads = comparison.once(wordwise)
    found = []
    for n in range(len(comparison.article.editions)):
        told = [side for sides in beads if (side := sides[n]) is not None]
        names = frozenset(mark for side in told for _, mark in side.marks)
        found.append(Known(names, frozenset(pair for side in told for pair in _full_names(side))))
    return tuple(found)


def _full_names(side: Side) -> Iterator[tuple[str, str]]:
    """Yield the names whose words follow each other."""
    for k, (i, one) in enumerate(side.marks):
        for j, two in side.marks[k + 1 : k + 1 + ATTRIBUTIONS_FULL_NAME]:
            if 0 < j - i <= ATTRIBUTIONS_FULL_NAME:
                yield one, two


def _another_office(
    cues: Mapping[int, Sequence[int]],
    offices: Mapping[int, Mapping[str, Saying]],
    x: int,
    others: Sequence[int],
) -> Places | None:
    """Return an office that is quoted in `x` and another in both others."""
    shared = set.intersection(*(set(offices[n]) for n in others)) - offices[x].keys()
    own = offices[x].keys() - set().union(*(offices[n] for n in others))
    for name in sorted(own):
        said = offices[x][name]
        if not _beside(cues[x], said):
            continue
        for theirs in sorted(shared):
            rows = [(n, offices[n][theirs]) for n in others]
            if all(_beside(cues[n], s) for n, s in rows):
                return tuple((n, s.first, s.last) for n, s in (*rows, (x, said)))
    return None


def _another_person(
    sides: Mapping[int, Side],
    speakers: Mapping[int, Mapping[str, int]],
    known: Sequence[Known],
    x: int,
    others: Sequence[int],
) -> Places | None:
    """Return somebody who speaks in `x` and somebody else who does in the others."""
    there = {n: {mark for _, mark in side.marks} for n, side in sides.items()}
    shared = [m for m in speakers[others[0]] if all(m in speakers[n] for n in others)]
    shared = [m for m in shared if m not in there[x]]
    own = [m for m in speakers[x] if not any(m in there[n] for n in others)]
    # The person whom the third names must be somebody else of the story, not another spelling.
    own = [m for m in own if any(m in known[n].names for n in others)]
    shared = [m for m in shared if m in known[x].names]
    if not own or not shared:
        return None
    one, two = shared[-1], own[-1]
    alone = not any(two in pair for pair in _full_names(sides[x]))
    if alone and any(not each.beside.isdisjoint({(one, two), (two, one)}) for each in known):
        return None
    rows = [*((n, speakers[n][one]) for n in others), (x, speakers[x][two])]
    if len({sides[n].words[i].raw.isupper() for n, i in rows}) > 1:
        return None
    return tuple((n, i, i) for n, i in rows)


def _offices(side: Side) -> dict[str, Saying]:
    return {s.pole.name: s for s in sayings(side) if s.pole.kind == "source"}


def _beside(cues: Sequence[int], said: Saying) -> bool:
    return any(
        said.first - ATTRIBUTIONS_BESIDE <= cue <= said.last + ATTRIBUTIONS_BESIDE for cue in cues
    )


def _speakers(side: Side, cues: Sequence[int]) -> dict[str, int]:
    """Return the names beside words of speech, as landmarks, with the word of each."""
    return {
        mark: i
        for i, mark in side.marks
        if not mark.isdigit() and any(abs(i - cue) <= ATTRIBUTIONS_BESIDE_NAME for cue in cues)
    }


@lru_cache(maxsize=64)
def speech(side: Side) -> tuple[int, ...]:
    """Return the words of a side that say that somebody said something."""
    texts = [word.text for word in side.words]
    found = []
    for i, fitting in enumerate(map(_table(side.language.code).of, texts)):
        for words in fitting:
            if len(words) == 1 or goes_on(words, texts[i : i + len(words)]):
                found.append(i + len(words) - 1)
                break
    return tuple(found)


@cache
def _table(language: str) -> Beginnings[tuple[str, ...]]:
    head, *rows = read_rows("speech")
    wordings = (
        (words, words)
        for row in (rows if language in head else ())
        for words in map(split_form, row[head.index(language)].split("|"))
    )
    return Beginnings(wordings)
