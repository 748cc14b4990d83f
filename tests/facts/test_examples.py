"""The words of numbers, dates and times: every one is read in the example of its row.

Without the word the example is read otherwise, so that no row stands there for nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import NamedTuple

import pytest

from tests.fact_stories import story
from tests.stories import edition, findings
from transcheck.comparing.absence import roots
from transcheck.facts import EXTRACTORS, Taken
from transcheck.facts.dates.values import ClockTime, PartialDate
from transcheck.facts.dates.words import expanded
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.facts.tokens import tokenize
from transcheck.languages import LANGUAGES, Language, named
from transcheck.model import Fact

CODES = tuple(LANGUAGES.names())
SEPARATORS = {"calendar": ", ", "hedges": "; ", "ranges": "; ", "numeral_grammar": "; "}
NOT_READ = {"paradigm", "part_word"}
"""Endings, which are read with the words that have them, and words that only a check asks for."""
CELLS = {"calendar": 3, "hedges": 3, "ranges": 2, "numeral_grammar": 2}
"""Columns before the examples."""
OF_MONTHS = {"month_doubtful", "month_name"}
"""Kinds that say more about words of another kind."""


class Row(NamedTuple):
    """A row of a table, with the examples that hold for it."""

    kind: str
    value: str
    cells: tuple[str, ...]
    good: str
    near: str


Place = tuple[int, int]
"""A row and a cell of it."""


@cache
def rows(code: str, table: str) -> tuple[Row, ...]:
    width = CELLS[table]
    found: list[Row] = []
    last: dict[str, tuple[str, ...]] = {}
    for cells in named(code).rows(table):
        kind, value = cells[0], cells[1] if width > 2 else ""
        examples = last[kind] = cells[width:] or last.get(kind, ())
        good, near = (*examples, "", "")[:2]
        found.append(Row(kind, value, tuple(cells[width - 1].split(SEPARATORS[table])), good, near))
    return tuple(found)


def forms(code: str, table: str, cell: str) -> tuple[str, ...]:
    if table != "calendar":
        return (cell,)
    endings = {row.value: row.cells for row in rows(code, table) if row.kind == "paradigm"}
    return tuple(expanded(cell, {key: list(cells) for key, cells in endings.items()}))


def read(text: str, language: Language) -> str:
    """Return what is read in a sentence: everything an example may be about."""
    own = edition(language.code, text)
    taken, found = Taken(), []
    for name in ("date", "time", "designation", "numbers"):
        for fact in EXTRACTORS.get(name).extract(own, language, taken):
            if EXTRACTORS.get(name).takes(fact):
                taken.add(fact.segment, fact.start, fact.end)
            found.append(fact)
    return ", ".join(said(fact) for fact in sorted(found, key=lambda f: (f.start, f.end)))


def said(fact: Fact) -> str:
    value = fact.value
    words: list[str] = []
    if isinstance(value, Quantity):
        words += ["maybe", str(value.bound)] if value.bound and not value.bound_sure else []
        words.append(str(value).replace(value.unit or "\0", "/".join(value.units)))
        words += [value.form] if value.form not in {Form.CARDINAL, value.unit} else []
        words += ["in {}-{}".format(*value.ends)] if value.ends else []
        words += ["unsaid"] if value.loose else []
    elif isinstance(value, PartialDate):
        words += ["date", str(value), value.phase or "", value.part or ""]
        words += ["julian"] if value.julian else []
    elif isinstance(value, ClockTime):
        words += ["time", str(value), "twelve" if value.twelve else ""]
        words += ["local"] if value.zone == "local" else []
    else:
        words.append(str(value))
    return " ".join(word for word in words if word)


def holds(example: str, form: str, value: str, language: Language) -> bool:
    text, _, expected = f"{example} ".partition(" = ")
    capital = form.title() if form.isascii() else form[:1].upper() + form[1:]
    text = text.format(form, Form=capital, FORM=form.upper())
    pattern = re.escape(expected.strip().format(value=value)).replace("…", ".*")
    return re.fullmatch(pattern, read(text, language)) is not None


class Without(Language):
    """A language one of whose tables lacks some words."""

    table: str
    left: tuple[tuple[str, ...], ...]

    def rows(self, table: str) -> tuple[tuple[str, ...], ...]:
        return self.left if table == self.table else super().rows(table)


def without(code: str, table: str, gone: frozenset[Place]) -> Language:
    """Return a language whose table lacks the cells at some places."""
    kept: list[Row] = []
    for r, row in enumerate(rows(code, table)):
        cells = tuple(cell for c, cell in enumerate(row.cells) if (r, c) not in gone)
        kept += [row._replace(cells=cells)] if cells else []
    months = {
        f for row in kept if row.kind == "month" for c in row.cells for f in forms(code, table, c)
    }
    left = []
    for row in kept:
        cells = tuple(c for c in row.cells if row.kind not in OF_MONTHS or c in months)
        joined = SEPARATORS[table].join(cells)
        left += (
            [(row.kind, row.value, joined) if CELLS[table] > 2 else (row.kind, joined)]
            if cells
            else []
        )
    own = named(code)
    language = Without(**{field.name: getattr(own, field.name) for field in fields(Language)})
    object.__setattr__(language, "table", table)
    object.__setattr__(language, "left", tuple(left))
    return language


def forget() -> None:
    """Drop what is remembered of languages: hundreds of them would fill the memory."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("transcheck.facts"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    value.cache_clear()


def places(code: str, table: str) -> Iterator[frozenset[Place]]:
    """Yield sets of cells that can be left out together: none is in the example of another."""
    all_rows = rows(code, table)
    told = {token.text for row in all_rows for token in tokenize(f"{row.good} {row.near}")}
    groups: list[tuple[set[Place], set[str]]] = []
    for r, row in enumerate(all_rows):
        for c, cell in enumerate(row.cells if row.kind not in NOT_READ else ()):
            words = {token.text for form in forms(code, table, cell) for token in tokenize(form)}
            if words & told:
                yield frozenset({(r, c)})
                continue
            fitting = (
                g for g in groups if words.isdisjoint(g[1]) and r not in {n for n, _ in g[0]}
            )
            group = next(fitting, None)
            if group is None:
                groups.append(group := (set(), set()))
            group[0].add((r, c))
            group[1].update(words)
    yield from (frozenset(found) for found, _ in groups)


@pytest.mark.parametrize("table", SEPARATORS)
@pytest.mark.parametrize("code", CODES)
def test_every_word_is_read_in_its_example_and_not_in_the_near_one(code: str, table: str) -> None:
    wrong = [
        (example, form)
        for row in rows(code, table)
        if row.kind not in NOT_READ
        for example in (row.good, row.near)
        if example or example is row.good
        for cell in row.cells
        for form in forms(code, table, cell)
        if not holds(example, form, row.value, named(code))
    ]
    assert wrong == []


@pytest.mark.parametrize("table", SEPARATORS)
@pytest.mark.parametrize("code", CODES)
def test_without_the_word_its_example_is_read_otherwise(code: str, table: str) -> None:
    needless = []
    for gone in places(code, table):
        language = without(code, table, gone)
        for r, c in gone:
            row = rows(code, table)[r]
            if all(
                holds(row.good, f, row.value, language) for f in forms(code, table, row.cells[c])
            ):
                needless.append((row.kind, row.cells[c]))
        forget()
    assert needless == []


@pytest.mark.parametrize("code", CODES)
def test_every_root_is_in_a_word_and_in_no_near_one(code: str) -> None:
    language, wrong = named(code), []
    for kind, meaning, stems, *examples in language.rows("roots"):
        good, near = (*examples, "", "")[:2]
        words = [
            *filter(None, good.split(", ")),
            *(s[1:] for s in stems.split(", ") if s[0] == "="),
        ]
        wrong += [
            w for w in words if (kind, meaning) not in {root for _, root in roots(w, language)}
        ]
        wrong += [
            w
            for w in filter(None, near.split(", "))
            if (kind, meaning) in {root for _, root in roots(w, language)}
        ]
        wrong += [
            stem
            for stem in stems.split(", ")
            if not any(_needs(stem, word, stems.split(", ")) for word in words)
        ]
    assert wrong == []


def _needs(stem: str, word: str, stems: list[str]) -> bool:
    """Return whether a stem is the only one of some that a word begins with."""
    pieces = [word.lower(), *word.lower().split("-")[1:]]
    begins = {
        s
        for s in stems
        for piece in pieces
        if (piece == s[1:].lower() if s[0] == "=" else piece.startswith(s.lower()))
    }
    return begins == {stem}


PARTS = {
    "uk": ("У понеділок вночі сталася пожежа.", "У понеділок ({}) сталася пожежа."),
    "en": ("On Monday night there was a fire.", "On Monday ({}) there was a fire."),
    "ru": ("В понедельник ночью случился пожар.", "В понедельник ({}) случился пожар."),
}


@pytest.mark.parametrize("code", CODES)
def test_a_word_of_the_day_is_enough_of_its_part(code: str) -> None:
    others = {other: PARTS[other][0] for other in CODES if other != code}
    said_less = []
    for word in (
        "xyz",
        *(
            f
            for row in rows(code, "calendar")
            if row.kind == "part_word"
            for c in row.cells
            for f in forms(code, "calendar", c)
        ),
    ):
        told = story(**others, **{code: PARTS[code][1].format(word)})
        if findings("DAT005", told):
            said_less.append(word)
    assert said_less == ["xyz"]
