"""Degrees below zero said in words: "17–19 degrees below zero", «19 градусів морозу»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transcheck.facts.exact import size
from transcheck.facts.quantities.draft import Draft
from transcheck.facts.quantities.phrases import Phrases
from transcheck.facts.quantities.units import unit
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language

_DEGREES = ("°C", "°F")


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
