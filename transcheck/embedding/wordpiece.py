"""Cuts words into the static encoder's subwords, as the tokenizers library would.

That library takes longer to read its file than an article takes to be compared, so what the
model's file asks for is done here: a `BertPreTokenizer` and a `WordPiece` over text in lower
case without apostrophes and stress marks. A test compares the two on any text.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_DROPPED = dict.fromkeys(map(ord, "'’ʼ`´\N{COMBINING ACUTE ACCENT}\N{SOFT HYPHEN}"))
_FOLDED = _DROPPED | {ord("ё"): "е"}
_CONTINUES = "##"
"""Stands before a subword that does not begin a word."""
_LONGEST = 100
"""Characters of a word at most; a longer one is unknown."""
_ASCII_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class WordPiece:
    """Numbers of subwords, each the longest that the rest of the word begins with."""

    def __init__(self, path: Path) -> None:
        """Read the vocabulary from a file of the tokenizers library.

        Raises:
            OSError: it cannot be read.
            KeyError, TypeError, ValueError: it is no such file.
        """
        model = json.loads(path.read_bytes())["model"]
        self._numbers: dict[str, int] = model["vocab"]
        self._unknown: tuple[int, ...] = (self._numbers[model["unk_token"]],)

    def __len__(self) -> int:
        """Return how many subwords there are."""
        return len(self._numbers)

    def cut(self, text: str) -> tuple[int, ...]:
        """Return the subwords of a text; a word with a part that is none is unknown."""
        # Lower case is that of single letters here: no other sigma at the end of a word.
        lower = unicodedata.normalize("NFC", text).replace("Σ", "σ").lower().translate(_FOLDED)
        if (whole := self._numbers.get(lower)) is not None and not lower.startswith(_CONTINUES):
            return (whole,)
        return tuple(number for word in _words(lower) for number in self._pieces(word))

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return self._unknown
        pieces: list[int] = []
        start, before = 0, ""
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(before + word[start:end])
                if number is not None:
                    break
            else:
                return self._unknown
            pieces.append(number)
            start, before = end, _CONTINUES
        return tuple(pieces)


def _words(text: str) -> Iterator[str]:
    """Yield what stands between spaces, each sign of punctuation by itself."""
    for run in text.split():
        start = 0
        for place, letter in enumerate(run):
            if letter in _ASCII_SIGNS or unicodedata.category(letter)[0] == "P":
                if start < place:
                    yield run[start:place]
                yield letter
                start = place + 1
        if start < len(run):
            yield run[start:]
