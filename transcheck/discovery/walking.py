"""Walk a tree of files: in a fixed order, once through every folder, never in a circle.

Whether a file lies in a folder, whatever links and dots its path has.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from transcheck.discovery.picking import GITIGNORE, Picking, Root, Rules, repository
from transcheck.loading import FORMATS
from transcheck.loading.naming import language_of

_TRUE = ("1", "true", "yes")


def outside(path: Path, folder: Path) -> bool:
    """Return whether a path leads out of a folder, all links followed."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def default(environment: Mapping[str, str]) -> Path | None:
    """Return the folder that a run in CI is confined to: its repository; elsewhere None.

    What runs there may have been changed by anybody who opens a pull request: a link in it
    must not bring other files of the machine into a report.
    """
    if environment.get("CI", "").lower() not in _TRUE:
        return None
    return repository(Path())


NOT_OURS = frozenset({"node_modules", "__pycache__"})
"""Names of folders in which tools keep what nobody wrote."""
_ENVIRONMENT = "pyvenv.cfg"
"""The file by which a virtual environment of Python is known, whatever its name."""


@dataclass(slots=True)
class Walked:
    """What a walk came by."""

    files: list[str] = field(default_factory=list)
    """Files of formats we read, relative to the root, with slashes."""
    failures: list[tuple[Path, str]] = field(default_factory=list)
    """Folders that cannot be read, and why."""


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(suffix for each in FORMATS for suffix in each.suffixes)


def readable_suffix(name: str) -> bool:
    """Return whether a file's name says that it is of a format we read."""
    return name.lower().endswith(_suffixes())


def walk(root: Root, picking: Picking, seen: set[tuple[int, int]]) -> Walked:
    """Return the files under `root` that are picked, and folders that cannot be read.

    Hidden files and folders are left out. Links to folders are followed. `seen` holds the
    folders (device, inode) visited so far, which are not visited again: so a loop of links
    ends, and paths of a run that lie inside one another give no article twice.
    """
    walked = Walked()
    waiting = [("", picking.rules_above(root))]
    while waiting:
        prefix, rules = waiting.pop()
        folder = root / prefix.rstrip("/")
        try:
            inside = _inside(folder, seen)
        except OSError as error:
            walked.failures.append((folder, error.strerror or str(error)))
            continue
        if prefix and any(entry.name == _ENVIRONMENT for entry in inside):
            continue
        if any(entry.name == GITIGNORE for entry in inside):
            rules = picking.rules_inside(f"{root.absolute}{prefix}", rules)
        folders = _look_at(inside, root, prefix, picking, rules, walked)
        # Real folders come before links to them, so that an article keeps its own name.
        folders.sort(key=lambda entry: (entry.is_symlink(), entry.name), reverse=True)
        waiting += ((f"{prefix}{entry.name}/", rules) for entry in folders)
    return walked


def _look_at(
    inside: list[os.DirEntry[str]],
    root: Root,
    prefix: str,
    picking: Picking,
    rules: Rules,
    walked: Walked,
) -> list[os.DirEntry[str]]:
    """Note the files among the entries of a folder, and return the folders to walk into."""
    folders = []
    for entry in inside:
        name = entry.name
        if name.startswith("."):
            continue
        relative = f"{prefix}{name}"
        if _is_folder(entry) and not _poses(name):
            if name not in NOT_OURS and picking.enters(root, relative, rules):
                folders.append(entry)
        elif readable_suffix(name) and picking.takes(root, relative, rules):
            walked.files.append(relative)
    return folders


def _inside(folder: Path, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    status = folder.stat()
    if (status.st_dev, status.st_ino) in seen:
        return []
    seen.add((status.st_dev, status.st_ino))
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _poses(name: str) -> bool:
    """Return whether a folder bears an edition's name; its loading will say so.

    Walked into like any other, it would hide that the edition is missing.
    """
    return readable_suffix(name) and language_of(Path(name).stem.rpartition(".")[2]) is not None


def children(folder: Path) -> list[str]:
    """Return the names of what is in a folder, sorted, without what is hidden.

    Raises:
        OSError: it cannot be read.
    """
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder or a link to one; False where that cannot be told."""
    try:
        return path.is_dir()
    except OSError:
        return False
