"""Loading: a file to a `Document`, whatever its format, encoding and language.

::

    path ─ bytes ─ a format's read ─ tongue ─> Document
                   text and blocks   language

A format is one module of this package that registers itself (`transcheck.loading.formats`).
What is wrong with a file becomes a `LoadError` that names it and says what to do.
"""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from pathlib import Path

from transcheck.errors import LoadError
from transcheck.languages import named
from transcheck.limits import DECODING_MAX_BYTES
from transcheck.loading import naming, several, tongue
from transcheck.loading.formats import (
    FORMATS,
    Content,
    Edit,
    Format,
    IgnoreMark,
    Parsed,
    Reader,
    UnreadableError,
    format_for,
    text_format,
)
from transcheck.model import Document, Ignore, Kind, Lack

__all__ = [
    "FORMATS",
    "Content",
    "Edit",
    "Format",
    "Parsed",
    "Reader",
    "format_for",
    "load",
    "load_bytes",
    "load_text",
    "read_bytes",
    "text_format",
]


def load(path: Path, *, language: str | None = None) -> Document:
    """Return the edition of an article that a file holds.

    Args:
        path: The file; its suffix decides how it is read.
        language: The edition's language, as a code or an alias; None takes it from the
            path, else from the markup, else from the text.

    Raises:
        LoadError: the file cannot be read, is no text, holds no article, is in no language
            we know or in another one than its name says.
        UnknownNameError: `language` is no language.
    """
    name = named(language).code if language else naming.read_name(path).language
    try:
        content = format_for(path.suffix).read(_read(path))
        return _one(path, content, name)
    except UnreadableError as error:
        raise LoadError(f"{path} {error.reason}", hint=error.hint, lack=error.lack or "") from None


def load_text(path: Path, text: str, reader: Reader, *, language: str) -> Document:
    """Return the edition of an article that is in memory.

    Args:
        path: What it is called; no such file is looked at.
        text: All of it.
        reader: The format it is in.
        language: Its language, as a code or an alias.

    Raises:
        LoadError: it holds no article, or is in another language than is said.
        UnknownNameError: `language` is no language.
    """
    data = text.encode("utf-8", "surrogatepass")
    try:
        return _one(path, reader.read(data), named(language).code)
    except UnreadableError as error:
        raise LoadError(f"{path} {error.reason}", hint=error.hint) from None


def load_bytes(
    path: Path, data: bytes, reader: Reader, *, language: str | None = None, charset: str = ""
) -> tuple[Document, ...]:
    """Return the editions that bytes hold: one, or several in different languages.

    Args:
        path: What they are called; no such file is looked at.
        data: All bytes.
        reader: The format they are in.
        language: The language that is said, as a code or an alias: then they are one edition.
            None: it is told from the markup and the text.
        charset: The encoding that whoever sent them declares, or nothing.

    Raises:
        LoadError: they hold no article, or are in another language than is said.
        UnknownNameError: `language` is no language.
    """
    name = named(language).code if language else None
    try:
        content = reader.read(data, charset)
        groups = several.split(content) if name is None else ()
        if not groups:
            return (_one(path, content, name),)
        parts = [(code, content.parsed._replace(blocks=blocks)) for code, blocks in groups]
        return tuple(_document(path, code, content.text, parsed) for code, parsed in parts)
    except UnreadableError as error:
        raise LoadError(f"{path} {error.reason}", hint=error.hint) from None


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        LoadError: it cannot be read, or is too large for an article.
    """
    try:
        return _read(path)
    except UnreadableError as error:
        raise LoadError(f"{path} {error.reason}", hint=error.hint) from None


def _one(path: Path, content: Content, name: str | None) -> Document:
    parsed = content.parsed
    if not parsed.blocks:
        raise UnreadableError(
            "holds no text of an article",
            "check that it is the right file",
            lack=Lack.EMPTY if parsed.framed else None,
        )
    code = tongue.resolve(parsed.blocks, name=name, markup=parsed.language)
    return _document(path, code, content.text, parsed)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("is a folder", "name the files of the editions")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("is no ordinary file", "save the article to a file")
        if status.st_size > DECODING_MAX_BYTES:
            limit = DECODING_MAX_BYTES // 1_000_000
            raise UnreadableError(f"is larger than {limit} MB", "save the article alone")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("does not exist", "check the path") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableError(f"cannot be read: {why}", "check the path") from None


def _document(path: Path, code: str, text: str, parsed: Parsed) -> Document:
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    headline = next((block.text for block in parsed.blocks if block.kind is Kind.HEADLINE), "")
    return Document(
        path=path,
        language=code,
        title=headline or parsed.title,
        blocks=parsed.blocks,
        line_starts=starts,
        author=parsed.author,
        published=parsed.published,
        ignores=tuple(
            _ignore(mark, bisect_right(starts, mark.offset), starts) for mark in parsed.ignores
        ),
        draft=parsed.draft,
    )


def _ignore(mark: IgnoreMark, line: int, starts: tuple[int, ...]) -> Ignore:
    column = mark.offset - starts[line - 1] + 1
    return Ignore(mark.code, mark.reason, line, column, mark.everywhere)
