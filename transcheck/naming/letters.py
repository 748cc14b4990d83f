"""Letters: spellings reduced to what two languages can be compared in.

Cyrillic words are folded to one alphabet for both languages: letters that only differ
by the conventions of a language (і/и/ы, є/е/э, ґ/г) become one, and so do the ways to write
a yot after a consonant. Latin words lose their diacritics. г and х stay apart: which of them
writes an h is for the letter model to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from transcheck.limits import LETTERS_CASE_ENDING

_APOSTROPHES = "'’ʼ`ʹ‘′´"
_FOLD = str.maketrans(
    {
        "і": "и",
        "ы": "и",
        "є": "е",
        "э": "е",
        "ґ": "г",
        "ї": "и",
        "ъ": "ь",
        "'": "ь",
        "ё": "йо",
        "-": None,
    }
)
_PLAIN = str.maketrans({"\u0301": None, "\u00ad": None, **dict.fromkeys(_APOSTROPHES, "'")})
_NOT_PLAIN = re.compile(f"[\u0301\u00ad{_APOSTROPHES[1:]}]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SAME = {
    "ье": "е",
    "йе": "е",
    "ьи": "и",
    "йи": "и",
    "ья": "я",
    "ью": "ю",
    "ьо": "йо",
    "ьа": "я",
    "ия": "иа",
    "ськ": "ск",
    "цьк": "цк",
    "зьк": "зк",
}
"""Sequences after folding that one language writes where the other writes its counterpart.

Every one has a soft sign, a yot or ия, and most words have none.
"""

_LOOKALIKES = str.maketrans("AaBCcEeHIiKMOoPpTXxy", "АаВСсЕеНІіКМОоРрТХху")


@lru_cache(maxsize=8192)
def unmixed(word: str) -> str:
    """Return a mostly Cyrillic word with Latin look-alikes among its letters made Cyrillic."""
    cyrillic = len(_CYRILLIC.findall(word))
    if cyrillic <= 1 or cyrillic == len(word) or cyrillic * 2 < len(word):
        return word
    return word.translate(_LOOKALIKES)


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Return a word in lower case, one kind of apostrophe, no stress mark or soft hyphen."""
    text = word.lower()
    return text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text


@lru_cache(maxsize=8192)
def is_cyrillic(word: str) -> bool:
    """Return whether a word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return a Cyrillic word in the folded alphabet, lower case, letters only."""
    return folded_plain(plain(word))


def folded_plain(word: str) -> str:
    """Return a `plain` word as `folded` does, and remember nothing: most are asked for once.

    Or several words, each on a line of its own.
    """
    text = word.translate(_FOLD)
    if "ь" in text or "й" in text or "ия" in text:
        for one, other in _SAME.items():
            text = text.replace(one, other)
    return text if text.isalpha() else "".join(c for c in text if c.isalpha() or c == "\n")


def folds_apart(one: str, two: str) -> bool:
    """Return whether only folding makes the beginnings of two Cyrillic words the same."""
    size = min(len(one), len(two)) - LETTERS_CASE_ENDING
    a, b = (plain(word)[:size].replace("ґ", "г") for word in (one, two))
    return size >= LETTERS_CASE_ENDING and a != b and folded(a) == folded(b)


class _InAscii(dict[int, str]):
    """ASCII letters for each character, asked for once a character."""

    def __missing__(self, character: int) -> str:
        self[character] = anyascii(chr(character))
        return self[character]


_IN_ASCII = _InAscii()


@lru_cache(maxsize=8192)
def latin(word: str) -> str:
    """Return a word of any script in lower-case Latin letters without diacritics."""
    return latin_of(word)


def latin_of(word: str) -> str:
    """Return the same, and remember nothing: for what is asked for once."""
    text = _in_ascii(word)
    if text.isascii() and text.isalpha():
        return text
    return "".join(c for c in text if "a" <= c <= "z")


def _in_ascii(text: str) -> str:
    return (text if text.isascii() else text.translate(_IN_ASCII)).lower()


_NOT_LETTERS = re.compile(r"[^a-z\n]+")
_DOUBLE = re.compile(r"(.)\1")


def single(word: str) -> str:
    """Return a word with double letters made single."""
    return _DOUBLE.sub(r"\1", word)


_DIGRAPHS = (
    ("dzh", "j"), ("kh", "h"), ("zh", "j"), ("ph", "f"), ("sh", "s"), ("ch", "k"), ("ck", "k"),
    ("x", "ks"), ("ee", "i"), ("oo", "u"), ("ts", "s"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
)  # fmt: skip
_FIRST_U = re.compile("^u(?=[aeiou])", re.MULTILINE)
"""How Cyrillic writes the first letter of Wade and Will."""
_ROUGH = str.maketrans("wcqyjghzeou", "vkkiihhsaaa")


@lru_cache(maxsize=8192)
def rough(word: str) -> str:
    """Return a word of any script in few Latin letters, good enough to see that two are unlike."""
    return _roughly(latin(word))


def roughly(words: Sequence[str]) -> list[str]:
    """Return many words as `rough` does one, all at once, and remember nothing."""
    if not words:
        return []
    lines = _in_ascii("\n".join([word.replace("\n", " ") for word in words]))
    return _roughly(_NOT_LETTERS.sub("", lines)).split("\n")


def _roughly(text: str) -> str:
    for one, other in _DIGRAPHS:
        if one in text:
            text = text.replace(one, other)
    return _FIRST_U.sub("w", text).translate(_ROUGH)


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return the consonants of `rough`, or all of it where there is none."""
    return bones(rough(word))


def bones(text: str) -> str:
    """Return the same of what is `rough` already."""
    return text.replace("a", "").replace("i", "") or text
