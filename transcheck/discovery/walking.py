"""Walk a tree of files: in a fixed order, once through every folder, never in a circle."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from transcheck.loading import FORMATS
from transcheck.loading.naming import language_of


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(suffix for each in FORMATS for suffix in each.suffixes)


def readable_suffix(path: Path) -> bool:
    """Return whether a file's name says that it is of a format we read."""
    return path.suffix.lower() in _suffixes()


def walk(root: Path, seen: set[tuple[int, int]]) -> tuple[list[Path], list[tuple[Path, str]]]:
    """Return the files under `root` of formats we read, and folders that cannot be read.

    Hidden files and folders are left out. Links to folders are followed. `seen` holds the
    folders (device, inode) visited so far, which are not visited again: so a loop of links
    ends, and paths of a run that lie inside one another give no article twice.
    """
    files: list[Path] = []
    failures: list[tuple[Path, str]] = []
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            inside = children(folder)
        except OSError as error:
            failures.append((folder, error.strerror or str(error)))
            continue
        folders = {path for path in inside if is_folder(path) and not _poses(path)}
        files += [path for path in inside if readable_suffix(path) and path not in folders]
        # Real folders come before links to them, so that an article keeps its own name.
        waiting += sorted(folders, key=lambda path: (path.is_symlink(), path), reverse=True)
    return files, failures


def children(folder: Path) -> list[Path]:
    """Return what is in a folder, sorted, without what is hidden.

    Raises:
        OSError: it cannot be read.
    """
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _poses(path: Path) -> bool:
    """Return whether a folder bears an edition's name; its loading will say so.

    Walked into like any other, it would hide that the edition is missing.
    """
    return readable_suffix(path) and language_of(path.stem.rpartition(".")[2]) is not None


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder or a link to one; False where that cannot be told."""
    try:
        return path.is_dir()
    except OSError:
        return False
