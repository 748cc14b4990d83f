"""Article text made safe to show: nothing in it can steer the terminal that shows it."""

from __future__ import annotations

import unicodedata

_PICTURES = 0x2400
"""Control picture of NUL; those of U+0001 to U+001F follow it."""
_LINE_BREAKS = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that reorder what stands around them (Unicode Standard Annex 9)."""


def visible(text: str) -> str:
    """Return `text` on one line, with everything that steers a terminal spelled out.

    Line breaks and tabs become spaces; control characters their pictures (``␛``);
    marks of direction and lone surrogates their numbers (``<U+202E>``).
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    if character in _LINE_BREAKS:
        return " "
    code = ord(character)
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(_PICTURES + code) if code < 0x20 else "␡" if code == 0x7F else f"<U+{code:04X}>"
    if category == "Cs" or character in _DIRECTIONS:
        return f"<U+{code:04X}>"
    return character
