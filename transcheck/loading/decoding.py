"""Bytes to text: UTF-8, UTF-16 and windows-1251, or an error that says what the file is.

Nothing is guessed that cannot be told apart: a file that is no valid UTF-8 is read as
windows-1251 only where that gives words, so that damaged text is an error, not mojibake.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Sequence

from transcheck.languages import LANGUAGES
from transcheck.limits import (
    DECODING_FEW,
    DECODING_LEAST_SHARE,
    DECODING_MOST_CONTROL,
    DECODING_SHARE_OF_CHARACTERS,
    DECODING_SHARE_OF_WORDS,
)
from transcheck.loading.formats import Edit, UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # starts as UTF-16 does, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
)
_DECLARED = re.compile(r"(?:windows|cp)-?(125[0-8])|(koi8-[ru])|(iso-8859-\d+)", re.IGNORECASE)
"""Encodings of one byte a letter that a page may declare; Python knows them by these names."""
_SAVE = "save it as UTF-8 text"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that no text editor writes; escape (1b) comes from terminals."""
_WORD = re.compile(r"[^\W\d_]+")
_UTF8_INSIDE = re.compile(rb"(?:[\xd0\xd1][\x80-\xbf]){4}")
"""Four Cyrillic letters in UTF-8; in windows-1251 they would read «Р°Р±РІРі»."""


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of a file, without byte order mark, every line end a line feed.

    Args:
        data: All bytes of the file.
        declared: The encoding that the page itself declares. It counts only where the
            bytes are no UTF-8: declarations are wrong more often than that.

    Raises:
        UnreadableError: empty, binary, or in no encoding that can be told for sure.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"is {kind}, not text", "export the article as text")
    text = _decode(data, declared)[0]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("is empty", "write the article into it or leave it out")
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise UnreadableError(f"is binary or damaged: NUL character in line {line}", _SAVE)
    if len(_CONTROL.findall(text)) > DECODING_MOST_CONTROL * len(text):
        raise UnreadableError("is binary, not text", _SAVE)
    return text


def edit(data: bytes, edits: Sequence[Edit], declared: str = "") -> bytes:
    """Return the bytes of a file with changes made to the text that `decode` gives.

    Encoding, byte order mark, line ends and every byte outside of the changes stay.

    Raises:
        UnreadableError: a change has a letter that the file's encoding lacks.
    """
    text, encoding, mark = _decode(data, declared)
    pairs = [match.start() - n for n, match in enumerate(re.finditer("\r\n", text))]
    parts, done = [], 0
    for start, end, replacement in edits:
        # Each line end of two characters before a place is one character in the decoded text.
        first, last = (place + bisect_left(pairs, place) for place in (start, end))
        parts += [text[done:first], replacement]
        done = last
    try:
        return mark + "".join([*parts, text[done:]]).encode(encoding)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise UnreadableError(f"is in {encoding}, which has no {letter!r}", _SAVE) from None


def _decode(data: bytes, declared: str) -> tuple[str, str, bytes]:
    """Return the text as it stands, its encoding and its byte order mark."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding), encoding, bom
    if b"\0" in data or len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _attempt(data, encoding)
            if text is not None and _reads_as_utf16(text):
                return text, encoding, b""
    text = _attempt(data, "utf-8")
    if text is not None:
        return text, "utf-8", b""
    if not _UTF8_INSIDE.search(data):
        for encoding in (_codec(declared), "cp1251"):
            text = _attempt(data, encoding)
            if text is not None and _reads_as_words(text):
                return text, encoding, b""
    return _strict(data, "utf-8"), "utf-8", b""


def _codec(declared: str) -> str:
    named = _DECLARED.fullmatch(declared.strip())
    if named is None:
        return "cp1251"
    return f"cp{named[1]}" if named[1] else named[0].lower()


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        if error.end >= len(data) and error.reason in {"unexpected end of data", "truncated data"}:
            raise UnreadableError(
                f"is cut short: it ends in the middle of a {name} character", "save it again"
            ) from None
        line = data.count(b"\n", 0, error.start) + 1
        where = f"(byte {error.start + 1}, line {line})"
        if encoding == "utf-8" and _UTF8_INSIDE.search(data):
            reason = f"mixes encodings: part of it is UTF-8, and part is not {where}"
        else:
            other = " and not windows-1251 either" if encoding == "utf-8" else ""
            reason = f"is not valid {name} {where}{other}"
        raise UnreadableError(reason, _SAVE) from None


def _letters() -> str:
    return "".join(sorted(frozenset().union(*(language.alphabet for language in LANGUAGES))))


def _reads_as_utf16(text: str) -> bool:
    """Return whether nearly all characters are ones that a text in our languages has."""
    usual = re.compile(rf"[{_letters()}\s\d!-/:-@«»“”„‘’–—…№\u0301]", re.IGNORECASE)
    sample = text[:10_000]
    return len(usual.findall(sample)) >= DECODING_SHARE_OF_CHARACTERS * max(1, len(sample))


def _reads_as_words(text: str) -> bool:
    """Return whether the words that have letters beyond ASCII look like words.

    Their letters are of one of our alphabets. Capitals stand first or throughout, but not in
    most words: those are the small letters of KOI8. And there are enough of them: a few in
    an English text are the accents of another encoding.
    """
    alphabets = "|".join(f"[{''.join(sorted(each.alphabet))}]+" for each in LANGUAGES)
    own = re.compile(alphabets, re.IGNORECASE)
    words = _WORD.findall(text)
    foreign = [word for word in words if not word.isascii()]
    good = [word for word in foreign if own.fullmatch(word)]
    small = sum(word[1:].islower() or len(word) == 1 for word in good)
    capital = sum(word.isupper() and len(word) > 1 for word in good)
    return (
        (not foreign or len(foreign) >= DECODING_LEAST_SHARE * len(words))
        and small + capital >= DECODING_SHARE_OF_WORDS * len(foreign)
        and (capital <= small or len(foreign) < DECODING_FEW)
    )
