"""Tokens of a sentence, and a normalised text in which every character keeps its place.

Extractors look words up in tables; the tables hold one spelling. Here the variants that
editors' keyboards and systems produce are folded into it: apostrophes, spaces, hyphens,
capitals, ё, accents, soft hyphens and Latin letters inside Cyrillic words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Literal, NamedTuple, TypeVar, overload

from transcheck.facts.remembering import of_sentences
from transcheck.limits import TOKENS_MOST_WORDS

T = TypeVar("T")

_VARIANTS = {
    "'": "’ʼ`ʹ´‘′ˈ＇",
    "-": "‐‑−﹣－",
    "–": "‒",
    "—": "―",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t\n\r",
    "е": "ё",
    "%": "％",
}
# The capital Ё must be here as well: the table is applied before the text is put in lower case.
_FOLD = str.maketrans(
    {variant: sign for sign, variants in _VARIANTS.items() for variant in variants} | {"Ё": "Е"}
)
_APOSTROPHES = "'" + _VARIANTS["'"]
HYPHENS = "-" + _VARIANTS["-"]
"""All ways to write a hyphen, which stands first: none of them is a range in a set of `re`."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
# Explicit ranges, because \w knows no combining marks, and they would cut words in two. A
# capital is in them where its small letter is: the text is cut as it is written.
_LETTER = (
    "A-Za-zªºÀ-ÖØ-öø-\u0239\u023b-\u023d\u023f-ʯ\u0370-\u03ff\u0400-\u0481\u048a-\u052f"
    "\u1e00-\u1fff\u2126\u212a\u212b\u2c62\u2c64\u2c6d-\u2c70\u2c7e\u2c7f\ua78d\ua7aa-\ua7ae"
    f"\ua7b0-\ua7b2\ua7c5{_COMBINING}{_INVISIBLE}"
)
_JOINT = "-" + _APOSTROPHES + _VARIANTS["-"]
# Letters are possessive, groups are not: Python before 3.11.5 keeps what a group took in vain.
_PARTS = re.compile(
    rf"((?=\S)(?:[{_LETTER}]++(?:[{_JOINT}][{_LETTER}]++)*|[^\W\d_{_APOSTROPHES}]++|[0-9]++|.))"
)
"""Splits a text into white space and tokens by turns."""
_LETTERS = re.compile(rf"[{_LETTER}]|[^\W\d_{_APOSTROPHES}]")
DIGITS = frozenset("0123456789")
"""What a token of digits starts with."""
_VARIANT = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_MIXED = re.compile("[a-z][а-яіїєґ]|[а-яіїєґ][a-z]")
_one_spelling = re.compile("[а-яіїєґ]+|[a-z0-9.,]+").fullmatch
"""In small letters what has one spelling."""
_MARKED = re.compile(f"[{_COMBINING}{_INVISIBLE}]")
_STRESS = dict.fromkeys(map(ord, "\u0300\u0301" + _INVISIBLE))
_LATIN, _CYRILLIC = "aceiopxyk", "асеіорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
# A word with other Latin letters («SMSка») is written in two scripts on purpose.
_OTHER_LATIN = re.compile(rf"[^\W\d_а-яіїєґ{_LATIN}'-]")

Kind = Literal["word", "digits", "mark"]


class Token(NamedTuple):
    """A word, a run of digits or a single other character."""

    start: int
    end: int
    text: str
    """Normalised; without stress marks and soft hyphens, so it may be shorter than the span."""
    raw: str
    """As it is written."""
    kind: Kind
    """A word keeps its inner apostrophes and hyphens."""


class Tokens(Sequence[Token]):
    """The tokens of a sentence, and the same by columns for whoever looks at all of them."""

    __slots__ = ("_tokens", "ends", "raws", "starts", "texts")

    def __init__(self, text: str) -> None:
        """Cut a text into tokens."""
        parts = _PARTS.split(text)
        places = [*accumulate(map(len, parts))]
        self.raws = tuple(parts[1::2])
        self.texts = tuple(map(_TEXTS.__getitem__, self.raws))
        self.starts = places[:-1:2]
        self.ends = places[1::2]
        self._tokens: tuple[Token, ...] | None = None

    @property
    def all(self) -> tuple[Token, ...]:
        """Return the tokens as records; they are made when they are first asked for."""
        if self._tokens is None:
            kinds = map(kind_of, self.raws)
            columns = zip(self.starts, self.ends, self.texts, self.raws, kinds, strict=True)
            self._tokens = tuple(map(_as_token, columns))
        return self._tokens

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.raws)

    def __iter__(self) -> Iterator[Token]:
        """Iterate over the tokens as records."""
        return iter(self.all)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        """Return one token or a slice of them as records."""
        return self.all[index]

    def at(self, place: int) -> int:
        """Return the index of the first token that starts at a character or behind it."""
        return bisect_left(self.starts, place)

    def kind(self, i: int) -> Kind:
        """Return the kind of the token at `i`: few of a sentence are ever asked for."""
        return kind_of(self.raws[i])

    def touch(self, i: int) -> bool:
        """Return whether nothing stands between the token at `i` and the next."""
        return self.ends[i] == self.starts[i + 1]


def normalise(text: str) -> str:
    """Return `text` in lower case with one sign for each variant; the length stays the same."""
    # Most sentences have no variant, and looking is cheaper than translating.
    folded = text.translate(_FOLD) if _VARIANT.search(text) else text
    lowered = folded.lower()
    if len(lowered) != len(folded):
        # A few capitals (İ) become two characters in lower case; those stay as they are.
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    return lowered


class Memo(dict[str, T]):
    """What is found out about a word once; all is forgotten when there are too many.

    A look at a word that is known is one at a dictionary.
    """

    def __init__(self, work: Callable[[str], T]) -> None:
        """Remember what `work` returns for a word as it is written."""
        super().__init__()
        self._work = work

    def __missing__(self, raw: str) -> T:
        """Find out what a word is that was not looked at before, or was forgotten."""
        if len(self) >= TOKENS_MOST_WORDS:
            self.clear()
        found = self[raw] = self._work(raw)
        return found


def plain_text(raw: str) -> str:
    """Return the normalised text of a token as it is written."""
    lowered = raw.lower()
    if _one_spelling(lowered):
        # Most words are written so, and one string takes less room than two.
        return raw if lowered == raw else lowered
    normal = normalise(raw)
    if normal.isascii() or not (_MARKED.search(normal) or _MIXED.search(normal)):
        return normal
    return _purified(normal) if sort(raw) == "word" else normal


def sort(raw: str) -> Kind:
    """Return the kind of a token as it is written."""
    if raw[0] in DIGITS:
        return "digits"
    return "word" if len(raw) > 1 or _LETTERS.match(raw) else "mark"


_TEXTS: Memo[str] = Memo(plain_text)
_KINDS: Memo[Kind] = Memo(sort)
text_of, kind_of = _TEXTS.__getitem__, _KINDS.__getitem__
"""The same as `plain_text` and `sort`, which are remembered here."""
_as_token: Callable[[tuple[int, int, str, str, str]], Token] = partial(tuple.__new__, Token)


@of_sentences
def tokenize(text: str) -> Tokens:
    """Return the tokens of a sentence in reading order; white space is between them."""
    return Tokens(text)


def _purified(word: str) -> str:
    """Drop stress marks and soft hyphens, compose letters, undo Latin look-alikes."""
    bare = unicodedata.normalize("NFC", word.translate(_STRESS)).replace("ё", "е")
    if _MIXED.search(bare) is None:
        return bare
    return "-".join(
        part.translate(_TO_CYRILLIC)
        if _MIXED.search(part) and not _OTHER_LATIN.search(part)
        else part
        for part in bare.split("-")
    )
