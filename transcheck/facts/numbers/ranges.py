"""Quantities that change each other: ranges, sums, shares, degrees below zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from transcheck.facts.exact import Exact, ratio, size
from transcheck.facts.numbers.phrases import Phrases
from transcheck.facts.numbers.records import Draft, Form, Written
from transcheck.facts.numbers.units import minor_units, unit
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language
from transcheck.limits import RANGES_LARGEST_RATIO, RANGES_PAIR_REACH, RANGES_SCORE_REACH

_DASHES = frozenset("-–—")
_NO_ENDS = frozenset({Form.MULTIPLIER, Form.BOTH, Form.DECADE})
"""Forms that end no range: "doubled to 1.05 million"."""
_PAIR = "pair "
"""Before the first word of a pair, in the column of roles."""
_SHARE = ("%",)
_ROUND = frozenset({10, 100, 1000})
"""Numbers of which shares are told."""
_DEGREES = ("°C", "°F")


@dataclass(frozen=True, slots=True, eq=False)
class RangeWords:
    """The words that join two ends."""

    links: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    parts: frozenset[str]
    each: frozenset[str]
    """Words that make the ordinal behind them a fraction."""
    one_in: frozenset[str]
    """Words between one and the number it is one of."""
    portion: frozenset[str]
    """Words between two small numbers that make them a share as well: "two *in* three"."""
    share: frozenset[str]
    """Words between two numbers the second of which is ten, a hundred or a thousand."""
    score: frozenset[str]
    """Words near which two numbers joined by a dash are a score."""


@cache
def range_words(language: Language) -> RangeWords:
    """Return the words of ranges of a language; its table is read at the first call."""
    rows = {role: phrases.split("; ") for role, phrases, *_ in language.rows("ranges")}

    def words(role: str) -> frozenset[str]:
        return frozenset(rows.get(role, ()))

    pairs = frozenset(
        (role.removeprefix(_PAIR), second)
        for role, seconds in rows.items()
        if role.startswith(_PAIR)
        for second in seconds
    )
    return RangeWords(
        words("link"),
        pairs,
        words("part"),
        words("each"),
        words("in"),
        words("portion"),
        words("share"),
        words("score"),
    )


def join_ranges(drafts: Sequence[Draft], tokens: Tokens, language: Language) -> None:
    """Let the two ends of each range share scale, unit and hedge, and know each other."""
    words = range_words(language)
    for left, right in pairwise(drafts):
        if (
            left.low == left.high
            and right.low == right.high
            and left.numeral.form not in _NO_ENDS
            and right.numeral.form not in _NO_ENDS
            and _of_one_kind(left, right)
            and _linked(left, right, tokens, words)
            and not _is_score(left, right, tokens, words)
        ):
            _share(left, right)


def _of_one_kind(left: Draft, right: Draft) -> bool:
    """Return whether two drafts may be ends of one range.

    "Grew by a third to 1.8 billion" and "grew 23% to 41.6 billion hryvnias" are none.
    """
    told = left.units == _SHARE or (left.units and right.units)
    if told and right.numeral.scale != 1 and set(left.units).isdisjoint(right.units):
        return False
    return all(
        (left.numeral.form is form) == (right.numeral.form is form)
        for form in (Form.FRACTION, Form.ORDINAL)
    )


def _is_score(left: Draft, right: Draft, tokens: Tokens, words: RangeWords) -> bool:
    """Return whether two numbers joined by a dash are a score: they won 3–1, a 2–2 draw."""
    bare = not left.units and not right.units and left.plain and right.plain
    if not bare or not left.in_digits or not right.in_digits or left.low != left.low // 1:
        return False
    if left.low >= right.low:
        return True
    near = tokens.texts[max(0, left.first - RANGES_SCORE_REACH) : right.after + RANGES_SCORE_REACH]
    return not words.score.isdisjoint(near)


def join_parts(drafts: Sequence[Draft], tokens: Tokens, language: Language) -> list[Draft]:
    """Join what is one value in two units: 6 feet 6 inches, «5 грн 20 коп.», 6-foot-6."""
    words = range_words(language)
    joined: list[Draft] = []
    for draft in drafts:
        stoppage = bool(joined) and _is_stoppage(joined[-1], draft, tokens)
        part = _part_of(joined[-1], draft, tokens, words.parts) if joined else None
        part = draft.low if stoppage else part
        if part is None:
            joined.append(draft)
            continue
        whole = joined[-1]
        if stoppage:
            whole.numeral = whole.numeral._replace(form=Form.ORDINAL)
        whole.low = whole.high = whole.low + part
        # "The second minute of added time" is 45+2.
        whole.readings = (whole.low, draft.low) if stoppage else (whole.low,)
        whole.precision = min(whole.precision, ratio(draft.precision * part, draft.low))
        whole.after, whole.end = draft.after, draft.end
    return joined


def _is_stoppage(whole: Draft, part: Draft, tokens: Tokens) -> bool:
    """Return whether a minute of a match is counted beyond its half: 45+2."""
    plus = whole.numeral.after
    joins = tokens.texts[plus : part.first] == ("+",) and whole.in_digits and part.in_digits
    return joins and tokens.touch(plus - 1) and tokens.touch(plus)


def _linked(left: Draft, right: Draft, tokens: Tokens, words: RangeWords) -> bool:
    """Return whether nothing but a dash or a linking word stands between two drafts."""
    if left.numeral.after > right.first:
        return left.end <= right.start
    between = tokens.texts[left.after : right.first]
    if len(between) != 1:
        return False
    if between[0] in _DASHES or between[0] in words.links:
        return True
    before = tokens.texts[max(0, left.first - RANGES_PAIR_REACH) : left.first]
    return any(first in before and second == between[0] for first, second in words.pairs)


def _share(left: Draft, right: Draft) -> None:
    scale = right.numeral.scale
    if scale != 1 and left.plain and right.low and _near(left.low, ratio(right.low, scale)):
        left.scale(scale)
    if not left.units:
        left.units = right.units
    elif not right.units:
        right.units = left.units
    left.ends = right.ends = (min(left.low, right.low), max(left.low, right.low))
    right.closes = True


def _near(left: Exact, right: Exact) -> bool:
    """Return whether two coefficients are so close that they share their scale."""
    small, large = sorted((size(left), size(right)))
    return (left < 0) == (right < 0) and large <= small * RANGES_LARGEST_RATIO


def _part_of(whole: Draft, part: Draft, tokens: Tokens, links: frozenset[str]) -> Exact | None:
    """Return what `part` adds to `whole`, in the unit of `whole`; None if they are apart."""
    if not whole.units or part.low <= 0 or whole.low != whole.high:
        return None
    between = " ".join(tokens.texts[whole.after : part.first])
    if between not in {"", "-"} and between not in links:
        return None
    if not part.units:
        # 6-foot-6: the inches go without saying.
        inches = whole.units[0] == "ft" and part.low < 12 and part.in_digits
        return ratio(part.low, 12) if inches else None
    major, minor = whole.units[0], part.units[0]
    if major in minor_units().get(minor, ()):
        return ratio(part.low, 100) if part.low < 100 else None
    if major == minor or unit(major).dimension != unit(minor).dimension:
        return None
    share = ratio(unit(minor).factor, unit(major).factor)
    return part.low * share if part.low * share < 1 and unit(major).offset == 0 else None


def read_shares(drafts: Sequence[Draft], tokens: Tokens, language: Language) -> list[Draft]:
    """Turn "one in four" and «кожен четвертий» into the fraction they mean."""
    words = range_words(language)
    shares: list[Draft] = []
    for draft in drafts:
        before = tokens.texts[draft.first - 1] if draft.first else ""
        if draft.numeral.form is Form.ORDINAL and before in words.each and draft.low > 1:
            draft.first -= 1
            shares.append(_share_of(draft, tokens.starts[draft.first]))
        elif shares and _is_one_in(shares[-1], draft, tokens, words):
            one = shares.pop()
            draft.first = one.first
            shares.append(_share_of(draft, one.start))
        elif shares and _is_share(shares[-1], draft, tokens, words):
            count = shares.pop()
            draft.first = count.first
            shares.append(_share_of(draft, count.start, count.low))
        else:
            shares.append(draft)
    return shares


def _is_share(count: Draft, draft: Draft, tokens: Tokens, words: RangeWords) -> bool:
    """Return whether two numbers are a share: four in ten, «чотири з десяти»."""
    counts = count.plain or count.numeral.form is Form.COLLECTIVE
    plain = counts and draft.plain and not count.units and not draft.units
    if not plain or not 1 < count.low < draft.low:
        return False
    between = " ".join(tokens.texts[count.after : draft.first])
    # "Two in three", but two of the three are counted.
    small = between in words.portion and draft.low < min(_ROUND)
    return small or (draft.low in _ROUND and between in words.share)


def _is_one_in(one: Draft, draft: Draft, tokens: Tokens, words: RangeWords) -> bool:
    if one.low != 1 or one.units or draft.units or draft.low <= 1 or draft.low.denominator != 1:
        return False
    if draft.numeral.form is Form.VAGUE:  # one of several
        return False
    return " ".join(tokens.texts[one.after : draft.first]) in words.one_in


def _share_of(draft: Draft, start: int, count: Exact = 1) -> Draft:
    """Make a draft the fraction it is the denominator of."""
    value = ratio(count, draft.low)
    draft.numeral = draft.numeral._replace(form=Form.FRACTION, written=Written.MIXED)
    draft.low = draft.high = value
    draft.readings, draft.units, draft.start = (value,), ("fraction",), start
    return draft


def read_frost(drafts: Sequence[Draft], tokens: Tokens, language: Language) -> list[Draft]:
    """Make temperatures negative that words behind them put below zero.

    The zero of "below zero" is no number of its own, and the minus of a range belongs to
    both ends, where it then goes down: "-17 to 19", but not "-3 to 2 degrees". It holds for a
    bare number behind as well: «12 градусов мороза, в Киеве – шесть», and «3 морозу» are degrees.
    """
    left: list[Draft] = []
    zeros: range = range(0)
    frost = False
    for draft in drafts:
        if draft.first in zeros:
            continue
        left.append(draft)
        if frost and draft.plain and not draft.units:
            draft.readings = (*draft.readings, -draft.low)
        found = _frost(language).starting(tokens, draft.after)
        if found is not None and draft.plain and not draft.units:
            draft.units = _DEGREES
        if not draft.units or unit(draft.units[0]).dimension != "temperature":
            continue
        ends = left[-2:] if draft.closes else left[-1:]
        if found is not None:
            zeros, frost = range(found.first, found.after), True
        whole = draft.closes or not draft.ends
        if found is not None or (whole and 0 > ends[0].low >= -size(ends[-1].low)):
            for end in ends:
                _negate(end)
    return left


def _negate(draft: Draft) -> None:
    if draft.low > 0:
        draft.low, draft.high = -draft.low, -draft.high
        draft.readings = tuple(-reading for reading in draft.readings)
    if draft.ends:
        low, high = sorted(-size(end) for end in draft.ends)
        draft.ends = low, high


@cache
def _frost(language: Language) -> Phrases[bool]:
    """Return the words behind degrees that put them below zero."""
    return Phrases([(True, language.words("frost"))])
