"""Hedges: the words before or after a number that bound or soften it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from transcheck.facts.numbers.lexicon import lexicon
from transcheck.facts.numbers.phrases import Found, Phrases
from transcheck.facts.numbers.records import Bound, Draft, Hedge, Numeral, Written
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language

_MAYBE = "maybe "


@dataclass(frozen=True, slots=True, eq=False)
class HedgeWords:
    """The hedges of one language."""

    before: Phrases[str]
    after: Phrases[str]
    between: frozenset[str]
    """Words that may stand between a hedge and the number: "more than *the* 20"."""
    inverted: frozenset[str]
    """Nouns behind which a number in words is a rough one: «годин п'ять»."""
    linked: frozenset[str]
    """Nouns behind which it is one if a link stands between: «роки зо три»."""
    links: frozenset[str]
    """Those links: «років з десять», «минут через пять»."""
    topic: frozenset[str]
    """Words that make "about" a preposition: "asked about two men"."""
    moving: frozenset[str]
    """Words that make "up to" a direction: "the wage will go up to 9,297"."""
    numbers: frozenset[str]
    """Words before which "plus" adds: "50 per cent plus *one* vote"."""


@cache
def hedge_words(language: Language) -> HedgeWords:
    """Return the hedges of a language; its table is read at the first call."""
    cells: dict[str, list[str]] = {
        name: []
        for name in ("between", "topic", "moving", "inverted", "inverted linked", "inverted link")
    }
    sides: dict[str, list[tuple[str, list[str]]]] = {"before": [], "after": []}
    for meaning, side, phrases, *_ in language.rows("hedges"):
        if meaning in cells:
            cells[meaning] += phrases.split("; ")
        else:
            sides[side].append((meaning, phrases.split("; ")))
    return HedgeWords(
        Phrases(sides["before"]),
        Phrases(sides["after"]),
        frozenset(cells["between"]),
        frozenset(cells["inverted"]),
        frozenset(cells["inverted linked"]),
        frozenset(cells["inverted link"]),
        frozenset(cells["topic"]),
        frozenset(cells["moving"]),
        frozenset((*lexicon(language).words, *lexicon(language).articles)),
    )


def find_hedge(draft: Draft, tokens: Tokens, language: Language) -> Hedge | None:
    """Return what bounds a draft: the words before it, behind it, or its tail ("20-odd")."""
    words = hedge_words(language)
    if draft.numeral.tail and (said := words.after.named(draft.numeral.tail)):
        return _hedge(said)
    if draft.numeral.rough or inverted_noun(draft.numeral, tokens, language) is not None:
        return Hedge(Bound.ABOUT, sure=True)
    before = None if draft.closes else _before(tokens, draft.first, words)
    if before:
        return _hedge(before.meaning)
    for after in dict.fromkeys((draft.after, draft.numeral.after)):
        behind = _behind(tokens, after, words)
        if behind:
            return _hedge(behind.meaning)
    return None


def inverted_noun(numeral: Numeral, tokens: Tokens, language: Language) -> int | None:
    """Return the place of what a number in words stands behind: «людей двадцять», or None."""
    words, number = hedge_words(language), lexicon(language)
    if not words.inverted or numeral.written is not Written.WORDS or numeral.tail:
        return None
    at = numeral.first - 1
    linked = tokens.texts[numeral.first] in number.inverted_numbers
    if at > 0 and linked and tokens.texts[at] in words.links:
        at -= 1
        nouns = words.inverted | words.linked
    else:
        nouns = words.inverted
    if at < 0 or tokens.texts[at] not in nouns:
        return None
    before = tokens.texts[at - 1] if at else ""
    counted = before[:1].isdigit() or before in number.words
    return None if counted else at


def hedged(text: str, start: int, end: int, language: Language) -> tuple[int, int]:
    """Return the span of a quantity together with the words that bound it.

    `start` and `end` are those of its fact in the sentence `text`.
    """
    tokens = tokenize(text)
    first, after = tokens.at(start), tokens.at(end)
    words = hedge_words(language)
    if before := _before(tokens, first, words):
        start = tokens.starts[before.first]
    if behind := _behind(tokens, after, words):
        end = tokens.ends[behind.after - 1]
    return start, end


def _before(tokens: Tokens, i: int, words: HedgeWords) -> Found[str] | None:
    """Return the hedge that ends right before the token `i`, or one preposition before it."""
    found = words.before.ending(tokens, i - 1)
    if found is None and i > 1 and tokens.texts[i - 1] in words.between:
        found = words.before.ending(tokens, i - 2)
    if found is None:
        return None
    if found.meaning.startswith(_MAYBE):
        # «майже до нуля»: the surer word stands before the doubtful one.
        found = words.before.ending(tokens, found.first - 1) or found
    bound, lead = _hedge(found.meaning).bound, tokens.texts[found.first - 1] if found.first else ""
    if bound is Bound.ABOUT and lead in words.topic:
        return None
    return None if bound is Bound.UP_TO and lead in words.moving else found


def _behind(tokens: Tokens, i: int, words: HedgeWords) -> Found[str] | None:
    """Return the hedge that starts at the token `i`: "20 or more", "20+", «с лишним»."""
    found = words.after.starting(tokens, i)
    if found is None:
        return None
    if tokens.kind(i) == "mark" and not (i and tokens.touch(i - 1)):
        return None
    following = tokens.texts[found.after] if found.after < len(tokens.texts) else ""
    return None if following[:1].isdigit() or following in words.numbers else found


def _hedge(meaning: str) -> Hedge:
    return Hedge(Bound(meaning.removeprefix(_MAYBE)), not meaning.startswith(_MAYBE))
