"""Files put together into articles, and what is wrong with them as a value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.discovery.layouts import Place
from transcheck.model import Skipped


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files that are the editions of one article."""

    name: str
    """The part of the path that the editions share, with slashes."""
    editions: tuple[Path, ...]
    """In the order of `transcheck.languages.Language.rank`: the first is the reference."""
    problem: Skipped | None = None
    """Why they cannot be compared, where that shows without reading them."""


def unreadable(folder: Path, reason: str) -> ArticleFiles:
    """Return an article that stands for a folder that cannot be read."""
    problem = Skipped(
        str(folder), f"the folder cannot be read: {reason}", "give read permission or leave it out"
    )
    return ArticleFiles(folder.as_posix(), (), problem)


def group(places: Iterable[Place]) -> list[ArticleFiles]:
    """Return the articles that the places make up; names are unique.

    Editions of one article may differ in format. Where a language comes up twice, each
    format is an article of its own, if it has two editions or more.
    """
    together: dict[Path, dict[Path, Place]] = defaultdict(dict)
    for place in places:
        # Absolute, because the paths of a run may lead to one file in several ways.
        together[Path(place.pattern).absolute().with_suffix("")][place.path.absolute()] = place
    sets = [found for members in together.values() for found in _sets(list(members.values()))]
    names = Counter(members[0].article for members in sets)
    return [
        _article(members[0].pattern if names[members[0].article] > 1 else "", members)
        for members in sets
    ]


def _sets(members: Sequence[Place]) -> list[list[Place]]:
    by_format: dict[str, list[Place]] = defaultdict(list)
    for place in members:
        by_format[place.path.suffix].append(place)
    formats = list(by_format.values())
    if not _twice(members) or any(_twice(f) or len(f) < 2 for f in formats):
        return [list(members)]
    return formats


def _article(name: str, members: Sequence[Place]) -> ArticleFiles:
    ordered = sorted(members, key=lambda p: (p.language.rank, p.language.code, p.path))
    editions = tuple(place.path for place in ordered)
    return ArticleFiles(name or members[0].article, editions, _problem(ordered))


def _problem(members: Sequence[Place]) -> Skipped | None:
    twice = _twice(members)
    if twice:
        both = " and ".join(str(place.path) for place in twice)
        reason = f"two editions of one language, {twice[0].language.code}"
        return Skipped(both, reason, "remove or rename all but one")
    if len(members) == 1:
        reason = f"only its {members[0].language.code} edition was found"
        hint = f"an edition in another language would be {members[0].pattern}"
        return Skipped(str(members[0].path), reason, hint)
    return None


def _twice(members: Sequence[Place]) -> list[Place]:
    """Return the places of the first language that has several, or none."""
    by_language: dict[str, list[Place]] = defaultdict(list)
    for place in members:
        by_language[place.language.code].append(place)
    return next((found for found in by_language.values() if len(found) > 1), [])
