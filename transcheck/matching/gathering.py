"""From folders to portraits: every file is one document, wherever it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from transcheck.discovery import Globs
from transcheck.discovery.grouping import unreadable
from transcheck.discovery.picking import Picking, Root
from transcheck.discovery.walking import is_folder, walk
from transcheck.embedding import Encoder
from transcheck.errors import LoadError, UsageError
from transcheck.languages import LANGUAGES
from transcheck.loading import load
from transcheck.loading.naming import find_slot, language_of, read_name
from transcheck.matching.records import Portrait, portrait
from transcheck.model import Lack, Skipped
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


class Gathered(NamedTuple):
    """What there is to match."""

    portraits: tuple[Portrait, ...]
    waiting: tuple[Skipped, ...] = ()
    """Documents without text, and such as still hold the text of another one."""
    skipped: tuple[Skipped, ...] = ()
    """Documents that cannot be read."""


def gather(
    files: Sequence[File],
    encoder: Encoder,
    progress: Callable[[int], None] = lambda _done: None,
) -> Gathered:
    """Read documents, and keep of each what is needed to match it.

    Args:
        files: what to read.
        encoder: turns sentences into vectors.
        progress: is told after each document how many are done.

    Returns:
        What is kept of those that can be read, and why the others cannot.
    """
    portraits: list[Portrait] = []
    waiting: list[Skipped] = []
    skipped: list[Skipped] = []
    misnamed: list[Skipped] = []
    for done, file in enumerate(files, 1):
        try:
            portraits.append(_portrait(file.path, file.language, encoder))
        except LoadError as error:
            lists = {Lack.EMPTY: waiting, Lack.UNTRANSLATED: misnamed, "": skipped}
            lists[error.lack].append(Skipped(str(file.path), error.message, error.hint))
        except Exception as error:  # one document on which we fail must not hide the others
            reason = f"reading it failed: {type(error).__name__}: {error}"
            skipped.append(Skipped(str(file.path), reason, _DEFECT))
        progress(done)
    for problem in misnamed:
        known = _is_copied(Path(problem.what), portraits, encoder)
        (waiting if known else skipped).append(problem)
    return Gathered(tuple(portraits), tuple(waiting), tuple(skipped))


def _portrait(path: Path, language: str | None, encoder: Encoder) -> Portrait:
    return portrait(segment(load(path, language=language)), encoder)


def _is_copied(path: Path, portraits: Sequence[Portrait], encoder: Encoder) -> bool:
    """Return whether the text of a document that is named after another language is a known one.

    Then it waits for its translation. Any other text got there by mistake.
    """
    for code in LANGUAGES.names():
        try:
            own = _portrait(path, code, encoder)
        except LoadError:
            continue
        return any(own.is_version(other) for other in portraits if other.language == code)
    return False


def _under(root: Root, names: Sequence[str]) -> Iterator[File]:
    own = language_of(root.path.absolute().name)
    for name in names:
        slot = find_slot(name)
        yield File(root / name, slot.language if slot else own)
