"""The glossary: what is the same to a newsroom, in a table that a spreadsheet can edit.

::

    uk              en                   ru           code   reason
    Київ            Kyiv|Kiev            Киев         NAM    both are in our archive
    аль-Голані      al-Golani|al-Jolani               NAM    house spelling
    майже половина  45%|nearly half      почти половина

The head names the languages, in any order; what else is in it is ``code`` (codes of checks,
or their first letters, with spaces between; all where it is empty) and ``reason``. A row is
one thing: all the ways to say it, those of one language with ``|`` between. Words of names
are written in the nominative. Fields are separated by tabs, semicolons or commas, as the head
has it; lines that start with ``#`` are comments.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from transcheck.checks import CHECKS
from transcheck.errors import UsageError
from transcheck.facts.tokens import tokenize
from transcheck.languages import LANGUAGES, known

CODE, REASON = "code", "reason"
_SEPARATORS = "\t;,"
_COMMENT = "#"
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Equivalents:
    """Ways to say one thing."""

    forms: tuple[tuple[str, str], ...]
    """Language and wording, in the order of the table."""
    codes: tuple[str, ...] = ()
    """The first letters of the codes of findings that it excuses; empty for all."""
    reason: str = ""

    def in_language(self, language: str) -> tuple[str, ...]:
        """Return the wordings of one language."""
        return tuple(form for code, form in self.forms if code == language)

    def about(self, code: str) -> bool:
        """Return whether it may excuse findings of a check."""
        return not self.codes or code.startswith(self.codes)

    def __str__(self) -> str:
        """Return the wordings, as ``Київ = Kyiv = Киев``."""
        return " = ".join(dict.fromkeys(form for _, form in self.forms))


class Glossary(NamedTuple):
    """What is the same to a newsroom."""

    entries: tuple[Equivalents, ...] = ()


def read(paths: Sequence[Path]) -> Glossary:
    """Return the glossary that several files make up.

    Raises:
        UsageError: some cannot be read, or have errors; all of them are in the message.
    """
    entries: list[Equivalents] = []
    errors: list[str] = []
    for path in paths:
        for found in _entries(path):
            if isinstance(found, Equivalents):
                entries.append(found)
            else:
                errors.append(found)
    if errors:
        raise UsageError("\n  ".join(("the glossary is not valid:", *errors)))
    return Glossary(tuple(entries))


def _entries(path: Path) -> Iterator[Equivalents | str]:
    """Yield the entries of a file and, in words, what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        yield f"{path} cannot be read: {error.strerror or error}"
        return
    except UnicodeDecodeError:
        yield f"{path} is not UTF-8: save it as “CSV UTF-8” or as tab-separated text in UTF-8"
        return
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        yield f"{path}:{error}"
        return
    if not rows:
        yield f"{path} has no head: its first line names languages ({_languages()})"
        return
    (line, head), *rest = rows
    columns = [_column(name) for name in head]
    problems = [f"{path}:{line}: {problem}" for problem in _wrong_columns(head, columns)]
    yield from problems
    if not problems:
        for number, row in rest:
            found = _entry(columns, row)
            yield found if isinstance(found, Equivalents) else f"{path}:{number}: {found}"


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line numbers, from 1, and fields; comments and empty lines are left out.

    Raises:
        csv.Error: a line is no row; the message starts with its number.
    """
    lines = text.splitlines()
    kept = [(n, li) for n, li in enumerate(lines, 1) if li.strip() and not li.startswith(_COMMENT)]
    head = kept[0][1] if kept else ""
    separator = max(_SEPARATORS, key=head.count)
    for number, line in kept:
        try:
            (fields,) = csv.reader([line], delimiter=separator, strict=True)
        except csv.Error as error:
            raise csv.Error(f"{number}: no row of a table: {error}") from None
        yield number, [field.strip() for field in fields]


def _column(name: str) -> str:
    """Return what a column of the head is for: a language's code, `CODE`, `REASON` or nothing."""
    language = known(name) if name else None
    if language is not None:
        return language.code
    return name.lower() if name.lower() in {CODE, REASON} else ""


def _wrong_columns(head: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    for name, column in zip(head, columns, strict=True):
        if not column:
            yield f"unknown column {name!r} (known: {_languages()}, {CODE}, {REASON})"
        elif columns.count(column) > 1:
            yield f"two columns are for {column}"
    if not any(column in LANGUAGES.names() for column in columns):
        yield f"no column is for a language ({_languages()})"


def _entry(columns: Sequence[str], row: Sequence[str]) -> Equivalents | str:
    if len(row) > len(columns):
        return f"{len(row)} fields, but the head has {len(columns)}"
    cells = dict(zip(columns, row, strict=False))
    codes = tuple(cells.pop(CODE, "").upper().replace(",", " ").split())
    reason = cells.pop(REASON, "")
    forms = [(la, form.strip()) for la, cell in cells.items() for form in cell.split(_BETWEEN)]
    forms = [(language, form) for language, form in forms if form]
    unknown = [code for code in codes if not any(c.code.startswith(code) for c in CHECKS)]
    if unknown:
        return f"no check's code starts with {' or '.join(unknown)} (transcheck explain lists all)"
    if len(forms) < 2:
        return "one wording alone is the same as nothing: it takes two"
    empty = [form for _, form in forms if not any(t.kind != "mark" for t in tokenize(form))]
    if empty:
        return f"no letter or digit in {', '.join(empty)}"
    return Equivalents(tuple(forms), codes, reason)


def _languages() -> str:
    return ", ".join(LANGUAGES.names())
