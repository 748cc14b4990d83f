"""What the splitter must know of a language: its abbreviations and two lists of words."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from transcheck.languages import Language


class Role(StrEnum):
    """What an abbreviation does where a capital letter or a number follows its stop."""

    NAME = "name"
    """Goes on: it stands before a name or a title (вул. Шевченка)."""
    BOTH = "both"
    """Goes on, unless the next word often opens a sentence (U.S. Treasury, U.S. The)."""
    NUMBER = "number"
    """Goes on before a number (рис. 5), ends elsewhere."""
    FINAL = "final"
    """Ends (2021–2023 рр.)."""


class Lexicon(NamedTuple):
    """The data files of one language, ready for look-up; keys without the last stop."""

    abbreviations: dict[str, tuple[Role, Role]]
    """Role of each in general, and behind a number. Keys in small letters fit any case."""
    starters: frozenset[str]
    """Words, in small letters, that often open a sentence."""
    speech_verbs: frozenset[str]

    def roles(self, word: str) -> tuple[Role, Role] | None:
        """Return the two roles of an abbreviation, or None for any other word."""
        return self.abbreviations.get(word) or self.abbreviations.get(word.lower())


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language.

    Raises:
        ValueError: a row of the language's abbreviations names a role that there is not.
    """
    abbreviations = {}
    for word, *roles in language.rows("abbreviations"):
        abbreviations[word] = (Role(roles[0]), Role(roles[-1]))
    return Lexicon(
        abbreviations,
        frozenset(language.words("sentence_starters")),
        frozenset(language.words("speech_verbs")),
    )
