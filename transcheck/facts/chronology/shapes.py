"""Shapes: how the words of a date or a time follow each other, as data.

A shape is a regular expression over the classes of items instead of letters::

    the? DAY of? MONTH! (?: comma? YEAR )?

A class in capitals is a part of the date and is taken out; in lower case it must be there
but says nothing. Everything else (``?``, ``|``, ``(?: )``, ``(?<= )``, ``(?! )``) is as in
`re`; ``any`` is any item, and a digit behind a name (``MONTH2``) makes a second group of the
class. ``$NAME`` is replaced by the row ``define NAME …``. One match is one fact: the two days
of "3 to 5 May" are two shapes that look at each other.

``!`` marks the rarest class that a match cannot do without. Most sentences hold none of
those words, and are left alone after one look at each token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from transcheck.facts.chronology.symbols import Alphabet, Item, alphabet
from transcheck.languages import Language, read_rows

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


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of a kind, the first to try first."""

    ranked: tuple[Shape, ...]
    anchored: Mapping[str, tuple[int, ...]]
    """By symbol the indexes of the shapes it is a rare part of."""
    anchors: frozenset[str]
    """The classes of those symbols."""


@dataclass(frozen=True, slots=True)
class Match:
    """A shape found in a sentence."""

    shape: str
    parts: Mapping[str, Item]
    """What was taken out, by the name of its group in lower case."""
    start: int
    """Offset of the first character of the first part that is inside the match."""
    end: int


@cache
def shapes(table: str, language: Language) -> Shapes:
    """Return the shapes of a table: the rows of all languages and the language's own, by rank.

    Raises:
        ValueError: a row has no class marked with ``!``.
    """
    rows = [*read_rows(table), *language.rows(table)]
    macros = {name: text for rank, name, text in rows if rank == "define"}
    ranked = sorted((row for row in rows if row[0] != "define"), key=lambda row: int(row[0]))
    letters = alphabet(language)
    anchored: dict[str, list[int]] = {}
    classes: set[str] = set()
    for index, (_, name, text) in enumerate(ranked):
        anchors = {anchor.lower() for anchor in _ANCHOR.findall(text)}
        if not anchors:
            raise ValueError(f"the shape {name!r} of {table} has no class marked with '!'")
        classes |= anchors
        for symbol in sorted({s for anchor in anchors for s in letters.members(anchor)}):
            anchored.setdefault(symbol, []).append(index)
    return Shapes(
        tuple(Shape(name, _expanded(text, macros), letters) for _, name, text in ranked),
        {symbol: tuple(indexes) for symbol, indexes in anchored.items()},
        frozenset(classes),
    )


def find(found: Sequence[Item], candidates: Shapes) -> list[Match]:
    """Return the matches in reading order; where two overlap, that of the first shape."""
    symbols = "".join([item.symbol for item in found])
    indexes: set[int] = set()
    for symbol in set(symbols):
        indexes.update(candidates.anchored.get(symbol, ()))
    used = bytearray(len(symbols))
    matches = []
    for index in sorted(indexes):
        shape = candidates.ranked[index]
        for match in shape.pattern.finditer(symbols):
            start, end = match.span()
            if start == end or any(used[start:end]):
                continue
            used[start:end] = b"\1" * (end - start)
            matches.append(_match(shape.name, match, found))
    return sorted(matches, key=lambda m: m.start)


def _match(name: str, match: re.Match[str], found: Sequence[Item]) -> Match:
    start, end = match.span()
    parts = {g.lower(): match.start(g) for g, text in match.groupdict().items() if text}
    inside = [at for at in parts.values() if start <= at < end]
    return Match(
        name,
        {group: found[at] for group, at in parts.items()},
        found[min(inside, default=start)].start,
        found[end - 1].end,
    )


def _expanded(text: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(text):
        text = _MACRO.sub(lambda m: macros[m.group(1)], text)
    return text


def _class(name: str, letters: Alphabet) -> str:
    if name == "any":
        return "."
    members = letters.members(name.rstrip("123456789").lower())
    # A class without members in this language matches no character.
    symbols = f"[{members}]" if members else r"[^\s\S]"
    return f"(?P<{name}>{symbols})" if name[0].isupper() else symbols
