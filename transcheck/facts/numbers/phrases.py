"""Phrases of a table, found at a place in a sentence: the longest one wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from transcheck.facts.tokens import Tokens

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase in a sentence: what the table says of it and the tokens it spans."""

    meaning: T
    first: int
    after: int


class Phrases(Generic[T]):
    """Phrases with their meanings, each a sequence of tokens with one or several forms."""

    def __init__(
        self,
        rows: Iterable[tuple[T, Iterable[str]]],
        paradigms: Mapping[str, Sequence[str]] | None = None,
        *,
        tight: bool = False,
    ) -> None:
        """Take (meaning, phrases); ``stem+key`` in a phrase stands for the paradigm's forms.

        The tokens of `tight` phrases touch: "a $2 fine" has no A$.
        """
        self._tight = tight
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = {}
        for meaning, cells in rows:
            for cell in cells:
                forms = _forms(cell, paradigms or {})
                for first in forms[0]:
                    self._by_first.setdefault(first, []).append((forms, meaning))
                for last in forms[-1]:
                    self._by_last.setdefault(last, []).append((forms, meaning))
        for index in (self._by_first, self._by_last):
            for group in index.values():
                group.sort(key=lambda pair: -len(pair[0]))

    def starting(self, tokens: Tokens, i: int) -> Found[T] | None:
        """Return the longest phrase that starts with the token at `i`, or None."""
        if not 0 <= i < len(tokens.texts):
            return None
        for forms, meaning in self._by_first.get(tokens.texts[i], ()):
            if self._stands(tokens, i, forms):
                return Found(meaning, i, i + len(forms))
        return None

    def ending(self, tokens: Tokens, i: int) -> Found[T] | None:
        """Return the longest phrase that ends with the token at `i`, or None."""
        if not 0 <= i < len(tokens.texts):
            return None
        for forms, meaning in self._by_last.get(tokens.texts[i], ()):
            first = i + 1 - len(forms)
            if first >= 0 and self._stands(tokens, first, forms):
                return Found(meaning, first, i + 1)
        return None

    def named(self, word: str) -> T | None:
        """Return the meaning of a phrase of a single token, or None."""
        for forms, meaning in self._by_first.get(word, ()):
            if len(forms) == 1:
                return meaning
        return None

    def _stands(self, tokens: Tokens, first: int, forms: tuple[frozenset[str], ...]) -> bool:
        if len(forms) == 1:
            return True
        after = first + len(forms)
        if after > len(tokens.texts):
            return False
        for text, form in zip(tokens.texts[first:after], forms, strict=True):
            if text not in form:
                return False
        return not self._tight or all(tokens.touch(i) for i in range(first, after - 1))


def _forms(cell: str, paradigms: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], ...]:
    """Return the forms of each token of a phrase."""
    tokens: list[frozenset[str]] = []
    for word in cell.split(" "):
        stem, plus, key = word.partition("+")
        if plus and key in paradigms:
            tokens.append(frozenset(_text(stem + ending) for ending in paradigms[key]))
        else:
            tokens += (frozenset({text}) for text in Tokens(word).texts)
    return tuple(tokens)


def _text(word: str) -> str:
    return Tokens(word).texts[0]
