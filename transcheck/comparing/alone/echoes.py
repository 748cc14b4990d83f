"""Clauses that say again what the top of a text says, and nothing else.

"The bridge closes on April 21" below "The bridge over the Teteriv will close on April 12": what is
said of the day was said before, so that it is the same event. "A second boat starts on June 3"
says something new, and may be of another one.
"""

from __future__ import annotations

from rapidfuzz.distance import Prefix

from transcheck.comparing.alone.words import between, words
from transcheck.languages import named
from transcheck.model import Edition, Fact

_MARKS = frozenset(',;:—–()«»“”„"')
"""What ends a clause."""
_SHORTEST = 3
"""Letters of the shortest word that says something."""
_ROOT, _ENDING = 4, 4
"""Letters that two words of one root have in common at least, and those that may follow."""


def echoed(edition: Edition, segment: int, other: Fact, *, behind: bool) -> tuple[str, ...]:
    """Return the words of the clause around a fact if all stand in a sentence above, or nothing.

    Args:
        edition: the text.
        segment: the sentence at the top.
        other: the fact whose clause is looked at: what is before it.
        behind: look at what is behind it where nothing is before it.
    """
    known = _telling(edition, between(edition, segment, 0, _length(edition, segment)))
    tokens = between(edition, other.segment, 0, other.start)
    last = max((n for n, token in enumerate(tokens) if token in _MARKS), default=-1)
    before = tokens[last + 1 :]
    tokens = between(edition, other.segment, other.end, _length(edition, other.segment))
    first = next((n for n, token in enumerate(tokens) if token in _MARKS), len(tokens))
    if not words(named(edition.language))["new"].isdisjoint((*before, *tokens[:first])):
        return ()
    clause = _telling(edition, before)
    if not clause and behind:
        clause = _telling(edition, tokens[:first])
    return clause if all(any(one_root(w, k) for k in known) for w in clause) else ()


def one_root(one: str, other: str) -> bool:
    """Return whether two words may be forms of one: close and closes, запрацює and запрацював."""
    common = Prefix.similarity(one, other)
    return one == other or (common >= _ROOT and common + _ENDING >= max(len(one), len(other)))


def _telling(edition: Edition, tokens: list[str]) -> tuple[str, ...]:
    small = named(edition.language).words("function_words")
    long = (t for t in tokens if t[0].isalpha() and len(t) >= _SHORTEST)
    return tuple(dict.fromkeys(token for token in long if token not in small))


def _length(edition: Edition, segment: int) -> int:
    return len(edition.segments[segment].text)
