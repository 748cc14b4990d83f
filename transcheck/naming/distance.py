"""How far apart two words are as spellings of one name.

Across scripts the letter model tells how surprising a pair of spellings is; in Cyrillic
a case ending may be undone on either side, so that the likeliest base forms count.
Two words of one script, or of one language, are compared letter by letter.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from transcheck.limits import (
    DISTANCE_CANDIDATES,
    DISTANCE_DOUBLED,
    DISTANCE_DOUBLES,
    DISTANCE_FAR,
    DISTANCE_FURTHER,
    DISTANCE_HALF,
    DISTANCE_KEPT,
    DISTANCE_LETTER,
    DISTANCE_SAME_AT_MOST,
    DISTANCE_SHORT,
    DISTANCE_UNLIKE,
    DISTANCE_UNLIKE_BONES,
    DISTANCE_UNRELATED,
    DISTANCE_VARIANT_AT_MOST,
)
from transcheck.naming.inflection import base_set, bases
from transcheck.naming.keeping import kept
from transcheck.naming.letter_model import model
from transcheck.naming.letters import is_cyrillic, latin, latin_of, rough, single, skeleton

INFINITE = float("inf")
_ROUNDING = 1e-9
"""What sums of the same costs in another order differ by at most, and more."""
_FEW, _SMALL = 2, 4.0
"""Edits of Latin letters at which a surprise is likely to be small, and how small."""


class Verdict(Enum):
    """What two spellings are of each other."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"


def distance(a: str, a_language: str, b: str, b_language: str) -> float:
    """Return 0 for spellings that correspond letter by letter, towards 1 for unlike words."""
    surprise = surprise_of(a, a_language, b, b_language)
    return surprise / (surprise + DISTANCE_HALF)


def verdict(a: str, a_language: str, b: str, b_language: str) -> Verdict:
    """Return whether two words spell one name, spell it differently, or are two names."""
    surprise = surprise_of(a, a_language, b, b_language)
    length = min(len(a), len(b))
    if surprise <= same_up_to(length):
        return Verdict.SAME
    return Verdict.VARIANT if surprise <= variant_up_to(length) else Verdict.DIFFERENT


def words_alike(a: str, b: str) -> bool:
    """Return whether two words have enough letters in common to be worth the letter model."""
    if (
        Levenshtein.normalized_similarity(rough(a), rough(b), score_cutoff=DISTANCE_UNLIKE)
        < DISTANCE_UNLIKE
    ):
        return False
    return (
        is_short(a)
        or is_short(b)
        or Levenshtein.normalized_similarity(skeleton(a), skeleton(b)) >= DISTANCE_UNLIKE_BONES
    )


def is_short(word: str) -> bool:
    """Return whether a word has too few letters for its consonants to tell anything."""
    return len(word) < DISTANCE_SHORT


def same_up_to(length: int) -> float:
    """Return the greatest surprise at which words of a length are spellings of one name."""
    return DISTANCE_SAME_AT_MOST if length > 3 else 12.0


def variant_up_to(length: int) -> float:
    """Return the greatest surprise at which two words can still be meant for one name."""
    return min(24.0 + 2.0 * length, DISTANCE_VARIANT_AT_MOST)


def surprise_of(a: str, a_language: str, b: str, b_language: str) -> float:
    """Return how unlikely it is that two words spell one name, in nats from 0.

    The order of the two does not matter.
    """
    return surprise_within(a, a_language, b, b_language, INFINITE)


def surprise_within(
    a: str, a_language: str, b: str, b_language: str, limit: float, *, alike: bool = False
) -> float:
    """Return the surprise of two words, or infinity where it is more than a limit.

    That it is more than a small limit is found out much sooner than how much it is. `alike`
    says that the two are known to be `words_alike`.
    """
    if (is_cyrillic(a), a_language, a) > (is_cyrillic(b), b_language, b):
        a, a_language, b, b_language = b, b_language, a, a_language
    key = a, a_language, b, b_language
    value = _exact.get(key)
    if value is not None:
        return value if value <= limit else INFINITE
    if _beyond.get(key, -1.0) >= limit:
        return INFINITE
    value = _surprise(a, a_language, b, b_language, limit, alike=alike)
    if value <= limit:
        return kept(_exact, key, value, DISTANCE_KEPT)
    kept(_beyond, key, limit, DISTANCE_KEPT)
    return INFINITE


def corresponds(latin_word: str, cyrillic: str, language: str, limit: float) -> bool:
    """Return whether the surprise of a Latin and a Cyrillic word is less than a small limit.

    It is found out much sooner than the surprise itself. Both in letters only.
    """
    return _across(latin(latin_word), cyrillic, language, limit) < limit


_Pair = tuple[str, str, str, str]
_exact: dict[_Pair, float] = {}
"""Surprises of pairs of words."""
_beyond: dict[_Pair, float] = {}
"""What the surprise of pairs of words is known to be more than."""


def _surprise(
    a: str, a_language: str, b: str, b_language: str, limit: float, *, alike: bool
) -> float:
    """Return the surprise, or any greater number than the limit where it is beyond it."""
    left, right = latin(a), latin(b)
    if not left or not right:
        return DISTANCE_UNRELATED
    cyrillic, both = is_cyrillic(a), is_cyrillic(b)
    if left == right and cyrillic == both:
        return 0.0
    if not alike and not words_alike(a, b):
        return _far(a, b)
    if not both:
        return DISTANCE_LETTER * Levenshtein.distance(left, right)
    if a_language == b_language and cyrillic:
        return _within(bases(a, a_language), bases(b, b_language))
    most = min(limit + _ROUNDING, DISTANCE_FAR)
    if cyrillic:
        found = _between(a, a_language, b, b_language, most)
    else:
        found = _across(left, b, b_language, most)
    return found if found < most or most < DISTANCE_FAR else _far(a, b)


def _far(a: str, b: str) -> float:
    likeness = Levenshtein.normalized_similarity(rough(a), rough(b))
    return DISTANCE_FAR + DISTANCE_UNRELATED * (1 - likeness)


def _across(word: str, cyrillic: str, language: str, limit: float = DISTANCE_FAR) -> float:
    letters = model("letters_latin")
    forms = bases(cyrillic, language)
    edits = [Levenshtein.distance(word, letters) for letters in _in_latin(cyrillic, language)]
    nearest = min(edits)
    likely = [place for place in range(len(forms)) if edits[place] <= nearest + DISTANCE_FURTHER]
    text = f"^{word}$"
    best = limit
    for place in sorted(likely, key=edits.__getitem__)[:DISTANCE_CANDIDATES]:
        form = forms[place]
        if edits[place] <= _FEW and best > _SMALL:
            # Mostly the letters correspond: then it is found out soonest with a small limit.
            found = letters.surprise(text, form, _SMALL)
            if found > _SMALL:
                found = letters.surprise(text, form, best)
        else:
            found = letters.surprise(text, form, best)
        best = min(best, found)
    return best


@lru_cache(maxsize=8192)
def _in_latin(word: str, language: str) -> tuple[str, ...]:
    """Return the base forms of a Cyrillic word in Latin letters."""
    return tuple(map(latin_of, bases(word, language)))


def _between(a: str, a_language: str, b: str, b_language: str, limit: float) -> float:
    if not base_set(a, a_language).isdisjoint(base_set(b, b_language)):
        return 0.0
    forms, others = bases(a, a_language), bases(b, b_language)
    edits = cdist(forms, others, scorer=Levenshtein.distance)
    letters = model("letters_cyrillic")
    best = limit
    furthest = edits.min() + DISTANCE_FURTHER
    for place in edits.argsort(axis=None, kind="stable")[:DISTANCE_CANDIDATES].tolist():
        form, other = forms[place // len(others)], others[place % len(others)]
        apart = edits.item(place)
        if apart > furthest:
            break
        if apart <= DISTANCE_DOUBLES and single(form) == single(other):
            best = min(best, DISTANCE_DOUBLED * apart)
        best = min(best, letters.surprise(f"^{form}$", other, best))
    return best


def _within(forms: tuple[str, ...], others: tuple[str, ...]) -> float:
    return DISTANCE_LETTER * min(Levenshtein.distance(x, y) for x in forms for y in others)
