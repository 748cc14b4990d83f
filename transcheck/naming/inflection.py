"""Inflection: the base forms a name in some case may come from.

Names are mostly foreign and in no dictionary, so the endings of a table are undone and
every result is kept; which one is meant is decided by what it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.languages import named
from transcheck.limits import INFLECTION_SHORTEST_PATRONYMIC, INFLECTION_SHORTEST_STEM
from transcheck.naming.letters import folded_plain, plain

_NOTHING, _TWICE, _WHOLE = "0", "+", "^"
"""What the tables write for no ending, for the last letter once more, before a whole word."""
_PATRONYMICS = ("ович", "евич", "йович", "ивна", "овна", "евна", "илич", "ьич")
"""Endings of patronymics in both Cyrillic languages, as `folded` writes them."""
_VOWELS = frozenset("аеєиіїоуюяёэыьй")
_YO, _YE = "ё", "е"


class _Grammar(NamedTuple):
    """What a language's tables say of the endings of names."""

    endings: dict[str, tuple[str, ...]]
    """Case ending to what the base form may end in."""
    whole: dict[str, tuple[str, ...]]
    longest: int
    """Letters of the longest ending."""
    closing: dict[str, str]
    """Vowels of an open last syllable, to what they are when the ending is gone."""
    adjectives: dict[str, tuple[str, ...]]
    """Ending of an adjective to what the name that it is made from may end in."""
    suffixes: tuple[str, ...]


@cache
def _rows(language: str, table: str) -> tuple[tuple[str, ...], ...]:
    try:
        return named(language).rows(table)
    except FileNotFoundError:
        return ()


@cache
def _grammar(language: str) -> _Grammar:
    endings: dict[str, tuple[str, ...]] = {}
    whole: dict[str, tuple[str, ...]] = {}
    for ending, written in _rows(language, "name_endings"):
        found = tuple("" if base == _NOTHING else base for base in written.split())
        if ending.startswith(_WHOLE):
            whole[ending[1:]] = found
        else:
            key = "" if ending == _NOTHING else ending
            endings[key] = (*endings.get(key, ()), *found)
    adjectives = {
        ending: tuple("" if base == _NOTHING else base for base in names.split())
        for forms, names in _rows(language, "name_adjectives")
        for ending in forms.split()
    }
    longest = max(map(len, endings), default=0)
    closing = {row[0]: row[1] for row in _rows(language, "name_alternations")}
    return _Grammar(endings, whole, longest, closing, adjectives, tuple(adjectives))


@lru_cache(maxsize=8192)
def bases(word: str, language: str) -> tuple[str, ...]:
    """Return the folded word and the folded base forms it may be a case of, the word first.

    Last come the names that an adjective among them may be made from: Київ of Київському.
    """
    cases = _case_bases(plain(word), language)
    within = _names_within(cases, _grammar(language))
    return tuple(dict.fromkeys(map(folded_plain, (*cases, *within))))


@lru_cache(maxsize=8192)
def case_bases(word: str, language: str) -> tuple[str, ...]:
    """Return the same without the names that an adjective may be made from."""
    return tuple(dict.fromkeys(map(folded_plain, _case_bases(plain(word), language))))


def case_forms(word: str, language: str) -> frozenset[str]:
    """Return the same as the language writes it, not folded: for words of one language."""
    return frozenset(_case_bases(plain(word), language))


def spelled_bases(word: str, language: str) -> tuple[str, ...]:
    """Return what a word in lower case may be a case of, spelled as its language does."""
    cases = _case_bases(word, language)
    return (*cases, *_names_within(cases, _grammar(language)))


@lru_cache(maxsize=8192)
def adjectival(word: str, language: str) -> bool:
    """Return whether a word may be an adjective, or a region's name, made from a name."""
    suffixes = _grammar(language).suffixes
    return any(form.endswith(suffixes) for form in _case_bases(plain(word), language))


def _case_bases(text: str, language: str) -> tuple[str, ...]:
    """Return a word in lower case and what it may be a case of, by parts where it has a hyphen."""
    grammar = _grammar(language)
    found = {text: None}
    head, hyphen, tail = text.partition("-")
    if head and tail:
        heads, tails = _case_bases(head, language), _case_bases(tail, language)
        return tuple(one + hyphen + other for one in heads for other in tails)
    if grammar.endings:
        found.update(dict.fromkeys(grammar.whole.get(text, ())))
        least = 0 if text[-1:] not in _VOWELS else 1
        for size in range(least, min(grammar.longest, len(text) - INFLECTION_SHORTEST_STEM) + 1):
            stem = text[: len(text) - size]
            for base in grammar.endings.get(text[len(stem) :], ()):
                found[stem + base] = None
                closed = _closed(stem + base, grammar.closing)
                if closed:
                    found[closed] = None
        if _YO in text:
            found.update(dict.fromkeys(form.replace(_YO, _YE) for form in tuple(found)))
    return tuple(found)


def _closed(form: str, closing: dict[str, str]) -> str | None:
    """Return a base form with the vowel of its closed last syllable: Схід of Сходу.

    A soft sign closes it as well: Тернопіль of Тернополі.
    """
    at = len(form) - (3 if form.endswith("ь") else 2)
    if at < INFLECTION_SHORTEST_STEM - 1 or form[at + 1] in _VOWELS or form[at] not in closing:
        return None
    return form[:at] + closing[form[at]] + form[at + 1 :]


def _names_within(forms: Iterable[str], grammar: _Grammar) -> Iterator[str]:
    """Yield the names that adjectives may be made from: Сумы of Сумский."""
    for form in forms:
        if form.endswith(grammar.suffixes):
            for suffix, names in grammar.adjectives.items():
                stem = form[: -len(suffix)]
                if len(stem) > INFLECTION_SHORTEST_STEM and form.endswith(suffix):
                    for ending in names:
                        yield stem + ending.replace(_TWICE, stem[-1])


@lru_cache(maxsize=8192)
def base_set(word: str, language: str) -> frozenset[str]:
    """Return the same forms as `bases` to look others up in, in no order."""
    return frozenset(bases(word, language))


def inflects(language: str) -> bool:
    """Return whether names of a language have cases, as its tables say."""
    return bool(_grammar(language).endings)


def patronymic(word: str, language: str) -> bool:
    """Return whether a word has the ending of a patronymic, in any case: Петрівна, Ильичом."""
    return any(
        form.endswith(_PATRONYMICS) and len(form) > INFLECTION_SHORTEST_PATRONYMIC
        for form in bases(word, language)
    )
