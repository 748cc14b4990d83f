"""Shapes: how the words of a date or a time follow each other, as data.

A shape is a regular expression over the classes of items instead of letters::

    the? DAY of? MONTH! (?: comma? YEAR )?

A class in capitals is a part of the date and is taken out; in lower case it must be there
but says nothing. Everything else (``?``, ``|``, ``(?: )``, ``(?<= )``, ``(?! )``) is as in
`re`; ``any`` is any item, and a digit behind a name (``MONTH2``) makes a second group of the
class. ``$NAME`` is replaced by the row ``define NAME …``. One match is one fact: the two days
of "3 to 5 May" are two shapes that look at each other.

The last column is an example: a sentence with the part in square brackets that the row finds
there, in the tables of all languages behind the code of its language.

``!`` marks the rarest class that a match cannot do without. Most sentences hold none of
those words, and are left alone after one look at each token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from transcheck.facts.dates.senses import NOTHING, Alphabet, Items, Sense, alphabet
from transcheck.languages import Language, read_rows
from transcheck.limits import SHAPES_MOST_OUTLINES

_NAME = re.compile(r"([A-Za-z_]+[0-9]?)!?")
_ANCHOR = re.compile(r"([A-Za-z_]+)[0-9]?!")
_MACRO = re.compile(r"\$([A-Z0-9_]+)")

DATES, TIMES = "date_shapes", "time_shapes"
"""The tables of shapes."""


@dataclass(frozen=True)
class Shape:
    """One shape, compiled when a sentence first has a rare part of it."""

    name: str
    text: str
    """As in the table, macros replaced."""
    letters: Alphabet

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the shape as a regular expression over symbols."""
        text = _NAME.sub(lambda m: _class(m.group(1), self.letters), self.text)
        return re.compile(text.replace(" ", ""))


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """The shapes of a kind, the first to try first."""

    ranked: tuple[Shape, ...]
    anchored: Mapping[str, tuple[int, ...]]
    """By symbol the indexes of the shapes it is a rare part of."""
    anchors: frozenset[str]
    """The classes of those symbols."""
    symbols: frozenset[str]
    """Without one of these nothing matches."""
    runs: re.Pattern[str]
    """The longest runs of items of any class that have one of them."""
    far: frozenset[int]
    """The indexes of the shapes that look at items of no class as well."""
    far_symbols: frozenset[str]
    """Without one of these none of them matches."""
    _known: dict[tuple[str, bool], tuple[_Outline, ...]] = field(default_factory=dict)

    def outlines(self, symbols: str, *, far: bool) -> tuple[_Outline, ...]:
        """Return what matches in symbols, with or without the far shapes; it is remembered."""
        found = self._known.get((symbols, far))
        if found is None:
            if len(self._known) >= SHAPES_MOST_OUTLINES:
                self._known.clear()
            indexes = {i for s in set(symbols) for i in self.anchored.get(s, ())}
            tried = sorted(indexes if far else indexes - self.far)
            found = _outlines(symbols, [(i, self.ranked[i]) for i in tried])
            self._known[symbols, far] = found
        return found


class _Outline(NamedTuple):
    """Where a shape matches in symbols."""

    shape: str
    row: int
    """Its row, by rank."""
    names: tuple[str, ...]
    """Of the groups, in lower case."""
    places: tuple[int, ...]
    """Of the groups."""
    first: int
    """The first place of a group that is inside the match."""
    last: int


class Match(NamedTuple):
    """A shape found in a sentence."""

    shape: str
    names: tuple[str, ...]
    """Of the groups that were taken out, in lower case."""
    senses: tuple[Sense, ...]
    """What they hold."""
    start: int
    """Offset of the first character of the first part that is inside the match."""
    end: int
    row: int
    """The row of the shape, by rank."""


@cache
def shapes(table: str, language: Language) -> Shapes:
    """Return the shapes of a table: the rows of all languages and the language's own, by rank.

    Raises:
        ValueError: a row has no class marked with ``!``.
    """
    rows = [*read_rows(table), *language.rows(table)]
    macros = {name: text for rank, name, text, *_ in rows if rank == "define"}
    ranked = sorted((row for row in rows if row[0] != "define"), key=lambda row: int(row[0]))
    letters = alphabet(language)
    anchored: dict[str, list[int]] = {}
    classes: set[str] = set()
    for index, (_, name, text, *_) in enumerate(ranked):
        anchors = {anchor.lower() for anchor in _ANCHOR.findall(text)}
        if not anchors:
            raise ValueError(f"the shape {name!r} of {table} has no class marked with '!'")
        classes |= anchors
        for symbol in sorted({s for anchor in anchors for s in letters.members(anchor)}):
            anchored.setdefault(symbol, []).append(index)
    made = [Shape(name, _expanded(text, macros), letters) for _, name, text, *_ in ranked]
    far = frozenset(i for i, shape in enumerate(made) if "any" in _NAME.findall(shape.text))
    some = f"[^{re.escape(letters.symbol(NOTHING))}]*"
    return Shapes(
        tuple(made),
        {symbol: tuple(indexes) for symbol, indexes in anchored.items()},
        frozenset(classes),
        frozenset(anchored),
        re.compile(f"{some}[{re.escape(''.join(anchored))}]{some}"),
        far,
        frozenset(symbol for symbol, indexes in anchored.items() if far.intersection(indexes)),
    )


def find(found: Items, candidates: Shapes) -> list[Match]:
    """Return the matches in reading order; where two overlap, that of the first shape.

    An item of no class ends every shape but the far ones. Where none of these matches, each
    run of other items is looked at by itself, as the same ones come again and again.
    """
    symbols = found.symbols
    if candidates.symbols.isdisjoint(symbols):
        return []
    if not candidates.far_symbols.isdisjoint(symbols) and _matches_far(symbols, candidates):
        return _placed(candidates.outlines(symbols, far=True), 0, found)
    matches: list[Match] = []
    for run in candidates.runs.finditer(symbols):
        start, end = run.span()
        # What stands around a run must be seen: the end of a sentence is part of shapes.
        first = max(0, start - 1)
        outlines = candidates.outlines(symbols[first : end + 1], far=False)
        if outlines:
            matches += _placed(outlines, first, found)
    return matches


def _matches_far(symbols: str, candidates: Shapes) -> bool:
    indexes = {i for s in set(symbols) for i in candidates.anchored.get(s, ())}
    return any(candidates.ranked[i].pattern.search(symbols) for i in candidates.far if i in indexes)


def _outlines(symbols: str, tried: Iterable[tuple[int, Shape]]) -> tuple[_Outline, ...]:
    used = bytearray(len(symbols))
    outlines = []
    for row, shape in tried:
        for match in shape.pattern.finditer(symbols):
            start, end = match.span()
            if start == end or any(used[start:end]):
                continue
            used[start:end] = b"\1" * (end - start)
            parts = {g.lower(): match.start(g) for g, text in match.groupdict().items() if text}
            inside = [at for at in parts.values() if start <= at < end]
            first = min(inside, default=start)
            names, places = (*parts,), (*parts.values(),)
            outlines.append(_Outline(shape.name, row, names, places, first, end - 1))
    return tuple(sorted(outlines, key=lambda outline: outline.first))


def _placed(outlines: Iterable[_Outline], offset: int, found: Items) -> list[Match]:
    return [
        Match(
            shape,
            names,
            tuple([found.senses[offset + place] for place in places]),
            found.starts[offset + first],
            found.ends[offset + last],
            row,
        )
        for shape, row, names, places, first, last in outlines
    ]


def _expanded(text: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(text):
        text = _MACRO.sub(lambda m: macros[m.group(1)], text)
    return text


def _class(name: str, letters: Alphabet) -> str:
    if name == "any":
        return "."
    members = letters.members(name.rstrip("123456789").lower())
    # A class without members in this language matches no character.
    symbols = f"[{re.escape(members)}]" if members else r"[^\s\S]"
    return f"(?P<{name}>{symbols})" if name[0].isupper() else symbols
