"""Atoms: the tokens of a sentence with number words cut at their hyphens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from transcheck.facts.numbers.lexicon import ROMAN, Entry, Lexicon, compound, read_roman
from transcheck.facts.tokens import DIGITS, Kind, Memo, Token, Tokens, kind_of, normalise, text_of
from transcheck.limits import NUMBERS_LEXICON_SHORTEST_PREFIX


@dataclass(slots=True)
class Atoms:
    """Tokens by columns, in which "twenty-five-year-old" is seven."""

    lexicon: Lexicon
    texts: Sequence[str]
    raws: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    owners: Sequence[int]
    """Index of the token each atom is part of."""
    entries: Sequence[Entry | None]
    """Of each atom in the lexicon; None where no number starts in it."""
    places: Sequence[int]
    """Of the atoms that a number may start in."""

    def kind(self, i: int) -> Kind:
        """Return the kind of the atom at `i`."""
        return kind_of(self.raws[i])

    def touch(self, i: int) -> bool:
        """Return whether nothing stands between the atom at `i` and the next."""
        return self.ends[i] == self.starts[i + 1]

    def entry(self, i: int) -> Entry | None:
        """Return the entry of the atom at `i`, or None behind the end."""
        return self.entries[i] if i < len(self.entries) else None

    def text(self, i: int) -> str:
        """Return the normalised text of the atom at `i`, empty outside."""
        return self.texts[i] if 0 <= i < len(self.texts) else ""

    def skip_hyphen(self, i: int) -> int:
        """Return `i`, or the index behind a hyphen at `i` that joins two atoms."""
        joins = self.text(i) == "-" and 0 < i < len(self.texts) - 1
        return i + 1 if joins and self.touch(i - 1) and self.touch(i) else i

    def phrase(self, i: int, words: tuple[str, ...]) -> int | None:
        """Return the index behind `words` if they stand at `i`, across hyphens, else None."""
        for word in words:
            i = self.skip_hyphen(i)
            if self.text(i) != word:
                return None
            i += 1
        return i


def atoms(tokens: Tokens, words: Lexicon) -> Atoms | None:
    """Cut hyphenated words that start with a number word; leave all other tokens whole.

    Returns None where no number starts in any token, as in most sentences.
    """
    known = entries(words)
    found = [*map(known.__getitem__, tokens.raws)]
    if found.count(None) == len(found):
        return None
    places = _places(found)
    columns = tokens.texts, tokens.raws, tokens.starts, tokens.ends
    if _CUT not in [found[i] for i in places]:
        return Atoms(words, *columns, range(len(found)), found, places)
    items: list[Token] = []
    owners: list[int] = []
    for index, (token, entry) in enumerate(zip(tokens, found, strict=True)):
        parts = _parts(token) if entry is _CUT else [token]
        items += parts
        owners += [index] * len(parts)
    starts, ends, texts, raws, _ = zip(*items, strict=True)
    found = [*map(known.__getitem__, raws)]
    return Atoms(words, texts, raws, starts, ends, owners, found, _places(found))


def _places(found: Sequence[Entry | None]) -> list[int]:
    return [i for i, entry in enumerate(found) if entry is not None]


_FIRST = DIGITS | ROMAN
_CUT, OTHER = Entry("cut", 0), Entry("other", 0)
"""Stand for words that are cut at their hyphens, and for digits and what else starts a number."""


@cache
def entries(words: Lexicon) -> Memo[Entry | None]:
    """Return what is remembered of words as they are written: their entry in a lexicon.

    None where no number starts in a word.
    """
    table, starts = words.words, words.prefix_starts

    def entry(raw: str) -> Entry | None:
        text = text_of(raw)
        if text in table:
            return table[text]
        # Nearly all words begin like no numeral.
        if raw[0] in _FIRST or text[:NUMBERS_LEXICON_SHORTEST_PREFIX] in starts or "-" in text:
            return _unlisted(text, raw, words)
        return None

    return Memo(entry)


def _unlisted(text: str, raw: str, words: Lexicon) -> Entry | None:
    """Return an entry for what is in no table and yet holds a number: 25, «сорокарічний», XX."""
    if raw[0] in DIGITS:
        return OTHER
    if "-" in text[1:-1] and _is_cut(text, words):
        return _CUT
    if "-" in text and {text.partition("-")[0], text.rpartition("-")[2]} & words.words.keys():
        return OTHER
    numeral = compound(text, words) is not None or read_roman(raw) is not None
    return OTHER if numeral else None


def _is_cut(text: str, words: Lexicon) -> bool:
    """Return whether a hyphenated word starts with a number word, or ends with "-of-two"."""
    if text.startswith(words.never):
        return False
    first, *rest = text.split("-")
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
