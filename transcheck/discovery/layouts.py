"""The layouts that need no configuration: which article a file belongs to, in which language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePath

from transcheck.discovery.picking import Place, Root, keyed
from transcheck.discovery.walking import children, is_folder, readable_suffix
from transcheck.languages import Language, is_other, named
from transcheck.loading.naming import find_slot, language_of, names_other


def locate(root: Root, relative: str) -> Place | None:
    """Return the place of a file under `root`, or None where no part names a language.

    The part of the path nearest to the file's own name decides. The name of the root itself
    counts last, for ``gate stories/*`` where languages are folders.
    """
    if in_another_language(root, relative):
        return None
    slot = find_slot(relative)
    if slot is None:
        return _in_root(root, relative)
    return Place(
        root / relative,
        f"{root.absolute}{relative}",
        slot.article or root.path.resolve().name,
        _named(slot.language),
        f"{root.shown}{slot.pattern}",
        keyed(f"{root.absolute}{slot.pattern}"),
    )


def in_another_language(root: Root, relative: str) -> bool:
    """Return whether a file is an edition in a language that is not compared.

    ``index.de.md`` says so itself. ``pl/x.md`` and ``homs/pl.md`` are such editions where the
    same folder has an edition, or a folder of editions, in a language of ours: alone, a folder
    called ``it`` may hold what is written about computers.
    """
    *folders, name = relative.split("/")
    stem = PurePath(name).stem
    if names_other(stem):
        return True
    for depth in range(len(folders), -1, -1):
        word = folders[depth] if depth < len(folders) else stem
        if language_of(word):
            return False
        if is_other(word):
            folder = Path(root.absolute, *folders[:depth])
            whole = depth < len(folders)
            names = (other if whole else PurePath(other).stem for other in _children(folder))
            if any(map(language_of, names)):
                return True
    return False


def _children(folder: Path) -> list[str]:
    try:
        return children(folder)
    except OSError:
        return []


def _in_root(root: Root, relative: str) -> Place | None:
    code = language_of(root.path.absolute().name)
    if code is None:
        return None
    pattern = f"*/{relative}"
    above = Root.at(root.path.parent if root.path.name else root.path.absolute().parent)
    return Place(
        root / relative,
        f"{root.absolute}{relative}",
        PurePath(relative).with_suffix("").as_posix(),
        _named(code),
        f"{above.shown}{pattern}",
        keyed(f"{above.absolute}{pattern}"),
    )


def siblings(path: Path) -> list[Place]:
    """Return the editions of the article that one file belongs to, the file among them.

    Raises:
        OSError: a folder cannot be read.
    """
    root = Root.at(path.parent)
    slot = find_slot(path.name)
    if slot is not None:
        own = keyed(f"{root.absolute}{slot.pattern}")
        places = (locate(root, name) for name in children(path.parent))
        return [place for place in places if place and _belongs(place, own)]
    for folder in (*path.parents, *path.absolute().parents):
        if language_of(folder.name):
            inner = (path if path.is_relative_to(folder) else path.absolute()).relative_to(folder)
            return list(_across(folder.parent, inner))
    return []


def _across(above: Path, inner: Path) -> Iterator[Place]:
    """Yield the editions that are called `inner` in the folders of languages in `above`."""
    root = Root.at(above)
    for folder in children(above):
        if not (language_of(folder) and is_folder((above / folder / inner).parent)):
            continue
        for name in children((above / folder / inner).parent):
            if Path(name).stem == inner.stem and readable_suffix(name):
                place = locate(root, PurePath(folder, inner.parent, name).as_posix())
                if place:
                    yield place


def _belongs(place: Place, key: str) -> bool:
    return place.key == key and readable_suffix(place.path.name)


@cache
def _named(code: str) -> Language:
    return named(code)
