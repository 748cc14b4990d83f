"""Atoms: the tokens of a sentence with number words cut at their hyphens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.facts.numerals.lexicon import Entry, Lexicon
from transcheck.facts.tokens import Token, normalise


@dataclass(slots=True)
class Atoms:
    """Tokens in which "twenty-five-year-old" is seven, with their entries in the lexicon."""

    lexicon: Lexicon
    items: list[Token]
    owners: list[int]
    """Index of the token each atom is part of."""
    entries: list[Entry | None]

    def entry(self, i: int) -> Entry | None:
        """Return the entry of the atom at `i`, or None behind the end."""
        return self.entries[i] if i < len(self.entries) else None

    def text(self, i: int) -> str:
        """Return the normalised text of the atom at `i`, empty outside."""
        return self.items[i].text if 0 <= i < len(self.items) else ""

    def skip_hyphen(self, i: int) -> int:
        """Return `i`, or the index behind a hyphen at `i` that joins two atoms."""
        if self.text(i) == "-" and 0 < i < len(self.items) - 1:
            touches = self.items[i - 1].end == self.items[i].start
            if touches and self.items[i].end == self.items[i + 1].start:
                return i + 1
        return i

    def phrase(self, i: int, words: tuple[str, ...]) -> int | None:
        """Return the index behind `words` if they stand at `i`, across hyphens, else None."""
        for word in words:
            i = self.skip_hyphen(i)
            if self.text(i) != word:
                return None
            i += 1
        return i


def atoms(tokens: Sequence[Token], words: Lexicon) -> Atoms:
    """Cut hyphenated words that start with a number word; leave all other tokens whole."""
    items: list[Token] = []
    owners: list[int] = []
    entries: list[Entry | None] = []
    table = words.words
    for index, token in enumerate(tokens):
        entry = table.get(token.text) if token.kind == "word" else None
        if entry is None and token.kind == "word" and "-" in token.text and _is_cut(token, words):
            for part in _parts(token):
                items.append(part)
                owners.append(index)
                entries.append(table.get(part.text))
        else:
            items.append(token)
            owners.append(index)
            entries.append(entry)
    return Atoms(words, items, owners, entries)


def _is_cut(token: Token, words: Lexicon) -> bool:
    """Return whether a hyphenated word starts with a number word, or ends with "-of-two"."""
    first, *rest = token.text.split("-")
    last = words.words.get(rest[-1])
    if last is not None and (last.role == "decade" or (rest[-2:-1] and (rest[-2],) in words.of)):
        # "mid-thirties", "mother-of-two"
        return True
    entry = words.words.get(first)
    if entry is None:
        return False
    if entry.role in {"half", "fraction"}:
        # half-million, half-hour: but half-time and quarter-final are words of their own.
        return rest[0] in words.words or rest[0] in words.halved
    return entry.role not in {"multiplier", "abbreviation", "couple"}


def _parts(token: Token) -> list[Token]:
    """Cut a token at its hyphens; the hyphens become tokens."""
    parts: list[Token] = []
    position = 0
    # The places come from the written form: stress marks make the normalised one shorter.
    written = normalise(token.raw).split("-")
    for number, (place, text) in enumerate(zip(written, token.text.split("-"), strict=True)):
        start, end = token.start + position, token.start + position + len(place)
        if number:
            parts.append(Token(start - 1, start, "-", "-", "mark"))
        parts.append(Token(start, end, text, token.raw[position : position + len(place)], "word"))
        position += len(place) + 1
    return parts
