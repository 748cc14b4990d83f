"""Names that one edition spells in two ways, as its own text shows.

No other edition says which names are one, so a slip must be plain: one letter written for
another, left out, doubled or exchanged with its neighbour, and not in an ending that a case
may have changed. Two names that a dictionary has, that stand in one sentence, or that have
given names of their own are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transcheck.limits import (
    ALONE_SPELLINGS_APART,
    ALONE_SPELLINGS_LONG,
    ALONE_SPELLINGS_MOST,
    ALONE_SPELLINGS_SHORTEST,
)
from transcheck.model import Fact
from transcheck.morphology import is_form
from transcheck.naming.inflection import case_forms
from transcheck.naming.letters import is_cyrillic, plain
from transcheck.naming.tables import opening
from transcheck.naming.value import Form, Name, NameWord
from transcheck.naming.vocabulary import known, listed

_ENDING = re.compile(
    r"(?:[оеєю]го|[оеєю]му|[иы]ми|[аяо]ми|[оеєую]ю|[оеєаяиіы][мхвй]|[їиі]в|[аеєиіїоуюяыэйь])$"
)
"""What a case may change at the end of a Cyrillic word."""
_VOWELS = re.compile("[aeiouyаеєиіїоуюяыэйь]")
_PLURAL = re.compile("[sn]$")
"""The end of Latin names of several, and of who is from a place: Koreas, Korean."""


class Spelling(NamedTuple):
    """One form of a name where it stands."""

    text: str
    segment: int
    start: int
    before: str
    """The word before it in its name, in small letters, or the empty string: a given name."""
    after: str
    """The same of the word behind it: a surname."""

    @property
    def end(self) -> int:
        """Return where it ends in its segment."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that is spelled in two ways."""

    usual: tuple[Spelling, ...]
    """Its places as it is written more often; in the order of the text, as all places."""
    odd: tuple[Spelling, ...]
    repaired: str
    """The first of the odd ones with the letters of the usual ones, in its own case."""
    certain: bool
    """Whether it is plain which of the two is wrong."""


def slips(facts: Iterable[Fact], language: str) -> Iterator[Slip]:
    """Yield the names of one edition that are spelled in two ways.

    Args:
        facts: those of the edition; only its names are looked at.
        language: code of its language.
    """
    groups = _groups(facts, language)
    for n, one in enumerate(groups):
        for other in groups[:n]:
            if _near(one, other):
                slip = _slip(other.places, one.places, language)
                if slip is not None:
                    yield slip


class _Group(NamedTuple):
    """All cases of one spelling of a name."""

    places: list[Spelling]
    forms: set[str]
    """The base forms that all of them may be cases of."""

    @property
    def text(self) -> str:
        return self.places[0].text


def _groups(facts: Iterable[Fact], language: str) -> list[_Group]:
    """Return the words of names by spelling, the first ones of an endless text."""
    groups: list[_Group] = []
    known_as: dict[str, list[_Group]] = {}
    for spelling in _spellings(facts):
        own = set(case_forms(spelling.text, language))
        met = (group for form in sorted(own) for group in known_as.get(form, ()))
        group = next((g for g in met if not own.isdisjoint(g.forms)), None)
        if group is not None:
            group.places.append(spelling)
            group.forms.intersection_update(own)
        elif len(groups) < ALONE_SPELLINGS_MOST:
            groups.append(_Group([spelling], own))
            for form in own:
                known_as.setdefault(form, []).append(groups[-1])
    return groups


def _near(one: _Group, other: _Group) -> bool:
    """Return whether a letter or two may tell two spellings apart: found out soon."""
    a, b = one.text, other.text
    if a[0] != b[0] and a[1:3] != b[1:3]:
        return False
    if OSA.distance(a, b, score_cutoff=ALONE_SPELLINGS_APART) > ALONE_SPELLINGS_APART:
        return False
    return any(OSA.distance(x, y, score_cutoff=2) <= 2 for x in one.forms for y in other.forms)


def _slip(first: Sequence[Spelling], second: Sequence[Spelling], language: str) -> Slip | None:
    """Return what is wrong with one of two spellings, the one met first given first, or None."""
    usual, odd = (first, second) if len(first) >= len(second) else (second, first)
    if len(usual) == len(odd) and _known(usual, language) < _known(odd, language):
        usual, odd = odd, usual
    if _are_two(usual, odd, language):
        return None
    right = repaired([each.text for each in usual], odd[0].text, language)
    right = right or _revowelled(usual, odd, language)
    decided = len(usual) > len(odd) or _known(usual, language)
    return Slip(tuple(usual), tuple(odd), right, decided) if right else None


def _spellings(facts: Iterable[Fact]) -> Iterator[Spelling]:
    for fact in facts:
        if not isinstance(fact.value, Name):
            continue
        words = fact.value.words
        beside = ["", *(plain(w.text) if _is_called(w) else "" for w in words), ""]
        for n, word in enumerate(words):
            joined = fact.text[: word.start].endswith("-") or fact.text[
                word.start + len(word.text) :
            ].startswith("-")
            if _is_meant(word) and not joined:
                start = fact.start + word.start
                yield Spelling(word.text, fact.segment, start, beside[n], beside[n + 2])


def _is_meant(word: NameWord) -> bool:
    if word.form is not Form.WORD or len(word.text) < ALONE_SPELLINGS_SHORTEST:
        return False
    return word.certain or not listed(word.text, word.language)


def _is_called(word: NameWord) -> bool:
    """Return whether a word beside a name tells it from others: a given name, no office."""
    return word.form is Form.WORD and word.certain and not word.common


def _known(group: Sequence[Spelling], language: str) -> bool:
    return all(_is_word(each.text, language) for each in group)


def _is_word(text: str, language: str) -> bool:
    if is_cyrillic(text):
        return is_form(text, language) or bool(opening(text, language).alone)
    return known(text, language)


def _are_two(usual: Sequence[Spelling], odd: Sequence[Spelling], language: str) -> bool:
    """Return whether two spellings are rather two names."""
    if _known(odd, language):
        return True
    if not {each.segment for each in usual}.isdisjoint(each.segment for each in odd):
        return True
    for side in ("before", "after"):
        beside = [{getattr(e, side) for e in group} - {""} for group in (usual, odd)]
        if all(beside) and beside[0].isdisjoint(beside[1]):
            return True
    return False


def repaired(usual: Sequence[str], odd: str, language: str) -> str:
    """Return a form with one letter changed so that it is a form of the usual name, in its case.

    Args:
        usual: forms of the name as it is spelled right.
        odd: the form that is not.
        language: code of the language of both.

    Returns:
        The form, or the empty string where no single letter makes it one.
    """
    wanted = frozenset.intersection(*(case_forms(text, language) for text in usual))
    for changed in _changes(odd, {letter for text in usual for letter in plain(text)}):
        if not wanted.isdisjoint(case_forms(changed, language)):
            return changed
    return ""


def _revowelled(usual: Sequence[Spelling], odd: Sequence[Spelling], language: str) -> str:
    """Return the usual form where the odd one differs from it in two vowels and nothing else."""
    one, other = usual[0].text, odd[0].text
    if min(len(one), len(other)) < ALONE_SPELLINGS_LONG or one[:2] != other[:2]:
        return ""
    forms = [
        {_VOWELS.sub("", f) for f in case_forms(w, language) if len(f) >= ALONE_SPELLINGS_SHORTEST}
        for w in (one, other)
    ]
    alike = not forms[0].isdisjoint(forms[1]) and OSA.distance(plain(one), plain(other)) <= 2
    return one if alike else ""


def _changes(text: str, letters: set[str]) -> Iterator[str]:
    """Yield a word with one letter changed in every way that can be a slip of the writer."""
    ending = (_ENDING if is_cyrillic(text) else _PLURAL).search(plain(text))
    last = ending.start() if ending else len(text)
    vowels = {letter for letter in letters if _VOWELS.match(letter)}
    for n, letter in enumerate(text[:last]):
        others = letters
        if n == len(text) - 1:  # a vowel in place of the last consonant would be an ending
            others = vowels if plain(letter) in vowels else letters - vowels
        for other in sorted(others - {plain(letter)}):
            yield text[:n] + (other.upper() if letter.isupper() else other) + text[n + 1 :]
    for n in range(1, min(last, len(text) - 1)):
        yield text[:n] + text[n + 1 :]
        for other in sorted(letters):
            yield text[:n] + other + text[n:]
    for n, (one, two) in enumerate(pairwise(text[:last])):
        if n and one != two:
            yield text[:n] + two + one + text[n + 2 :]
