"""The words of dates and times of a language, from its ``calendar.tsv``.

A word may belong to several classes ("second" is a unit and an ordinal, «марта» a month and
a woman): which one it is, the shapes decide. What can be told from the spelling is told
here: a word that is a month only with a capital, a capital that makes a month doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from transcheck.facts.tokens import Tokens
from transcheck.languages import Language, read_rows

Classes = Mapping[str, str]
"""What a word or number may be, with its value as it: ``{"month": "5"}``."""

# What remains of a month that may be somebody's name: a number must stand beside it.
_SURE = {"month": "sure_month", "weekday": "sure_weekday", "season": "sure_season"}
_DOUBTS = {
    "month_doubtful": "sure_month",
    "month_name": "sure_month",
    "month_short": "sure_month",
    "weekday_doubtful": "sure_weekday",
    "season_doubtful": "sure_season",
    "weekday_short": "sure_weekday",
}
_ALSO = {
    "month_short": "month",
    "weekday_short": "weekday",
    "weekday_doubtful": "weekday",
    "season_doubtful": "season",
}
_NONE: Classes = {}


@dataclass(frozen=True, slots=True)
class Word:
    """The classes of one form (or of a phrase) by how it is written."""

    lower: Classes
    capital: Classes
    initial: Classes
    """With a capital at the start of a sentence."""
    person: Classes
    """Where the edition uses it as somebody's name."""
    possessive: Classes
    """With 's: "February's 4-1 defeat" is not on the 4th."""


class Phrase(NamedTuple):
    """Several words that are one."""

    texts: tuple[str, ...]
    """As `Tokens` cuts them."""
    at: int
    """Index of the word it is looked up by."""
    word: Word


class Words(NamedTuple):
    """All forms of a language."""

    single: dict[str, Word]
    phrases: dict[str, tuple[Phrase, ...]]
    """By the longest word of each: most sentences have an "of the", hardly any a "quarter"."""
    rules: frozenset[str]
    """What holds for the whole language: ``clock24``."""
    classes: dict[str, frozenset[str]]
    """The single forms of each class."""
    spoken: frozenset[str]
    """Number words that years and times in words start with: "nineteen eighty-six"."""

    def members(self, name: str) -> frozenset[str]:
        """Return the single forms of a class."""
        return self.classes.get(name, frozenset())

    def all_classes(self) -> Iterator[frozenset[str]]:
        """Yield the set of classes of every form in each way it can be written."""
        phrases = (phrase for group in self.phrases.values() for phrase in group)
        for word in (*self.single.values(), *(phrase.word for phrase in phrases)):
            yield from map(frozenset, (word.lower, word.capital, word.initial))
            yield from map(frozenset, (word.person, word.possessive))


_NAME = Word(_NONE, _NONE, _NONE, _NONE, _NONE)


@cache
def words(language: Language) -> Words:
    """Return the words of a language; the table is read at the first call."""
    rows = language.rows("calendar")
    endings = {value: forms.split(",") for kind, value, forms, *_ in rows if kind == "paradigm"}
    found: dict[tuple[str, ...], dict[str, str]] = {}
    rules = set()
    spoken: list[str] = []
    capitalised: list[str] = []
    lower_case: list[str] = []
    for kind, value, forms, *_ in rows:
        if kind == "rule":
            rules.add(value)
        elif kind == "spoken":
            spoken += forms.split(", ")
        elif kind == "capitalised":
            capitalised += forms.split(", ")
        elif kind == "lower_case":
            lower_case += forms.split(", ")
        elif kind != "paradigm":
            for form in expanded(forms, endings):
                key = Tokens(form).texts
                found.setdefault(key, {}).setdefault(kind, value)
    # Most forms of one word are of the same classes.
    make = cache(partial(_word, frozenset(capitalised), frozenset(lower_case)))
    made = {key: make(tuple(classes.items())) for key, classes in found.items()}
    single = {key.lower(): word for key, word in _zones().items()}
    single.update({key[0]: word for key, word in made.items() if len(key) == 1})
    phrases = {key: word for key, word in made.items() if len(key) > 1}
    return Words(
        single,
        _by_longest_word(phrases),
        frozenset(rules),
        _by_class(single),
        frozenset(spoken),
    )


def _by_longest_word(phrases: Mapping[tuple[str, ...], Word]) -> dict[str, tuple[Phrase, ...]]:
    """Return phrases by their longest word, that in fewest of them where several are."""
    uses = Counter(text for texts in phrases for text in set(texts))
    found: dict[str, list[Phrase]] = {}
    for texts, word in phrases.items():
        longest = min(texts, key=lambda text: (-len(text), uses[text]))
        found.setdefault(longest, []).append(Phrase(texts, texts.index(longest), word))
    return {text: tuple(group) for text, group in found.items()}


def _by_class(single: Mapping[str, Word]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, word in single.items():
        for name in word.capital:
            found.setdefault(name, set()).add(form)
    return {name: frozenset(forms) for name, forms in found.items()}


def _zones() -> dict[str, Word]:
    """Return the abbreviations of time zones, which all languages share; capitals only."""
    keys = [row[0] for row in read_rows("time_zones") if "/" not in row[0]]
    return {key: Word(_NONE, {"zone": key}, {"zone": key}, _NONE, _NONE) for key in keys}


def expanded(forms: str, endings: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the forms of a cell: ``січ+ень`` in all its endings, ``р.?`` with and without dot."""
    for cell in forms.split(", "):
        stem, plus, key = cell.partition("+")
        if plus:
            yield from (stem + ending.strip() for ending in endings[key])
        elif cell.endswith(".?"):
            yield from (cell[:-2], cell[:-1])
        else:
            yield cell


def _word(
    capitalised: frozenset[str], lower_case: frozenset[str], classes: tuple[tuple[str, str], ...]
) -> Word:
    full = dict(classes)
    if "name" in full:
        return _NAME
    for doubtful, plain in _ALSO.items():
        if doubtful in full:
            full.setdefault(plain, full[doubtful])
    for doubtful in ("month_doubtful", "month_name"):
        if doubtful in full:
            full[doubtful] = full["month"]
    for plain, sure in _SURE.items():
        if plain in full and not any(s == sure and d in full for d, s in _DOUBTS.items()):
            full[sure] = full[plain]
    lower = _without(full, capitalised)
    capital = _without(full, lower_case, "sure_{}", "{}_name")
    initial = capital if "month_person" in full else full
    person = _without(full, frozenset({"month"}), "sure_{}", "{}_name", "{}_doubtful")
    possessive = _without(full, frozenset({"month"}), "{}", "{}_doubtful", "{}_short")
    return Word(lower, capital, initial, person, possessive)


def _without(classes: Classes, kinds: frozenset[str], *variants: str) -> Classes:
    """Return `classes` without those that say a word is of a kind, or without some of them."""
    variants = variants or ("{}", "sure_{}", "{}_short", "{}_doubtful", "{}_name")
    dropped = {variant.format(kind) for kind in kinds for variant in variants}
    return {name: value for name, value in classes.items() if name not in dropped}
