"""Where editions come from besides files that hold one each: every way a story comes in.

::

    words ─ standard input, pages of the web, JSON of a CMS, files of several editions
          ─> `ArticleFiles`, whose editions are loaded already, and notes on what was chosen

What is named by a word is read here, before the run, because nobody knows before how many
editions it holds. An edition that cannot be read is a problem of the run, not an error here,
where others are left to compare.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from transcheck.discovery import ArticleFiles, Search, discover, manifests
from transcheck.errors import LoadError, UsageError
from transcheck.languages import named
from transcheck.loading import (
    Reader,
    format_for,
    load_bytes,
    naming,
    read_bytes,
    text_format,
)
from transcheck.loading.alternates import find_alternates
from transcheck.loading.fragment import is_fragment
from transcheck.model import Document
from transcheck.sources import cms, web
from transcheck.sources.cms import Text
from transcheck.sources.web import fetched, page, path_of

STANDARD_INPUT = "-"
ALONE = "one edition, so it is checked against itself"
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_JSON = re.compile(rb"\s*[\[{]\s*[\"{]")
_ZIP = b"PK\x03\x04"
_NUMBERS = {2: "two", 3: "three"}


@dataclass(slots=True)
class _Gathered:
    """The editions found so far."""

    paths: list[Path] = field(default_factory=list)
    languages: list[str | None] = field(default_factory=list)
    texts: dict[Path, Callable[[], Document]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    name: str = ""

    def add(self, path: Path, language: str | None, load: Callable[[], Document] | None) -> None:
        """Take one edition; with `load` it is no file."""
        while load is not None and path in self.texts:
            path = path.with_name(f"{path.name}:{language}")
        if load is not None:
            self.texts[path] = load
        self.paths.append(path)
        self.languages.append(language)


def gather(
    words: Sequence[str],
    *,
    language: str | None = None,
    stream: BinaryIO | None = None,
    fetch: Callable[[str], web.Response] = web.fetch,
) -> ArticleFiles:
    """Return the editions that words of a command line name.

    Args:
        words: files, addresses of pages, or ``-`` for standard input.
        language: the language of what comes from standard input; None: it is told from the text.
        stream: standard input; None is the process's own.
        fetch: gets a page of the web.

    Raises:
        UsageError: standard input is named twice, or a file of JSON holds several stories.
        LoadError: the only word there is cannot be read.
        UnknownNameError: `language` is no language.
    """
    code = named(language).code if language else None
    if words.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input is named twice", hint="name it once; it is read once")
    if code and STANDARD_INPUT not in words and not any(map(_is_stream, words)):
        raise UsageError("--language goes with standard input", hint="name it as -")
    found = _Gathered()
    plain = [Path(word) for word in words if not (word == STANDARD_INPUT or web.is_address(word))]
    said = dict(zip(plain, naming.languages(plain), strict=True)) if plain else {}
    for word in words:
        path = Path(word)
        if word == STANDARD_INPUT:
            source = stream or sys.stdin.buffer
            _take_bytes(found, Path("standard-input"), source.read(), None, code)
        elif web.is_address(word):
            _take_address(found, word, fetch, alone=len(words) == 1)
        else:
            _take_path(found, path, said[path], code, alone=len(words) == 1)
    if len(found.paths) == 1:
        found.notes.append(ALONE)
    return ArticleFiles(
        found.name or _name(words, plain, found.paths),
        tuple(found.paths),
        languages=tuple(found.languages),
        texts=found.texts,
        alone=len(found.paths) == 1,
        notes=tuple(found.notes),
    )


def holds_stories(path: Path) -> bool:
    """Return whether a file holds stories, and is no manifest that names files alone."""
    if not cms.is_stories(path) or not path.is_file():
        return False
    if not manifests.is_manifest(path):
        return True
    with path.open("rb") as stream:
        first = next((line for line in stream if line.strip()), b"")
    return cms.is_story(first)


def story_files(path: Path) -> Iterator[ArticleFiles]:
    """Yield the articles of a file of stories, see `transcheck.sources.cms`.

    Raises:
        UsageError: it holds none.
        LoadError: it cannot be read.
    """
    for story in cms.read_stories(_decoded(path, read_bytes(path)), str(path)):
        found = _Gathered()
        _take_story(found, path, story)
        yield ArticleFiles(
            story.name, tuple(found.paths), languages=tuple(found.languages), texts=found.texts
        )


def name_one_article(words: Sequence[str]) -> bool:
    """Return whether words name the editions of one article, and no folders to look into.

    A file alone does where its name says no language: it may hold several editions. Where the
    name says one, the file stands for the article that it belongs to, if there are others of it.
    """
    if len(words) > 1:
        return not any(Path(word).is_dir() for word in words)
    (word,) = words
    if word == STANDARD_INPUT or web.is_address(word) or _is_stream(word):
        return True
    path = Path(word)
    if not path.is_file() or manifests.is_manifest(path):
        return False
    return naming.read_name(path).language is None or _is_alone(path)


def _is_alone(path: Path) -> bool:
    """Return whether no other edition of its article lies beside a file."""
    found = discover([path], Search(allow_empty=True)).articles
    return len(found) == 1 and not found[0].problem and len(found[0].editions) == 1


def _is_stream(word: str) -> bool:
    """Return whether a path is a pipe or device, as ``/dev/stdin`` and ``<(…)`` are."""
    if word.startswith("/dev/"):  # standard input may be a file
        return True
    try:
        mode = Path(word).stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def _name(words: Sequence[str], plain: Sequence[Path], paths: Sequence[Path]) -> str:
    """Return what the article is called: by its files, else by the last part of an address."""
    if plain and len(plain) == len(words):
        return naming.article_name(plain)
    address = next((word for word in words if web.is_address(word)), "")
    slug = urlsplit(address).path.rstrip("/").rpartition("/")[2] or urlsplit(address).netloc
    return slug or (plain or list(paths))[0].stem


def _reader(path: Path) -> Reader:
    from transcheck.loading.formats import UnreadableError

    try:
        return format_for(path.suffix)
    except UnreadableError as error:
        raise LoadError(f"{path} {error.reason}", hint=error.hint) from None


def _sniffed(data: bytes) -> Reader:
    """Return the format that bytes without a name are in."""
    if data.startswith(_ZIP):
        return format_for(".odt" if b"opendocument.text" in data[:200] else ".docx")
    if _MARKUP.match(data[:400]):
        fragment = is_fragment(data[:4000].decode("utf-8", "replace"))
        return text_format("html fragment" if fragment else "html")
    return text_format("plain text")


def _take_path(
    found: _Gathered, path: Path, said: str | None, language: str | None, *, alone: bool
) -> None:
    """Take the editions of a file or pipe.

    A file that is named with others is read by the run, which tells of it where it cannot be.
    """
    if cms.is_stories(path):
        _take_stories(found, path, read_bytes(path))
    elif _is_stream(str(path)):
        _take_bytes(found, path, path.read_bytes(), None, language)
    elif alone and said is None:
        _take_bytes(found, path, read_bytes(path), _reader(path), None)
    else:
        found.add(path, said, None)


def _take_bytes(
    found: _Gathered, path: Path, data: bytes, reader: Reader | None, language: str | None
) -> None:
    """Take the editions that bytes hold."""
    if reader is None and _JSON.match(data[:400]):
        _take_stories(found, path, data)
        return
    documents = load_bytes(path, data, reader or _sniffed(data), language=language)
    for document in documents:
        found.add(path, document.language, partial(_loaded, document))
    if len(documents) > 1:
        languages = ", ".join(document.language for document in documents)
        found.notes.append(f"{_NUMBERS[len(documents)]} editions in {path}: {languages}")


def _loaded(document: Document) -> Document:
    return document


def _take_address(
    found: _Gathered, url: str, fetch: Callable[[str], web.Response], *, alone: bool
) -> None:
    """Take the edition of a page; where it is named alone, also the others that it names."""
    if not alone:
        found.add(path_of(url), None, partial(fetched, url, None, fetch))
        return
    response = fetch(url)
    document = page(url, response)
    found.add(document.path, document.language, partial(_loaded, document))
    source = response.data.decode(response.charset or "utf-8", "replace")
    for other in find_alternates(source, response.url):
        if other.language in found.languages:
            continue
        path = path_of(other.url)
        found.notes.append(f"the {other.language} edition is {other.url}, by {other.how}")
        found.add(path, other.language, partial(fetched, other.url, other.language, fetch))
    if len(found.paths) == 1:
        found.notes.append(f"{url} names no edition in another language")


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LoadError(f"{path} is not UTF-8", hint="save it as UTF-8") from None


def _take_stories(found: _Gathered, path: Path, data: bytes) -> None:
    """Take the one story that a file of JSON holds."""
    stories = cms.read_stories(_decoded(path, data), str(path))
    if len(stories) > 1:
        raise UsageError(f"{path} holds {len(stories)} stories", hint="give it to transcheck gate")
    _take_story(found, path, stories[0])
    found.name = stories[0].name


def _take_story(found: _Gathered, path: Path, story: cms.Story) -> None:
    for told in story.editions:
        if web.is_address(told.path):
            load = partial(fetched, told.path, told.language, web.fetch)
            found.add(path_of(told.path), told.language, load)
            continue
        if told.path:
            found.add(Path(os.path.normpath(path.parent / told.path)), told.language, None)
            continue
        form = "" if told.html else "plain text"
        text = Text(told.content, form, told.title, told.url, told.published)
        place = text.path(story.name, told.language)
        found.add(place, told.language, partial(text.document, place, told.language))


__all__ = ["STANDARD_INPUT", "gather", "holds_stories", "name_one_article", "story_files"]
