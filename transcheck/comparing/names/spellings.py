"""The spellings of an article: how far any two are apart, and which are forms of one word."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein, Postfix

from transcheck.comparing.names.units import Unit
from transcheck.languages import named
from transcheck.limits import DISTANCE_FAR, NAMES, NAMES_SPELLINGS_SHORT, NAMES_SPELLINGS_STEM
from transcheck.naming.distance import surprise_within
from transcheck.naming.inflection import base_set, inflects
from transcheck.naming.letters import folded, is_cyrillic, latin, plain, rough
from transcheck.naming.matching import surprise_of_names
from transcheck.naming.romanising import letters_apart
from transcheck.naming.tables import normal, stems

_ENDINGS = frozenset({"ми", "го", "му"})
"""Endings of which not even that is true."""


class Spellings:
    """How unlikely it is that two units of an article are one name; every pair weighed once."""

    def __init__(self, found: Sequence[Sequence[Unit]]) -> None:
        """Take the units of every edition."""
        self.distinct = tuple(tuple({u.spelling: u for u in row}.values()) for row in found)
        """One unit of every spelling, edition by edition."""
        self.word_of: dict[int, int] = {}
        """Of every spelling, the first one that it shares a base form with."""
        self.forms: dict[int, list[Unit]] = {}
        """One unit of every spelling, by what `word_of` says of it."""
        for row in self.distinct:
            self._group(row)
        self._known: dict[tuple[int, int], float] = {}
        self._beyond: dict[tuple[int, int], float] = {}

    def _group(self, row: Sequence[Unit]) -> None:
        by_base: dict[str, int] = {}
        for unit in row:
            script = "Cyrl" if is_cyrillic(unit.text) else "Latn"
            cases = named(unit.language).script == script and inflects(unit.language)
            bases = base_set(unit.text, unit.language) if cases else {plain(unit.text)}
            known = {by_base[b] for b in bases if b in by_base}
            found = (n for n in sorted(known) if not _two_stems(unit.text, self.forms[n][0].text))
            first = next(found, unit.spelling)
            self.word_of[unit.spelling] = first
            self.forms.setdefault(first, []).append(unit)
            for base in bases:
                by_base.setdefault(base, first)

    def surprise(self, a: Unit, b: Unit, limit: float = DISTANCE_FAR) -> float:
        """Return the nats of surprise if two units are one name, `DISTANCE_FAR` beyond `limit`."""
        key = (a.spelling, b.spelling) if a.spelling < b.spelling else (b.spelling, a.spelling)
        value = self._known.get(key)
        if value is not None:
            return value if value <= limit else DISTANCE_FAR
        if self._beyond.get(key, -1.0) >= limit:
            return DISTANCE_FAR
        value = _weigh(a, b, limit)
        if value <= limit:
            self._known[key] = value
            return value
        self._beyond[key] = limit
        return DISTANCE_FAR

    def likeness(self, a: Unit, b: Unit) -> float:
        """Return the share of letters that two units have in common, in few Latin ones."""
        return max(
            Levenshtein.normalized_similarity(one, two)
            for one in map(rough, a.words)
            for two in map(rough, b.words)
        )

    def alike(self, a: Unit, b: Unit) -> bool:
        """Return whether two units have enough letters in common to be asked for at once."""
        return bool(a.entities or b.entities) or self.likeness(a, b) >= NAMES.alike

    def nearest(self, a: Unit, b: Unit, limit: float = DISTANCE_FAR) -> float:
        """Return the least surprise of any two forms of the words that two units are of.

        `DISTANCE_FAR` where it is beyond a limit in nats.
        """
        ours, theirs = (self.forms[self.word_of[u.spelling]] for u in (a, b))
        return min(self.surprise(one, two, limit) for one in ours for two in theirs)

    def own(self, a: Unit, b: Unit) -> float:
        """Return the surprise of one unit and the nearest form of the word another is of."""
        return min(self.surprise(a, other) for other in self.forms[self.word_of[b.spelling]])

    def apart(self, a: Unit, b: Unit) -> int:
        """Return in how many letters the nearest forms of two words differ from the rules."""
        if is_cyrillic(a.text):
            a, b = b, a
        if is_cyrillic(a.text):
            return 0
        return self.rule_apart(a.text, a.language, b)

    def rule_apart(self, word: str, language: str, other: Unit) -> int:
        """Return the same of a word that no edition has; 0 within a script."""
        if is_cyrillic(word) == is_cyrillic(other.text):
            return 0
        if is_cyrillic(word):
            return min(letters_apart(part, word, language) for part in other.words)
        forms = self.forms[self.word_of[other.spelling]]
        return min(letters_apart(word, part, f.language) for f in forms for part in f.words)


def a_letter_apart(a: Unit, b: Unit) -> bool:
    """Return whether two units are a letter apart, or two turned round, in some case."""
    if min(len(a.text), len(b.text)) < NAMES_SPELLINGS_SHORT:
        return False
    return any(
        OSA.distance(one, two, score_cutoff=1) <= 1
        for one in map(latin, base_set(a.text, a.language))
        for two in map(latin, base_set(b.text, b.language))
    )


def _weigh(a: Unit, b: Unit, limit: float) -> float:
    shared = not a.entities.isdisjoint(b.entities)
    if shared or _derived(a, b) or _derived(b, a):
        return 0.0
    ours, theirs = a.words, b.words
    if len(ours) > 1 and len(theirs) > 1:
        return surprise_of_names(a.text, a.language, b.text, b.language)
    if len(ours) == len(theirs) == 1:
        return surprise_within(a.text, a.language, b.text, b.language, limit, alike=True)
    pairs = [(x, y) for x in ours for y in theirs if x[:1].isupper() and y[:1].isupper()]
    return min(
        (surprise_within(x, a.language, y, b.language, limit, alike=True) for x, y in pairs),
        default=DISTANCE_FAR,
    )


def _two_stems(one: str, two: str) -> bool:
    """Return whether words with one ending differ before it: Одеса, Одіса; no cases of one name."""
    a, b = folded(one), folded(two)
    size = Postfix.similarity(a, b)
    return a != b and size >= NAMES_SPELLINGS_STEM and a[-size:] not in _ENDINGS


def _derived(a: Unit, b: Unit) -> bool:
    """Return whether a unit is the adjective or the people of what another is the name of."""
    if not a.entities or b.entities or not is_cyrillic(b.text):
        return False
    known = stems(b.language)
    beginnings = tuple(stem for key in a.entities for stem in known.get(key, ()))
    return bool(beginnings) and normal(b.text).startswith(beginnings)
