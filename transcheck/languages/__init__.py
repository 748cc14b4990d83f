"""The languages the tool knows; a language is one module here and one folder of data.

Nothing outside this package spells a language's code: code that needs to differ by
language asks the `Language` record or reads one of its data files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from transcheck.errors import UnknownNameError
from transcheck.registry import Registry


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What the code must know of a language; word lists are in its data files.

    Equal only to itself, so that it hashes fast: it is the key of many caches.
    """

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    endonym: str
    """In the language itself."""
    aliases: tuple[str, ...]
    """Other codes that mean it, in lower case, ISO 639-2 and BCP 47 tags included."""
    alphabet: frozenset[str]
    """Its letters, lower case."""
    decimal_mark: str
    script: str
    """ISO 15924: ``Cyrl`` or ``Latn``."""
    relative_length: float
    """Mean number of characters in which it says what English says in one."""
    time_zone: str = ""
    """IANA name of the zone that a time without one means in its editions, if they have one."""
    rank: int = 100
    """Its place among the editions of an article where nobody named them in an order."""
    abroad: bool = False
    """True where its readers live abroad, and are told what everybody at home knows."""

    def words(self, table: str) -> tuple[str, ...]:
        """Return the lines of the data file ``<table>.txt``, comments and blanks left out."""
        return read_words(f"{self.code}/{table}")

    def rows(self, table: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of the data file ``<table>.tsv``, split at tabs, comments left out."""
        return read_rows(f"{self.code}/{table}")

    def texts(self, table: str) -> Mapping[str, Any]:
        """Return the texts of the data file ``<table>.toml``; none where there is no such file."""
        return _read_texts(f"{self.code}/{table}")


LANGUAGES: Registry[Language] = Registry("language", __name__)

_OTHER = re.compile(r"[A-Za-z]{2}(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}|\d{3}))?")
OF_MESSAGES = "en"
"""Code of the language in which the program says what it says in one language only."""


def add(language: Language) -> Language:
    """Register a language under its code."""
    known.cache_clear()
    return LANGUAGES.add(language.code, language)


@lru_cache(maxsize=256)
def known(tag: str) -> Language | None:
    """Return the language that a code, alias or tag such as ``uk-UA`` means, or None."""
    lowered = tag.strip().lower().replace("_", "-")
    for language in LANGUAGES:
        names = (language.code, *language.aliases)
        if lowered in names or lowered.split("-")[0] in names:
            return language
    return None


def is_other(tag: str) -> bool:
    """Return whether a code, or a tag such as ``pt-BR`` or ``zh-Hans``, is of another language.

    Many words of two letters are codes, too: only where a code is expected does that tell.
    """
    return _OTHER.fullmatch(tag) is not None and tag.lower()[:2] in _others()


@cache
def _others() -> frozenset[str]:
    return frozenset(read_words("other_languages"))


def named(tag: str) -> Language:
    """Return the language that a tag means.

    Raises:
        UnknownNameError: no language has that code or alias.
    """
    language = known(tag)
    if language is None:
        raise UnknownNameError("language", tag, LANGUAGES.names())
    return language


@cache
def read_words(name: str) -> tuple[str, ...]:
    """Return the lines of a shared data file ``data/<name>.txt`` without comments and blanks."""
    return tuple(_lines(f"{name}.txt"))


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a shared data file ``data/<name>.tsv`` without comments and blanks."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


@cache
def _read_texts(name: str) -> Mapping[str, Any]:
    path = files(__name__) / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _lines(name: str) -> list[str]:
    text = (files(__name__) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]
