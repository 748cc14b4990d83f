"""Kinds of values that a key may have: how each is read, and what it says is allowed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from transcheck.errors import UnknownNameError, UsageError
from transcheck.languages import LANGUAGES, named
from transcheck.reporters import REPORTERS


def toml(value: object) -> str:
    """Return a value as a TOML file has it; of types that TOML has not, Python's writing."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            # Strings of TOML are those of JSON, DEL apart, which JSON lets stand as it is.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{toml(name)} = {toml(own)}' for name, own in value.items())}}}"
        case int() | float():
            return str(value)
    return repr(value)


class At(NamedTuple):
    """A place in a configuration."""

    key: str
    """The way to the value: ``severity.NUM``, ``patterns[2]``."""
    folder: Path
    """What relative paths are relative to."""

    def inside(self, name: str) -> At:
        """Return the place of an entry of the table that is here."""
        return At(f"{self.key}.{name}" if self.key else name, self.folder)

    def item(self, number: int) -> At:
        """Return the place of an item, counted from 1, of the list that is here."""
        return At(f"{self.key}[{number}]", self.folder)


class InvalidError(Exception):
    """A value that is not what it must be, or several of them."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Take one line a problem, each with the place it is at."""
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)

    @classmethod
    def value(cls, at: At, allowed: str, value: object) -> InvalidError:
        """Say what the value at a place must be, and what it is."""
        return cls([f"{at.key} must be {allowed}, not {_shown(value)}"])

    @classmethod
    def unknown(cls, at: At, what: str, known: Iterable[str]) -> InvalidError:
        """Say that there is no such name, and which ones there are."""
        names = tuple(known)
        return cls([f"unknown {what} {at.key!r}{nearest_key(at.key, names)}"])


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean …?`` with the known names most like `name`, or nothing."""
    from difflib import get_close_matches

    alike = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(alike)}?" if alike else ""


def nearest_key(key: str, known: Sequence[str]) -> str:
    """Return the known names most like the last part of a key, and all of them."""
    listed = ", ".join(known) or "none"
    return f"{nearest(key.rpartition('.')[2], known)} (known: {listed})"


def _shown(value: object) -> str:
    text = toml(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 60


T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a value must be."""

    allowed: Callable[[], str]
    """Says it in a few words that go behind "must be"; called only where they are needed."""
    read: Callable[[object, At], T]
    """Turns what a TOML file has at a place into a value. Raises `InvalidError`."""


def text(what: str) -> Kind[str]:
    """Return the kind of text that is not empty; `what` says of what."""

    def read(value: object, at: At) -> str:
        if isinstance(value, str) and value.strip() and "\0" not in value:
            return value
        raise InvalidError.value(at, what, value)

    return Kind(lambda: what, read)


def choice(names: Callable[[], Sequence[str]]) -> Kind[str]:
    """Return the kind of one name of several."""

    def allowed() -> str:
        return f"one of {', '.join(names())}"

    def read(value: object, at: At) -> str:
        if isinstance(value, str) and value in names():
            return value
        near = nearest(value, names()) if isinstance(value, str) else ""
        (problem,) = InvalidError.value(at, allowed(), value).problems
        raise InvalidError([problem + near])

    return Kind(allowed, read)


def graded(names: Callable[[], Sequence[str]]) -> Kind[tuple[str, float]]:
    """Return the kind of one name of several, which a number from 0 to 1 may follow."""
    own = choice(names)

    def read(value: object, at: At) -> tuple[str, float]:
        name, colon, number = value.partition(":") if isinstance(value, str) else (value, "", "")
        least = share(number) if colon else 0.0
        if least is None:
            raise InvalidError.value(at, f"{own.allowed()}, or as error:0.8", value)
        return own.read(name, at), least

    return Kind(own.allowed, read)


def share(number: str) -> float | None:
    """Return a number from 0 to 1, or None where it is none."""
    try:
        value = float(number)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def converted(kind: Kind[S], convert: Callable[[S], T]) -> Kind[T]:
    """Return a kind whose values are made from another's."""
    return Kind(kind.allowed, lambda value, at: convert(kind.read(value, at)))


def many(kind: Kind[T], what: str) -> Kind[tuple[T, ...]]:
    """Return the kind of a list of values of a kind; `what` names them in the plural."""

    def read(value: object, at: At) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise InvalidError.value(at, f"a list of {what}", value)
        return gathered(partial(kind.read, item, at.item(n)) for n, item in enumerate(value, 1))

    return Kind(lambda: f"a list of {what}", read)


def table(entry: Callable[[str, object, At], T], what: str) -> Kind[tuple[T, ...]]:
    """Return the kind of a table; `entry` reads one entry: its name, its value, its place."""

    def read(value: object, at: At) -> tuple[T, ...]:
        if not isinstance(value, dict):
            raise InvalidError.value(at, what, value)
        return gathered(partial(entry, name, own, at.inside(name)) for name, own in value.items())

    return Kind(lambda: what, read)


def gathered(readings: Iterable[Callable[[], T]]) -> tuple[T, ...]:
    """Return what several readings give.

    Raises:
        InvalidError: what is wrong with any of them, all at once.
    """
    found: list[T] = []
    problems: list[str] = []
    for reading in readings:
        try:
            found.append(reading())
        except InvalidError as error:
            problems += error.problems
    if problems:
        raise InvalidError(problems)
    return tuple(found)


def path(what: str) -> Kind[Path]:
    """Return the kind of a path; a relative one is relative to the configuration's folder."""
    own = text(what)
    return Kind(own.allowed, lambda value, at: at.folder / own.read(value, at))


def encoder() -> Kind[str]:
    """Return the kind of an encoder's name, or the path of a model's folder."""
    own = text("the name of an encoder")

    def read(value: object, at: At) -> str:
        name = own.read(value, at)
        from transcheck.embedding import ENCODERS
        from transcheck.embedding.sentence_transformers_ import split

        if not (at.folder / split(name)[0]).is_dir():
            return name

        # Many a site has a folder called "static", too.
        return name if name in ENCODERS.names() else str(at.folder / name)

    return Kind(own.allowed, read)


def languages() -> Kind[tuple[str, ...]]:
    """Return the kind of a list of languages, by code or alias; it gives their codes."""

    def read(value: object, at: At) -> str:
        if isinstance(value, str):
            try:
                return named(value).code
            except UnknownNameError:
                pass
        raise InvalidError.value(at, f"one of {', '.join(LANGUAGES.names())}", value)

    one = Kind(lambda: f"one of {', '.join(LANGUAGES.names())}", read)
    listed = many(one, "languages")
    return Kind(lambda: f"a list of languages ({', '.join(LANGUAGES.names())})", listed.read)


def pattern() -> Kind[str]:
    """Return the kind of a path with ``{language}`` and ``{article}`` in it."""
    what = 'a path with {language} and {article} in it, as "{language}/news/{article}.html"'

    def read(value: object, at: At) -> str:
        from transcheck.discovery.patterns import USUAL, Pattern

        if not isinstance(value, str):
            raise InvalidError.value(at, what, value)
        if value == USUAL:
            return value
        try:
            Pattern(value)
        except UsageError as error:
            raise InvalidError([f"{at.key}: {error}"]) from None
        return value

    return Kind(lambda: what, read)


def glob() -> Kind[str]:
    """Return the kind of a glob as in ``.gitignore``."""
    what = 'a glob as in .gitignore, as "archive/**"'

    def read(value: object, at: At) -> str:
        from transcheck.discovery import Globs
        from transcheck.discovery.picking import Picking

        if not isinstance(value, str) or not value.strip():
            raise InvalidError.value(at, what, value)
        try:
            Picking(Globs((value,)), Globs(), gitignore=False)
        except UsageError:
            raise InvalidError.value(at, what, value) from None
        return value

    return Kind(lambda: what, read)


def output() -> Kind[str]:
    """Return the kind of ``FORMAT=FILE``; the path becomes relative to the configuration."""

    def what() -> str:
        return f"FORMAT=FILE with one of {', '.join(REPORTERS.names())} as format"

    def read(value: object, at: At) -> str:
        name, _, file = value.partition("=") if isinstance(value, str) else ("", "", "")
        if not file or "\0" in file or name not in REPORTERS.names():
            raise InvalidError.value(at, what(), value)
        return f"{name}=-" if file == "-" else f"{name}={at.folder / file}"

    return Kind(what, read)
