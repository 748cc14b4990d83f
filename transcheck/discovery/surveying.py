"""What a folder holds: articles in which layout and languages, for who sets the tool up.

Layouts that a tree of files may have, guessed from the names in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from transcheck.discovery import layouts as usual_layouts
from transcheck.discovery.grouping import ArticleFiles, together
from transcheck.discovery.heads import MARK
from transcheck.discovery.layouts import in_another_language
from transcheck.discovery.patterns import USUAL, Configured
from transcheck.discovery.picking import Globs, Picking, Place, Root
from transcheck.discovery.searching import Search, discover
from transcheck.discovery.walking import walk
from transcheck.errors import LoadError
from transcheck.languages import LANGUAGES
from transcheck.loading import load
from transcheck.loading.naming import find_slot

_JOINED = (
    "{article}_{language}.*", "{article}-{language}.*",
    "{language}_{article}.*", "{language}-{article}.*",
)  # fmt: skip
_DEFAULTING = (
    "{article}.{language=%s}.*", "{language=%s}/{article}.*",
    "{article}_{language=%s}.*", "{article}-{language=%s}.*",
)  # fmt: skip
"""Layouts in which the editions of one language go without its name."""
_SAMPLE = 5
"""Files that are read to tell the language of those whose path names none."""
_MOST = 5
"""Layouts of one kind that are tried, those first that most files speak for."""


class Candidate(NamedTuple):
    """Patterns that go together."""

    patterns: tuple[str, ...]


def candidates(
    root: Root, files: Sequence[str], placed: Mapping[str, Place | None]
) -> Iterator[Candidate]:
    """Yield layouts to try.

    Args:
        root: the folder.
        files: the paths of its files, relative to it.
        placed: where the usual layouts place them; None for those they do not.
    """
    strays = [f for f in files if placed[f] is None and not in_another_language(root, f)]
    yield from (Candidate((pattern,)) for pattern in _JOINED)
    default = _spoken(root, strays)
    codes = sorted(LANGUAGES.names(), key=lambda code: code != default)
    for template in _DEFAULTING:
        yield from (Candidate((template % code,)) for code in codes)
    yield from _apart(root, [file for file in files if placed[file]], strays)


def _apart(root: Root, named: Sequence[str], strays: Sequence[str]) -> Iterator[Candidate]:
    """Yield layouts in which one language is outside the folder of the others.

    ``content/translations/uk/x/index.md`` beside ``content/x/index.md``, and
    ``docs/README.ua.md`` beside ``README.md``.
    """
    ends = _by_ending(strays)
    votes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in named:
        slot = find_slot(file)
        if slot is None:
            continue
        before, _, after = slot.pattern.partition("*")
        if after.startswith("/"):
            pattern, rest = f"{before}{{language}}/{{article}}.*", after[1:]
            outside = "{language=%s}/{article}.*"
        elif before.endswith("."):
            folder, slash, front = before.rpartition("/")
            pattern, rest = f"{folder}{slash}{{article}}.{{language}}.*", f"{front[:-1]}{after}"
            outside = "{article}.{language=%s}.*"
        else:
            continue
        for stray in ends.get(_stem(rest), ()):
            where = stray[: len(_stem(stray)) - len(_stem(rest))]
            votes[pattern, f"{where}{outside}"].append(stray)
    ranked = sorted(votes, key=lambda pair: (-len(votes[pair]), pair))
    for pattern, outside in ranked[:_MOST]:
        language = _spoken(root, votes[pattern, outside])
        if language:
            yield Candidate((pattern, outside % language))


def _by_ending(files: Iterable[str]) -> Mapping[str, list[str]]:
    """Return files by all the ways their paths end, without the suffix."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        parts = _stem(file).split("/")
        for start in range(len(parts)):
            found["/".join(parts[start:])].append(file)
    return found


def _stem(path: str) -> str:
    return path.removesuffix(PurePath(path).suffix)


def _spoken(root: Root, files: Sequence[str]) -> str:
    """Return the language that most of some files are in, or nothing."""
    found: Counter[str] = Counter()
    for file in files:
        if found.total() == _SAMPLE:
            break
        try:
            found[load(root / file).language] += 1
        except LoadError:
            continue
    return max(found, key=lambda code: (found[code], code), default="")


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
