"""Which files a search takes: what ``.gitignore`` and the globs of a run leave out.

Globs are those of ``.gitignore`` (https://git-scm.com/docs/gitignore#_pattern_format), which
everybody knows who has a repository.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from transcheck.errors import UsageError
from transcheck.languages import Language

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


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


GITIGNORE = ".gitignore"
REPOSITORY = ".git"
"""What lies in the topmost folder of a repository: a folder, in some a file."""
Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""Contents of ``.gitignore`` files with the folders they lie in, the outermost first."""


class Globs(NamedTuple):
    """Globs of one origin."""

    lines: tuple[str, ...] = ()
    base: Path = Path()
    """The folder they are relative to."""


def repository(folder: Path) -> Path | None:
    """Return the topmost folder of the repository around a folder, or None outside of one."""
    around = (folder.absolute(), *folder.absolute().parents)
    return next((place for place in around if os.path.lexists(place / REPOSITORY)), None)


class Picking:
    """Decides about every file and folder of a walk."""

    def __init__(self, include: Globs, exclude: Globs, *, gitignore: bool) -> None:
        """Take the globs, and whether ``.gitignore`` files are respected.

        Raises:
            UsageError: a glob is none.
        """
        self._gitignore = gitignore
        self._include = _Compiled.of(include, "include")
        self._exclude = _Compiled.of(exclude, "exclude")

    def rules_above(self, root: Root) -> Rules:
        """Return the rules for `root` of the repository around it.

        Where they ignore the root itself, none is returned: it was named, so it is wanted.
        """
        path = Path(root.absolute)
        around = [path, *path.parents]
        marks = (os.path.lexists(folder / REPOSITORY) for folder in around)
        top = next((n for n, there in enumerate(marks) if there), 0)
        rules: Rules = ()
        for folder in reversed(around[1 : top + 1]):
            rules = self.rules_inside(f"{folder.as_posix().rstrip('/')}/", rules)
            if any(_ignored(f"{inner.as_posix()}/", rules) for inner in around[:top]):
                return ()
        return rules

    def rules_inside(self, folder: str, rules: Rules) -> Rules:
        """Return the rules for what is in a folder; `rules` are those for the folder."""
        lines = _lines(Path(folder, GITIGNORE)) if self._gitignore else []
        return (*rules, (folder, _spec(lines))) if lines else rules

    def rules_of(self, root: Root) -> Rules:
        """Return the rules for the files in `root` that were not named themselves."""
        return self.rules_inside(root.absolute, self.rules_above(root))

    def enters(self, root: Root, relative: str, rules: Rules) -> bool:
        """Return whether a folder is walked into."""
        if self._exclude and self._exclude.matches(root, f"{relative}/"):
            return False
        return not (rules and _ignored(f"{root.absolute}{relative}/", rules))

    def takes(self, root: Root, relative: str, rules: Rules = ()) -> bool:
        """Return whether a file is looked at."""
        if self._exclude and self._exclude.matches(root, relative):
            return False
        if self._include and not self._include.matches(root, relative):
            return False
        return not (rules and _ignored(f"{root.absolute}{relative}", rules))


@dataclass(frozen=True, slots=True)
class _Compiled:
    base: str
    spec: GitIgnoreSpec

    @classmethod
    def of(cls, globs: Globs, what: str) -> _Compiled | None:
        if not globs.lines:
            return None
        try:
            return cls(Root.at(globs.base).absolute, _spec(globs.lines))
        except ValueError:
            bad = next(line for line in globs.lines if not _valid(line))
            raise UsageError(
                f"{bad!r} is no glob to {what}", hint="write it as in .gitignore"
            ) from None

    def matches(self, root: Root, relative: str) -> bool:
        absolute = f"{root.absolute}{relative}"
        inside = absolute.startswith(self.base)
        path = absolute[len(self.base) :] if inside else relative
        return self.spec.check_file(path).include is True


def _ignored(absolute: str, rules: Rules) -> bool:
    """Return what the innermost file that says anything of a path says of it."""
    for folder, spec in reversed(rules):
        if absolute.startswith(folder) and absolute != folder:
            said = spec.check_file(absolute[len(folder) :]).include
            if said is not None:
                return said
    return False


def _lines(path: Path) -> list[str]:
    """Return the globs of a ``.gitignore``; one that is none, or cannot be read, says nothing."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [line for line in text.splitlines() if _valid(line)]


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _valid(line: str) -> bool:
    try:
        _spec([line])
    except ValueError:
        return False
    return True
