"""Single words of another language, or of another script, in a sentence that is at home.

A word strays where its letters say so: Cyrillic ones in English, «і» or «ы» where the language
has none, a Latin letter in a Cyrillic word that looks like the one meant. Between languages of
one script a word is foreign, too, where the other dictionary has it and the own one has not,
and its sequences of letters agree. Names, tags, addresses, and what stands in quotation marks or
brackets may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.detecting.words import find_words, function_words, preference
from transcheck.languages import LANGUAGES, Language, named
from transcheck.limits import STRAYS_EVIDENCE, STRAYS_FEWEST_LETTERS
from transcheck.morphology import is_form

_LATIN, _CYRILLIC = "aceiopxykABCEHIKMOPTXY", "асеіорхукАВСЕНІКМОРТХУ"
_LIKE_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LIKE_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_SCRIPTS = {"Latn": re.compile("[a-zA-Z]"), "Cyrl": re.compile("[а-яА-ЯіїєґІЇЄҐёЁ]")}
_ROMAN = re.compile("[IVXLCDMІХСМ]+")
"""Roman numerals, which are typed with the letters of either keyboard."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|`[^`]*`")


class Why(StrEnum):
    """What is wrong with a word."""

    SCRIPT = "script"
    """It is in another script than the edition."""
    LETTER = "letter"
    """It has a letter of another script that looks like one of its own."""
    LANGUAGE = "language"
    """It is a word of another language in the same script."""


class Stray(NamedTuple):
    """A word that does not belong to its sentence."""

    start: int
    end: int
    why: Why
    language: str
    """The language it is in; for a mistyped letter that of the edition."""


def strays(text: str, home: Language) -> Iterator[Stray]:
    """Yield the words of a sentence that are not in its language, in reading order.

    Args:
        text: what the edition says itself, quotations blanked out.
        home: the language of the edition.
    """
    own = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    for match in find_words(own):
        at = match.start()
        for part in re.finditer(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*", match[0]):
            found = _judged(part[0], home.code)
            # Of compounds dictionaries have the whole: «кол-центр».
            if found is not None and (found[0] is not Why.LANGUAGE or part[0] == match[0]):
                yield Stray(at + part.start(), at + part.end(), *found)


@lru_cache(maxsize=16384)
def _judged(word: str, code: str) -> tuple[Why, str] | None:
    """Return what is wrong with a word in an edition of a language, if anything."""
    home = named(code)
    if len(word) < STRAYS_FEWEST_LETTERS:
        return None
    scripts = {code for code, letters in _SCRIPTS.items() if letters.search(word)}
    if _ROMAN.fullmatch(word):
        return None
    if len(scripts) > 1:
        return (Why.LETTER, home.code) if _mistyped(word) else None
    if home.script not in scripts:
        # Brands and names are written in Latin letters all over the world.
        foreign = scripts and home.script == "Latn"
        return (Why.SCRIPT, _language_of(word, scripts.pop())) if foreign else None
    if not word.islower():
        return None
    others = (other for other in LANGUAGES if other is not home and other.script == home.script)
    return next(
        ((Why.LANGUAGE, other.code) for other in others if _foreign(word, home, other)), None
    )


def _mistyped(word: str) -> bool:
    """Return whether the letters of one script are in a word for those of the other."""
    return any(
        not _SCRIPTS[script].search(word.translate(table))
        for script, table in (("Latn", _LIKE_CYRILLIC), ("Cyrl", _LIKE_LATIN))
    )


def _language_of(word: str, script: str) -> str:
    """Return the likeliest language of a word in a script."""
    codes = [language.code for language in LANGUAGES if language.script == script]
    return max(codes, key=lambda code: min(preference([word], code, other) for other in codes))


def _foreign(word: str, home: Language, other: Language) -> bool:
    """Return whether a word is one of another language in the same script, and none at home."""
    if is_form(word, home.code) or function_words([word], home.code):
        return False
    if not _strange(home, other).isdisjoint(word):
        return True
    known = is_form(word, other.code) or function_words([word], other.code) > 0
    return known and preference([word], other.code, home.code) >= STRAYS_EVIDENCE


@cache
def _strange(home: Language, other: Language) -> frozenset[str]:
    return other.alphabet - home.alphabet
