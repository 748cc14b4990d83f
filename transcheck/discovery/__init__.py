"""Find the articles under folders: which files are editions of one story.

Three layouts need no configuration, and may be mixed in one tree::

    <article>/<language>.<ext>      homs/uk.html   homs/en.html
    <article>.<language>.<ext>      homs.uk.md     homs.en.md
    <language>/<article>.<ext>      uk/homs.txt    en/homs.txt

The same tree gives the same articles in the same order on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.discovery.grouping import ArticleFiles, group, unreadable
from transcheck.discovery.layouts import Place, locate, siblings
from transcheck.discovery.walking import is_folder, readable_suffix, walk
from transcheck.errors import UsageError

__all__ = ["ArticleFiles", "Discovery", "discover"]

LAYOUTS = (
    "an article is a folder (homs/uk.html), a common stem (homs.uk.md) "
    "or the same name in folders of languages (uk/homs.txt)"
)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found under the paths of a run."""

    articles: tuple[ArticleFiles, ...]
    """Sorted by name; no two have the same."""
    strays: tuple[Path, ...]
    """Files of a format we read whose language no name tells: they are not looked at."""


def discover(paths: Sequence[Path]) -> Discovery:
    """Return the articles under folders, and those that single files belong to.

    Raises:
        UsageError: a path does not exist, or there is no article at all.
    """
    absent = [path for path in paths if not _exists(path)]
    if absent:
        names = ", ".join(str(path) for path in absent)
        raise UsageError(f"no such file or folder: {names}", hint="check the spelling")
    places: list[Place] = []
    strays: list[Path] = []
    broken: list[ArticleFiles] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if is_folder(path):
            files, failures = walk(path, seen)
            found = [locate(path, file.relative_to(path)) for file in files]
            places += [place for place in found if place]
            strays += [file for file, place in zip(files, found, strict=True) if not place]
        else:
            own, failures = _of_file(path)
            places += own
            strays += [] if own or failures else [path]
        broken += [unreadable(folder, reason) for folder, reason in failures]
    articles = group(places)
    if not articles and not broken:
        where = ", ".join(str(path) for path in paths)
        raise UsageError(f"no article found under {where}", hint=LAYOUTS)
    return Discovery(tuple(sorted((*articles, *broken), key=lambda a: a.name)), tuple(strays))


def _of_file(path: Path) -> tuple[list[Place], list[tuple[Path, str]]]:
    try:
        return (siblings(path) if readable_suffix(path) else []), []
    except OSError as error:
        return [], [(path.parent, error.strerror or str(error))]


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # it is there, but we may not look at it: a matter for the loader
        return True
