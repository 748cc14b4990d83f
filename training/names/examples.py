"""Examples of every decision on names: the evidence, and whether it was right.

An example comes from an article of which it is known what is wrong: nothing, what was
planted, or what readers marked. What stands beside something wrong is left out.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from training.names.planting import Planted, anchors, files_of, plant
from training.names.stories import Story, stories
from transcheck import embedding, tracing
from transcheck.comparing.names.rows import Names, Passage
from transcheck.comparing.names.slips import judged
from transcheck.comparing.names.swaps import swaps
from transcheck.comparing.names.units import Unit
from transcheck.model import Alignment, Article, Bead, Comparison


class Example(NamedTuple):
    """One decision on one place."""

    decision: str
    terms: Mapping[str, float]
    right: bool
    group: str
    """Examples of one group are of one article: they are never fitted and measured apart."""
    origin: str
    """``story``, ``planted`` or ``clean``."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article, and the words that are known to be wrong in it."""

    comparison: Comparison
    wrong: tuple[tuple[str, str, str], ...]
    """Kind, language and word."""
    doubtful: frozenset[tuple[str, str]]
    """Language and first letters of words that readers marked: nothing is learnt from them."""
    group: str
    origin: str


_OTHER_NAME = 15.0
"""Surprise beyond which pairs that were not joined are two names."""
_STEM = 5
"""Letters by which a marked word is known."""


def compare(folder: Path) -> Comparison:
    """Return the comparison of the editions in a folder."""
    return tracing.traced(files_of(folder), embedding.load())[0]


def of_folder(folder: Path, copies: int, seed: int, scratch: Path) -> Iterator[Source]:
    """Yield the articles of a folder as they are, and copies with planted errors.

    A file ``natural.jsonl`` beside the folder has the marks of readers.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    doubtful = _marks(folder.parent / "natural.jsonl")
    clean = {d.name: compare(d) for d in sorted(folder.iterdir()) if len(files_of(d)) > 2}
    pool: dict[str, list[str]] = {}
    for comparison in clean.values():
        for anchor in anchors(comparison):
            for language, place in anchor.places.items():
                pool.setdefault(language, []).append(place[2])
    for name, comparison in clean.items():
        marks = doubtful.get(name, frozenset())
        yield Source(comparison, (), marks, name, "clean")
        texts = {p.stem: p.read_text(encoding="utf-8") for p in files_of(folder / name)}
        for _ in range(copies):
            changed, planted = plant(comparison, texts, pool, rng, errors=3, swaps=0.35)
            if planted:
                wrong = tuple((_kind(p), p.language, p.after) for p in planted)
                yield Source(_written(changed, scratch), wrong, marks, name, "planted")


def _kind(planted: Planted) -> str:
    return "swap" if planted.kind == "swap" else "slip"


def of_stories(count: int, seed: int, scratch: Path) -> Iterator[Source]:
    """Yield stories about Ukrainian names of the half that is for training."""
    for n, story in enumerate(stories(count, seed, 0)):
        yield Source(_written(story.texts, scratch), _wrong(story), frozenset(), f"{n}", "story")


def _wrong(story: Story) -> tuple[tuple[str, str, str], ...]:
    return ((story.kind, story.language, story.after),) if story.kind else ()


def _written(texts: Mapping[str, str], scratch: Path) -> Comparison:
    for language, text in texts.items():
        (scratch / f"{language}.txt").write_text(text, encoding="utf-8")
    return compare(scratch)


def _marks(path: Path) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for mark in map(json.loads, lines):
        if not mark["harmless"]:
            for language in mark["texts"]:
                for word in (mark.get(language) or "").lower().split():
                    found.setdefault(mark["article"], set()).add((language, word[:_STEM]))
    return {article: frozenset(words) for article, words in found.items()}


def examples(source: Source) -> Iterator[Example]:
    """Yield the examples of an article with all its editions, and with each two of them."""
    languages = [e.language for e in source.comparison.article.editions]
    yield from _examples(source, source.comparison)
    for pair in combinations(languages, 2):
        yield from _examples(source, only(source.comparison, pair))


def only(comparison: Comparison, languages: Sequence[str]) -> Comparison:
    """Return a comparison of some editions, aligned as it was."""
    article = comparison.article
    kept = [n for n, e in enumerate(article.editions) if e.language in languages]
    beads = (Bead(tuple(b.sides[n] for n in kept), b.score) for b in comparison.alignment.beads)
    return Comparison(
        Article(article.name, tuple(article.editions[n] for n in kept)),
        Alignment(tuple(bead for bead in beads if any(bead.sides))),
        tuple(comparison.facts[n] for n in kept),
    )


def _examples(source: Source, comparison: Comparison) -> Iterator[Example]:
    names = Names(comparison)
    for passage in names.passages:
        if len(comparison.article.editions) > 2:
            yield from _links(source, names, passage)
        for one in (j for row in passage.rows for j in judged(names, row)):
            mine, theirs = _kinds(source, (one.unit,)), _kinds(source, one.others)
            if mine is not None and theirs == set() and mine != {"swap"}:
                yield Example(*one.evidence, bool(mine), source.group, source.origin)
        yield from _swaps(source, names, passage)


def _links(source: Source, names: Names, passage: Passage) -> Iterator[Example]:
    """Yield pairs of one row and of two: those are only told apart where letters differ much."""
    for evidence, a, b in names.edges(passage.bead, passage.sides, passage.lengths):
        wrong = _kinds(source, (a, b))
        if wrong is None:
            continue
        joined = b in passage.row_of[a].places[b.edition]
        if wrong or joined or evidence.terms.get("nats", 0.0) > _OTHER_NAME:
            same = wrong.isdisjoint({"swap", "near swap"}) and (joined or bool(wrong))
            yield Example(*evidence, same, source.group, source.origin)


def _swaps(source: Source, names: Names, passage: Passage) -> Iterator[Example]:
    swapped = any("swap" in kind for kind, _, _ in source.wrong)
    for swap in swaps(names, passage):
        mine, theirs = _kinds(source, (swap.unit,)), _kinds(source, swap.instead)
        if mine is None or theirs is None:
            continue
        right = "swap" in mine or (len(swap.instead) == 1 and "swap" in theirs)
        if right or not (mine or theirs or (swapped and source.origin == "story")):
            yield Example(*swap.evidence, right, source.group, source.origin)


def _kinds(source: Source, units: Iterable[Unit]) -> set[str] | None:
    """Return what is wrong with any of some units; None where a reader marked one."""
    found = set[str]()
    for unit in units:
        if any((unit.language, w.lower()[:_STEM]) in source.doubtful for w in unit.words):
            return None
        found |= {
            kind
            for kind, language, word in source.wrong
            if language == unit.language and (word == unit.text)
        }
    return found
