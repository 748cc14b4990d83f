"""The words of a sentence that may be names: capitals, acronyms, designators, foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from transcheck.facts.names_words import Word, find_word, known
from transcheck.languages import Language
from transcheck.limits import NAMES_TEXT_ENOUGH, NAMES_TEXT_TITLED
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import common

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚЀ-ЯҐЎ"
_INSIDE = r"[^\W_]"
_CAPITAL = rf"""[{_UPPER}](?<![\w'’ʼ].)(?:
      (?P<plain>[^\W\d_]++(?![\w'’ʼ`&‑–-]))                           # most words
    | (?P<points>\.(?:[{_UPPER}]\.)+)                                # U.S.
    | (?P<initial>\.(?=[\s\u00a0]?[{_UPPER}]))                       # A. Lind
    | (?P<designator>{_INSIDE}{{0,6}}[-‑–]\d+\w*|[{_UPPER}]{{0,2}}\d+{_INSIDE}?(?!\w))
    | (?P<word>{_INSIDE}*(?:['’ʼ`&]{_INSIDE}+)*)
    )"""
"""A word with a capital. It is searched for by its first letter alone, which is fast."""
_WORD = re.compile(_CAPITAL, re.VERBOSE)
_SMALL_FIRST = re.compile(r"[A-Z](?<=[a-z].)")
_ANY_WORD = re.compile(rf"{_CAPITAL}|(?P<latin>[a-z](?<![\w'’ʼ].)[a-z]?[a-z]?[A-Z]\w*)", re.VERBOSE)
"""The same with words like iPhone and eBay, where a sentence may have any."""
_FOREIGN = re.compile(r"[A-Za-z](?<![\w@/.].)[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*(?![\w@/])")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|(?<!\w)[@#])\S+|[\w.+-]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)+/\S*"
)
"""Addresses, names of accounts and hashtags: no names."""
_MARKS = re.compile(r"[@#/]|www")
_OPENERS = frozenset('.!?:;…—–•«»"“”„(*|')
_BLANKS = frozenset({" ", "\u00a0", ", "})
_QUOTES = frozenset('«"“„')
_CLOSING = frozenset('»"”“')
_STOPS = frozenset(".!?…")
_TITLE = re.compile(r'[^»"”“.!?…:;,—]{0,40}[»"”“]')
"""The rest of a short quotation, a name in quotation marks: «Київстар»."""
_LONG = re.compile(r"[^\W\d_]{4,}")
_RAISED = re.compile(r"[^\x00-@[-¿ß-ÿа-џ](?<=[^\W\d_])(?<![^\W\d_].)[^\W\d_]{3}")
"""The beginning of every such word that may have a capital, and of few others."""


class Candidate(NamedTuple):
    """A word that may be a name, and where it stands."""

    word: Word
    start: int
    end: int
    initial: bool
    """True where any word would have a capital: at the start of a sentence, after an
    opening quotation mark, in a heading with capitals throughout."""
    never: bool
    """True where it is no name, as its language says of such words in such a place."""
    titled: bool = False
    """True for the first of several words in short quotation marks, a title perhaps."""


def candidates(text: str, language: Language) -> Iterator[Candidate]:
    """Yield the words of a sentence that have a capital and may be names, in reading order."""
    titled, shouted = _style(text, language)
    inside = addresses(text)
    pattern = _ANY_WORD if _SMALL_FIRST.search(text) else _WORD
    for match in pattern.finditer(text):
        word = find_word(match.group(), match.lastgroup or "", language, shouted=shouted)
        if word is None:
            continue
        start = match.start()
        if inside and _within(start, inside):
            continue
        end = start + len(word.text)
        initial = titled or _opens(text, start, end)
        title = (
            initial and start > 0 and text[start - 1] in _QUOTES and _quoted(text, end) == "title"
        )
        never = word.opens if initial else word.stops
        yield Candidate(word, start, end, initial, never, title)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where addresses and hashtags stand in a text, from and to."""
    if not _MARKS.search(text):
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def _within(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= place < end for start, end in spans)


def foreign(text: str, language: Language) -> Iterator[Candidate]:
    """Yield the Latin words of a Cyrillic sentence that have no capital letter.

    Several in a row are a quotation («make peace not war»), no name.
    """
    inside = addresses(text)
    found = list(_FOREIGN.finditer(text))
    if not found:
        return
    gaps = [text[a.end() : b.start()] for a, b in pairwise(found)]
    phrase = [gap in _BLANKS for gap in gaps]
    for match, before, after in zip(found, [False, *phrase], [*phrase, False], strict=True):
        if match.group().islower() and not (before or after or _within(match.start(), inside)):
            word = known(match.group(), Form.FOREIGN, language)
            yield Candidate(word, match.start(), match.end(), initial=False, never=word.stops)


def _opens(text: str, start: int, end: int) -> bool:
    """Return whether a word stands where a sentence or quotation starts.

    A quotation that ends with the word or soon after without a full stop is a name in
    quotation marks («Київстар») and does not count.
    """
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    place = start - 1
    while place >= 0 and text[place] in " \u00a0\t-":
        place -= 1
    if place < 0:
        return True
    before = text[place]
    if before in _QUOTES and place == start - 1:
        return _quoted(text, end) != "name"
    if before in _CLOSING and place < start - 1:
        return text[place - 1 : place] in _STOPS
    if before == ".":
        return start - place > 1 and (place < 2 or not text[place - 2 : place - 1].isspace())
    return before in _OPENERS


def _quoted(text: str, end: int) -> str:
    """Return what a quotation is whose first word ends there: name, title or sentence."""
    if text[end : end + 1] in _CLOSING and end < len(text):
        return "name"
    return "title" if _TITLE.match(text, end) else "sentence"


def _style(text: str, language: Language) -> tuple[bool, bool]:
    """Return whether a sentence has capitals on common words, and on most letters.

    Names alone do not make a heading of a sentence: common words must have capitals.
    """
    if len(_RAISED.findall(text)) < NAMES_TEXT_ENOUGH:
        return False, False
    long = _LONG.findall(text)
    raised = [word for word in long if word[0].isupper()]
    if len(raised) < NAMES_TEXT_ENOUGH or len(raised) < NAMES_TEXT_TITLED * len(long):
        return False, False
    shouted = sum(word.isupper() for word in long) > len(long) / 2
    titled = sum(common(word, language.code) for word in raised) >= NAMES_TEXT_ENOUGH
    return titled or shouted, shouted
