"""What the models of missing phrases learn from: read articles, and planted phrases."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.newsroom.judging import in_half, read_lines
from benchmarks.newsroom.probes import FOLDER as PROBES
from benchmarks.newsroom.stories import FOLDER as STORIES
from transcheck import embedding
from transcheck.checks.parts import in_full
from transcheck.comparing.candidates import Candidate, Pairs, all_pairs, candidates, pairs_of
from transcheck.comparing.wordwise import Side, Sides, sides
from transcheck.discovery import ArticleFiles
from transcheck.model import Article, ArticleReport
from transcheck.pipeline import check_many
from transcheck.sources.cms import Text

LANGUAGES = ("uk", "en", "ru")
PROBED = ("facts", "names", "reports", "ukrainian")
"""Files of probes that are read."""
READ = Path(__file__).parent / "labels" / "phrases.tsv"
NEWS = Path(__file__).parent / "names" / "news"
PROBE = "probe-"
"""How the names of probes begin."""
SEED = 11
SHORTEST, LONGEST, LEFT = 3, 8, 4
"""Words of a planted phrase, and the least that stay."""
ALL = -1.0
"""Of every sentence with words that may be lacking it is learnt, and not of the likely ones only:
with these alone fewer planted phrases were found."""
NEAR = 0.4
"""Cosine from which on a word is the partner of one that is taken out."""


class Mark(NamedTuple):
    """What an edition lacks in a bead."""

    suspects: tuple[int, ...]
    words: Mapping[int, Sequence[int]]
    """By edition, the words that are lacking."""


class Story(NamedTuple):
    """An article word by word, with its marks by bead."""

    name: str
    beads: list[Sides]
    marks: Mapping[int, Sequence[Mark]]


class Case(NamedTuple):
    """A sentence of which an edition may lack something."""

    article: str
    beads: Sequence[Sides]
    candidate: Candidate
    lacking: Mapping[int, Any]
    """For the words of each other edition, 1 where they are lacking: shape (words,)."""
    planted: bool


class Place(NamedTuple):
    """A phrase that was read."""

    suspect: str
    spans: Mapping[str, tuple[int, int, int]]
    """By language: segment, start and end."""


def stories(folder: Path) -> list[Story]:
    """Return the articles of a folder, aligned; headlines and captions are not compared."""
    marks = read_lines(folder / "natural.jsonl")
    return _read(_files((folder / "clean").iterdir()), marks)


def news() -> list[Story]:
    """Return the right stories that the weights of names are fitted to."""
    return _read(_files(path for path in NEWS.iterdir() if path.is_dir()), ())


def newsroom() -> list[Story]:
    """Return the stories and faithful probes of the newsroom benchmark, half a."""
    every = _files(path for path in STORIES.joinpath("clean").iterdir() if in_half(path.name, "a"))
    read = _read(every, read_lines(STORIES / "differences.jsonl"))
    seen: dict[str, dict[str, str]] = {}
    for name in PROBED:
        for probe in read_lines(PROBES / f"{name}.jsonl"):
            texts = probe["editions"]
            plain = all(isinstance(texts.get(code), str) for code in LANGUAGES)
            if plain and probe["expect"] is None and in_half(probe["pair"], "a"):
                seen.setdefault(texts["en"], {code: texts[code] for code in LANGUAGES})
    articles = (texts_given(f"{PROBE}{n}", texts) for n, texts in enumerate(seen.values()))
    return read + _read(articles, ())


def texts_given(name: str, given: Mapping[str, str]) -> ArticleFiles:
    """Return an article of which the texts are given, by language."""
    texts = {language: Text(text) for language, text in given.items()}
    paths = {language: text.path(name, language) for language, text in texts.items()}
    loaded = {paths[la]: partial(text.document, paths[la], la) for la, text in texts.items()}
    return ArticleFiles(name, tuple(paths.values()), languages=tuple(given), texts=loaded)


def _files(folders: Iterable[Path]) -> Iterator[ArticleFiles]:
    for article in sorted(folders):
        paths = tuple(article / f"{code}.txt" for code in LANGUAGES)
        yield ArticleFiles(article.name, paths, languages=LANGUAGES)


def _read(articles: Iterable[ArticleFiles], lines: Iterable[Mapping[str, Any]]) -> list[Story]:
    marks: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for mark in lines:
        if not mark["harmless"]:
            marks[mark["article"]].append(mark)
    read = places()
    made = []
    for report in check_many(articles, embedding.load(embedding.DEFAULT)):
        article = Article(report.article, report.editions)
        beads = [
            sides(article, bead) if in_full(report.editions, bead) else ()
            for bead in report.alignment.beads
        ]
        found: dict[int, list[Mark]] = defaultdict(list)
        for number, bead in enumerate(beads):
            for mark in marks[article.name]:
                _add(found[number], mark["suspects"], _quoted(report, bead, mark))
            for place in read[article.name]:
                _add(found[number], [place.suspect], _covered(bead, place))
        made.append(Story(article.name, beads, {n: own for n, own in found.items() if own}))
    return made


def places() -> dict[str, list[Place]]:
    """Return the phrases that are lacking of those that were read, by article."""
    found: dict[str, list[Place]] = defaultdict(list)
    lines = READ.read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines if not line.startswith("#")):
        article, suspect, lacks, *spans = line.split("\t")
        if lacks == "yes":
            parts = (span.split(":") for span in spans)
            places = {la: (int(i), int(start), int(end)) for la, i, start, end in parts}
            found[article].append(Place(suspect, places))
    return found


def _add(marks: list[Mark], suspects: Sequence[str], words: Mapping[int, Sequence[int]]) -> None:
    if any(words.values()):
        named = tuple(LANGUAGES.index(code) for code in suspects)
        marks.append(Mark(named or (0, 1, 2), words))


def _quoted(report: ArticleReport, bead: Sides, mark: Mapping[str, Any]) -> dict[int, list[int]]:
    """Return the words of a bead that a mark quotes."""
    spans = {}
    for n, side in enumerate(bead):
        phrase = (mark.get(LANGUAGES[n]) or "").lower()
        if side is not None and phrase:
            texts = [segment.text.lower() for segment in report.editions[n].segments]
            spans[n] = [
                k
                for k, word in enumerate(side.words)
                for start in [texts[word.segment].find(phrase)]
                if start >= 0 and start < word.end and word.start < start + len(phrase)
            ]
    return spans


def _covered(bead: Sides, place: Place) -> dict[int, list[int]]:
    """Return the words of a bead at a place."""
    spans = {}
    for n, side in enumerate(bead):
        segment, start, end = place.spans.get(LANGUAGES[n], (-1, 0, 0))
        if side is not None:
            spans[n] = [
                k
                for k, word in enumerate(side.words)
                if word.segment == segment and start < word.end and word.start < end
            ]
    return spans


def cases(story: Story) -> Iterator[Case]:
    """Yield natural and planted cases."""
    pairs = all_pairs(story.beads)
    for one in candidates(story.beads, pairs, least=ALL):
        lacking = {n: np.zeros(len(one.rows[n])) for n in one.others}
        for mark in story.marks.get(one.bead, ()):
            if one.suspect in mark.suspects:
                for n in one.others:
                    lacking[n][list(mark.words.get(n, ()))] = 1
        yield Case(story.name, story.beads, one, lacking, planted=False)
    chance = random.Random(f"{SEED}{story.name}")  # noqa: S311 - no secret
    for number in pairs:
        if number not in story.marks:
            yield from _planted(story, pairs, number, chance)


def _planted(
    story: Story, pairs: Mapping[int, Pairs], number: int, chance: random.Random
) -> Iterator[Case]:
    """Yield a sentence of which a phrase was taken out, where that is worth a look."""
    full = [side for side in story.beads[number] if side is not None]
    x = chance.randrange(3)
    taken = phrases(full[x])
    if not taken:
        return
    first, last = chance.choice(taken)
    partners = pairs[number].found
    lacking = {}
    for n in range(3):
        if n != x:
            own = partners[n, x]
            gone = (own.which >= first) & (own.which < last) & (own.nearest >= NEAR)
            at = np.flatnonzero(gone)
            if len(at) and at[-1] - at[0] <= LONGEST + LEFT:
                gone[at[0] : at[-1] + 1] = True
            lacking[n] = gone.astype(float)
    beads = [*story.beads]
    cut = (*full[:x], _without(full[x], first, last), *full[x + 1 :])
    beads[number] = cut
    # The article's other sentences are as they were, and so is how literal they are.
    for one in candidates(beads, {**pairs, number: pairs_of(cut)}, only=number, least=ALL):
        if one.suspect == x:
            yield Case(story.name, beads, one, lacking, planted=True)


def _without(side: Side, first: int, last: int) -> Side:
    breaks = {at if at <= first else at - (last - first) for at in side.breaks}
    return Side(side.language, side.words[:first] + side.words[last:], frozenset(breaks))


def phrases(side: Side) -> list[tuple[int, int]]:
    """Return where phrases begin and end: at punctuation and before words that weigh little."""
    count = len(side)
    starts = [i for i in range(1, count) if i in side.breaks or not side.telling[i]]
    return [
        (i, j)
        for i in starts
        for j in (*starts, count)
        if SHORTEST <= j - i <= LONGEST and count - (j - i) >= LEFT
        if side.telling[i:j].sum() >= 2
    ]
