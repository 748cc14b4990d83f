"""Where a sentence has a wording, in whatever case its words are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from transcheck.facts.tokens import tokenize
from transcheck.naming.inflection import bases
from transcheck.naming.letters import folded, is_cyrillic, plain
from transcheck.naming.tables import normal
from transcheck.naming.vocabulary import lemmas

_POSSESSIVE = ("'s", "'")


class _Part(NamedTuple):
    """A word without hyphens, a number or another character."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=16384)
def spans(form: str, text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has a wording: start and end, in reading order.

    Capitals, accents, kinds of dashes and apostrophes, and white space make no difference.
    Words of Cyrillic languages may be in any case, English ones in the possessive.
    """
    wanted, there = _parts(form), _parts(text)
    return tuple(
        (there[at].start, there[at + len(wanted) - 1].end)
        for at in range(len(there) - len(wanted) + 1)
        if all(
            _same(part.text, own.text, language)
            for part, own in zip(wanted, there[at:], strict=False)
        )
    )


@lru_cache(maxsize=16384)
def _parts(text: str) -> tuple[_Part, ...]:
    """Return the tokens of a sentence, words with hyphens cut at these."""
    parts: list[_Part] = []
    for token in tokenize(text):
        if token.kind == "word" and _HYPHEN.search(token.raw):
            for piece in _UNHYPHENED.finditer(token.raw):
                start, end = piece.span()
                parts.append(_Part(token.start + start, token.start + end, plain(piece[0])))
        elif token.text not in _DASHES:
            parts.append(_Part(token.start, token.end, token.text))
    return tuple(parts)


_HYPHEN = re.compile("[-\u2010\u2011\u2212\ufe63\uff0d]")
_UNHYPHENED = re.compile("[^-\u2010\u2011\u2212\ufe63\uff0d]+")
_DASHES = frozenset("-–—")


@lru_cache(maxsize=8192)
def _same(wanted: str, word: str, language: str) -> bool:
    """Return whether a word is the wanted one in some case."""
    if not is_cyrillic(wanted) or not is_cyrillic(word):
        return normal(wanted) in {normal(word), *(_bare(word))}
    if folded(wanted) in bases(word, language):
        return True
    return not lemmas(wanted, language).isdisjoint(lemmas(word, language))


def _bare(word: str) -> tuple[str, ...]:
    """Return an English word without the ending of the possessive, normalised."""
    return tuple(normal(word.removesuffix(end)) for end in _POSSESSIVE if word.endswith(end))
