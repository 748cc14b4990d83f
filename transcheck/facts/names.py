"""Names: capital letters find them, in every language alike and without a model.

A capital in mid-sentence makes a name, unless the word is a common one. At the start
of a sentence and in headings with capitals throughout, a word is a name for certain only
if it is one elsewhere in the edition or a table knows it; otherwise it is left to be
matched with a name of another edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import NamedTuple

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.names_text import Candidate, candidates, foreign
from transcheck.languages import LANGUAGES, Language, read_words
from transcheck.model import Edition, Fact, Segment
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, plain
from transcheck.naming.tables import Opening, entities, opening
from transcheck.naming.value import Form, Name, NameWord
from transcheck.naming.vocabulary import common, listed, opens, stops

KIND = "name"
ORDER = 50
_NEXT = re.compile(r"[\s\u00a0-]+([^\W_]+(?:['’ʼ.][^\W_]+)*)")
_SPACES = frozenset({" ", "\u00a0", "-"})
_NO_KEYS: frozenset[str] = frozenset()
_CERTAIN_FORMS = frozenset({Form.ACRONYM, Form.DESIGNATOR, Form.FOREIGN})


def extract_names(edition: Edition, language: Language, taken: Taken) -> Iterable[Fact]:
    """Yield the names of an edition in reading order, certain and uncertain ones."""
    cyrillic = language.script == "Cyrl"
    ordinary = partial(common, language=language.code)
    found = [(s, _free(s, taken, ordinary, cyrillic=cyrillic)) for s in edition.segments]
    known = _written_inside(found, language.code)
    for segment, words in found:
        for row in _rows(segment.text, words):
            fact = _fact(segment, row, known, language.code)
            if fact is not None:
                yield fact


def _free(
    segment: Segment, taken: Taken, ordinary: Callable[[str], bool], *, cyrillic: bool
) -> list[Candidate]:
    words = list(candidates(segment.text, ordinary))
    if cyrillic:
        words = [w if is_cyrillic(w.text) else _as_foreign(w) for w in words]
        copied = list(foreign(segment.text))
        if copied:
            words = sorted([*words, *copied], key=lambda word: word.start)
    return [w for w in words if taken.free(segment.index, w.start, w.end)]


def _as_foreign(word: Candidate) -> Candidate:
    if word.form is not Form.WORD or len(word.text) < 2:
        return word
    return Candidate(word.text, Form.FOREIGN, word.start, word.end, word.initial)


class Known:
    """The words that have a capital in mid-sentence somewhere in the edition."""

    def __init__(self, words: frozenset[str], language: str) -> None:
        """Take the words of an edition and its language."""
        self.words = words
        self._language = language

    @cached_property
    def bases(self) -> frozenset[str]:
        """Return every base form they may be cases of."""
        return frozenset().union(*(bases(word, self._language) for word in self.words))


class _Look(NamedTuple):
    """What is known of a word of a language wherever it stands."""

    stops: bool
    """True where it is never a name."""
    opens: bool
    """True where it is none at the start of a sentence."""
    ordinary: bool
    listed: bool
    opening: Opening
    """What names of the tables it may start, a word with hyphens by its first part."""


@lru_cache(maxsize=8192)
def _look(word: str, form: Form, language: str) -> _Look:
    if form is Form.FOREIGN:
        never = any(stops(word, other.code) for other in LANGUAGES if other.script == "Latn")
        at_start = never
    elif form in _CERTAIN_FORMS:
        never = at_start = False
    else:
        never, at_start = stops(word, language), opens(word, language)
    ordinary = form is Form.WORD and (common(word, language) or plain(word) in _particles())
    first = opening("" if form is Form.INITIAL else word.split("-")[0], language)
    return _Look(never, at_start, ordinary, listed(word, language), first)


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_words("name_particles"))


def _written_inside(found: Sequence[tuple[Segment, list[Candidate]]], language: str) -> Known:
    inside = {w.text for _, words in found for w in words if not w.initial}
    kept = frozenset(word for word in inside if not stops(word, language))
    return Known(kept, language)


def _rows(text: str, words: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Yield runs of words with nothing but spaces and particles between them."""
    row: list[Candidate] = []
    end = 0
    for word in words:
        if row and not _joined(text[end : word.start]):
            yield row
            row = []
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
    return 0 < len(inner) <= 2 and all(plain(w) in _particles() for w in inner)


def _fact(segment: Segment, row: list[Candidate], known: Known, language: str) -> Fact | None:
    start = covered = -1
    words: list[NameWord] = []
    keys, whole, initial = _NO_KEYS, "", False
    for word in row:
        look = _look(word.text, word.form, language)
        if look.opens if word.initial else look.stops:
            continue
        if start < 0:
            start, initial = word.start, word.initial
        if word.start >= covered:
            keys, covered = _entities(segment.text, word, look.opening, language)
            whole = segment.text[word.start : covered] if covered >= 0 else ""
        inside = word.start < covered
        words.append(
            _word(
                word,
                look,
                start,
                known,
                language,
                keys if inside else _NO_KEYS,
                whole if inside else word.text,
            )
        )
        end = word.end
    if not words:
        return None
    end = max(end, covered)
    name = Name(tuple(words), initial)
    return Fact(KIND, name, segment.text[start:end], segment.index, start, end)


def _entities(
    text: str, word: Candidate, first: Opening, language: str
) -> tuple[frozenset[str], int]:
    """Return the entities of the table's longest name that starts here, and where it ends."""
    if not first.entries:
        return _NO_KEYS, -1
    if first.longest == 1 and "-" not in word.text:
        return first.alone, word.end
    parts = word.text.split("-")
    size_of_word = len(parts)
    ends = [word.end] * size_of_word
    place = word.end
    while len(parts) < first.longest:
        following = _NEXT.match(text, place)
        if following is None:
            break
        place = following.end()
        parts.append(following.group(1))
        ends.append(place)
    keys, size = entities(parts, language)
    if not keys or size < size_of_word:
        return _NO_KEYS, -1
    return keys, ends[size - 1]


def _certain_first(word: Candidate, look: _Look, known: Known, language: str) -> bool:
    """Return whether a word that would have a capital anyway is a name all the same."""
    if word.text in known.words:
        return True
    if look.listed:
        return False
    return word.titled or not known.bases.isdisjoint(bases(word.text, language))


def _place(keys: frozenset[str]) -> bool:
    """Return whether one of the entities is a country: Turkey, China."""
    return any(len(key) == 2 and key.isupper() for key in keys)


def _word(
    word: Candidate,
    look: _Look,
    offset: int,
    known: Known,
    language: str,
    keys: frozenset[str],
    whole: str,
) -> NameWord:
    form, ordinary = word.form, look.ordinary
    if form in _CERTAIN_FORMS:
        certain = True
    elif form is Form.INITIAL or (ordinary and (not keys or " " not in whole)):
        certain = form is Form.WORD and bool(keys) and _place(keys)
    elif word.initial and " " not in whole:
        certain = (bool(keys) and not look.listed) or _certain_first(word, look, known, language)
    else:
        certain = True
    return NameWord(word.text, language, form, ordinary, certain, word.start - offset, keys, whole)


EXTRACTORS.add("names", Extractor("names", ORDER, extract_names))
