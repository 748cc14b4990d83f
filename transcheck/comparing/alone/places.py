"""Names of a headline in whose place the text under it has another one.

"In Lutsk" over a text that says "in Kovel" and nothing of Lutsk. The two stand behind the same
word, a preposition or what somebody is (mayor, Olha), and their sentences are about the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transcheck.comparing.alone.summary import headline
from transcheck.comparing.alone.words import between, stem, words
from transcheck.languages import named
from transcheck.model import Edition, Fact
from transcheck.naming.inflection import base_set
from transcheck.naming.letters import plain
from transcheck.naming.value import Form, Name, NameWord

_BEGINNING = 2
"""Sentences behind the headline in which the other name is looked for."""
_OFTEN = 2
"""Times that the text has the other name: it is about it."""
_ALIKE = 4
"""First letters by which a name is known through what is made of it: Сумщина, Суми."""


class Replaced(NamedTuple):
    """A name of the headline and the one that the text has in its place."""

    said: Fact
    other: Fact


class _Placed(NamedTuple):
    fact: Fact
    word: NameWord
    before: str


def replaced(edition: Edition, facts: Sequence[Fact]) -> Iterator[Replaced]:
    """Yield the names of an edition's headline that its text has another name for."""
    top = headline(edition)
    if not top:
        return
    head = [place for fact in facts if fact.segment in top for place in _placed(edition, fact)]
    body = [place for fact in facts if fact.segment not in top for place in _placed(edition, fact)]
    begin = [place for place in body if place.fact.segment <= max(top) + _BEGINNING]
    rest = plain(" ".join(s.text for s in edition.segments if s.index not in top))
    for one in head:
        if not one.before or plain(one.word.text)[:_ALIKE] in rest or _is_told(one, body):
            continue
        for other in begin:
            if (
                one.before == other.before
                and not _is_told(other, head)
                and sum(_is_told(other, [again]) for again in body) >= _OFTEN
                and not (_land(one) or _land(other))
                and _of_the_same(edition, one, other)
            ):
                yield Replaced(_of_word(one), _of_word(other))
                break


def _placed(edition: Edition, fact: Fact) -> Iterator[_Placed]:
    """Yield the words of a name that are names by themselves, with the word before each."""
    if not isinstance(fact.value, Name):
        return
    alike = words(named(edition.language))["place"]
    for word in fact.value.words:
        if word.form is Form.WORD and word.certain and not word.common:
            tokens = between(edition, fact.segment, 0, fact.start + word.start)
            before = tokens[-1] if tokens and tokens[-1].isalpha() else ""
            yield _Placed(fact, word, "@" if before in alike else stem(before))


def _is_told(one: _Placed, others: Sequence[_Placed]) -> bool:
    """Return whether a name is among others, in any form or by another name of the tables."""
    own = base_set(one.word.text, one.word.language)
    return any(
        not own.isdisjoint(base_set(other.word.text, other.word.language))
        or not one.word.entities.isdisjoint(other.word.entities)
        for other in others
    )


def _land(one: _Placed) -> bool:
    """Return whether a name is of a country, which a town may stand for."""
    return any(len(key) == 2 and key.isupper() for key in one.word.entities)


def _of_the_same(edition: Edition, one: _Placed, other: _Placed) -> bool:
    """Return whether the sentences of two names have a word in common that is no name."""
    return not _stems(edition, one.fact).isdisjoint(_stems(edition, other.fact))


def _stems(edition: Edition, fact: Fact) -> frozenset[str]:
    text = edition.segments[fact.segment].text
    tokens = between(edition, fact.segment, 0, len(text))
    return frozenset(stem(token) for token in tokens if len(token) >= _ALIKE and token.isalpha())


def _of_word(one: _Placed) -> Fact:
    """Return the fact of a single word of a name."""
    start = one.fact.start + one.word.start
    end = start + len(one.word.text)
    return one.fact._replace(text=one.word.text, start=start, end=end)
