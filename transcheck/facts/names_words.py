"""What a word with a capital is wherever it stands: its looks, and what its language says of it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.languages import LANGUAGES, Language, read_words
from transcheck.limits import NAMES_WORDS_SHORTEST_STRESSED
from transcheck.naming.letters import is_cyrillic, plain, unmixed
from transcheck.naming.tables import Opening, opening
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import standing

_UNCERTAIN_FORMS = (Form.WORD, Form.INITIAL)
_POSSESSIVE = re.compile(r"(?:['’ʼ`]s|(?<=s)['’ʼ`])$")
_LETTER_LIKE = "ʼ"
"""The apostrophe that Unicode counts among the letters."""
_DECLINED = re.compile("[А-ЯІЇЄҐЁ]{2,}[а-яіїєґё]{1,3}")
_FORMS = {"initial": Form.INITIAL, "designator": Form.DESIGNATOR, "points": Form.ACRONYM}


class Word(NamedTuple):
    """A word that may be a name, or part of one."""

    text: str
    """Without possessive ending, in the letters of one script."""
    form: Form
    certain: bool
    """True where its looks alone make it a name: an acronym, a word with digits, a foreign one."""
    stops: bool
    """True where it is never a name."""
    opens: bool
    """True where it is none at the start of a sentence."""
    ordinary: bool
    listed: bool
    opening: Opening
    """What names of the tables it may start, a word with hyphens by its first part."""


@lru_cache(maxsize=8192)
def find_word(written: str, kind: str, language: Language, *, shouted: bool) -> Word | None:
    """Return what is known of a word, or None for a single letter that is left of one.

    Args:
        written: the word as it stands in the text.
        kind: the group of the expression for words with a capital that it is of.
        language: of the edition.
        shouted: True where capitals say nothing, in a sentence that has no other letters.
    """
    text = _POSSESSIVE.sub("", written) if kind != "plain" or _LETTER_LIKE in written else written
    form = _FORMS.get(kind, Form.WORD)
    if form is Form.WORD:
        if len(written) > 1 and not shouted and _capitals(text) and not _stressed(text, language):
            form = Form.ACRONYM
        elif len(text) == 1:
            return None
        elif language.script == "Cyrl" and not is_cyrillic(text):
            form = Form.FOREIGN
    if form is Form.ACRONYM and text[-1] == "s" and text[:-1].isupper():
        text = text[:-1]
    return known(unmixed(text), form, language)


def known(text: str, form: Form, language: Language) -> Word:
    """Return what is known of a word that looks like that."""
    own = standing(text, language.code)
    stops, opens, certain = own.stops, own.opens, form not in _UNCERTAIN_FORMS
    if form is Form.FOREIGN:
        codes = [other.code for other in LANGUAGES if other.script == "Latn"]
        stops = opens = any(standing(text, code).stops for code in codes)
    elif certain:
        stops = opens = False
    ordinary = form is Form.WORD and (own.common or plain(text) in particles())
    first = opening("" if form is Form.INITIAL else text.split("-")[0], language.code)
    return Word(text, form, certain, stops, opens, ordinary, own.listed, first)


@cache
def particles() -> frozenset[str]:
    """Return the small words within names: of, al, фон."""
    return frozenset(read_words("name_particles"))


def _stressed(word: str, language: Language) -> bool:
    """Return whether a word in capitals is an ordinary one that is given weight: УВАГА, ONLY."""
    if len(word) < NAMES_WORDS_SHORTEST_STRESSED:
        return False
    return standing(word, language.code).listed and not opening(word, language.code).alone


def _capitals(word: str) -> bool:
    """Return whether a word has capitals only but for its ending: AMs, КАБів."""
    plural = len(word) > 2 and word[-1] == "s" and word[:-1].isupper()
    return word.isupper() or plural or _DECLINED.fullmatch(word) is not None
