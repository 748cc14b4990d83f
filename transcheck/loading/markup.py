"""HTML as a row of tokens, each at its place in the source, cut as browsers cut them.

The rules are those of the HTML standard (13.2.5, "Tokenization"), written as regular expressions:
a token begins where the one before it ends, so that the place of every character of the text is
known. No text is changed on the way; only character references become what they mean. Any source
at all has tokens, and each is read once, so that the time grows as the length.

What goes beyond single tokens, such as elements that are closed by others, is the page's affair.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import NamedTuple

from transcheck.limits import MARKUP_MOST_DIGITS


class Mark(Enum):
    """What a token is."""

    TEXT = auto()
    REFERENCE = auto()
    """A character reference, written as ``&…;``."""
    START = auto()
    END = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A piece of a source."""

    mark: Mark
    data: str
    """The text, the characters of a reference, the lower-case name of a tag, or a comment."""
    offset: int
    attributes: dict[str, str]
    """Of a start tag, by lower-case name; of two with one name the first counts."""


_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose content is text as it stands; ``noscript``, because browsers run scripts."""
_REFERRING = frozenset({"title", "textarea"})
"""Elements whose content is text with character references."""
_FOREIGN = frozenset({"svg", "math"})
"""In these elements there are no such contents."""
_TEXT = re.compile(r"[^<&]+")
_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*+")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+(?:(>)|(=?[^\t\n\f\r />=]*+)(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+"
    r"""(?:"([^"]*+)"|'([^']*+)'|(["'])|(?=>)|([^\t\n\f\r >"'][^\t\n\f\r >]*+)))?+)"""
)
_COMMENT_ENDS = re.compile(r"--!?>")
_SCRIPT = re.compile(r"<!--(?:-*+>)?|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_REFERENCE = re.compile(
    r"&(?:#[Xx](?=[0-9A-Fa-f])0*+([0-9A-Fa-f]*+);?|#(?=[0-9])0*+([0-9]*+);?"
    r"|[A-Za-z][A-Za-z0-9]*+;?)"
)
_LONGEST_NAME = max(map(len, html5))
_UNKNOWN = "\ufffd"


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a source; what is no part of a page, such as a doctype, gives none."""
    at = foreign = 0
    while at < len(source):
        if text := _TEXT.match(source, at):
            yield Token(Mark.TEXT, text[0], at, {})
            at = text.end()
        elif source[at] == "&":
            token, at = _reference(source, at)
            yield token
        elif name := _NAME.match(source, at + 1):
            tag, begin = name[0].lower(), at
            attributes, at = _attributes(source, name.end())
            if attributes is None:
                return  # the source ends inside a tag
            yield Token(Mark.START, tag, begin, attributes)
            foreign += tag in _FOREIGN and source[at - 2] != "/"
            if not foreign and (tag in _RAW or tag in _REFERRING):
                end = _content_ends(tag, source, at)
                yield from _content(source, at, end, referring=tag in _REFERRING)
                at = end
        elif name := _NAME.match(source, at + 2) if source[at + 1 : at + 2] == "/" else None:
            attributes, end = _attributes(source, name.end())
            if attributes is None:
                return
            yield Token(Mark.END, name[0].lower(), at, {})
            foreign = max(0, foreign - (name[0].lower() in _FOREIGN))
            at = end
        else:
            found, at = _declaration(source, at)
            yield from found


def _attributes(source: str, at: int) -> tuple[dict[str, str] | None, int]:
    """Return the attributes of a tag behind its name and where it ends; None where it does not."""
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        closed, name, double, single, unclosed, bare = match.groups()
        if closed:
            return found, at
        if unclosed or not name:
            break
        found.setdefault(name.lower(), _meaning(double or single or bare or ""))
    return None, len(source)


def _meaning(value: str) -> str:
    """Return a value of an attribute with its references resolved.

    A name without its semicolon before a letter or ``=`` is none: addresses hold ``&copy=2``.
    """
    if "&" not in value:
        return value

    def meant(match: re.Match[str]) -> str:
        token, end = _reference(value, match.start())
        plain = value[end - 1] != ";" and (value[end : end + 1] or ".")
        if match[0][1] != "#" and plain and (plain == "=" or plain.isalnum()):
            return match[0]
        return token.data + value[end : match.end()] if end > match.start() + 1 else match[0]

    return _REFERENCE.sub(meant, value)


def _reference(source: str, at: int) -> tuple[Token, int]:
    """Return what an ampersand begins, and where it ends: a reference, or the sign alone."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return Token(Mark.TEXT, "&", at, {}), at + 1
    if match.lastindex:
        meant = _numbered(match[match.lastindex] or "0", 16 if match.lastindex == 1 else 10)
        return Token(Mark.REFERENCE, meant, at, {}), match.end()
    name = _named(match[0][1 : 1 + _LONGEST_NAME])
    if not name:
        return Token(Mark.TEXT, "&", at, {}), at + 1
    return Token(Mark.REFERENCE, html5[name], at, {}), at + 1 + len(name)


def _numbered(digits: str, base: int) -> str:
    """Return the character of a number; of Latin-1's controls that of Windows-1252."""
    code = int(digits, base) if len(digits) <= MARKUP_MOST_DIGITS else 0
    if 0x80 <= code < 0xA0:
        return unescape(f"&#{code};")
    known = 0 < code < 0xD800 or 0xE000 <= code <= sys.maxunicode
    return chr(code) if known else _UNKNOWN


@lru_cache(maxsize=512)
def _named(written: str) -> str:
    """Return the longest name of a character that some letters begin with, if any."""
    return next((written[:n] for n in range(len(written), 1, -1) if written[:n] in html5), "")


def _content(source: str, at: int, end: int, *, referring: bool) -> Iterator[Token]:
    """Yield the text of an element in which there are no tags."""
    while referring and (sign := source.find("&", at, end)) >= 0:
        if sign > at:
            yield Token(Mark.TEXT, source[at:sign], at, {})
        token, at = _reference(source, sign)
        yield token
    if end > at:
        yield Token(Mark.TEXT, source[at:end], at, {})


def _content_ends(tag: str, source: str, at: int) -> int:
    """Return where the content of an element without tags ends; that of a script has comments.

    In a comment of a script another script, that the first one writes, ends only itself.
    """
    if tag != "script":
        end = _end_of(tag).search(source, at)
        return end.start() if end else len(source)
    comment = written = False
    for sign in _SCRIPT.finditer(source, at):
        if sign[1] is None:  # <!-- or -->
            comment, written = sign[0] == "<!--", written and sign[0] == "<!--"
        elif sign[1] and not written:
            return sign.start()
        else:
            written = comment and not sign[1]
    return len(source)


@lru_cache(maxsize=len(_RAW | _REFERRING))
def _end_of(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}(?=[\t\n\f\r />])", re.IGNORECASE)


def _declaration(source: str, at: int) -> tuple[list[Token], int]:
    """Return the comment, if any, that a ``<`` begins which begins no tag, and where it ends."""
    if source.startswith("<!--", at):
        begin = at + 4
        if source.startswith((">", "->"), begin):
            return [Token(Mark.COMMENT, "", at, {})], source.index(">", begin) + 1
        ending = _COMMENT_ENDS.search(source, begin)
        stop, end = ending.span() if ending else (len(source), len(source))
        return [Token(Mark.COMMENT, source[begin:stop], at, {})], end
    if source[at + 1 : at + 2] not in ("!", "?", "/") or source.endswith("</", at):
        return [Token(Mark.TEXT, "<", at, {})], at + 1
    stop = source.find(">", at)
    stop = len(source) if stop < 0 else stop
    data = source[at + 1 if source[at + 1] == "?" else at + 2 : stop]
    nothing = source[at:stop] == "</" or source[at : at + 9].lower() == "<!doctype"
    return [] if nothing else [Token(Mark.COMMENT, data, at, {})], stop + 1
