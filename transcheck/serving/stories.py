"""What an editor gave as a story: pastes, files and addresses, read into editions.

A source is a paste, a file or a page; it holds one edition, or several that are told apart by
their language. Its bytes are what is checked, changed and given back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from transcheck.discovery import ArticleFiles
from transcheck.errors import LoadError, TranscheckError
from transcheck.languages import LANGUAGES
from transcheck.loading import FORMATS, Reader, load_bytes
from transcheck.model import Document
from transcheck.sources import web

UNTITLED = "article"
PLAIN, PAGE = "plain text", "html"
"""Names of formats."""
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that hold one edition or several."""

    name: str
    """What it is called: a file's name, an address, or nothing for a paste."""
    data: bytes
    format: str
    """The name of its format."""
    language: str | None = None
    """The code of its language, where somebody says it."""
    charset: str = ""
    url: str = ""
    """Where it was fetched from."""
    published: dt.date | None = None
    """The day of publication, where somebody says it."""
    problem: LoadError | None = None
    """Why there are no bytes."""

    @property
    def reader(self) -> Reader:
        """Return what reads it."""
        return FORMATS.get(self.format)

    def documents(self, number: int) -> tuple[Document, ...]:
        """Return the editions that it holds; `number` tells pastes apart.

        Raises:
            LoadError: it holds none that can be read.
        """
        if self.problem:
            raise self.problem
        if self.url:
            plain = self.format == PLAIN
            response = web.Response(
                self.url, self.data, self.charset, "text/plain" if plain else ""
            )
            found: tuple[Document, ...] = (web.page(self.url, response, self.language),)
        else:
            found = load_bytes(
                self.path(number),
                self.data,
                self.reader,
                language=self.language,
                charset=self.charset,
            )
        suffix = next(iter(self.reader.suffixes), ".html")
        return tuple(
            replace(
                document,
                path=document.path if self.name else Path(f"{document.language}{suffix}"),
                published=self.published or document.published,
            )
            for document in found
        )

    def path(self, number: int) -> Path:
        """Return what it is called in messages."""
        return Path(self.name or f"text {number + 1}")


@dataclass(frozen=True, slots=True)
class Story:
    """The sources of one article, and what it is called."""

    name: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A story whose sources were read, as far as they could be."""

    files: ArticleFiles
    documents: tuple[Document, ...]
    holders: tuple[int, ...]
    """For each document the position of its source."""


@cache
def example() -> Mapping[str, Source]:
    """Return a story to try the desk on, by language; its editions differ in three places."""
    folder = files(__package__) / "data" / "example"
    return {
        language.code: Source("", (folder / f"{language.code}.txt").read_bytes(), PLAIN)
        for language in sorted(LANGUAGES, key=lambda each: each.rank)
        if (folder / f"{language.code}.txt").is_file()
    }


def load(story: Story, most: int) -> Loaded:
    """Return the editions of a story; what cannot be read is told when it is checked.

    Raises:
        TooLongError: there are more letters than `most`.
    """
    texts: dict[Path, Callable[[], Document]] = {}
    documents: list[Document] = []
    holders: list[int] = []
    languages: list[str | None] = []
    for number, source in enumerate(story.sources):
        try:
            found = source.documents(number)
        except LoadError as error:
            path = source.path(number)
            texts[path] = partial(_refuse, error)
            languages.append(source.language)
            continue
        for document in found:
            path = document.path
            while path in texts:
                path = path.with_name(f"{path.name}:{document.language}")
            named_so = replace(document, path=path)
            texts[path] = partial(_given, named_so)
            documents.append(named_so)
            holders.append(number)
            languages.append(document.language)
    letters = sum(len(block.text) for document in documents for block in document.blocks)
    if letters > most:
        raise TooLongError(f"{letters} letters are too many", hint=f"at most {most}")
    files = ArticleFiles(
        story.name or _name(documents),
        tuple(texts),
        languages=tuple(languages),
        texts=texts,
        alone=len(texts) == 1,
    )
    return Loaded(files, tuple(documents), tuple(holders))


class TooLongError(TranscheckError):
    """More text than the server takes."""


def _refuse(error: LoadError) -> Document:
    raise error


def _given(document: Document) -> Document:
    return document


def _name(documents: Sequence[Document]) -> str:
    title = next((document.title for document in documents if document.title), "")
    return title[:LONGEST_NAME] or UNTITLED
