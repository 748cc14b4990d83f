"""Examples of every decision on names: the evidence, and whether it was right.

An example comes from an article of which it is known what is wrong: nothing, what was
planted, or what readers marked. What stands beside something wrong is left out.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from benchmarks.newsroom.judging import in_half, read_lines
from training.names.planting import Planted, anchors, files_of, plant
from training.names.stories import Story, stories
from transcheck import embedding, tracing
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slip_terms import SLIP
from transcheck.comparing.names.slips import judged
from transcheck.comparing.names.swaps import swaps
from transcheck.comparing.names.units import Passage, Unit
from transcheck.comparing.names.weights import Evidence
from transcheck.errors import UsageError
from transcheck.model import Alignment, Article, Bead, Comparison, Fact
from transcheck.naming.attested import attested
from transcheck.naming.value import Form, Name


class Example(NamedTuple):
    """One decision on one place."""

    decision: str
    terms: Mapping[str, float]
    right: bool
    group: str
    """Examples of one group are of one article: they are never fitted and measured apart."""
    origin: str
    """``story``, ``planted``, ``clean`` or ``marked``, what readers found wrong."""
    about: str
    """The words that it is about, for whoever reads the examples."""


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
    unlisted: frozenset[str] = frozenset()
    """Languages of which no list of names is asked."""
    marks: tuple[Mapping[str, str], ...] = ()
    """Of names that readers found wrong: the suspected language, and the words by language."""


_OTHER_NAME = 15.0
"""Surprise beyond which pairs that were not joined are two names."""
_ORDINARY = 3
"""For so many names that are put in places of others, one ordinary word with a capital is."""
_MARKS = ("natural.jsonl", "differences.jsonl")
_UNLISTED = 4
"""Of ten stories so many are read as if no list had names of their language."""
_STEM = 5
"""Letters by which a marked word is known."""


def compare(folder: Path) -> Comparison:
    """Return the comparison of the editions in a folder."""
    return tracing.traced(files_of(folder), embedding.load())[0]


def of_folder(
    folder: Path, copies: int, seed: int, scratch: Path, half: str | None = None
) -> Iterator[Source]:
    """Yield the articles of a folder as they are, and copies with planted errors.

    A file ``natural.jsonl`` or ``differences.jsonl`` beside the folder has the marks of readers.
    Of a half, ``a`` or ``b``, only its articles are taken.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    marks = [m for name in _MARKS for m in _read(folder.parent / name) if not m["harmless"]]
    doubtful, wrong = _marks(marks), list(map(_wrong_name, marks))
    chosen = [d for d in sorted(folder.iterdir()) if d.is_dir() and in_half(d.name, half)]
    clean = {d.name: compare(d) for d in chosen if len(files_of(d)) > 2}
    pool = pool_of(clean.values(), rng)
    for name, comparison in clean.items():
        left_out = doubtful.get(name, frozenset())
        marked = tuple(mark for mark in wrong if mark and mark["article"] == name)
        yield Source(comparison, (), left_out, name, "clean", marks=marked)
        texts = {p.stem: p.read_text(encoding="utf-8") for p in files_of(folder / name)}
        for _ in range(copies):
            changed, planted = plant(comparison, texts, pool, rng, errors=3, swaps=0.35)
            if planted:
                planted_words = tuple((_kind(p), p.language, p.after) for p in planted)
                yield Source(_written(changed, scratch), planted_words, left_out, name, "planted")


def pool_of(
    comparisons: Iterable[Comparison], rng: random.Random, *, ordinary: bool = True
) -> dict[str, list[str]]:
    """Return what may be put in the place of names, by language: names.

    With `ordinary` some other words with a capital are among them.
    """
    pool: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    for comparison in comparisons:
        for anchor in anchors(comparison):
            for language, place in anchor.places.items():
                pool.setdefault(language, []).append(place[2])
        for facts in comparison.facts:
            # Any word with a capital may stand in the place of a name.
            for word in (w for f in facts if isinstance(f.value, Name) for w in f.value.words):
                if word.form is Form.WORD and (word.common or not word.certain):
                    words.setdefault(word.language, []).append(word.text)
    for language, found in pool.items() if ordinary else ():
        some = words.get(language, [])
        found += rng.choices(some, k=len(found) // _ORDINARY) if some else []
    return pool


def _kind(planted: Planted) -> str:
    return "swap" if planted.kind == "swap" else SLIP


def of_stories(count: int, seed: int, scratch: Path) -> Iterator[Source]:
    """Yield stories about Ukrainian names of the half that is for training."""
    for n, story in enumerate(stories(count, seed, 0)):
        with suppress(UsageError):  # a few words whose language cannot be told
            yield of_story(story, f"{n}", scratch)


def of_story(story: Story, group: str, scratch: Path) -> Source:
    """Return a story with what is wrong in it."""
    comparison = _written(story.texts, scratch)
    if story.untabled:
        comparison = unknown(comparison)
    # The lists have all names of the stories, but not all of the news.
    text = "".join(story.texts.values())
    unlisted = frozenset(c for c in story.texts if crc32(f"{c}{text}".encode()) % 10 < _UNLISTED)
    return Source(comparison, story.wrong, frozenset(), group, "story", unlisted)


def unknown(comparison: Comparison) -> Comparison:
    """Return a comparison as it would be if no table knew any of its names."""
    facts = tuple(tuple(map(_unknown, found)) for found in comparison.facts)
    return replace(comparison, facts=facts)


def _unknown(fact: Fact) -> Fact:
    if not isinstance(fact.value, Name):
        return fact
    words = (
        word._replace(entities=frozenset(), whole=word.text, certain=True)
        if word.entities
        else word
        for word in fact.value.words
    )
    return fact._replace(value=fact.value._replace(words=tuple(words)))


def _written(texts: Mapping[str, str], scratch: Path) -> Comparison:
    for language, text in texts.items():
        (scratch / f"{language}.txt").write_text(text, encoding="utf-8")
    return compare(scratch)


def _read(path: Path) -> list[dict[str, Any]]:
    return read_lines(path) if path.exists() else []


def _marks(marks: Iterable[dict[str, Any]]) -> dict[str, frozenset[tuple[str, str]]]:
    """Return of each article the languages and the first letters of words in doubt."""
    found: dict[str, set[tuple[str, str]]] = {}
    for mark in marks:
        for language in mark["texts"]:
            for word in (mark.get(language) or "").lower().split():
                found.setdefault(mark["article"], set()).add((language, word[:_STEM]))
    return {article: frozenset(words) for article, words in found.items()}


def _wrong_name(mark: dict[str, Any]) -> dict[str, str]:
    """Return the words of a name that readers found wrong in one edition, by language."""
    if mark["kind"] != "name" or len(mark["suspects"]) != 1:
        return {}
    words = {code: mark[code].lower() for code in mark["texts"] if mark.get(code)}
    return {"article": mark["article"], "suspect": mark["suspects"][0], **words}


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
    names = Names(
        comparison, lambda word, code: code not in source.unlisted and attested(word, code)
    )
    for passage in names.passages:
        if len(comparison.article.editions) > 2:
            yield from _links(source, names, passage)
        for one in (j for row in passage.rows for j in judged(names, row)):
            mine, theirs = _kinds(source, (one.unit,)), _kinds(source, one.others)
            about = _about(one.unit, *one.others)
            if _marked(source, one.unit, one.others):
                yield _example(source, one.evidence, "marked", about, right=True)
            if mine is None or theirs is None or (theirs and (mine or len(one.others) == 1)):
                continue
            if not mine <= {SLIP} or not theirs <= {SLIP}:
                continue  # a name put in the place of another may be said elsewhere, too
            yield _example(source, one.evidence, source.origin, about, right=bool(mine))
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
            yield _example(source, evidence, source.origin, _about(a, b), right=same)


def _swaps(source: Source, names: Names, passage: Passage) -> Iterator[Example]:
    swapped = any("swap" in kind for kind, _, _ in source.wrong)
    for swap in swaps(names, passage):
        mine, theirs = _kinds(source, (swap.unit,)), _kinds(source, swap.instead)
        about = _about(swap.unit, *swap.instead)
        if _marked(source, swap.unit, swap.instead):
            yield _example(source, swap.evidence, "marked", about, right=True)
        if mine is None or theirs is None:
            continue
        right = "swap" in mine or (len(swap.instead) == 1 and "swap" in theirs)
        if right or not (mine or theirs or (swapped and source.origin == "story")):
            yield _example(source, swap.evidence, source.origin, about, right=right)


def _example(
    source: Source, evidence: Evidence, origin: str, about: str, *, right: bool
) -> Example:
    return Example(evidence.decision, evidence.terms, right, source.group, origin, about)


def _marked(source: Source, unit: Unit, others: Sequence[Unit]) -> bool:
    """Return whether readers found a unit wrong against the others."""
    return any(
        mark["suspect"] == unit.language
        and all(
            any(w[:_STEM].lower() in mark.get(u.language, "") for w in u.words)
            for u in (unit, *others)
        )
        for mark in source.marks
    )


def _about(*units: Unit) -> str:
    return ", ".join(f"{unit.language} {unit.text}" for unit in units)


def _kinds(source: Source, units: Iterable[Unit]) -> set[str] | None:
    """Return what is wrong with any of some units; None where a reader marked one."""
    found = set[str]()
    for unit in units:
        if any((unit.language, w.lower()[:_STEM]) in source.doubtful for w in unit.words):
            return None
        found |= {
            kind
            for kind, language, word in source.wrong
            if language == unit.language and word.replace("’", "'").partition("'s")[0] == unit.text
        }
    return found
