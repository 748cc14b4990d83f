"""Kinds of values that a key may have: how each is read, and what it says is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from transcheck.configuration.problems import At, InvalidError, nearest
from transcheck.errors import UnknownNameError

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
        if isinstance(value, str) and value.strip():
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


def converted(kind: Kind[S], convert: Callable[[S], T]) -> Kind[T]:
    """Return a kind whose values are made from another's."""
    return Kind(kind.allowed, lambda value, at: convert(kind.read(value, at)))


def many(kind: Kind[T], what: str) -> Kind[tuple[T, ...]]:
    """Return the kind of a list of values of a kind; `what` names them in the plural."""

    def read(value: object, at: At) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise InvalidError.value(at, f"a list of {what}", value)
        return tuple(each((kind, item, at.item(n)) for n, item in enumerate(value, 1)))

    return Kind(lambda: f"a list of {what}", read)


def table(kind: Kind[T], what: str) -> Kind[Mapping[str, T]]:
    """Return the kind of a table with values of one kind; `what` says what it is of."""

    def read(value: object, at: At) -> Mapping[str, T]:
        if not isinstance(value, dict):
            raise InvalidError.value(at, what, value)
        found = each((kind, item, at.inside(name)) for name, item in value.items())
        return dict(zip(value, found, strict=True))

    return Kind(lambda: what, read)


def each(parts: Iterable[tuple[Kind[T], object, At]]) -> list[T]:
    """Return the values at several places.

    Raises:
        InvalidError: what is wrong with any of them, all at once.
    """
    found: list[T] = []
    problems: list[str] = []
    for kind, value, at in parts:
        try:
            found.append(kind.read(value, at))
        except InvalidError as error:
            problems += error.problems
    if problems:
        raise InvalidError(problems)
    return found


def path(what: str) -> Kind[Path]:
    """Return the kind of a path; a relative one is relative to the configuration's folder."""
    own = text(what)
    return Kind(own.allowed, lambda value, at: at.folder / own.read(value, at))


def languages() -> Kind[tuple[str, ...]]:
    """Return the kind of a list of languages, by code or alias; it gives their codes."""
    from transcheck.languages import LANGUAGES, named

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


_FIELD = re.compile(r"\{[^{}]*\}|[{}]")
_FIELDS = frozenset({"{language}", "{article}"})


def pattern() -> Kind[str]:
    """Return the kind of a path with ``{language}`` and ``{article}`` in it."""
    what = 'a path with {language} and {article} in it, as "{language}/news/{article}.html"'

    def read(value: object, at: At) -> str:
        if isinstance(value, str) and set(_FIELD.findall(value)) == _FIELDS:
            return value
        raise InvalidError.value(at, what, value)

    return Kind(lambda: what, read)
