"""A dictionary of word forms, as the packages pymorphy3-dicts-* hold it (their format 2.4)."""

from __future__ import annotations

import json
import re
from array import array
from binascii import a2b_base64
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from struct import unpack
from typing import Any, NamedTuple

from transcheck.morphology.automaton import ROOT, Automaton

_LETTERS = {"е": "её", "г": "гґ"}
"""What a letter may stand for: ё is mostly written without its dots."""
_DOUBTFUL = re.compile(f"([{''.join(_LETTERS)}])")
_END = b"\x01"
"""Stands in the file between a word and where its paradigm is to be found."""


class Reading(NamedTuple):
    """One of the words that a form may be of."""

    tag: str
    """Part of speech, then the other grammemes of OpenCorpora: ``NOUN,inan,masc sing,nomn``."""
    lemma: str
    """The base form, in lower case."""


class _Form(NamedTuple):
    """A form of a paradigm: what to take from a word, and what to put there for the lemma."""

    tag: str
    prefix: int
    """Letters."""
    suffix: int
    """Letters."""
    lemma_prefix: str
    lemma_suffix: str


def folder(language: str) -> Path | None:
    """Return where the dictionary of a language lies, or None where none is installed."""
    package = find_spec(f"pymorphy3_dicts_{language}")
    return Path(package.origin).parent / "data" if package and package.origin else None


class Dictionary:
    """All forms of the words of a language."""

    def __init__(self, folder: Path) -> None:
        """Load a dictionary from its files."""
        options = dict(_json(folder / "meta.json"))["compile_options"]
        self._words = Automaton(folder / "words.dawg")
        self._tags: list[str] = _json(folder / "gramtab-opencorpora-int.json")
        self._prefixes: list[str] = options["paradigm_prefixes"]
        self._suffixes: list[str] = _json(folder / "suffixes.json")
        self._paradigms = _paradigms(folder / "paradigms.array")
        self._forms: dict[int, tuple[_Form, ...]] = {}

    def readings(self, word: str) -> Iterator[Reading]:
        """Yield what a word in lower case may be."""
        for spelling, state in self._spellings(word):
            for tag, prefix, suffix, lemma_prefix, lemma_suffix in self._forms_at(state):
                stem = spelling[prefix : len(spelling) - suffix]
                yield Reading(tag, lemma_prefix + stem + lemma_suffix)

    def _spellings(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield the spellings of a word that the dictionary has, and where it says more of them."""
        follow = self._words.follow
        found = [("", ROOT)]
        for part in _DOUBTFUL.split(word):
            found = [
                (begun + letters, further)
                for begun, state in found
                for letters in _LETTERS.get(part, (part,))
                if (further := follow(letters.encode(), state)) is not None
            ]
        for spelling, state in found:
            end = follow(_END, state)
            if end is not None:
                yield spelling, end

    def _forms_at(self, state: int) -> tuple[_Form, ...]:
        """Return the forms that a state of the automaton stands for, the same for many words."""
        if state not in self._forms:
            places = (unpack(">HH", a2b_base64(key)) for key in self._words.endings(state))
            self._forms[state] = tuple(self._form(*place) for place in places)
        return self._forms[state]

    def _form(self, paradigm: int, number: int) -> _Form:
        """Return a form of a paradigm, which lists suffixes, then tags, then prefixes."""
        row = self._paradigms[paradigm]
        forms = len(row) // 3
        suffix, tag, prefix = row[number::forms]
        return _Form(
            self._tags[tag],
            len(self._prefixes[prefix]),
            len(self._suffixes[suffix]),
            self._prefixes[row[2 * forms]],
            self._suffixes[row[0]],
        )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _paradigms(path: Path) -> list[array[int]]:
    """Return the paradigms of a file: how many there are, then each with its length before it."""
    numbers = array("H", path.read_bytes())
    found = []
    place = 1
    while place < len(numbers):
        end = place + 1 + numbers[place]
        found.append(numbers[place + 1 : end])
        place = end
    return found
