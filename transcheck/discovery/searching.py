"""The search: walk, place, group, and keep what changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from transcheck.discovery import heads, layouts, manifests
from transcheck.discovery.changes import Changes, changes_since, deletions
from transcheck.discovery.grouping import ArticleFiles, group, together, unreadable
from transcheck.discovery.heads import MARK, keys_of, look_into
from transcheck.discovery.patterns import Configured
from transcheck.discovery.picking import Globs, Picking, Place, Root, repository
from transcheck.discovery.walking import is_folder, readable_suffix, walk
from transcheck.errors import UsageError
from transcheck.languages import named

LAYOUTS = (
    "an article is a folder (homs/uk.html), a common stem (homs.uk.md) "
    "or the same name in folders of languages (uk/homs.txt)"
)
_DOCUMENTS = (".docx", ".odt")
"""Endings of files that are likely to hold several editions where no language is in their names."""


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
    deleted: bool = False
    """Take also the articles of which the next commit of git deletes an edition."""
    allow_empty: bool = False
    """Finding no article is no error."""


class Discovery(NamedTuple):
    """What was found under the paths of a run."""

    articles: tuple[ArticleFiles, ...] = ()
    """Sorted by name; no two have the same."""
    strays: tuple[Path, ...] = ()
    """Files of a format we read that no name or pattern makes an edition: nobody reads them."""
    excluded: tuple[Path, ...] = ()
    """Files that were named, and that a glob leaves out all the same."""
    foreign: tuple[Path, ...] = ()
    """Editions in languages that are not compared."""
    reports: tuple[Path, ...] = ()
    """Reports of ours that lie among the articles."""
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
    foreign: list[Path] = field(default_factory=list)
    excluded: list[Path] = field(default_factory=list)
    broken: list[ArticleFiles] = field(default_factory=list)
    named: list[Path] = field(default_factory=list)
    """Files that were named themselves."""
    listed: set[Path] = field(default_factory=set)
    """Folders of editions that a manifest names; it may lie elsewhere."""


def discover(paths: Sequence[Path], search: Search | None = None) -> Discovery:
    """Return the articles under folders, and those that single files belong to.

    Raises:
        UsageError: a path does not exist, there is no article at all, a pattern, glob or
            language is none, or git cannot tell what changed.
    """
    search = search or Search()
    streams = [path for path in paths if _is_stream(path)]
    if streams:
        raise UsageError(
            f"{streams[0]} is no folder or file: articles are looked for in these",
            hint="transcheck diff takes standard input (-) and the addresses of pages",
        )
    absent = [path for path in paths if not _exists(path)]
    if absent:
        names = ", ".join(str(path) for path in absent)
        raise UsageError(f"no such file or folder: {names}", hint="check the spelling")
    layout: _Layout = Configured(search.patterns) if search.patterns.lines else layouts
    required = [named(tag) for tag in search.require]
    found = _search(paths, layout, search)
    if search.deleted:
        found.places += _losing(layout, search)
    _widen(found, layout, search)
    looked = look_into(found.places, found.strays)
    articles = [*group(looked.places, required), *found.broken]
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
        looked.strays,
        tuple(found.excluded),
        tuple(found.foreign),
        looked.reports,
        len(articles) - len(kept),
    )


def _losing(layout: _Layout, search: Search) -> list[Place]:
    """Return the editions that are left of articles that the next commit takes one from."""
    changes = deletions(Path())
    if not any(readable_suffix(path.name) for path in changes.gone()):
        return []
    groups = _around(Path(), layout, search)
    gone = _gone(changes, layout)
    return [
        p for g in groups if not gone.isdisjoint(_real(k) for e in g for k in e.keys) for p in g
    ]


def _widen(found: _Found, layout: _Layout, search: Search) -> None:
    """Add the other editions of files that were named alone and share a key with them."""
    alone = {path for path in found.named if heads.read(path).keys}
    alone &= {g[0].path for g in together(found.places) if len(g) == 1} | {*found.strays}
    for folder in dict.fromkeys(path.parent for path in sorted(alone)):
        own = {Root.at(folder).absolute + p.name for p in alone if p.parent == folder}
        for members in _around(folder, layout, search):
            if len(members) > 1 and any(place.absolute in own for place in members):
                found.places = [p for p in found.places if p.absolute not in own] + members
                found.strays = [p for p in found.strays if p not in {m.path for m in members}]


def _around(folder: Path, layout: _Layout, search: Search) -> list[list[Place]]:
    """Return the editions of each article of the repository, or else the folder, around one."""
    top = repository(folder) or folder.absolute()
    shown = Path(os.path.relpath(top)) if Path.cwd().is_relative_to(top) else top
    found = _search([shown], layout, search)
    return together(look_into(found.places, found.strays).places)


def _hint(found: _Found, search: Search) -> str:
    """Return why there may be no article."""
    if found.excluded:
        return f"the globs to include or exclude leave out {found.excluded[0]}"
    if search.patterns.lines:
        return f"the patterns are {', '.join(search.patterns.lines)}"
    documents = [path for path in found.strays if path.suffix.lower() in _DOCUMENTS]
    if documents:
        return f"a document that holds all editions is for diff: transcheck diff {documents[0]}"
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
            if place is not None:
                found.places.append(place)
            elif layouts.in_another_language(root, relative):
                found.foreign.append(root / relative)
            else:
                found.strays.append(root / relative)
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
        found.named.append(path)
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
    gone = _gone(changes, layout)
    return [
        article
        for article in articles
        if not article.keys
        or any(map(changes.touch, article.editions))
        or (gone and not gone.isdisjoint(map(_real, article.keys)))
    ]


def _gone(changes: Changes, layout: _Layout) -> set[str]:
    """Return the keys of editions that are not there any more."""
    gone: set[str] = set()
    for path in filter(lambda path: readable_suffix(path.name), changes.gone()):
        place = layout.locate(Root.at(Path(path.anchor)), path.relative_to(path.anchor).as_posix())
        gone |= place.keys if place else frozenset()
        gone |= set(keys_of(heads.parse(path.suffix, changes.before(path))))
    return gone


def _real(key: str) -> str:
    """Return a key with the real path of its folder, as git has it."""
    if key.startswith(MARK):
        return key
    path, mark, join = key.partition("\0")
    return f"{os.path.realpath(path).rstrip('/')}/{mark}{join}" if mark else os.path.realpath(path)


def _is_stream(path: Path) -> bool:
    """Return whether a path is standard input, another pipe, or an address of the web."""
    if path.parts[:1] in (("http:",), ("https:",)) or str(path) == "-":
        return not path.exists()
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # it is there, but we may not look at it: a matter for the loader
        return True
