"""Ones that go without saying: "about a mile", "a year and a half", "once a week"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from transcheck.facts.exact import Exact
from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.numerals.lexicon import Lexicon, lexicon
from transcheck.facts.quantities.units import unit_words
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language

_HALF_PRECISE = Fraction(1, 10)


def articles(tokens: Tokens, language: Language) -> Iterator[Numeral]:
    """Yield a numeral for every article that counts a unit, with the half behind the unit.

    "His year and a half" needs no article.
    """
    words = lexicon(language)
    if not words.unit_articles:
        return
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


def once(tokens: Tokens, language: Language) -> Iterator[Numeral]:
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
