"""Units that an article counts: "about a mile", "a decade later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.numerals.lexicon import lexicon
from transcheck.facts.tokens import Token
from transcheck.languages import Language

_ONE = Fraction(1)


def articles(tokens: Sequence[Token], language: Language) -> Iterator[Numeral]:
    """Yield a numeral of value one for every article that counts a unit."""
    words = lexicon(language)
    if not words.article_units:
        return
    for i, token in enumerate(tokens):
        if token.text in words.article_units and i and tokens[i - 1].text in words.part_articles:
            article = tokens[i - 1]
            yield Numeral(
                start=article.start,
                end=article.end,
                first=i - 1,
                after=i,
                low=_ONE,
                high=_ONE,
                form=Form.ARTICLE,
                written=Written.WORDS,
                precision=_ONE,
                readings=(_ONE,),
                tail_end=article.end,
            )
