"""Where in the layouts a file stands: which article it belongs to, and in which language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from transcheck.discovery.walking import children, is_folder, readable_suffix
from transcheck.languages import Language, named
from transcheck.loading.naming import language_of


@dataclass(frozen=True, slots=True)
class Place:
    """What a file's name says of it."""

    path: Path
    article: str
    """Relative to the root of the search, with slashes."""
    language: Language
    pattern: str
    """The path with ``*`` for the language: editions of one article share it."""


def language_named(name: str) -> Language | None:
    """Return the language that a part of a path is the name of, or None."""
    code = language_of(name)
    return named(code) if code else None


def locate(root: Path, relative: PurePath) -> Place | None:
    """Return the place of a file under `root`, or None where no part names a language.

    The part of the path nearest to the file's own name decides.
    """
    path, folder, suffix = root / relative, relative.parent, relative.suffix
    language = language_named(relative.stem)
    if language is not None:
        name = folder.as_posix() if folder.name else root.resolve().name
        return Place(path, name, language, (root / folder / f"*{suffix}").as_posix())
    head, _, tag = relative.stem.rpartition(".")
    language = language_named(tag) if head else None
    if language is not None:
        pattern = root / folder / f"{head}.*{suffix}"
        return Place(path, (folder / head).as_posix(), language, pattern.as_posix())
    parts = folder.parts
    for position in reversed(range(len(parts))):
        language = language_named(parts[position])
        if language is not None:
            rest = PurePath(*parts[:position], *parts[position + 1 :], relative.stem)
            pattern = root.joinpath(*parts[:position], "*", *parts[position + 1 :], relative.name)
            return Place(path, rest.as_posix(), language, pattern.as_posix())
    return None


def siblings(path: Path) -> list[Place]:
    """Return the editions of the article that one file belongs to, the file among them.

    Raises:
        OSError: a folder cannot be read.
    """
    own = locate(path.parent, PurePath(path.name))
    if own is not None:
        places = (locate(path.parent, PurePath(file.name)) for file in children(path.parent))
        return [place for place in places if place and _together(place, own)]
    for folder in (*path.parents, *path.absolute().parents):
        if language_named(folder.name):
            inner = (path if path.is_relative_to(folder) else path.absolute()).relative_to(folder)
            return list(_across(folder.parent, inner))
    return []


def _across(root: Path, inner: Path) -> Iterator[Place]:
    """Yield the editions that are called `inner` in the folders of languages in `root`."""
    for folder in children(root):
        if not (language_named(folder.name) and is_folder((folder / inner).parent)):
            continue
        for file in children((folder / inner).parent):
            place = locate(root, file.relative_to(root))
            if place and file.stem == inner.stem and readable_suffix(file):
                yield place


def _together(place: Place, own: Place) -> bool:
    """Return whether a file of the same folder belongs to the same article."""
    same_layout = PurePath(place.pattern).stem == PurePath(own.pattern).stem
    return same_layout and readable_suffix(place.path)
