"""From folders to portraits: every file is one document, wherever it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.discovery import Globs
from transcheck.discovery.grouping import unreadable
from transcheck.discovery.picking import Picking
from transcheck.discovery.places import Root
from transcheck.discovery.walking import is_folder, walk
from transcheck.embedding import Encoder
from transcheck.errors import LoadError, UsageError
from transcheck.loading import load
from transcheck.loading.naming import find_slot, language_of, read_name
from transcheck.matching.portraits import Portrait, portrait
from transcheck.model import Skipped
from transcheck.segmenting import segment

_ALL = Globs()
_DEFECT = "this is a defect of transcheck, please report it with the document"


@dataclass(frozen=True, slots=True)
class File:
    """A document to read."""

    path: Path
    language: str | None
    """What its path says, below the folder that was named."""


@dataclass(frozen=True, slots=True)
class Files:
    """What there is to read."""

    files: tuple[File, ...]
    skipped: tuple[Skipped, ...]
    """Folders that cannot be read."""


def find(
    paths: Sequence[Path], *, include: Globs = _ALL, exclude: Globs = _ALL, gitignore: bool = True
) -> Files:
    """Return the documents under some folders, each once.

    Args:
        paths: folders, and files that are taken as they are.
        include: files that are looked at; none means all.
        exclude: files and folders that are left out.
        gitignore: leave out what ``.gitignore`` files name.

    Raises:
        UsageError: a path does not exist, a glob is none, or there is no document at all.
    """
    picking = Picking(include, exclude, gitignore=gitignore)
    found: dict[str, File] = {}
    skipped: list[Skipped] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: {path}", hint="check the spelling")
        if not is_folder(path):
            found.setdefault(os.path.realpath(path), File(path, read_name(path).language))
            continue
        root = Root.at(path)
        walked = walk(root, picking, seen)
        for file in _under(root, walked.files):
            found.setdefault(os.path.realpath(file.path), file)
        for folder, reason in walked.failures:
            problem = unreadable(folder, reason).problem
            skipped += [problem] if problem else []
    if not found and not skipped:
        where = ", ".join(map(str, paths))
        raise UsageError(f"no document found under {where}", hint="name folders with articles")
    return Files(tuple(found.values()), tuple(skipped))


def gather(
    files: Sequence[File],
    encoder: Encoder,
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[tuple[Portrait, ...], tuple[Skipped, ...]]:
    """Read documents, and keep of each what is needed to match it.

    Args:
        files: what to read.
        encoder: turns sentences into vectors.
        progress: is told after each document how many are done.

    Returns:
        What is kept of those that can be read, and why the others cannot.
    """
    portraits = []
    skipped = []
    for done, file in enumerate(files, 1):
        try:
            edition = segment(load(file.path, language=file.language))
            portraits.append(portrait(edition, encoder))
        except LoadError as error:
            skipped.append(Skipped(str(file.path), error.message, error.hint))
        except Exception as error:  # one document on which we fail must not hide the others
            reason = f"reading it failed: {type(error).__name__}: {error}"
            skipped.append(Skipped(str(file.path), reason, _DEFECT))
        progress(done)
    return tuple(portraits), tuple(skipped)


def _under(root: Root, names: Sequence[str]) -> Iterator[File]:
    own = language_of(root.path.absolute().name)
    for name in names:
        slot = find_slot(name)
        yield File(root / name, slot.language if slot else own)
