"""What a folder holds: articles in which layout and languages, for who sets the tool up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.discovery.grouping import ArticleFiles
from transcheck.discovery.picking import Globs
from transcheck.discovery.searching import Search, discover
from transcheck.languages import LANGUAGES

_JOINED = (
    "{article}_{language}.*", "{article}-{language}.*",
    "{language}_{article}.*", "{language}-{article}.*",
)  # fmt: skip
_DEFAULTING = ("{article}.{language=%s}.*", "{language=%s}/{article}.*")
"""Layouts in which the editions of one language go without its name."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is in a folder."""

    articles: tuple[ArticleFiles, ...]
    """Those with two editions or more."""
    lone: tuple[ArticleFiles, ...]
    """Those with one edition, or two of one language, and what cannot be read."""
    strays: tuple[Path, ...]
    """Files of a format we read that are no edition."""
    patterns: tuple[str, ...] = ()
    """What the editions are found with; empty where the usual layouts do."""

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
            name = self.patterns[0] if self.patterns else _layout(article)
            count, example = found.get(name, (0, article.editions[0]))
            found[name] = count + 1, example
        return found

    @property
    def editions(self) -> int:
        """Return how many editions can be compared with another."""
        return sum(len(article.editions) for article in self.articles)


def survey(folder: Path) -> Survey:
    """Return what a folder holds.

    Where other patterns make more files editions than the usual layouts do, they count.

    Raises:
        UsageError: there is no such folder.
    """
    usual = _survey(folder)
    if not usual.strays:
        return usual
    others = [_survey(folder, (pattern,)) for pattern in _candidates()]
    return max((usual, *others), key=lambda found: found.editions)


def _candidates() -> Iterator[str]:
    yield from _JOINED
    for template in _DEFAULTING:
        yield from (template % code for code in LANGUAGES.names())


def _survey(folder: Path, patterns: Sequence[str] = ()) -> Survey:
    search = Search(patterns=Globs(tuple(patterns), folder), allow_empty=True)
    found = discover([folder], search)
    several = [a for a in found.articles if a.problem is None and len(a.editions) > 1]
    lone = [a for a in found.articles if a.problem is not None or len(a.editions) < 2]
    return Survey(tuple(several), tuple(lone), found.strays, tuple(patterns))


def _layout(article: ArticleFiles) -> str:
    """Return which of the usual layouts an article is in."""
    name = article.key.rpartition("/")[2]
    if name == "*":
        return "<article>/<language>"
    return "<article>.<language>" if "*" in name else "<language>/<article>"
