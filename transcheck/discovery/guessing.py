"""Layouts that a tree of files may have, guessed from the names in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from transcheck.discovery.layouts import in_another_language
from transcheck.discovery.places import Place, Root
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
