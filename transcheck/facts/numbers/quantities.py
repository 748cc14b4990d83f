"""From a sentence to its quantities: numerals, then what belongs to each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numbers.doubts import is_designator, is_doubtful, is_numbered, noise
from transcheck.facts.numbers.hedges import find_hedge
from transcheck.facts.numbers.lexicon import lexicon
from transcheck.facts.numbers.numerals import read_text
from transcheck.facts.numbers.ranges import (
    join_parts,
    join_ranges,
    range_words,
    read_frost,
    read_shares,
)
from transcheck.facts.numbers.records import Bound, Draft, Form, Numeral, Quantity, Written
from transcheck.facts.numbers.units import count, is_money, unit
from transcheck.facts.numbers.unsaid import unsaid
from transcheck.facts.tokens import Tokens, kind_of, tokenize
from transcheck.languages import Language
from transcheck.limits import (
    QUANTITIES_BILATERAL,
    QUANTITIES_FEW_TIMES,
    QUANTITIES_FIRST_TWO,
    QUANTITIES_WORDS_BETWEEN,
)

_ALWAYS = frozenset({Form.ORDINAL, Form.ARTICLE, Form.MULTIPLIER})
"""Forms of one that are facts."""
_UNSAID = frozenset({Form.MULTIPLIER, Form.BOTH, Form.ARTICLE})
_DAY = 24


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
    if more := [*unsaid(tokens, language)]:
        numerals = sorted((*more, *numerals), key=attrgetter("start"))
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


def goes_without_saying(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Return whether the same is often said without a number."""
    numeral = draft.numeral
    if numeral.form is Form.ORDINAL and (
        numeral.low <= QUANTITIES_FIRST_TWO or _glossed(draft, tokens)
    ):
        return True
    if draft.units == ("hour",) and numeral.low == _DAY and _is_past(draft, tokens, language):
        return True
    if numeral.written is not Written.WORDS:
        return _in_section(numeral, tokens, language)
    if numeral.form in _UNSAID:
        return True
    if draft.units == ("times",) and numeral.low <= QUANTITIES_FEW_TIMES:
        return True
    if numeral.low in (0, 1) and not draft.units:
        return True
    if numeral.form is Form.COMPOUND and numeral.low <= QUANTITIES_BILATERAL and not draft.units:
        return True
    return (numeral.form is Form.VAGUE and numeral.low <= 2) or _capital(numeral, tokens)


def is_conversion(left: Draft, right: Draft, tokens: Tokens) -> bool:
    """Return whether a draft gives the one before it once more, in brackets and another unit."""
    between = tokens.texts[left.after : right.first]
    rough = right.hedge is not None and right.hedge.bound is Bound.ABOUT
    if not between or len(between) > QUANTITIES_WORDS_BETWEEN or not (between[0] == "(" or rough):
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
