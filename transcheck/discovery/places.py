"""Where files stand: the folders of a search, and what a file's path says of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from transcheck.languages import Language


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that is searched, as it was named."""

    path: Path
    shown: str
    """What paths below it begin with when they are shown."""
    absolute: str
    """The same for absolute paths, with slashes; both end in one, or are empty."""

    @classmethod
    def at(cls, path: Path) -> Root:
        """Return the root that a path is."""
        shown = path.as_posix()
        return cls(
            path,
            "" if shown == "." else _ended(shown),
            _ended(Path(os.path.normpath(path.absolute())).as_posix()),
        )

    def __truediv__(self, relative: str) -> Path:
        """Return the path of what is at `relative` below this folder."""
        return Path(f"{self.shown}{relative}") if relative else self.path


@dataclass(frozen=True, slots=True)
class Place:
    """What a file's path says of it."""

    path: Path
    absolute: str
    """The same from the root of the file system, so that no file comes twice."""
    article: str
    """The name of the article, with slashes."""
    language: Language
    pattern: str
    """The path with ``*`` for the language."""
    key: str
    """The absolute pattern without the suffix: editions of one article share it."""
    join: str = ""
    """What editions under several patterns share, where no language comes twice; or empty."""

    @property
    def keys(self) -> frozenset[str]:
        """Return what it may share with other editions of its article."""
        return frozenset((self.key, self.join)) - {""}

    @property
    def suffix(self) -> str:
        """Return the suffix of the file's name."""
        return self.path.suffix


def keyed(pattern: str) -> str:
    """Return an absolute pattern without its suffix."""
    head, dot, suffix = pattern.rpartition(".")
    return head if dot and "/" not in suffix else pattern


def _ended(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"
