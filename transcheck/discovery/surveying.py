"""What a folder holds: articles in which layout and languages, for who sets the tool up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from transcheck.discovery import layouts as usual_layouts
from transcheck.discovery.configured import Configured
from transcheck.discovery.grouping import ArticleFiles, together
from transcheck.discovery.guessing import Candidate, candidates
from transcheck.discovery.keying import MARK
from transcheck.discovery.patterns import USUAL
from transcheck.discovery.picking import Globs, Picking
from transcheck.discovery.places import Place, Root
from transcheck.discovery.searching import Search, discover
from transcheck.discovery.walking import walk
from transcheck.languages import LANGUAGES

_ROUNDS = 3
"""Layouts of its own that a tree may have beside the usual ones."""


class Survey(NamedTuple):
    """What is in a folder."""

    articles: tuple[ArticleFiles, ...]
    """Those with two editions or more."""
    lone: tuple[ArticleFiles, ...]
    """Those with one edition, or two of one language, and what cannot be read."""
    strays: tuple[Path, ...]
    """Files of a format we read that are no edition."""
    patterns: tuple[str, ...] = ()
    """What the editions are found with; empty where the usual layouts do."""
    foreign: tuple[Path, ...] = ()
    """Editions in languages that are not compared."""
    reports: tuple[Path, ...] = ()
    """Reports of ours that lie in the folder."""

    @property
    def languages(self) -> dict[str, int]:
        """Return how many articles have an edition in each language, in the order of ranks."""
        counts = Counter(code for article in self.articles for code in article.languages if code)
        ranks = {language.code: (language.rank, language.code) for language in LANGUAGES}
        return {code: counts[code] for code in sorted(counts, key=ranks.__getitem__)}

    @property
    def complete(self) -> int:
        """Return how many articles have an edition in every language that any of them has."""
        count = len(self.languages)
        return sum(len(set(article.languages)) == count for article in self.articles)

    @property
    def layouts(self) -> dict[str, tuple[int, Path]]:
        """Return how many articles are in each layout, with the first file of one as example."""
        found: dict[str, tuple[int, Path]] = {}
        for article in self.articles:
            name = _layout(article, self.patterns)
            count, example = found.get(name, (0, article.editions[0]))
            found[name] = count + 1, example
        return found


def survey(folder: Path) -> Survey:
    """Return what a folder holds.

    Patterns are added to the usual layouts as long as they make more files editions.

    Raises:
        UsageError: there is no such folder.
    """
    patterns = _patterns(folder)
    search = Search(patterns=Globs(patterns, folder), allow_empty=True)
    found = discover([folder], search)
    several = [a for a in found.articles if a.problem is None and len(a.editions) > 1]
    lone = [a for a in found.articles if a.problem is not None or len(a.editions) < 2]
    return Survey(tuple(several), tuple(lone), found.strays, patterns, found.foreign, found.reports)


def _patterns(folder: Path) -> tuple[str, ...]:
    """Return the patterns that find more than the usual layouts do, or none."""
    root = Root.at(folder)
    files = walk(root, Picking(Globs(), Globs(), gitignore=True), set()).files
    best = _Layouts(root, files, ())
    offered = list(candidates(root, files, best.placed))
    for _ in range(_ROUNDS):
        if not best.strays:
            break
        tried = [best.with_(one) for one in offered if not set(one.patterns) <= set(best.patterns)]
        better = max(tried, key=lambda layouts: layouts.worth, default=best)
        if better.worth[0] <= best.worth[0]:
            break
        best = better
    alone = _Layouts(root, files, tuple(line for line in best.patterns if line != USUAL))
    return alone.patterns if alone.worth[0] >= best.worth[0] else best.patterns


class _Layouts:
    """Some patterns on the files of a folder."""

    def __init__(self, root: Root, files: Sequence[str], patterns: tuple[str, ...]) -> None:
        self.patterns = patterns
        self._root, self._files = root, files
        layout = Configured(Globs(patterns, root.path)) if patterns else usual_layouts
        self.placed: dict[str, Place | None] = {f: layout.locate(root, f) for f in files}
        places = [place for place in self.placed.values() if place]
        self.strays = len(files) - len(places)
        groups = [{place.language for place in group} for group in together(places)]
        self.worth = (
            sum(len(languages) for languages in groups if len(languages) > 1),
            -sum(len(languages) < 2 for languages in groups),
        )
        """How many editions can be compared, and, below 0, how many are alone."""

    def with_(self, candidate: Candidate) -> _Layouts:
        """Return these patterns with others in front of them."""
        own = tuple(line for line in self.patterns if line != USUAL)
        lines = tuple(dict.fromkeys((*candidate.patterns, *own, USUAL)))
        return _Layouts(self._root, self._files, lines)


def _layout(article: ArticleFiles, patterns: Sequence[str]) -> str:
    """Return the layout an article is in: a pattern, or one of the usual ones."""
    if any(key.startswith(MARK) for key in article.keys):
        return article.pattern.replace("a file in * with", "the same").partition(":")[0]
    own = [line for line in patterns if line != USUAL]
    if own and any("\0" in key for key in article.keys):
        return " + ".join(own)
    if len(own) == 1 and len(patterns) == 1:
        return own[0]
    name = min(article.keys).rpartition("/")[2]
    if name == "*":
        return "<article>/<language>"
    return "<article>.<language>" if "*" in name else "<language>/<article>"
