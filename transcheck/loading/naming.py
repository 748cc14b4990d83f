"""What a path says of an edition: its language, and which article it is an edition of.

Three layouts are known: ``homs/uk.txt``, ``homs.uk.txt`` and ``uk/homs.txt``; ``ua`` and
the other aliases of a language are as good as its code. The part of the path nearest to the
file's own name decides, here and where articles are looked for under folders.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from transcheck.languages import is_other, known

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Z]{2})?")
"""``uk`` or ``uk-UA``; a region in small letters is more often a word: ``uk-eu.txt``."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a path says by itself, without a look into the file."""

    article: Path
    """The path without language and suffix: the same for all editions of an article."""
    language: str | None
    """A language's code, or None where the path does not name one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The part of a path that names the language, and the path without it."""

    language: str
    """A language's code."""
    article: str
    """The path without language and suffix; empty where nothing is left of it."""
    pattern: str
    """The path with ``*`` for the language."""


def find_slot(path: str, *, folders: int | None = None) -> Slot | None:
    """Return where a path names a language, or None where no part of it does.

    Args:
        path: the path of a file, with slashes. Text and no `Path`: it is asked for
            thousands of files.
        folders: how many folders above the file are looked at; None means all.
    """
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    if not stem or not suffix:
        stem, dot, suffix = name, "", ""
    if names_other(stem):
        return None
    whole = language_of(stem)
    if whole is not None:
        return Slot(whole, folder, f"{folder}{slash}*{dot}{suffix}")
    front, _, last = stem.rpartition(".")
    part = language_of(last) if front else None
    if part is not None:
        own = f"{folder}{slash}{front}"
        return Slot(part, own, f"{own}.*{dot}{suffix}")
    names = folder.split("/")
    lowest = 0 if folders is None else max(0, len(names) - folders)
    for position in reversed(range(lowest, len(names))):
        above = language_of(names[position])
        if above is not None:
            before, after = names[:position], names[position + 1 :]
            article = "/".join((*before, *after, stem))
            return Slot(above, article, "/".join((*before, "*", *after, name)))
    return None


def names_other(stem: str) -> bool:
    """Return whether a file's name says that it is in a language that is not compared.

    So do ``index.de`` and ``README.pt-BR``; ``de`` alone may be the name of an article.
    """
    front, _, last = stem.rpartition(".")
    return bool(front) and is_other(last) and language_of(last) is None


def read_name(path: Path) -> Name:
    """Return the article and the language that a path names.

    The file's own name decides before its folder's does; folders further up may be called
    ``ru`` for any reason and say nothing by themselves, see `languages`.
    """
    slot = find_slot(path.as_posix(), folders=1)
    if slot is None:
        return Name(path.parent / path.stem, None)
    return Name(Path(slot.article), slot.language)


def languages(paths: Sequence[Path]) -> tuple[str | None, ...]:
    """Return the language that the path of each edition of one article names, or None.

    Besides a file's own name and its folder's, those folders count in which the paths
    differ: ``uk/2024/homs.txt`` and ``en/2024/homs.txt``.
    """
    plain = [Path(os.path.normpath(path.absolute())) for path in paths]
    common = Path(os.path.commonpath([path.parent for path in plain]))
    depths = [len(path.relative_to(common).parts) - 1 for path in plain]
    slots = [
        find_slot((path if depth else own).as_posix(), folders=depth or 1)
        for own, path, depth in zip(paths, plain, depths, strict=True)
    ]
    return tuple(slot.language if slot else None for slot in slots)


def article_name(paths: Sequence[Path]) -> str:
    """Return a name for the article whose editions are `paths`.

    It is what their names have in common, else the folder they share, else the stem of
    the first.
    """
    articles = [read_name(path).article for path in paths]
    if len({article.name for article in articles}) == 1:
        return articles[0].name or articles[0].absolute().name or paths[0].stem
    common = Path(os.path.commonpath([article.absolute() for article in articles]))
    return common.name or paths[0].stem


def language_of(word: str) -> str | None:
    """Return the code of the language that a part of a path names, or None."""
    tag = _TAG.fullmatch(word)
    return _code(tag[1]) if tag else None


@cache
def _code(tag: str) -> str | None:
    language = known(tag)
    return language.code if language else None
