"""Negation: one edition denies what the others say, or says what they deny.

Only where the others are at one, and where the edition that stands alone has nothing that
could take the place of the negation: no verb such as "fail" or "lack", no "only", no prefix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.comparing.poles import Beginnings, goes_on, split_form
from transcheck.comparing.wordwise import Side, alike, around, nearness
from transcheck.languages import read_rows
from transcheck.limits import (
    NEGATIONS_COUNTERPART,
    NEGATIONS_NEAR,
    NEGATIONS_REACH,
    NEGATIONS_SAME_NEIGHBOURS,
)


class Negation(NamedTuple):
    """A negation where a side has it."""

    kind: str
    """``negates``, ``without``, ``figure`` or ``tinge``."""
    first: int
    last: int


class Denial(NamedTuple):
    """What some editions deny and others do not."""

    suspect: int
    places: tuple[tuple[int, int, int], ...]
    """Edition, first and last word of what is denied or said; the suspect's last."""
    denies: bool
    """True where it is the suspect that denies."""


@lru_cache(maxsize=64)
def negations(side: Side) -> tuple[Negation, ...]:
    """Return the negations of a side in reading order, of those that overlap the longest."""
    texts = [word.text for word in side.words]
    found: list[Negation] = []
    behind = 0
    for i, fitting in enumerate(map(_table(side.language.code).of, texts)):
        best: tuple[int, str] = (0, "")
        for kind, words in fitting if i >= behind else ():
            if len(words) == 1 or goes_on(words, texts[i : i + len(words)]):
                best = max(best, (len(words), kind), key=lambda b: (b[0], _ORDER[b[1]]))
        if best[0]:
            found.append(Negation(best[1], i, i + best[0] - 1))
            behind = i + best[0]
    return tuple(found)


_ORDER = {"": -1, "tinge": 0, "without": 1, "negates": 2, "figure": 3}


def negated(side: Side, word: int) -> bool:
    """Return whether a word is denied, by the words before it in its clause."""
    for negation in negations(side):
        if negation.kind in ("negates", "figure") and negation.last < word:
            between = range(negation.last + 1, word + 1)
            if not any(i in side.breaks for i in between):
                return True
    return False


def denials(sides: Sequence[Side | None]) -> Iterator[Denial]:
    """Yield what one of three editions denies or does not, against the two others."""
    full = [side for side in sides if side is not None]
    if len(full) != len(sides) or len(full) != 3:
        return
    found = [negations(side) for side in full]
    for x in range(3):
        y, z = (n for n in range(3) if n != x)
        if not any(n.kind != "tinge" for n in found[x]):
            yield from _lost(full, found, x, (y, z))
        elif not any(n.kind != "tinge" for n in (*found[y], *found[z])):
            yield from _gained(full, found, x, (y, z))


def _lost(
    sides: Sequence[Side], found: Sequence[Sequence[Negation]], x: int, others: tuple[int, int]
) -> Iterator[Denial]:
    """Yield what both others deny and `x` says."""
    denied = [[n for n in found[other] if n.kind == "negates"] for other in others]
    if any(len(own) != 1 for own in denied) or any(
        n.kind == "figure" for other in others for n in found[other]
    ):
        return
    y, z = others
    (a,), (b,) = denied
    i, j = _target(sides[y], a), _target(sides[z], b)
    rows = [nearness(sides[n], sides[x])[m] for n, m in ((y, i), (z, j))]
    best = max(rows, key=lambda row: float(row.max()))
    k = int(best.argmax())
    if best[k] >= NEGATIONS_COUNTERPART and not _tinged(found[x], k):
        yield from _alike(
            sides, Denial(x, ((y, a.first, i), (z, b.first, j), (x, k, k)), denies=False)
        )


def _gained(
    sides: Sequence[Side], found: Sequence[Sequence[Negation]], x: int, others: tuple[int, int]
) -> Iterator[Denial]:
    """Yield what only `x` denies."""
    denied = [n for n in found[x] if n.kind == "negates"]
    if len(denied) != 1 or any(n.kind == "figure" for n in found[x]):
        return
    i = _target(sides[x], denied[0])
    rows = [nearness(sides[x], sides[n])[i] for n in others]
    if max(float(row.max()) for row in rows) >= NEGATIONS_COUNTERPART and not any(
        _tinged(found[n], int(row.argmax())) for n, row in zip(others, rows, strict=True)
    ):
        places = [(n, int(r.argmax()), int(r.argmax())) for n, r in zip(others, rows, strict=True)]
        yield from _alike(sides, Denial(x, (*places, (x, denied[0].first, i)), denies=True))


def _alike(sides: Sequence[Side], denial: Denial) -> Iterator[Denial]:
    """Yield a denial where all else about it is said alike."""
    *others, (x, first, last) = denial.places
    mine = around(sides[x], first, last, NEGATIONS_REACH)
    likeness = [
        alike(
            sides[x],
            mine,
            sides[n],
            around(sides[n], a, b, NEGATIONS_REACH),
            nearness(sides[x], sides[n]),
        )
        for n, a, b in others
    ]
    if sum(likeness) / len(likeness) >= NEGATIONS_SAME_NEIGHBOURS:
        yield denial


def _tinged(found: Sequence[Negation], word: int) -> bool:
    """Return whether near a word stands one that has something of a negation."""
    return any(n.first - NEGATIONS_NEAR <= word <= n.last + NEGATIONS_NEAR for n in found)


def _target(side: Side, negation: Negation) -> int:
    """Return the word that is denied: the next one that is no function word."""
    last = len(side) - 1
    behind = range(min(negation.last + 1, last), min(negation.last + 4, last + 1))
    return next((i for i in behind if side.tells(i)), behind[0])


@cache
def _table(language: str) -> Beginnings[tuple[str, tuple[str, ...]]]:
    head, *rows = read_rows("negations")
    wordings = (
        (words, (row[0], words))
        for row in (rows if language in head else ())
        for words in map(split_form, row[head.index(language)].split("|"))
    )
    return Beginnings(wordings)
