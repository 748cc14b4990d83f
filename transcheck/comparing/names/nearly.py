"""Names of several words that the tables have, with one wrong letter: Nizhny Nvogorod.

Word by word such a name cannot be weighed: of Аддис-беба only half is a name. So where another
edition has a name of the tables and one has not, its sentences are searched for that name with
one letter more, less or another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Passage, Unit
from transcheck.limits import NEARLY_LETTERS
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.romanising import by_custom
from transcheck.naming.tables import named_by, normal
from transcheck.naming.vocabulary import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_POSSESSIVE = re.compile("['’ʼ]s?$")
_BETWEEN = frozenset(" \u00a0-")


class Nearly(NamedTuple):
    """A name of the tables with one wrong letter."""

    unit: Unit
    """The whole of it."""
    within: tuple[Unit, ...]
    """The units that stand in its place."""
    others: tuple[Unit, ...]
    """What other editions have."""
    meant: str
    """What to write; empty where its case is not that of the table."""


def nearly(names: Names, passage: Passage) -> list[Nearly]:
    """Return the names of a passage that are one letter away from one that the others have."""
    found = list[Nearly]()
    for edition in passage.present:
        own = {key for unit in passage.sides[edition] for key in unit.entities}
        theirs = [u for n in passage.present if n != edition for u in passage.sides[n]]
        for key in sorted({key for unit in theirs for key in unit.entities} - own):
            named = [u for u in theirs if key in u.entities]
            others = tuple(next(g) for _, g in groupby(named, lambda u: u.edition))
            for name in named_by((key,), names.article.editions[edition].language):
                words = _WORD.findall(name)
                if len(words) > 1 and sum(map(len, words)) >= NEARLY_LETTERS:
                    found += _places(names, passage, edition, words, others)
    # Of several names of one place that come near, the nearest in its very letters is meant.
    found.sort(key=lambda one: OSA.distance(one.unit.text, one.meant), reverse=True)
    return list(
        {(one.unit.edition, one.unit.segment, one.unit.start): one for one in found}.values()
    )


def _places(
    names: Names, passage: Passage, edition: int, name: list[str], others: tuple[Unit, ...]
) -> Iterator[Nearly]:
    """Yield the places of an edition's sentences that are one letter away from a name."""
    language = names.article.editions[edition].language
    for segment in passage.bead.sides[edition]:
        text = names.article.editions[edition].segments[segment].text
        found = list(_WORD.finditer(text))
        for at in range(len(found) - len(name) + 1):
            words = found[at : at + len(name)]
            start, end = words[0].start(), words[-1].end()
            side = passage.sides[edition]
            within = tuple(u for u in side if u.segment == segment and start <= u.start < end)
            known = any(u.entities and u.end == end for u in within)
            if known or not within or not text[start].isupper() or not _together(text, words):
                continue
            apart = [_apart(m[0], word, language) for m, word in zip(words, name, strict=True)]
            wrong = apart.index(1) if sum(apart) == 1 else -1
            if wrong >= 0 and not listed(words[wrong][0], language):
                meant = _put_right(text, words, wrong, name[wrong])
                whole = replace(within[0], start=start, end=end, text=text[start:end])
                yield Nearly(whole, within, others, meant)


def _together(text: str, words: list[re.Match[str]]) -> bool:
    """Return whether nothing but a space or a hyphen stands between words."""
    return all(text[a.end() : b.start()] in _BETWEEN for a, b in pairwise(words))


def _apart(word: str, name: str, language: str) -> int:
    """Return in how many letters a word differs from a table's, in any case; 2 at most.

    Letters that are doubled, or romanised by another custom, are none; nor is a plural's.
    """
    wanted = normal(name)
    forms = bases(word, language) if is_cyrillic(word) else _singular(word)
    if any(_plainer(form) == _plainer(wanted) for form in forms):
        return 0
    return min(2, *(OSA.distance(form, wanted, score_cutoff=1) for form in forms))


def _singular(word: str) -> tuple[str, str]:
    """Return a Latin word, and without the ending of a plural or a possessor."""
    whole = normal(_POSSESSIVE.sub("", word))
    return whole, whole.removesuffix("s")


def _plainer(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", by_custom(word))


def _put_right(text: str, words: list[re.Match[str]], wrong: int, name: str) -> str:
    """Return a name with the table's word in place of a wrong one; empty where its case differs."""
    if OSA.distance(normal(words[wrong][0]), normal(name)) != 1:
        return ""
    return (
        text[words[0].start() : words[wrong].start()]
        + name
        + text[words[wrong].end() : words[-1].end()]
    )
