"""What a path says of an edition: its language, and which article it is an edition of.

Three layouts are known: ``homs/uk.txt``, ``homs.uk.txt`` and ``uk/homs.txt``; ``ua`` and
the other aliases of a language are as good as its code.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.languages import known

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Z]{2})?")
"""``uk`` or ``uk-UA``; a region in small letters is more often a word: ``uk-eu.txt``."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a path says by itself, without a look into the file."""

    article: Path
    """The path without language and suffix: the same for all editions of an article."""
    language: str | None
    """A language's code, or None where the path does not name one."""


def read_name(path: Path) -> Name:
    """Return the article and the language that a path names.

    The file's own name decides before its folder's does.
    """
    stem, folder = path.stem, path.parent
    whole = language_of(stem)
    if whole is not None:
        return Name(folder, whole)
    front, _, last = stem.rpartition(".")
    part = language_of(last)
    if front and part is not None:
        return Name(folder / front, part)
    above = language_of(folder.name)
    if above is not None:
        return Name(folder.parent / stem, above)
    return Name(folder / stem, None)


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
    language = known(tag[1]) if tag else None
    return language.code if language else None
