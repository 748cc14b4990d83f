"""From a sentence to its quantities: numerals, then what belongs to each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numerals import Form, Numeral, Written, read_text
from transcheck.facts.numerals.lexicon import lexicon
from transcheck.facts.quantities.articles import articles, once
from transcheck.facts.quantities.counted import count
from transcheck.facts.quantities.designators import is_designator, is_numbered, noise
from transcheck.facts.quantities.doubts import is_doubtful
from transcheck.facts.quantities.draft import Draft
from transcheck.facts.quantities.frost import read_frost
from transcheck.facts.quantities.hedges import find_hedge
from transcheck.facts.quantities.looseness import goes_without_saying, is_conversion
from transcheck.facts.quantities.ranges import (
    join_parts,
    join_ranges,
    range_words,
    read_shares,
)
from transcheck.facts.quantities.record import Quantity
from transcheck.facts.quantities.stretches import bare_stretches, stretch_words
from transcheck.facts.quantities.units import unit
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language

_ALWAYS = frozenset({Form.ORDINAL, Form.ARTICLE, Form.MULTIPLIER})
"""Forms of one that are facts."""


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
    numerals: Sequence[Numeral] = read_text(text, language)
    if not _unsaid(language).isdisjoint(tokens.texts):
        unsaid = (
            *articles(tokens, language),
            *once(tokens, language),
            *bare_stretches(tokens, language),
        )
        numerals = sorted((*unsaid, *numerals), key=_start)
    if not numerals:
        return ()
    drafts = _drafts(text, tokens, numerals, language, free)
    if len(drafts) > 1:
        drafts = join_parts(drafts, tokens, language)
    drafts = read_shares(drafts, tokens, language)
    join_ranges(drafts, tokens, language)
    drafts = read_frost(drafts, tokens, language)
    for draft in drafts:
        _weigh(draft, tokens, language)
    _carry_scales(drafts, tokens, language)
    for left, right in pairwise(drafts):
        # "200 miles (322 km)": the conversion goes without saying.
        right.loose = right.loose or is_conversion(left, right, tokens)
    for left, right in pairwise(drafts):
        # A range in another currency: "UAH 25–30 million ($600,000–$720,000)".
        right.loose = right.loose or (right.closes and left.loose and left.units == right.units)
    return tuple([Found(d.start, d.end, d.quantity()) for d in drafts if _counts(d)])


@cache
def _unsaid(language: Language) -> frozenset[str]:
    """Return the words one of which stands where a number goes without saying."""
    words = lexicon(language)
    halves = frozenset(phrase[-1] for _, phrase in words.plus)
    rates = frozenset(phrase[0] for phrase in words.once)
    return words.article_units | halves | rates | stretch_words(language).units


def _drafts(
    text: str,
    tokens: Tokens,
    numerals: Sequence[Numeral],
    language: Language,
    free: Callable[[int, int], bool] | None,
) -> list[Draft]:
    """Return the numerals that are quantities, each with what it counts."""
    drafts: list[Draft] = []
    silent = noise(text, tokens)
    for numeral in numerals:
        if silent and any(s < numeral.end and numeral.start < e for s, e in silent):
            continue
        if free is not None and not free(numeral.start, numeral.end):
            continue
        if drafts and numeral.start < drafts[-1].end:
            # The 2 of km2 belongs to the unit.
            continue
        if _is_quantity(tokens, numeral, language):
            if is_numbered(tokens, numeral, language):
                numeral = numeral._replace(form=Form.ORDINAL)
            draft = Draft.of(numeral)
            count(draft, tokens, language)
            drafts.append(draft)
    return drafts


def _start(numeral: Numeral) -> int:
    return numeral.start


def _is_quantity(tokens: Tokens, numeral: Numeral, language: Language) -> bool:
    if is_designator(tokens, numeral, language):
        return False
    if numeral.form is Form.FRACTION and numeral.written is Written.DIGITS:
        behind = tokens.texts[numeral.after : numeral.after + 1]
        if not lexicon(language).rounds.isdisjoint(behind):
            return False
    return not is_doubtful(tokens, numeral, language)


def _weigh(draft: Draft, tokens: Tokens, language: Language) -> None:
    """Find the hedge of a draft, and whether it is as good as no number."""
    if draft.numeral.form is not Form.ORDINAL:
        draft.hedge = find_hedge(draft, tokens, language)
    draft.loose = goes_without_saying(draft, tokens, language)


def _carry_scales(drafts: Sequence[Draft], tokens: Tokens, language: Language) -> None:
    """Let a bare number be in the scale of one beside it as well.

    «Зібрали 30 тисяч, п'ятьом — 50»; «суми становили 2 та 3 тисячі».
    """
    scale: Exact = 1
    for draft in drafts:
        behind = tokens.texts[draft.after : draft.after + 1]
        ends = not behind or tokens.kind(draft.after) == "mark"
        if scale != 1 and ends and draft.plain and draft.in_digits and not draft.units:
            draft.readings = (*draft.readings, draft.low * scale)
        if draft.in_digits:
            scale = draft.numeral.scale if draft.numeral.scale != 1 else scale
    links = range_words(language).parts | {","}
    scale = 1
    for left, right in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        scale = right.numeral.scale if right.numeral.scale != 1 else scale
        between = tokens.texts[left.after : right.first]
        bare = left.plain and left.in_digits and not left.units
        if not bare or len(between) != 1 or between[0] not in links:
            scale = 1
        elif scale != 1:
            left.readings = (*left.readings, left.low * scale)


def _counts(draft: Draft) -> bool:
    """Return whether a draft is a fact: one is an article unless it counts a firm unit."""
    if not draft.numeral.one or draft.numeral.form in _ALWAYS:
        return True
    return bool(draft.units) and unit(draft.units[0]).dimension not in {"time", "times"}
