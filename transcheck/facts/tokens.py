"""Tokens of a sentence, and a normalised text in which every character keeps its place.

Extractors look words up in tables; the tables hold one spelling. Here the variants that
editors' keyboards and systems produce are folded into it: apostrophes, spaces, hyphens,
capitals, ё, accents, soft hyphens and Latin letters inside Cyrillic words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

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
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
# Explicit ranges, because \w knows no combining marks, and they would cut words in two.
_LETTER = (
    f"A-Za-zªºÀ-ÖØ-öø-ʯ\u0370-\u03ff\u0400-\u0481\u048a-\u052f\u1e00-\u1fff{_COMBINING}{_INVISIBLE}"
)
_TOKEN = re.compile(
    rf"(?P<word>[{_LETTER}]+(?:['-][{_LETTER}]+)*|[^\W\d_]+)|(?P<digits>[0-9]+)|(?P<mark>\S)"
)
_VARIANT = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_MIXED = re.compile("[a-z][а-яіїєґ]|[а-яіїєґ][a-z]")
_MARKED = re.compile(f"[{_COMBINING}{_INVISIBLE}]")
_ANY_LATIN = re.compile("[a-z]")
_STRESS = dict.fromkeys(map(ord, "\u0300\u0301" + _INVISIBLE))
_LATIN, _CYRILLIC = "aceiopxyk", "асеіорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
# A word with other Latin letters («SMSка») is written in two scripts on purpose.
_OTHER_LATIN = re.compile(rf"[^\W\d_а-яіїєґ{_LATIN}'-]")


class Token(NamedTuple):
    """A word, a run of digits or a single other character."""

    start: int
    end: int
    text: str
    """Normalised; without stress marks and soft hyphens, so it may be shorter than the span."""
    raw: str
    """As it is written."""
    kind: Literal["word", "digits", "mark"]
    """A word keeps its inner apostrophes and hyphens."""


def normalise(text: str) -> str:
    """Return `text` in lower case with one sign for each variant; the length stays the same."""
    # Most sentences have no variant, and looking is cheaper than translating.
    folded = text.translate(_FOLD) if _VARIANT.search(text) else text
    lowered = folded.lower()
    if len(lowered) != len(folded):
        # A few capitals (İ) become two characters in lower case; those stay as they are.
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    return lowered


@lru_cache(maxsize=2048)  # 8 KB each; they are asked for again within one article
def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence in reading order; white space is between them."""
    normal = normalise(text)
    pure = _is_pure(normal)
    tokens = []
    for match in _TOKEN.finditer(normal):
        start, end = match.span()
        word = match.group()
        kind = match.lastgroup
        if kind == "word" and not pure:
            word = _purified(word)
        tokens.append(Token(start, end, word, text[start:end], kind))  # type: ignore[arg-type]
    return tuple(tokens)


def _is_pure(normal: str) -> bool:
    """Return whether no word has stress marks, soft hyphens or letters of two scripts."""
    if normal.isascii():
        return True
    if _MARKED.search(normal):
        return False
    return _ANY_LATIN.search(normal) is None or _MIXED.search(normal) is None


def adjacent(left: Token, right: Token) -> bool:
    """Return whether nothing stands between two neighbouring tokens."""
    return left.end == right.start


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
