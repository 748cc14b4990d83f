"""Numbers that others say without a number: both, the second, twice, a conversion in brackets."""

from __future__ import annotations

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.numerals.lexicon import lexicon
from transcheck.facts.quantities.draft import Draft
from transcheck.facts.quantities.record import Bound
from transcheck.facts.quantities.units import is_money, unit
from transcheck.facts.tokens import Tokens, kind_of
from transcheck.languages import Language

_FIRST_TWO = 2
"""The first and the second are often said otherwise: the initial, another, re-election."""
_FEW_TIMES = 3
"""So are three times and fewer: thrice, double, again."""
_UNSAID = frozenset({Form.MULTIPLIER, Form.BOTH, Form.ARTICLE})
_DAY = 24
_WORDS_BETWEEN = 3
"""Tokens between a value and its conversion: (, "or about", "(that is around"."""
_BILATERAL = 3
"""Words such as «двосторонній» have no number where others say bilateral."""


def goes_without_saying(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Return whether the same is often said without a number."""
    numeral = draft.numeral
    if numeral.form is Form.ORDINAL and (numeral.low <= _FIRST_TWO or _glossed(draft, tokens)):
        return True
    if draft.units == ("hour",) and numeral.low == _DAY and _is_past(draft, tokens, language):
        return True
    if numeral.written is not Written.WORDS:
        return _in_section(numeral, tokens, language)
    if numeral.form in _UNSAID:
        return True
    if draft.units == ("times",) and numeral.low <= _FEW_TIMES:
        return True
    if numeral.low in (0, 1) and not draft.units:
        return True
    if numeral.form is Form.COMPOUND and numeral.low <= _BILATERAL and not draft.units:
        return True
    return (numeral.form is Form.VAGUE and numeral.low <= 2) or _capital(numeral, tokens)


def is_conversion(left: Draft, right: Draft, tokens: Tokens) -> bool:
    """Return whether a draft gives the one before it once more, in brackets and another unit."""
    between = tokens.texts[left.after : right.first]
    rough = right.hedge is not None and right.hedge.bound is Bound.ABOUT
    if not between or len(between) > _WORDS_BETWEEN or not (between[0] == "(" or rough):
        return False
    if not left.units or not right.units or set(left.units) & set(right.units):
        return False
    if is_money(left.units) and is_money(right.units):
        return True
    here = {unit(code).dimension for code in left.units}
    return bool(here & {unit(code).dimension for code in right.units})


def _is_past(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Return whether 24 hours are those before: "over the past 24 hours", «минулої доби»."""
    before = tokens.texts[max(0, draft.first - 1) : draft.first]
    return not lexicon(language).possessives.isdisjoint(before)


def _in_section(numeral: Numeral, tokens: Tokens, language: Language) -> bool:
    """Return whether a number is that of a part of an article: «ч. 4 ст. 368»."""
    before = tokens.texts[max(0, numeral.first - 2) : numeral.first]
    word = before[0] if before[-1:] == (".",) else "".join(before[-1:])
    return word in lexicon(language).sections


def _glossed(draft: Draft, tokens: Tokens) -> bool:
    """Return whether an ordinal says in words what follows in brackets: 14th minute (13:10)."""
    after = draft.after
    behind = zip(tokens.texts[after : after + 2], tokens.raws[after + 1 : after + 3], strict=False)
    return any(text == "(" and kind_of(raw) == "digits" for text, raw in behind)


def _capital(numeral: Numeral, tokens: Tokens) -> bool:
    """Return whether a number word is part of a name: Group of Seven, Channel One."""
    first = numeral.first
    capital = tokens.raws[first][:1].isupper() and first > 0
    return capital and tokens.kind(first - 1) == "word"
