"""Stretches of time: how long something lasted, or after how long it came.

"For a month" and "a month later" hold the same month and say something else. A unit of
time behind or before such words is a quantity even without a number: «через місяць».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.quantities.phrases import Phrases
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language


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


def bare_stretches(tokens: Tokens, language: Language) -> Iterator[Numeral]:
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
            yield Numeral(
                start=tokens.starts[first],
                end=tokens.ends[i],
                first=first,
                after=i + 1,
                low=1,
                high=1,
                form=Form.ARTICLE,
                written=Written.WORDS,
                precision=1,
                readings=(1,),
                tail=tokens.texts[i],
                tail_end=tokens.ends[i],
            )


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
