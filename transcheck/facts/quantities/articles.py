"""Units that an article counts: "about a mile", "a decade later", "a year and a half"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.numerals.lexicon import Lexicon, lexicon
from transcheck.facts.quantities.units import unit_words
from transcheck.facts.tokens import Token
from transcheck.languages import Language

_ONE = Fraction(1)


def articles(tokens: Sequence[Token], language: Language) -> Iterator[Numeral]:
    """Yield a numeral for every article that counts a unit, with the half behind the unit.

    "His year and a half" needs no article.
    """
    words = lexicon(language)
    if not words.unit_articles:
        return
    units = unit_words(language).behind
    for i, token in enumerate(tokens[:-1]):
        opens = token.text in words.unit_articles
        if not opens and token.text not in words.possessives:
            continue
        unit = tokens[i + 1].text
        half = _plus(tokens, i + 2, words)
        if half is not None and units.named(unit) is not None:
            part, after = half
            yield _numeral(tokens, i, after, _ONE + part, unit)
        elif opens and unit in words.article_units and token.text not in words.words:
            yield _numeral(tokens, i, i + 1, _ONE, "")


def _plus(tokens: Sequence[Token], i: int, words: Lexicon) -> tuple[Fraction, int] | None:
    """Read "and a half" at the token `i`: what it adds and the index behind it."""
    for part, phrase in words.plus:
        if tuple(token.text for token in tokens[i : i + len(phrase)]) == phrase:
            return part, i + len(phrase)
    return None


def _numeral(
    tokens: Sequence[Token], first: int, after: int, value: Fraction, tail: str
) -> Numeral:
    end = tokens[after - 1].end
    return Numeral(
        start=tokens[first].start,
        end=end,
        first=first,
        after=after,
        low=value,
        high=value,
        form=Form.COMPOUND if tail else Form.ARTICLE,
        written=Written.WORDS,
        precision=_ONE if value == 1 else Fraction(1, 10),
        readings=(value,),
        tail=tail,
        tail_end=end,
    )
