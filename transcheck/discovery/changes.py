"""What changed in git since a revision: which articles a branch or a commit touches.

Like ``git diff REVISION...`` it starts where the branch left the revision, so that nobody
is blamed for what others changed meanwhile; what is not committed yet, or not even added,
counts as well. Nothing is fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transcheck.discovery.picking import REPOSITORY
from transcheck.discovery.walking import is_folder
from transcheck.errors import UsageError

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_NO_REPOSITORY = "not a git repository"
_ALIKE = ("-c", f"core.excludesFile={os.devnull}")
"""What one user ignores everywhere must not decide what is checked."""
_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set by git where it runs a hook: they would overrule the folder that is asked about."""


class Changes:
    """The files that were changed, added, removed or renamed."""

    def __init__(self, paths: Iterable[Path], base: str = "HEAD") -> None:
        """Take their absolute paths, without links to folders in them.

        `base` is the revision in which those that are gone can still be read.
        """
        self._paths = frozenset(paths)
        self._base = base
        # A submodule, or a repository in a repository, is one path for all that is in it.
        self._folders = frozenset(filter(is_folder, self._paths))
        self._resolved: dict[Path, Path] = {}

    def gone(self) -> list[Path]:
        """Return those that are not there any more."""
        return sorted(path for path in self._paths if not os.path.lexists(path))

    def before(self, path: Path) -> bytes:
        """Return what a file held that is gone; nothing where git does not know."""
        folder = next(folder for folder in path.parents if is_folder(folder))
        name = path.relative_to(folder).as_posix()
        return _git(folder, "show", f"{self._base}:./{name}").stdout

    def touch(self, path: Path) -> bool:
        """Return whether a file changed, or what it is a link to."""
        own = self.resolved(path.parent) / path.name
        return self._has(own) or (_is_link(own) and self._has(own.resolve()))

    def resolved(self, folder: Path) -> Path:
        """Return the path of a folder without links; many files ask for the same one."""
        if folder not in self._resolved:
            self._resolved[folder] = folder.resolve()
        return self._resolved[folder]

    def _has(self, path: Path) -> bool:
        if path in self._paths:
            return True
        return bool(self._folders) and not self._folders.isdisjoint(path.parents)


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # in a folder without rights: a matter for the loader
        return False


def changes_since(revision: str, paths: Iterable[Path], *, gitignore: bool) -> Changes:
    """Return what changed in the repositories that `paths` lie in.

    Args:
        revision: a branch, tag or commit.
        paths: files and folders of one repository or several.
        gitignore: leave out files that git does not track and ``.gitignore`` names.

    Raises:
        UsageError: there is no git, no repository, no such revision, or too little history.
    """
    if not revision.strip() or revision.startswith("-"):
        raise UsageError(
            f"{revision!r} is no revision to compare with",
            hint="--changed-since takes a branch, a tag or a commit, as origin/main",
        )
    folders = dict.fromkeys(path if is_folder(path) else path.absolute().parent for path in paths)
    tops = dict.fromkeys(_top(folder) for folder in dict.fromkeys(map(_nearest, folders)))
    changed = [path for top in tops for path in _changed(top, revision, gitignore=gitignore)]
    return Changes(changed, revision)


def deletions(folder: Path) -> Changes:
    """Return which files of the repository around a folder the next commit deletes.

    Raises:
        UsageError: there is no git, or no repository.
    """
    top = _top(folder)
    names = _names(top, "diff", "--cached", "--name-only", "-z", "--no-renames", "--diff-filter=D")
    return Changes(top / name for name in names)


def _nearest(folder: Path) -> Path:
    """Return the folder of the repository that seems to be around; git is asked only once."""
    around = (folder, *folder.absolute().parents)
    return next((place for place in around if os.path.lexists(place / REPOSITORY)), folder)


def _top(folder: Path) -> Path:
    answer = _git(folder, "rev-parse", "--show-toplevel")
    if answer.returncode:
        said = _said(answer)
        if _NO_REPOSITORY in said:
            raise UsageError(f"{folder} is in no git repository", hint="leave out --changed-since")
        raise UsageError(f"git cannot tell what changed in {folder}: {said}")
    return Path(os.fsdecode(answer.stdout).removesuffix("\n")).resolve()


def _changed(top: Path, revision: str, *, gitignore: bool) -> Iterable[Path]:
    base = _merge_base(top, revision)
    ignoring = ["--exclude-standard"] if gitignore else []
    names = [
        *_names(top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, "--"),
        *_names(top, "ls-files", "--others", "-z", *ignoring),
    ]
    return (top / name for name in names)


def _merge_base(top: Path, revision: str) -> str:
    if _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        raise UsageError(
            f"git knows no revision {revision!r} in {top}", hint=_how_to_get(top, revision)
        )
    answer = _git(top, "merge-base", revision, "HEAD")
    base = answer.stdout.decode().strip()
    if answer.returncode or not base:
        raise UsageError(
            f"{revision} and what is checked out have no commit in common in {top}",
            hint=_how_to_get(top, revision),
        )
    return base


def _how_to_get(top: Path, revision: str) -> str:
    if _git(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return (
            "this clone is shallow: get the whole history (git fetch --unshallow; "
            "fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab CI)"
        )
    return f"check the spelling, or fetch it first: {revision}"


def _names(top: Path, *arguments: str) -> Sequence[str]:
    answer = _git(top, *arguments)
    if answer.returncode:
        raise UsageError(f"git cannot tell what changed in {top}: {_said(answer)}")
    return [os.fsdecode(name) for name in answer.stdout.split(b"\0") if name]


def _git(folder: Path, *arguments: str) -> CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(  # noqa: S603 # no shell, and the revision is no option
            ["git", *_ALIKE, "-C", str(folder), *arguments],  # noqa: S607 # the git of the user
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(os.environ),
            check=False,
        )
    except FileNotFoundError:
        raise UsageError(
            "there is no git to tell what changed",
            hint="install git, or leave out --changed-since",
        ) from None
    except OSError as error:
        raise UsageError(f"git cannot be started: {error.strerror or error}") from error


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    own = {name: value for name, value in given.items() if name not in _OF_ANOTHER}
    # Messages in English, no lock on the index, nothing fetched that a partial clone lacks.
    return own | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


def _said(answer: CompletedProcess[bytes]) -> str:
    lines = answer.stderr.decode(errors="replace").strip().splitlines()
    return lines[0] if lines else f"it ended with code {answer.returncode}"
