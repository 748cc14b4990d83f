"""How far apart two words are as spellings of one name.

Across scripts the letter model tells how surprising a pair of spellings is; in Cyrillic
a case ending may be undone on either side, so that the likeliest base forms count.
Two words of one script, or of one language, are compared letter by letter.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from transcheck.naming.inflection import bases
from transcheck.naming.letter_model import model
from transcheck.naming.letters import is_cyrillic, latin, rough, single, skeleton

UNLIKE = 0.39
"""Words less similar than this in a few Latin letters are not worth the letter model."""
_CANDIDATES = 2
"""Base forms, or pairs of them, that are tried with the letter model."""
UNLIKE_BONES = 0.5
"""The same for their consonants alone."""
HALF = 20.0
"""Surprise in nats at which the distance is one half."""
_SHORT = 4
_DOUBLES, _DOUBLED = 2, 3.0
"""Double letters that one Cyrillic language may write single, and the surprise of each."""
_LETTER = 12.0
"""Surprise of one letter changed, between words of one script."""
FAR = 40.0
"""Surprise beyond which the letter model need not be exact: two names, not one misspelled."""
_UNRELATED = 1000.0


class Verdict(Enum):
    """What two spellings are of each other."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"


def distance(a: str, a_language: str, b: str, b_language: str) -> float:
    """Return 0 for spellings that correspond letter by letter, towards 1 for unlike words."""
    surprise = surprise_of(a, a_language, b, b_language)
    return surprise / (surprise + HALF)


def verdict(a: str, a_language: str, b: str, b_language: str) -> Verdict:
    """Return whether two words spell one name, spell it differently, or are two names."""
    surprise = surprise_of(a, a_language, b, b_language)
    length = min(len(a), len(b))
    if surprise <= same_up_to(length):
        return Verdict.SAME
    return Verdict.VARIANT if surprise <= variant_up_to(length) else Verdict.DIFFERENT


def words_alike(a: str, b: str) -> bool:
    """Return whether two words have enough letters in common to be worth the letter model."""
    if Levenshtein.normalized_similarity(rough(a), rough(b), score_cutoff=UNLIKE) < UNLIKE:
        return False
    return (
        is_short(a)
        or is_short(b)
        or Levenshtein.normalized_similarity(skeleton(a), skeleton(b)) >= UNLIKE_BONES
    )


def is_short(word: str) -> bool:
    """Return whether a word has too few letters for its consonants to tell anything."""
    return len(word) < _SHORT


def same_up_to(length: int) -> float:
    """Return the greatest surprise at which words of a length are spellings of one name."""
    return 14.0 if length > 3 else 12.0


def variant_up_to(length: int) -> float:
    """Return the greatest surprise at which two words can still be meant for one name."""
    return min(24.0 + 2.0 * length, 36.0)


def surprise_of(a: str, a_language: str, b: str, b_language: str) -> float:
    """Return how unlikely it is that two words spell one name, in nats from 0.

    The order of the two does not matter.
    """
    if (is_cyrillic(a), a_language, a) > (is_cyrillic(b), b_language, b):
        return _surprise(b, b_language, a, a_language)
    return _surprise(a, a_language, b, b_language)


def corresponds(latin_word: str, cyrillic: str, language: str, limit: float) -> bool:
    """Return whether the surprise of a Latin and a Cyrillic word is less than a small limit.

    It is found out much sooner than the surprise itself. Both in letters only.
    """
    return _across(latin(latin_word), bases(cyrillic, language), limit) < limit


@lru_cache(maxsize=8192)
def _surprise(a: str, a_language: str, b: str, b_language: str) -> float:
    left, right = latin(a), latin(b)
    if not left or not right:
        return _UNRELATED
    if left == right and is_cyrillic(a) == is_cyrillic(b):
        return 0.0
    likeness = Levenshtein.normalized_similarity(rough(a), rough(b))
    bones = Levenshtein.normalized_similarity(skeleton(a), skeleton(b))
    short = is_short(a) or is_short(b)
    if likeness < UNLIKE or (bones < UNLIKE_BONES and not short):
        return _far(likeness)
    if not is_cyrillic(b):
        return _LETTER * Levenshtein.distance(left, right)
    if a_language == b_language and is_cyrillic(a):
        return _within(bases(a, a_language), bases(b, b_language))
    if is_cyrillic(a):
        found = _between(bases(a, a_language), bases(b, b_language))
    else:
        found = _across(left, bases(b, b_language))
    return found if found < FAR else _far(likeness)


def _far(likeness: float) -> float:
    return FAR + _UNRELATED * (1 - likeness)


def _across(word: str, forms: tuple[str, ...], limit: float = FAR) -> float:
    letters = model("letters_latin")
    likely = sorted(forms[1:], key=lambda form: Levenshtein.distance(word, latin(form)))
    text = f"^{word}$"
    best = limit
    for form in (*likely[:_CANDIDATES], forms[0]):
        best = min(best, letters.surprise(text, form, best))
    return best


def _between(forms: tuple[str, ...], others: tuple[str, ...]) -> float:
    pairs = sorted(
        (
            (Levenshtein.distance(x, y), i, j)
            for i, x in enumerate(forms)
            for j, y in enumerate(others)
        )
    )
    letters = model("letters_cyrillic")
    best = FAR
    for edits, i, j in pairs[:_CANDIDATES]:
        if not edits:
            return 0.0
        if edits <= _DOUBLES and single(forms[i]) == single(others[j]):
            best = min(best, _DOUBLED * edits)
        best = min(best, letters.surprise(f"^{forms[i]}$", others[j], best))
    return best


def _within(forms: tuple[str, ...], others: tuple[str, ...]) -> float:
    return _LETTER * min(Levenshtein.distance(x, y) for x in forms for y in others)
