"""Names: capital letters find them, in every language alike and without a model.

A capital in mid-sentence makes a name, unless the word is a common one. At the start
of a sentence and in headings with capitals throughout, a word is a name for certain only
if it is one elsewhere in the edition or a table knows it; otherwise it is left to be
matched with a name of another edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.names_text import Candidate, candidates, foreign
from transcheck.facts.names_words import particles
from transcheck.languages import Language
from transcheck.model import Edition, Fact, Segment
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, plain
from transcheck.naming.tables import entities, index, normal
from transcheck.naming.value import Form, Name, NameWord
from transcheck.naming.vocabulary import standing

KIND = "name"
ORDER = 50
_NEXT = re.compile(r"[\s\u00a0-]+([^\W_]+(?:['’ʼ.][^\W_]+)*)")
_SPACES = frozenset({" ", "\u00a0", "-"})
_NO_KEYS: frozenset[str] = frozenset()


def extract_names(edition: Edition, language: Language, taken: Taken) -> Iterable[Fact]:
    """Yield the names of an edition in reading order, certain and uncertain ones."""
    found = [(segment, _free(segment, taken, language)) for segment in edition.segments]
    reader = _Reader(_written_inside(found, language.code), language.code)
    for segment, words in found:
        for row in _rows(segment.text, words):
            yield reader.fact(segment, row)


def _free(segment: Segment, taken: Taken, language: Language) -> list[Candidate]:
    words = list(candidates(segment.text, language))
    if language.script == "Cyrl":
        copied = list(foreign(segment.text, language))
        if copied:
            words = sorted([*words, *copied], key=lambda word: word.start)
    return [w for w in words if taken.free(segment.index, w.start, w.end)]


def _written_inside(
    found: Sequence[tuple[Segment, list[Candidate]]], language: str
) -> frozenset[str]:
    """Return the words that have a capital in mid-sentence somewhere in the edition."""
    inside = {place.word.text for _, words in found for place in words if not place.initial}
    return frozenset(text for text in inside if not standing(text, language).stops)


def _rows(text: str, words: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Yield runs of words with nothing but spaces and particles between them.

    The first of each is a name.
    """
    row: list[Candidate] = []
    end = 0
    for word in words:
        if row and not _joined(text[end : word.start]):
            yield row
            row = []
        if row or not word.never:
            row.append(word)
        end = word.end
    if row:
        yield row


def _joined(between: str) -> bool:
    if between in _SPACES:
        return True
    if between[:1] not in _SPACES:
        return False
    inner = between.replace("-", " ").split(None, 2)
    return 0 < len(inner) <= 2 and all(plain(w) in particles() for w in inner)


class _Reader:
    """Tells the names of an edition from its other words with a capital."""

    def __init__(self, inside: frozenset[str], language: str) -> None:
        """Take the words that have a capital in mid-sentence, and the edition's language."""
        self._inside = inside
        self._language = language

    def fact(self, segment: Segment, row: Sequence[Candidate]) -> Fact:
        """Return the name that a row of words of a sentence is."""
        text, start = segment.text, row[0].start
        end = covered = -1
        words: list[NameWord] = []
        keys, whole = _NO_KEYS, ""
        for place in row:
            if place.never:
                continue
            word, end = place.word, place.end
            if place.start >= covered:
                keys, covered, whole = _NO_KEYS, -1, word.text
                if word.opening.entries:
                    keys, covered = _entities(text, place, self._language)
                    whole = text[place.start : covered] if covered >= 0 else word.text
            certain = self._certain(place, keys, whole)
            words.append(
                NameWord(
                    word.text,
                    self._language,
                    word.form,
                    word.ordinary,
                    certain,
                    place.start - start,
                    keys,
                    whole,
                )
            )
        end = max(end, covered)
        name = Name(tuple(words), row[0].initial)
        return Fact(KIND, name, text[start:end], segment.index, start, end)

    def _certain(self, place: Candidate, keys: frozenset[str], whole: str) -> bool:
        """Return whether a word is a name for certain, given its name in the tables."""
        word = place.word
        if word.certain:
            return True
        one_word = " " not in whole
        if word.form is Form.INITIAL or (word.ordinary and (one_word or not keys)):
            return word.form is Form.WORD and _place(keys)
        if not place.initial or not one_word or word.text in self._inside:
            return True
        return not word.listed and (bool(keys) or place.titled or self._in_other_case(word.text))

    def _in_other_case(self, word: str) -> bool:
        """Return whether a word is a form of one that has a capital in mid-sentence."""
        return not self._inside_bases.isdisjoint(bases(word, self._language))

    @cached_property
    def _inside_bases(self) -> frozenset[str]:
        return frozenset().union(*(bases(word, self._language) for word in self._inside))


def _entities(text: str, place: Candidate, language: str) -> tuple[frozenset[str], int]:
    """Return the entities of the tables' longest name that starts here, and where it ends."""
    first = place.word.opening
    if place.word.form is Form.ACRONYM and is_cyrillic(place.word.text):
        # What is in capitals is in no case: ДУМУ, a body of clerics, is not the Duma.
        exact = index(language).get(normal(place.word.text), ())
        first = first._replace(alone=frozenset(key for rest, key in exact if not rest))
    parts = place.word.text.split("-")
    size_of_word = len(parts)
    if first.longest == size_of_word == 1:
        return first.alone, place.end if first.alone else -1
    ends = [place.end] * size_of_word
    while len(parts) < first.longest:
        following = _NEXT.match(text, ends[-1])
        if following is None:
            break
        parts.append(following.group(1))
        ends.append(following.end())
    keys, size = entities(parts, language)
    if not keys or size < size_of_word:
        return _NO_KEYS, -1
    return keys, ends[size - 1]


def _place(keys: frozenset[str]) -> bool:
    """Return whether one of the entities is a country: Turkey, China."""
    return any(len(key) == 2 and key.isupper() for key in keys)


EXTRACTORS.add("names", Extractor("names", ORDER, extract_names))
