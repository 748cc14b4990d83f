"""Article text made safe to show: it steers no terminal, no runner of a pipeline, no Markdown."""

from __future__ import annotations

import re
import unicodedata

_COMMAND = re.compile(r"^\s*:(?=:)|##(?=\[)")
_SHAPELESS = frozenset({"Cf", "Cc", "Mn", "Me"})


def breaks(line: str) -> list[int]:
    """Return the offsets at which a blank has to go into a line, so that it is no command."""
    kept = [
        offset
        for offset, character in enumerate(line)
        if character.isspace() or unicodedata.category(character) not in _SHAPELESS
    ]
    seen = "".join(line[offset] for offset in kept)
    return [kept[match.end()] for match in _COMMAND.finditer(seen)]


def ordinary(line: str) -> str:
    """Return a line of a log that is no command, whatever it says."""
    for offset in reversed(breaks(line)):
        line = f"{line[:offset]} {line[offset:]}"
    return line


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


_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$:!#@%^]")
"""Signs of Markdown inside a line, and those that GitLab's references start with."""
_CALL = re.compile(r"([@#](?=\w)|\bwww(?=\.)|\bGH(?=-\d))", re.IGNORECASE)
"""What GitHub makes links of even behind a backslash: names, issues, addresses."""
_NOTHING = "\u200b"
"""A space of no width: it ends a word, and nobody sees it."""
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """Return `text` on one line, to stand inside a paragraph of Markdown as plain text."""
    apart = _CALL.sub(rf"\1{_NOTHING}", visible(text))
    return _SPECIAL.sub(r"\\\g<0>", apart)


def code_span(text: str) -> str:
    """Return `text` on one line as inline code, whatever backticks it contains."""
    text = visible(text)
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
