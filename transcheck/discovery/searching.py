"""The search: walk, place, group, and keep what changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from transcheck.discovery import layouts, manifests
from transcheck.discovery.changes import Changes, changes_since
from transcheck.discovery.configured import Configured
from transcheck.discovery.grouping import ArticleFiles, group, unreadable
from transcheck.discovery.picking import Globs, Picking
from transcheck.discovery.places import Place, Root
from transcheck.discovery.walking import is_folder, readable_suffix, walk
from transcheck.errors import UsageError
from transcheck.languages import named

LAYOUTS = (
    "an article is a folder (homs/uk.html), a common stem (homs.uk.md) "
    "or the same name in folders of languages (uk/homs.txt)"
)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, besides the paths."""

    patterns: Globs = field(default_factory=Globs)
    """Where editions are, in place of the usual layouts."""
    include: Globs = field(default_factory=Globs)
    """Files that are looked at; none means all."""
    exclude: Globs = field(default_factory=Globs)
    """Files and folders that are left out."""
    require: tuple[str, ...] = ()
    """Languages in which every article must have an edition."""
    gitignore: bool = True
    """Leave out what ``.gitignore`` files name."""
    changed_since: str | None = None
    """A revision of git: only articles are kept of which an edition changed since."""
    allow_empty: bool = False
    """Finding no article is no error."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found under the paths of a run."""

    articles: tuple[ArticleFiles, ...]
    """Sorted by name; no two have the same."""
    strays: tuple[Path, ...]
    """Files of a format we read that no name or pattern makes an edition: nobody reads them."""
    excluded: tuple[Path, ...] = ()
    """Files that were named, and that a glob leaves out all the same."""
    untouched: int = 0
    """Articles that were left out because none of their editions changed."""


class _Layout(Protocol):
    """Tells which article a file belongs to; a module and a class are both one."""

    def locate(self, root: Root, relative: str, /) -> Place | None: ...

    def siblings(self, path: Path, /) -> list[Place]: ...


@dataclass(slots=True)
class _Found:
    places: list[Place] = field(default_factory=list)
    strays: list[Path] = field(default_factory=list)
    excluded: list[Path] = field(default_factory=list)
    broken: list[ArticleFiles] = field(default_factory=list)
    listed: set[Path] = field(default_factory=set)
    """Folders of editions that a manifest names; it may lie elsewhere."""


def discover(paths: Sequence[Path], search: Search | None = None) -> Discovery:
    """Return the articles under folders, and those that single files belong to.

    Raises:
        UsageError: a path does not exist, there is no article at all, a pattern, glob or
            language is none, or git cannot tell what changed.
    """
    search = search or Search()
    absent = [path for path in paths if not _exists(path)]
    if absent:
        names = ", ".join(str(path) for path in absent)
        raise UsageError(f"no such file or folder: {names}", hint="check the spelling")
    layout: _Layout = Configured(search.patterns) if search.patterns.lines else layouts
    required = [named(tag) for tag in search.require]
    found = _search(paths, layout, search)
    articles = [*group(found.places, required), *found.broken]
    if not articles and not search.allow_empty:
        where = ", ".join(str(path) for path in paths)
        raise UsageError(f"no article found under {where}", hint=_hint(found, search))
    kept = articles
    if search.changed_since is not None:
        changes = changes_since(
            search.changed_since, [*paths, *sorted(found.listed)], gitignore=search.gitignore
        )
        kept = _touched(articles, changes, layout)
    return Discovery(
        tuple(sorted(kept, key=lambda article: article.name)),
        tuple(found.strays),
        tuple(found.excluded),
        len(articles) - len(kept),
    )


def _hint(found: _Found, search: Search) -> str:
    """Return why there may be no article."""
    if found.excluded:
        return f"the globs to include or exclude leave out {found.excluded[0]}"
    if search.patterns.lines:
        return f"the patterns are {', '.join(search.patterns.lines)}"
    return LAYOUTS


def _search(paths: Sequence[Path], layout: _Layout, search: Search) -> _Found:
    picking = Picking(search.include, search.exclude, gitignore=search.gitignore)
    found = _Found()
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if manifests.is_manifest(path) and not is_folder(path):
            _manifest(path, picking, found, lone=bool(search.require))
            continue
        if not is_folder(path):
            _file(path, layout, picking, found)
            continue
        root = Root.at(path)
        walked = walk(root, picking, seen)
        for relative in walked.files:
            place = layout.locate(root, relative)
            if place is None:
                found.strays.append(root / relative)
            else:
                found.places.append(place)
        found.broken += [unreadable(folder, reason) for folder, reason in walked.failures]
    return found


def _manifest(path: Path, picking: Picking, found: _Found, *, lone: bool) -> None:
    """Take the articles that a manifest names."""
    for place in manifests.read(path, lone=lone):
        if picking.takes(Root.at(place.path.parent), place.path.name):
            found.places.append(place)
            found.listed |= set(filter(is_folder, [place.path.parent]))
        else:
            found.excluded.append(place.path)


def _file(path: Path, layout: _Layout, picking: Picking, found: _Found) -> None:
    """Look for the article that a single file stands for."""
    root = Root.at(path.parent)
    if not picking.takes(root, path.name):
        found.excluded.append(path)
        return
    try:
        places = layout.siblings(path) if readable_suffix(path.name) else []
        found.places += [place for place in places if _wanted(place, path, picking)]
    except OSError as error:
        found.broken.append(unreadable(path.parent, error.strerror or str(error)))
        return
    if not places:
        found.strays.append(path)


def _wanted(place: Place, named: Path, picking: Picking) -> bool:
    """Return whether an edition is taken beside the one that was named."""
    root = Root.at(place.path.parent)
    rules = () if place.path == named else picking.rules_of(root)
    return picking.takes(root, place.path.name, rules)


def _touched(
    articles: Sequence[ArticleFiles], changes: Changes, layout: _Layout
) -> list[ArticleFiles]:
    """Return the articles of which an edition changed, and those that cannot be looked into.

    An edition that is gone touches the article that the others belong to.
    """
    gone = set()
    for path in filter(lambda path: readable_suffix(path.name), changes.gone()):
        place = layout.locate(Root.at(Path(path.anchor)), path.relative_to(path.anchor).as_posix())
        if place is not None:
            gone.add(place.key)
    return [
        article
        for article in articles
        if not article.key
        or any(map(changes.touch, article.editions))
        or (gone and os.path.realpath(article.key) in gone)
    ]


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # it is there, but we may not look at it: a matter for the loader
        return True
