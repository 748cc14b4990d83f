"""Ones that go without saying: "a mile away", "a year and a half", "once a week", «через місяць».

Of stretches of time there is more to say: "for a month" and "a month later" hold the same
month and say something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

from transcheck.facts.exact import Exact
from transcheck.facts.numbers.lexicon import Lexicon, lexicon
from transcheck.facts.numbers.phrases import Phrases
from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.numbers.units import unit_words
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language

_HALF_PRECISE = Fraction(1, 10)


def unsaid(tokens: Tokens, language: Language) -> Iterator[Numeral]:
    """Yield a numeral for every number of a sentence that goes without saying."""
    if not _signs(language).isdisjoint(tokens.texts):
        yield from _articles(tokens, language)
        yield from _once(tokens, language)
        yield from _bare_stretches(tokens, language)


@cache
def _signs(language: Language) -> frozenset[str]:
    """Return the words one of which stands where a number goes without saying."""
    words = lexicon(language)
    halves = frozenset(phrase[-1] for _, phrase in words.plus)
    rates = frozenset(phrase[0] for phrase in words.once)
    return words.article_units | halves | rates | stretch_words(language).units


def _articles(tokens: Tokens, language: Language) -> Iterator[Numeral]:
    """Yield a numeral for every article that counts a unit, with the half behind the unit.

    "His year and a half" needs no article.
    """
    words = lexicon(language)
    units = unit_words(language).behind
    texts = tokens.texts
    openers = words.unit_openers
    if openers.isdisjoint(texts):
        return
    for i in [i for i, text in enumerate(texts[:-1]) if text in openers]:
        opens = texts[i] in words.unit_articles
        unit = texts[i + 1]
        half = _plus(tokens, i + 2, words)
        if half is not None and units.named(unit) is not None:
            part, after = half
            yield _numeral(tokens, i, after, 1 + part, unit)
        elif opens and unit in words.article_units and texts[i] not in words.words:
            yield _numeral(tokens, i, i + 1, 1, "")


def _once(tokens: Tokens, language: Language) -> Iterator[Numeral]:
    """Yield a numeral for every "once a week", with the one before it («один раз на тиждень»)."""
    words = lexicon(language)
    for phrase in words.once:
        for i in [i for i, text in enumerate(tokens.texts) if text == phrase[0]]:
            if tokens.texts[i : i + len(phrase)] == phrase:
                before = words.words.get(tokens.texts[i - 1]) if i else None
                if before is None or before.value == 1:
                    first = i if before is None else i - 1
                    one = _numeral(tokens, first, i + 1, 1, "")
                    yield one._replace(form=Form.MULTIPLIER)


def _plus(tokens: Tokens, i: int, words: Lexicon) -> tuple[Exact, int] | None:
    """Read "and a half" at the token `i`: what it adds and the index behind it."""
    if i >= len(tokens.texts) or tokens.texts[i] not in words.plus_starts:
        return None
    for part, phrase in words.plus:
        if tokens.texts[i : i + len(phrase)] == phrase:
            return part, i + len(phrase)
    return None


def _numeral(tokens: Tokens, first: int, after: int, value: Exact, tail: str) -> Numeral:
    end = tokens.ends[after - 1]
    return Numeral(
        start=tokens.starts[first],
        end=end,
        first=first,
        after=after,
        low=value,
        high=value,
        form=Form.COMPOUND if tail else Form.ARTICLE,
        written=Written.WORDS,
        precision=1 if value == 1 else _HALF_PRECISE,
        readings=(value,),
        tail=tail,
        tail_end=end,
    )


class Course(StrEnum):
    """What a stretch of time is to what happened."""

    DURING = "during"
    """It lasted so long: for a month."""
    AFTER = "after"
    """It came when so long had passed: a month later."""
    EITHER = "either"
    """The words can mean both: within a month."""


@dataclass(frozen=True, slots=True, eq=False)
class StretchWords:
    """The words of one language."""

    before: Phrases[Course]
    behind: Phrases[Course]
    articles: frozenset[str]
    """Words between the preposition and the unit that count as one."""
    units: frozenset[str]
    """Units of time in the singular."""


@cache
def stretch_words(language: Language) -> StretchWords:
    """Return the words of a language; its table is read at the first call."""
    cells: dict[str, list[str]] = {"article": [], "unit": []}
    sides: dict[str, list[tuple[Course, list[str]]]] = {"before": [], "behind": []}
    for meaning, side, phrases in language.rows("stretches"):
        if meaning in cells:
            cells[meaning] += phrases.split("; ")
        else:
            sides[side].append((Course(meaning), phrases.split("; ")))
    return StretchWords(
        Phrases(sides["before"]),
        Phrases(sides["behind"]),
        frozenset(cells["article"]),
        frozenset(cells["unit"]),
    )


def _bare_stretches(tokens: Tokens, language: Language) -> Iterator[Numeral]:
    """Yield a numeral of one for every unit of time whose number goes without saying."""
    words = stretch_words(language)
    if words.units.isdisjoint(tokens.texts):
        return
    for i in [i for i, text in enumerate(tokens.texts) if text in words.units]:
        if tokens.kind(i) != "word":
            continue
        first = i - 1 if i and tokens.texts[i - 1] in words.articles else i
        if words.articles and first == i:
            continue
        if _course(tokens, first, i + 1, words) is not None:
            yield _numeral(tokens, first, i + 1, 1, tokens.texts[i])._replace(form=Form.ARTICLE)


def course(text: str, start: int, end: int, language: Language) -> Course | None:
    """Return what a stretch of time in a sentence is to what happened, where words say it.

    `start` and `end` are those of its fact.
    """
    tokens = tokenize(text)
    first, after = tokens.at(start), tokens.at(end)
    return _course(tokens, first, after, stretch_words(language))


def _course(tokens: Tokens, first: int, after: int, words: StretchWords) -> Course | None:
    # "For a month after the elections" lasts a month.
    found = words.before.ending(tokens, first - 1) or words.behind.starting(tokens, after)
    return found.meaning if found else None
