"""The one-letter repair of a word that fits the other editions best.

A wrong letter shows not in how unlikely a spelling is, for many right ones are, but in how
much likelier a single other letter would make it. All words one letter away are tried: a
letter replaced, dropped, added, or two turned round; those with most letters of the others'
spellings are weighed by the letter model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from transcheck.comparing.names.units import Unit
from transcheck.languages import named
from transcheck.limits import (
    DISTANCE_FAR,
    REPAIR_OWN,
    REPAIR_RULE,
    REPAIR_SOFT,
    REPAIR_TRIED,
    REPAIR_WRITTEN,
)
from transcheck.naming.attested import written, written_so
from transcheck.naming.distance import surprise_within
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, latin, plain
from transcheck.naming.romanising import letters_apart
from transcheck.naming.sequences import usual

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouyаеиіоуюяєїыэё")
_SILENT = frozenset("ьйъhyeь'")
"""Letters that are often written or left out by custom."""
_CUSTOMS = frozenset(
    map(
        frozenset,
        ("ie", "ao", "oe", "ou", "ck", "kq", "vw", "sz", "gh", "iy", "jy", "ea", "гх", "гґ", "иі",
         "еє", "еэ", "ие", "іе", "їі", "йі", "йи", "иы", "ао", "уо", "ау", "зс", "тд", "вф", "ея",
         "яа", "юу", "ву", "ио", "іо"),
    )
)  # fmt: skip
"""Letters that customs of transliteration exchange."""


class Repair(NamedTuple):
    """What a word would be with one letter more, less or another."""

    word: str
    kind: str
    """``vowel``, ``consonant``, ``sort`` (a vowel for a consonant), ``added``, ``dropped``,
    ``turned``: what the writer did."""
    soft: bool
    """True where customs differ in that letter, so that it may be no mistake."""
    place: int
    """Which letter, from 0."""
    nats: tuple[float, ...]
    """Surprise of the repaired word with each of the others."""


def best_repair(
    unit: Unit,
    others: Sequence[Unit],
    nats: Sequence[float],
    forms: frozenset[str] = frozenset(),
) -> Repair | None:
    """Return the repair that makes a unit fit the others best, or None where none is better.

    `nats` are the surprises of the unit as it is. The last letter of a Cyrillic word is tried, too,
    where no text has the word, or where it is no case of its other `forms`, in lower case.
    """
    tried = _edits(unit.text, unit.language, forms)
    if not tried:
        return None
    spelled = [edit[0] for edit in tried]
    apart = np.zeros(len(spelled))
    for other in others:
        targets = sorted({latin(form) for word in other.words for form in _forms(word, other)})
        apart += cdist(spelled, targets, scorer=OSA.distance).min(axis=1)
    best: Repair | None = None
    least = sum(nats) + REPAIR_RULE * sum(_off(unit.text, unit.language, other) for other in others)
    least += REPAIR_OWN * usual(unit.text, unit.language).total
    least -= REPAIR_WRITTEN * written(unit.text, unit.language)
    for at in apart.argsort(kind="stable")[:REPAIR_TRIED].tolist():
        _, word, kind, soft, place = tried[at]
        rest, fits = least - REPAIR_SOFT * soft, list[float]()
        rest -= REPAIR_RULE * sum(_off(word, unit.language, other) for other in others)
        rest -= REPAIR_OWN * usual(word, unit.language).total
        rest += REPAIR_WRITTEN * written(word, unit.language)
        for other in others:
            if rest <= 0:
                break
            found = _fit(word, unit.language, other, rest)
            fits.append(found)
            rest -= found
        if rest > 0:
            best, least = Repair(word, kind, soft, place, tuple(fits)), least - rest
    return best


def _off(word: str, language: str, other: Unit) -> int:
    """Return in how many letters a word and another unit differ from what rules make."""
    if is_cyrillic(word) == is_cyrillic(other.text):
        return 0
    if is_cyrillic(word):
        return min(letters_apart(part, word, language) for part in other.words)
    return min(letters_apart(word, part, other.language) for part in other.words)


def _forms(word: str, unit: Unit) -> tuple[str, ...]:
    return bases(word, unit.language) if is_cyrillic(word) else (word,)


def _fit(word: str, language: str, other: Unit, limit: float) -> float:
    """Return the surprise of a word with another, or `DISTANCE_FAR` where it is beyond a limit."""
    fits = (
        surprise_within(word, language, part, other.language, limit, alike=True)
        for part in other.words
        if len(part) > 1
    )
    return min(DISTANCE_FAR, min(fits, default=DISTANCE_FAR))


_Edit = tuple[str, str, str, bool, int]
"""The word in Latin letters and as it is, what the writer did, soft, place."""


@lru_cache(maxsize=1024)
def _edits(text: str, language: str, forms: frozenset[str]) -> tuple[_Edit, ...]:
    word = plain(text)
    cyrillic = is_cyrillic(word)
    letters = sorted(named(language).alphabet) if cyrillic else list(_LATIN)
    in_latin = {letter: latin(letter) for letter in {*letters, *word}}
    pieces = [in_latin[c] for c in word]
    last = max(2, len(word) - 1) if cyrillic else len(word)
    found: dict[str, _Edit] = {}

    def add(i: int, j: int, middle: str, kind: str, *, soft: bool) -> None:
        new = word[:i] + middle + word[j:]
        if new != word and new not in found:
            spelled = "".join((*pieces[:i], *(in_latin[c] for c in middle), *pieces[j:]))
            found[new] = (spelled, new, kind, soft, i)

    for i in range(last):
        here, before, after = word[i], word[i - 1 : i], word[i + 1 : i + 2]
        for letter in letters:
            vowels = (here in _VOWELS) + (letter in _VOWELS)
            kind = ("consonant", "sort", "vowel")[vowels]
            add(i, i + 1, letter, kind, soft=frozenset((here, letter)) in _CUSTOMS)
            add(i, i, letter, "dropped", soft=letter in _SILENT or letter in (before, here))
        doubled = here in (before, after) or i == len(word) - 1
        add(i, i + 1, "", "added", soft=here in _SILENT or doubled)
        if i + 1 < last and after != here:
            add(i, i + 2, after + here, "turned", soft=False)
    for letter in letters if not cyrillic else ():
        add(last, last, letter, "dropped", soft=True)
    # The last letter of a Cyrillic word is one of its cases, but where it is the case of nothing.
    ended = cyrillic and (bool(forms) or not written(word, language))
    for letter in letters if ended else ():
        for i, kind in ((len(word) - 1, "vowel"), (len(word), "dropped")):
            if word[:i] + letter in forms or written_so(word[:i] + letter, language):
                add(i, len(word), letter, kind, soft=False)
    return tuple(found.values())
