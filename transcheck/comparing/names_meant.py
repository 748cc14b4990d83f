"""The word that a misspelled one was meant for: a letter away, and fitting the others better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_weighing import words_in
from transcheck.naming.distance import corresponds, surprise_of
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, latin
from transcheck.naming.vocabulary import known, known_among, listed

LETTER = 8.0
"""Surprise in nats that a wrong letter adds at least."""
_KNOWN = 5.0
"""Surprise by which a known word must fit better than one that is in no list."""
_EXACT, _REPLACED = 12.0, 10.0
"""Surprise up to which spellings correspond, and how much less one letter must make it. Of 539
names of the dev articles 3 look so without being wrong, of 133 of the list of pairs 2."""
_FAITHFUL = 3.0
"""The same for letters that English writes for another sound: u for a (Sturridge, Murchie)."""
_OTHER_SOUND = frozenset({("u", "a"), ("u", "e")})
_OTHER_CUSTOM = ("o", "u")
"""Arabic has one vowel for both: Jolani, Джулані."""


def meant_word(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    """Return the word one letter away that fits the others best, if much better."""
    if surprise <= LETTER or is_cyrillic(unit.text):
        return ""
    if listed(unit.text, unit.language) or known(unit.text, unit.language):
        return ""
    return _known_word(unit, others, surprise) or other_letter(unit, others, surprise)


def _known_word(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    fits = [
        (max(_fit(word, unit.language, other) for other in others), word)
        for word in sorted(known_among(_one_letter_away(unit.text.lower()), unit.language))
        if word + "s" != unit.text.lower()
    ]
    best, word = min(fits, default=(surprise, ""))
    return word if best <= surprise - _KNOWN else ""


def other_letter(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    """Return the Latin word with one letter replaced, not the last, that fits the others.

    `surprise` is that of the word itself; without such another one the answer is empty.
    Where English spells a sound in its own way, no other single letter makes a spelling
    that the others would be the usual transliteration of: Rangers, Schroeder, Kavanaugh.
    """
    if surprise < _REPLACED or unit.entities:
        return ""
    fits = [
        (max(_fit(word, unit.language, name) for name in others), word)
        for word, limit in _nearer(unit.text.lower(), others[0])
        if all(_corresponds(word, name, limit) for name in others)
    ]
    best, found = min(fits, default=(surprise, ""))
    return found if surprise - best >= _REPLACED else ""


def _nearer(word: str, name: Unit) -> Iterator[tuple[str, float]]:
    """Yield the words with one letter replaced, not the last, that have more of a name's letters.

    The letters are those of the name in Latin, in any case it may be of. With each comes
    the surprise up to which it must correspond.
    """
    forms = {latin(form) for part in words_in(name) for form in bases(part, name.language)}
    far = min(Levenshtein.distance(word, form) for form in forms)
    for i, old in enumerate(word[:-1]):
        for new in {letter for form in forms for letter in form} - {old}:
            if (old, new) == _OTHER_CUSTOM:
                continue
            other = word[:i] + new + word[i + 1 :]
            if min(Levenshtein.distance(other, form) for form in forms) < far:
                yield other, _FAITHFUL if (old, new) in _OTHER_SOUND else _EXACT


def _corresponds(word: str, name: Unit, limit: float) -> bool:
    return any(corresponds(word, part, name.language, limit) for part in words_in(name))


def _fit(word: str, language: str, other: Unit) -> float:
    return min(surprise_of(word, language, part, other.language) for part in words_in(other))


def _one_letter_away(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + c + b[1:] for a, b in cuts if b for c in ascii_lowercase),
        *(a + c + b for a, b in cuts for c in ascii_lowercase),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
    }
