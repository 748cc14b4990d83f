"""Names: capital letters find them, in every language alike and without a model.

A capital in mid-sentence makes a name, unless the word is a common one. At the start
of a sentence and in headings with capitals throughout, a word is a name for certain only
if it is one elsewhere in the edition or a table knows it; otherwise it is left to be
matched with a name of another edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.names_text import Candidate, candidates, foreign, is_foreign
from transcheck.languages import LANGUAGES, Language, read_words
from transcheck.model import Edition, Fact, Segment
from transcheck.naming.inflection import bases
from transcheck.naming.letters import plain
from transcheck.naming.tables import entities, starts
from transcheck.naming.value import Form, Name, NameWord
from transcheck.naming.vocabulary import common, listed, opens, stops

KIND = "name"
ORDER = 50
_NEXT = re.compile(r"[\s\u00a0-]+([^\W_]+(?:['’ʼ.][^\W_]+)*)")
_LONGEST = 6
"""Words of the longest table entry."""
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
    words = [
        word
        if not is_foreign(word.text, cyrillic=cyrillic)
        else _as_foreign(word, cyrillic=cyrillic)
        for word in candidates(segment.text, ordinary)
    ]
    if cyrillic:
        words = sorted([*words, *foreign(segment.text)], key=lambda word: word.start)
    return [w for w in words if taken.free(segment.index, w.start, w.end)]


def _as_foreign(word: Candidate, *, cyrillic: bool) -> Candidate:
    if not cyrillic or word.form is not Form.WORD or len(word.text) < 2:
        return word
    return Candidate(word.text, Form.FOREIGN, word.start, word.end, word.initial)


@dataclass(frozen=True, slots=True)
class Known:
    """The words that have a capital in mid-sentence somewhere in the edition."""

    words: frozenset[str]
    bases: frozenset[str]
    """Every base form they may be cases of."""


def _written_inside(found: Sequence[tuple[Segment, list[Candidate]]], language: str) -> Known:
    inside = {w.text for _, words in found for w in words if not w.initial}
    kept = frozenset(word for word in inside if not stops(word, language))
    return Known(kept, frozenset(base for word in kept for base in bases(word, language)))


def _rows(text: str, words: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Yield runs of words with nothing but spaces and particles between them."""
    row: list[Candidate] = []
    for word in words:
        if row and not _joined(text[row[-1].end : word.start]):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _joined(between: str) -> bool:
    if between in {" ", "\u00a0", "-"}:
        return True
    inner = between.replace("-", " ").split()
    return (
        0 < len(inner) <= 2
        and between[0] in " \u00a0-"
        and all(plain(w) in read_words("name_particles") for w in inner)
    )


def _fact(segment: Segment, row: list[Candidate], known: Known, language: str) -> Fact | None:
    kept = [w for w in row if not _ruled_out(w, language)]
    if not kept:
        return None
    start, end = kept[0].start, kept[-1].end
    words: list[NameWord] = []
    covered, keys, whole = -1, frozenset[str](), ""
    for word in kept:
        if word.start >= covered:
            keys, covered = _entities(segment.text, word, language)
            whole = segment.text[word.start : covered]
        inside = word.start < covered
        words.append(
            _word(
                word,
                start,
                known,
                language,
                keys if inside else frozenset(),
                whole if inside else word.text,
            )
        )
    end = max(end, covered)
    name = Name(tuple(words), kept[0].initial)
    return Fact(KIND, name, segment.text[start:end], segment.index, start, end)


def _ruled_out(word: Candidate, language: str) -> bool:
    if word.form is Form.FOREIGN:
        return any(stops(word.text, other.code) for other in LANGUAGES if other.script == "Latn")
    if word.form in _CERTAIN_FORMS:
        return False
    return opens(word.text, language) if word.initial else stops(word.text, language)


def _entities(text: str, word: Candidate, language: str) -> tuple[frozenset[str], int]:
    """Return the entities of the table's longest name that starts here, and where it ends."""
    if word.form is Form.INITIAL or not starts(word.text.split("-")[0], language):
        return frozenset(), -1
    parts = word.text.split("-")
    ends = [word.end] * len(parts)
    place = word.end
    while len(parts) < _LONGEST:
        following = _NEXT.match(text, place)
        if following is None:
            break
        place = following.end()
        parts.append(following.group(1))
        ends.append(place)
    keys, size = entities(parts, language)
    if not keys or size < len(word.text.split("-")):
        return frozenset(), -1
    return keys, ends[size - 1]


def _certain_first(word: Candidate, known: Known, language: str) -> bool:
    """Return whether a word that would have a capital anyway is a name all the same."""
    if word.text in known.words:
        return True
    # The dictionary is asked last: it is slow.
    may_be = word.titled or not known.bases.isdisjoint(bases(word.text, language))
    return may_be and not listed(word.text, language)


def _place(keys: frozenset[str]) -> bool:
    """Return whether one of the entities is a country: Turkey, China."""
    return any(len(key) == 2 and key.isupper() for key in keys)


def _word(
    word: Candidate,
    offset: int,
    known: Known,
    language: str,
    keys: frozenset[str],
    whole: str,
) -> NameWord:
    ordinary = word.form is Form.WORD and (
        common(word.text, language) or plain(word.text) in read_words("name_particles")
    )
    if word.form in _CERTAIN_FORMS:
        certain = True
    elif word.form is Form.INITIAL or (ordinary and (not keys or " " not in whole)):
        certain = word.form is Form.WORD and bool(keys) and _place(keys)
    elif word.initial and " " not in whole:
        tabled = bool(keys) and not listed(word.text, language)
        certain = tabled or _certain_first(word, known, language)
    else:
        certain = True
    return NameWord(
        word.text, language, word.form, ordinary, certain, word.start - offset, keys, whole
    )


EXTRACTORS.add("names", Extractor("names", ORDER, extract_names))
