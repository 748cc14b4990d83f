"""The tables of names that no likeness of letters would find to be the same.

Every row of a table is one entity with its names in each language; a name belongs to
the entities of all rows that have it, and two names with an entity in common are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from transcheck.languages import read_rows
from transcheck.naming.inflection import bases
from transcheck.naming.letters import folded, folded_plain, is_cyrillic, plain

TABLES = ("equivalents", "institutions", "territories", "cities", "towns", "given_names")
_DEMONYMS = "demonyms"
_METONYMS = "metonyms"
_PLURAL = "s"

Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a name, to the name's further words and its entity."""


@lru_cache(maxsize=8192)
def normal(word: str) -> str:
    """Return a word as names of the tables are looked up: folded Cyrillic, plain Latin."""
    if is_cyrillic(word):
        return folded(word)
    return normal_text(word)


def normal_text(lines: str) -> str:
    """Return words of one script, each on a line of its own, as `normal` does one."""
    text = plain(lines)
    if is_cyrillic(lines):
        return folded_plain(text)
    return anyascii(text).replace(".", "").replace("'", "")


@cache
def cells(table: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (entity, language, names) for every filled cell of a table.

    The first row has the languages' codes; a first column headed ``key`` names the
    entity, else the row's number does.
    """
    head, *rows = read_rows(table)
    keyed = head[0] == "key"
    out = []
    for number, row in enumerate(rows):
        key = row[0] if keyed else f"{table}:{number}"
        for language, cell in zip(head[keyed:], row[keyed:], strict=False):
            if cell:
                out.append((key, language, tuple(cell.split("|"))))
    return tuple(out)


@cache
def index(language: str) -> Index:
    """Return the names of a language's column in all tables, by their first word."""
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    rows = [
        (key, name.replace("-", " ").split())
        for table in TABLES
        for key, code, names in cells(table)
        if code == language
        for name in names
    ]
    looked_up = _normal({word for _, words in rows for word in words})
    for key, words in rows:
        first, *rest = (looked_up[word] for word in words)
        found.setdefault(first, {})[tuple(rest), key] = None
    for key, code, people in cells(_DEMONYMS):
        if code == language and not is_cyrillic(people[0]):
            for word in people:
                first, *rest = normal(word).split()
                found.setdefault(first, {})[tuple(rest), key] = None
                if not rest:
                    found.setdefault(first + _PLURAL, {})[(), key] = None
    return {first: tuple(rows) for first, rows in found.items()}


def _normal(words: Iterable[str]) -> dict[str, str]:
    """Return words as `normal` does each, many at once, which takes a fifth of the time."""
    found: dict[str, str] = {}
    scripts: dict[bool, list[str]] = {}
    for word in words:
        scripts.setdefault(is_cyrillic(word), []).append(word)
    for alike in scripts.values():
        found.update(zip(alike, normal_text("\n".join(alike)).split("\n"), strict=True))
    return found


@cache
def stems(language: str) -> dict[str, tuple[str, ...]]:
    """Return the folded beginnings of the words for an entity's people and adjective."""
    out: dict[str, tuple[str, ...]] = {}
    for key, code, words in cells(_DEMONYMS):
        if code == language:
            out[key] = (*out.get(key, ()), *(normal(w) for w in words))
    return out


class Opening(NamedTuple):
    """What names of the tables a word may start."""

    entries: tuple[tuple[tuple[str, ...], str], ...]
    """The further words and the entity of each."""
    longest: int
    """Words of the longest."""
    alone: frozenset[str]
    """The entities that the word is the whole name of."""


_NOTHING = Opening((), 0, frozenset())


@lru_cache(maxsize=8192)
def opening(word: str, language: str) -> Opening:
    """Return what names a word may start, in any case of the language."""
    table, forms = index(language), _forms(word, language)
    if table.keys().isdisjoint(forms):
        return _NOTHING
    entries = tuple(entry for form in forms for entry in table.get(form, ()))
    longest = 1 + max(len(rest) for rest, _ in entries)
    return Opening(entries, longest, frozenset(key for rest, key in entries if not rest))


def entities(words: Sequence[str], language: str) -> tuple[frozenset[str], int]:
    """Return the entities that the words start with, and how many words the name has.

    Of names of several lengths the longest counts. The words may be in any case of
    their language. Without a match the set is empty and the length 0.
    """
    if not words:
        return frozenset(), 0
    first = opening(words[0], language)
    if first.longest == 1:
        return first.alone, 1
    best = 0
    found: list[str] = []
    for rest, key in first.entries:
        size = 1 + len(rest)
        if size < best or size > len(words):
            continue
        if all(_may_be(words[n + 1], want, language) for n, want in enumerate(rest)):
            if size > best:
                best, found = size, []
            found.append(key)
    return frozenset(found), best


def _may_be(word: str, wanted: str, language: str) -> bool:
    return wanted in _forms(word, language)


def _forms(word: str, language: str) -> tuple[str, ...]:
    """Return the forms under which the tables may have a word."""
    return bases(word, language) if is_cyrillic(word) else (normal(word),)


def named_by(keys: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the names that a language's columns give to entities."""
    names = _names(language)
    return tuple(name for key in keys for name in names.get(key, ()))


@cache
def _names(language: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for table in TABLES:
        for key, code, names in cells(table):
            if code == language:
                out[key] = (*out.get(key, ()), *names)
    return out


def stand_in(one: Iterable[str], two: Iterable[str]) -> bool:
    """Return whether an entity stands for another in the news: Madrid for Spain."""
    others = set(two)
    return any(not others.isdisjoint(_metonyms().get(key, ())) for key in one)


@cache
def _metonyms() -> dict[str, frozenset[str]]:
    """Return what stands for each entity and what it stands for."""
    found: dict[str, set[str]] = {}
    for key, language, names in cells(_METONYMS):
        for name in names:
            for other in entities(name.replace("-", " ").split(), language)[0]:
                found.setdefault(key, set()).add(other)
                found.setdefault(other, set()).add(key)
    return {key: frozenset(others) for key, others in found.items()}
