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
from transcheck.loading.naming import find_slot, language_of
from transcheck.matching.portraits import Portrait, portrait
from transcheck.model import Skipped
from transcheck.segmenting import segment

_ALL = Globs()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read."""

    portraits: tuple[Portrait, ...]
    skipped: tuple[Skipped, ...]
    """Files and folders that cannot be read."""


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    language: str | None
    """What its path says, below the folder that was named."""


def gather(
    paths: Sequence[Path],
    encoder: Encoder,
    *,
    include: Globs = _ALL,
    exclude: Globs = _ALL,
    gitignore: bool = True,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Gathered:
    """Read the documents under some folders, and keep of each what is needed to match it.

    Args:
        paths: folders, and files that are taken as they are.
        encoder: turns sentences into vectors.
        include: files that are looked at; none means all.
        exclude: files and folders that are left out.
        gitignore: leave out what ``.gitignore`` files name.
        progress: is told after each document how many are done, and of how many.

    Raises:
        UsageError: a path does not exist, a glob is none, or there is no document at all.
    """
    files, skipped = _files(paths, Picking(include, exclude, gitignore=gitignore))
    if not files and not skipped:
        where = ", ".join(map(str, paths))
        raise UsageError(f"no document found under {where}", hint="name folders with articles")
    portraits = []
    for done, file in enumerate(files, 1):
        try:
            edition = segment(load(file.path, language=file.language))
            portraits.append(portrait(edition, encoder))
        except LoadError as error:
            skipped.append(Skipped(str(file.path), error.message, error.hint))
        progress(done, len(files))
    return Gathered(tuple(portraits), tuple(sorted(skipped, key=lambda each: each.what)))


def _files(paths: Sequence[Path], picking: Picking) -> tuple[list[_File], list[Skipped]]:
    found: dict[str, _File] = {}
    skipped = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist", hint="check the path")
        if not is_folder(path):
            found.setdefault(os.path.realpath(path), _File(path, None))
            continue
        root = Root.at(path)
        walked = walk(root, picking, seen)
        for file in _under(root, walked.files):
            found.setdefault(os.path.realpath(file.path), file)
        for folder, reason in walked.failures:
            problem = unreadable(folder, reason).problem
            skipped += [problem] if problem else []
    return list(found.values()), skipped


def _under(root: Root, names: Sequence[str]) -> Iterator[_File]:
    own = language_of(root.path.absolute().name)
    for name in names:
        slot = find_slot(name)
        yield _File(root / name, slot.language if slot else own)
