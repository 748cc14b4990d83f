"""From a sentence to its quantities: numerals, then what belongs to each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from transcheck.facts.numerals import Form, Numeral, Written, read
from transcheck.facts.quantities.articles import articles
from transcheck.facts.quantities.counted import count
from transcheck.facts.quantities.designators import is_designator, is_numbered, noise
from transcheck.facts.quantities.doubts import is_doubtful
from transcheck.facts.quantities.draft import Draft
from transcheck.facts.quantities.hedges import find_hedge
from transcheck.facts.quantities.ranges import join_parts, join_ranges, read_shares
from transcheck.facts.quantities.record import Quantity
from transcheck.facts.quantities.units import unit
from transcheck.facts.tokens import Token, tokenize
from transcheck.languages import Language

_FIRST_TWO = 2
"""The first and the second are often said otherwise: the initial, another, re-election."""
_FEW_TIMES = 3
"""So are three times and fewer: thrice, double, again."""


_BILATERAL = 3
"""Words such as «двосторонній» have no number where others say bilateral."""


class Found(NamedTuple):
    """A quantity and the characters that say it, its unit included."""

    start: int
    end: int
    quantity: Quantity


def read_quantities(
    text: str, language: Language, free: Callable[[int, int], bool] | None = None
) -> tuple[Found, ...]:
    """Return the quantities of a sentence in reading order.

    Parts of names, numbers in addresses and the word one as an article are none. `free`
    says whether characters `start` to `end` may still be used; numerals over other
    characters are left out before ranges and units are looked for.
    """
    tokens = tokenize(text)
    numerals = sorted((*articles(tokens, language), *read(tokens, language)), key=_start)
    if not numerals:
        return ()
    drafts: list[Draft] = []
    silent = noise(text)
    for numeral in numerals:
        if any(start < numeral.end and numeral.start < end for start, end in silent):
            continue
        if free is not None and not free(numeral.start, numeral.end):
            continue
        if drafts and numeral.start < drafts[-1].end:
            # The 2 of km2 belongs to the unit.
            continue
        if _is_quantity(tokens, numeral, language):
            if is_numbered(tokens, numeral, language):
                numeral = replace(numeral, form=Form.ORDINAL)
            draft = Draft.of(numeral)
            count(draft, tokens, language)
            drafts.append(draft)
    drafts = read_shares(join_parts(drafts, tokens, language), tokens, language)
    join_ranges(drafts, tokens, language)
    for draft in drafts:
        _weigh(draft, tokens, language)
    for left, right in pairwise(drafts):
        # "200 miles (322 km)": the conversion goes without saying.
        right.loose = right.loose or _is_conversion(left, right, tokens)
    return tuple(
        Found(draft.start, draft.end, draft.quantity()) for draft in drafts if _counts(draft)
    )


def _start(numeral: Numeral) -> int:
    return numeral.start


def _is_quantity(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    if is_designator(tokens, numeral, language):
        return False
    return not is_doubtful(tokens, numeral, language)


def _weigh(draft: Draft, tokens: Sequence[Token], language: Language) -> None:
    """Find the hedge of a draft, and whether it is as good as no number."""
    if draft.numeral.form is not Form.ORDINAL:
        draft.hedge = find_hedge(draft, tokens, language)
    draft.loose = _is_loose(draft, tokens)


def _is_loose(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Return whether the same is often said without a number."""
    numeral = draft.numeral
    if numeral.form is Form.ORDINAL and (numeral.low <= _FIRST_TWO or _glossed(draft, tokens)):
        return True
    if numeral.written is not Written.WORDS:
        return False
    if numeral.form in {Form.MULTIPLIER, Form.BOTH, Form.ARTICLE}:
        return True
    if draft.units == ("times",) and numeral.low <= _FEW_TIMES:
        return True
    if numeral.low in (0, 1) and not draft.units:
        return True
    if numeral.form is Form.COMPOUND and numeral.low <= _BILATERAL and not draft.units:
        return True
    return (numeral.form is Form.VAGUE and numeral.low <= 2) or _capital(numeral, tokens)


def _is_conversion(left: Draft, right: Draft, tokens: Sequence[Token]) -> bool:
    """Return whether a draft gives the one before it once more, in brackets and another unit."""
    if [token.text for token in tokens[left.after : right.first]] != ["("]:
        return False
    if not left.units or not right.units or set(left.units) & set(right.units):
        return False
    here = {unit(code).dimension for code in left.units}
    return bool(here & {unit(code).dimension for code in right.units})


def _glossed(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Return whether an ordinal says in words what follows in brackets: 14th minute (13:10)."""
    behind = tokens[draft.after : draft.after + 3]
    return any(left.text == "(" and right.kind == "digits" for left, right in pairwise(behind))


def _capital(numeral: Numeral, tokens: Sequence[Token]) -> bool:
    """Return whether a number word is part of a name: Group of Seven, Channel One."""
    first = numeral.first
    capital = tokens[first].raw[:1].isupper() and first > 0
    return capital and tokens[first - 1].kind == "word"


def _counts(draft: Draft) -> bool:
    """Return whether a draft is a fact: one is an article unless it counts a firm unit."""
    if not draft.numeral.one or draft.numeral.form in {Form.ORDINAL, Form.ARTICLE}:
        return True
    return bool(draft.units) and unit(draft.units[0]).dimension not in {"time", "times"}
