"""Ukrainian word forms that are attested, with what is known of each before anything is learnt.

Counts are from wordfreq's list (CC BY-SA 4.0) and from the corrected sentences of UA-GEC
(CC BY 4.0), which also tell how often a form is written small. What a form may be is known of
words spelled as in Russian, letter conventions aside, from OpenCorpora (CC BY-SA 3.0), and of some
14,000 from English Wiktionary (CC BY-SA 3.0), as UniMorph has it: the file `ukr` of
https://github.com/unimorph/ukr, and not its `ukr.xz`, which is CC BY-NC-SA.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pymorphy3  # type: ignore[import-untyped]
import ua_gec
import wordfreq
from names_translator.dicts import NameDicts

from transcheck.languages import named
from transcheck.morphology import Kind, kind_of

_TEXT = re.compile(r"[А-Яа-яІЇЄҐіїєґЁё]+(?:['’ʼ-][А-Яа-яІЇЄҐіїєґЁё]+)*")
WORD = re.compile("[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']{2,}")
ONLY_UKRAINIAN = re.compile("[іїєґ']")
_IN_RUSSIAN = {"і": "и", "и": "иы", "е": "еэ", "є": "е", "ї": "и", "ґ": "г", "'": "ъ"}
"""Letters of Ukrainian, to what stands for them in Russian words of the same origin."""
_SOFT = re.compile("(?<=[сцз])ь(?=к)")
_MOST_CHOICES = 5
COMMONER, MUCH, RARE = 1.0, 1.4, 2.0
"""Orders of magnitude by which a word is commoner in Russian that is not taken for Ukrainian, and
by which it is not even where Ukrainian texts quote it («что», «или», «его»); below `RARE` (per
thousand million words, in the same unit) counts alone do not tell."""
SEEN = 1.5
"""Frequency that a word of few texts does not reach by chance."""
_OWN_ENDINGS = ("ів", "ові", "еві", "їв", "єм", "ію", "ієм", "ії")
_PAST = ("в", "ла", "ло", "ли", "ть")
_WIKTIONARY = {"N": Kind.NOUN, "ADJ": Kind.ADJECTIVE, "V.PTCP": Kind.ADJECTIVE}
_HERE = Path(__file__).parent


class Attested(NamedTuple):
    """What is known of Ukrainian forms."""

    frequency: dict[str, float]
    """Of all forms: the logarithm (to 10) of occurrences in a thousand million words."""
    small: Counter[str]
    """How often each stands in UA-GEC in small letters."""
    capital: Counter[str]
    """How often with a capital, sentence openers left out."""
    shared: dict[str, frozenset[Kind]]
    """What words of the same letters are in Russian."""
    listed: dict[str, frozenset[Kind]]
    """What Wiktionary has of them."""
    reviewed: dict[str, Kind]
    """What was written by hand."""
    russian: frozenset[str]
    """Words left out, as texts in Ukrainian only quote them."""
    people: frozenset[str]
    """Given names, patronymics and surnames (names-translator, MIT), in the nominative."""


def attested(wiktionary: Path) -> Attested:
    """Gather all that is known; `wiktionary` is UniMorph's file `ukr`."""
    small, capital = _in_sentences()
    frequency = {
        word: _logarithm(share)
        for word, share in wordfreq.get_frequency_dict("uk", "best").items()
        if WORD.fullmatch(word)
    }
    for word, count in small.items():
        if count > 1 and WORD.fullmatch(word):
            frequency.setdefault(word, COMMONER)
    rather_russian = _rather_russian(frequency, small)
    for word in rather_russian:
        del frequency[word]
    dicts = NameDicts()
    people = {
        name.lower().replace("’", "'")
        for pool in ("first", "last", "patronymic")
        for name in dicts.as_dict(pool)
    }
    return Attested(
        frequency,
        small,
        capital,
        {word: _shared(word) for word in frequency},
        _listed(wiktionary),
        _reviewed(),
        rather_russian,
        frozenset(people),
    )


def _in_sentences() -> tuple[Counter[str], Counter[str]]:
    """Return how often words stand in UA-GEC in small letters, and with a capital behind others."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    folder = Path(ua_gec.__file__).parent / "data/gec-fluency"
    for file in sorted(folder.glob("*/target-sentences/*.txt")):
        for line in file.read_text("utf-8").splitlines():
            for place, word in enumerate(_TEXT.findall(line)):
                form = word.lower().replace("’", "'").replace("ʼ", "'")
                if word.islower():
                    small[form] += 1
                elif place:
                    capital[form] += 1
    return small, capital


def _logarithm(share: float) -> float:
    return math.log10(share) + 9 if share else 0.0


@cache
def _russian() -> Any:
    units = [pymorphy3.units.DictionaryAnalyzer()]
    return pymorphy3.MorphAnalyzer(lang="ru", units=units, probability_estimator_cls=None)


def russian_forms(noun: str) -> Iterator[str]:
    """Yield the forms of a Russian noun in the nominative, if it is one and no name."""
    for parse in _russian().parse(noun):
        if parse.normal_form == noun and kind_of(str(parse.tag)) is Kind.NOUN:
            yield from (form.word for form in parse.lexeme)


def _rather_russian(frequency: dict[str, float], small: Counter[str]) -> frozenset[str]:
    """Return the words of a Ukrainian list that stand there because texts quote Russian.

    They are in OpenCorpora letter for letter, and much commoner in Russian than in Ukrainian:
    «самолет», «дом», «часа».
    """
    there = wordfreq.get_frequency_dict("ru", "best")
    function_words = frozenset(named("ru").words("function_words"))
    more = {word: _logarithm(there.get(word, 0)) - here for word, here in frequency.items()}
    return frozenset(
        word
        for word, here in frequency.items()
        if not ONLY_UKRAINIAN.search(word)
        and more[word] > COMMONER
        and (small[word] <= RARE or (word in function_words and more[word] > MUCH))
        and _russian().parse(word)
        and not _has_own_infinitive(word, frequency)
        and not (here < RARE and _has_own_endings(word, frequency))
    )


def _has_own_infinitive(word: str, frequency: dict[str, float]) -> bool:
    """Return whether a past form is of a verb that Ukrainian has: ударила, ударити."""
    return any(
        word.endswith(ending) and frequency.get(word.removesuffix(ending) + "ти", 0) >= SEEN
        for ending in _PAST
    )


def _has_own_endings(word: str, frequency: dict[str, float]) -> bool:
    """Return whether a word has forms that only Ukrainian can have: казначеїв of «казначей»."""
    stems = (word[: len(word) - size] for size in range(min(3, len(word) - 2)))
    return any(stem + own in frequency for stem in stems for own in _OWN_ENDINGS)


def _shared(word: str) -> frozenset[Kind]:
    """Return what the words are that Russian spells alike, its conventions aside."""
    choices = [_IN_RUSSIAN.get(letter, letter) for letter in _SOFT.sub("", word)]
    if sum(len(letters) > 1 for letters in choices) > _MOST_CHOICES:
        choices = [letters[0] for letters in choices]
    spellings = map("".join, product(*choices))
    return frozenset(
        kind_of(str(parse.tag)) for one in spellings for parse in _russian().parse(one)
    )


def _listed(path: Path) -> dict[str, frozenset[Kind]]:
    found: dict[str, set[Kind]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        lemma, form, tags = [*line.split("\t"), "", ""][:3]
        if form and " " not in form:
            kind = _WIKTIONARY.get(tags.split(";")[0], Kind.OTHER)
            found[form.lower().replace("’", "'")].add(Kind.NAME if lemma[0].isupper() else kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _reviewed() -> dict[str, Kind]:
    lines = (_HERE / "words_uk.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: Kind(kind) for kind, words in rows for word in words.split()}
