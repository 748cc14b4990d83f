"""Whether a sentence, or a part of one, is in another language than its edition.

Which words of a paragraph stand in quotation marks: they may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from transcheck.detecting.words import find_words, function_words, preference
from transcheck.languages import LANGUAGES, Language
from transcheck.limits import (
    SENTENCES_CERTAINTY,
    SENTENCES_COPIED,
    SENTENCES_FAMILIAR,
    SENTENCES_LEAST,
    SENTENCES_MIN_PLAIN,
    SENTENCES_PART_STRANGE,
    SENTENCES_PART_WORDS,
    SENTENCES_STRANGE,
    SENTENCES_VETO,
)
from transcheck.morphology import is_form

_QUOTATION = re.compile(
    r"""
    « [^«»]* (?: « [^«»]* » [^«»]* )* (?: » | \Z )
    | “ [^“”]* (?: ” | \Z )
    | „ [^„“”]* (?: [“”] | \Z )
    | " (?<!\w") [^"]* (?: " | \Z )
    | ‘ (?<!\w‘) [^‘’]* (?: ’[^‘’\s][^‘’]* )* (?: ’ | \Z )
    """,
    re.VERBOSE,
)
"""A quotation that does not close runs to the end of its paragraph, as the next one opens
again where it goes on."""


def unquoted(sentences: Sequence[str]) -> tuple[str, ...]:
    """Return each sentence of one paragraph with what stands in quotation marks blanked out.

    A quotation may start in one sentence and end in another. Lengths do not change.
    """
    text = " ".join(sentences)
    blank = _QUOTATION.sub(lambda match: " " * len(match[0]), text)
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    return tuple(
        blank[start : start + len(sentence)]
        for start, sentence in zip(starts, sentences, strict=False)
    )


_ENDS, _CLOSING = (".", "!", "?", "…"), " »”\"’')]"
_LETTERS_END = 0x2C00
"""Behind all letters whose small forms are Cyrillic or Latin: the last is the Kelvin sign."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Another language that a text is in."""

    language: str
    start: int
    """Where the foreign words start in the text."""
    end: int
    sure: bool


def may_be_foreign(text: str, home: Language) -> bool:
    """Return False for the ordinary sentence, which has letters that tell of home alone.

    Quick; only what passes needs to be judged.
    """
    only_home, only_foreign = _telling_letters(home)
    return not only_home.search(text) or only_foreign.search(text) is not None


def judge(text: str, home: Language, sources: Container[str] = ()) -> Verdict | None:
    """Return the other language that a sentence is in; None where home is not ruled out.

    `sources` are the languages in whose editions the same words stand: for these less
    evidence is enough.
    """
    verdicts = []
    words = [match[0] for match in find_words(text)]
    for other in LANGUAGES:
        if other.code == home.code or not _any_of(other.alphabet).search(text):
            continue
        found = _telling(words, home, other)
        evidence = preference(found, other.code, home.code)
        if evidence < SENTENCES_LEAST:
            continue
        plain = _plain(found)
        if len(plain) < SENTENCES_MIN_PLAIN or _is_title(text, plain, home, other):
            continue
        copy = other.code in sources
        strange = not _strange(home, other).isdisjoint("".join(plain).lower())
        fewest, threshold = (
            (SENTENCES_COPIED if copy else SENTENCES_STRANGE) if strange else SENTENCES_FAMILIAR
        )
        evidence = min(evidence, preference(plain, other.code, home.code))
        if len(found) >= fewest and evidence >= threshold and not _at_home(plain, home, other):
            sure = copy or evidence >= SENTENCES_CERTAINTY
            verdicts.append((evidence, Verdict(other.code, 0, len(text), sure=sure)))
    return max(verdicts, key=lambda pair: pair[0])[1] if verdicts else None


def judge_part(text: str, home: Language) -> Verdict | None:
    """Return a run of words of a sentence that is in another language of the same script.

    The run whose words speak most for the other language is looked at. It must hold
    several small words with letters that the home alphabet lacks: names never decide.
    """
    for other in LANGUAGES:
        strange = _strange(home, other)
        if other.script != home.script or strange.isdisjoint(text):
            continue
        letters = _either(home, other)
        found = [match for match in find_words(text) if match[0][0].lower() in letters]
        run = _best_run([preference([match[0]], other.code, home.code) for match in found])
        chosen = found[run.start : run.stop]
        small = list(dict.fromkeys(match[0] for match in chosen if match[0].islower()))
        if (
            len(chosen) >= SENTENCES_PART_WORDS
            and sum(not strange.isdisjoint(word) for word in small) >= SENTENCES_PART_STRANGE
            and preference(small, other.code, home.code) >= SENTENCES_CERTAINTY
        ):
            return Verdict(other.code, chosen[0].start(), chosen[-1].end(), sure=False)
    return None


def speaks_for_home(text: str, home: Language) -> bool:
    """Return whether the few words around a quotation are of the home language."""
    plain = _plain([match[0] for match in find_words(text)])
    others = (language.code for language in LANGUAGES if language.code != home.code)
    return bool(plain) and all(
        preference(plain, code, home.code) < SENTENCES_VETO for code in others
    )


@cache
def _strange(home: Language, other: Language) -> frozenset[str]:
    """Return the letters of a language that home lacks."""
    return other.alphabet - home.alphabet


@cache
def _either(home: Language, other: Language) -> frozenset[str]:
    return home.alphabet | other.alphabet


@cache
def _telling_letters(home: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return expressions for the letters that only the home alphabet has, and that it lacks."""
    others = [language.alphabet for language in LANGUAGES if language.code != home.code]
    foreign = frozenset().union(*others)
    return _any_of(home.alphabet - foreign), _any_of(foreign - home.alphabet)


@cache
def _any_of(letters: frozenset[str]) -> re.Pattern[str]:
    """Return an expression for some small letters and whatever has one as its small form."""
    found = "".join(sorted({form for letter in letters for form in _forms().get(letter, ())}))
    return re.compile(f"[{re.escape(found)}]" if found else "(?!)")


@cache
def _forms() -> dict[str, list[str]]:
    """Return, for every small letter, the characters whose small form holds it."""
    found: dict[str, list[str]] = {}
    for form in map(chr, range(_LETTERS_END)):
        for letter in form.lower():
            found.setdefault(letter, []).append(form)
    return found


def _telling(words: Sequence[str], home: Language, other: Language) -> Sequence[str]:
    """Return the words that can tell two languages apart: not those in a third script."""
    if other.script != home.script:
        return words
    letters = _either(home, other)
    return [word for word in words if word[0].lower() in letters]


def _at_home(plain: Sequence[str], home: Language, other: Language) -> bool:
    """Return whether the home dictionary has as many of the words as the other language's.

    Sequences of letters mislead where all are common to both: «Рейс затримали на 2 години
    20 хвилин» has the endings of Russian and no letter that is Ukrainian alone.
    """
    if other.script != home.script:
        return False
    here, there = (sum(is_form(w, language.code) for w in plain) for language in (home, other))
    return here > 0 and here >= there


def _is_title(text: str, plain: Sequence[str], home: Language, other: Language) -> bool:
    """Return whether words in a foreign script are rather a list of brands or a title."""
    if other.script == home.script:
        return False
    inner = len(plain) - 1
    listed = function_words(plain[1:], other.code)
    if listed == inner:  # The Lord of the Rings, but: He is in London.
        return not text.rstrip(_CLOSING).endswith(_ENDS)
    return (
        listed == 0 and len(plain) <= SENTENCES_MIN_PLAIN and not function_words(plain, other.code)
    )


def _plain(found: Sequence[str]) -> list[str]:
    """Return the words that are probably no names: the first, and those in small letters."""
    if all(word.isupper() for word in found):
        return list(found)
    return [word for n, word in enumerate(found) if n == 0 or word[0].islower()]


def _best_run(scores: Sequence[float]) -> range:
    """Return the positions of the run with the greatest sum (Kadane's algorithm)."""
    best, run = 0.0, range(0)
    start, total = 0, 0.0
    for position, score in enumerate(scores):
        if total <= 0:
            start, total = position, 0.0
        total += score
        if total > best:
            best, run = total, range(start, position + 1)
    return run
