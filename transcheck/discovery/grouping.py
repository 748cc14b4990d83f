"""Files put together into articles, and what is wrong with them as a value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from transcheck.discovery.picking import Place
from transcheck.languages import Language
from transcheck.model import Document, Skipped


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files that are the editions of one article."""

    name: str
    """The part of the path that the editions share, with slashes."""
    editions: tuple[Path, ...]
    """In the order of `transcheck.languages.Language.rank`: the first is the reference."""
    problem: Skipped | None = None
    """Why they cannot be compared, where that shows without reading them."""
    required: tuple[str, ...] = ()
    """Codes of the languages in which it must have an edition."""
    pattern: str = field(default="", compare=False)
    """Where an edition is, with ``*`` for its language; empty: somebody named each of them."""
    languages: tuple[str | None, ...] = field(default=(), compare=False)
    """The codes that the paths of the editions say, in their order; empty: nobody looked."""
    alone: bool = False
    """True where somebody named one edition to be checked against itself."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """What a reader should know of how the editions were found."""
    keys: frozenset[str] = field(default=frozenset(), compare=False)
    """What its editions share, see `transcheck.discovery.picking.Place`; of each all it has."""
    texts: Mapping[Path, Callable[[], Document]] = field(default_factory=dict, compare=False)
    """How those editions are loaded that are no files, by what they are called in `editions`.
    To be sent to other processes, these must be such that pickle can send them."""


def unreadable(folder: Path, reason: str) -> ArticleFiles:
    """Return an article that stands for a folder that cannot be read."""
    problem = Skipped(
        str(folder), f"the folder cannot be read: {reason}", "give read permission or leave it out"
    )
    return ArticleFiles(folder.as_posix(), (), problem)


def group(places: Iterable[Place], required: Sequence[Language] = ()) -> list[ArticleFiles]:
    """Return the articles that the places make up; names are unique.

    Editions of one article may differ in format. Where a language comes up twice, each
    format is an article of its own, if it has two editions or more.

    Args:
        places: where the files stand.
        required: languages in which every article must have an edition.
    """
    sets = [sorted(s, key=_rank) for members in together(places) for s in _sets(members)]
    names = Counter(members[0].article for members in sets)
    return [
        _article(members[0].pattern if names[members[0].article] > 1 else "", members, required)
        for members in sets
    ]


def together(places: Iterable[Place]) -> list[list[Place]]:
    """Return the places that belong together, each once.

    Those with one key do; and those with one `Place.join`, unless a language comes twice then:
    in ``news/{language}/{article}`` and ``blog/{language}/{article}`` a name may stand for two.
    """
    by_key: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        by_key[place.key][place.absolute] = place
    by_join: dict[str, list[list[Place]]] = defaultdict(list)
    for key, found in by_key.items():
        members = list(found.values())
        by_join[members[0].join or f"\0{key}"].append(members)
    joined = []
    for groups in by_join.values():
        members = [place for group in groups for place in group]
        joined += groups if _twice(members) else [members]
    return joined


def _sets(members: Sequence[Place]) -> list[list[Place]]:
    if not _twice(members):
        return [list(members)]
    by_format: dict[str, list[Place]] = defaultdict(list)
    for place in members:
        by_format[place.suffix].append(place)
    formats = list(by_format.values())
    if any(_twice(f) or len(f) < 2 for f in formats):
        return [list(members)]
    return formats


def _rank(place: Place) -> tuple[int, str, str]:
    return place.language.rank, place.language.code, place.absolute


def _article(name: str, members: Sequence[Place], required: Sequence[Language]) -> ArticleFiles:
    return ArticleFiles(
        name or members[0].article,
        tuple(place.path for place in members),
        _problem(members),
        tuple(language.code for language in required),
        members[0].pattern,
        tuple(place.language.code for place in members),
        keys=frozenset(key for place in members for key in place.keys),
    )


def _problem(members: Sequence[Place]) -> Skipped | None:
    twice = _twice(members)
    if not twice:
        return None
    both = " and ".join(str(place.path) for place in twice)
    reason = f"two editions of one language, {twice[0].language.code}"
    return Skipped(both, reason, "remove, rename or exclude all but one")


def _twice(members: Sequence[Place]) -> list[Place]:
    """Return the places of the first language that has several, or none."""
    if len({place.language.code for place in members}) == len(members):
        return []
    by_language: dict[str, list[Place]] = defaultdict(list)
    for place in members:
        by_language[place.language.code].append(place)
    return next(found for found in by_language.values() if len(found) > 1)
