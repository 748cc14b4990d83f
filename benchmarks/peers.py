"""A race: the whole check against what else an office could put together for the same work.

    pip install translate-toolkit git+https://github.com/thompsonb/vecalign   # what is there runs
    python -m benchmarks.peers                    # on half b of the newsroom's stories
    python -m benchmarks.peers --readme           # and write the table into README.md

All get the same articles (`benchmarks/newsroom`), the same sentences and the same vectors, in
one process on one machine:

* **naive**: a sentence whose nearest one in another edition is not near lacks there, and two
  nearest sentences with other digits differ. It is what a first script does.
* **vecalign** (Thompson and Koehn, 2019): what its alignment leaves without a counterpart
  lacks there. It knows no facts.
* **pofilter**: the test of numbers of the Translate Toolkit, a checker for translators, on our
  aligned sentences.

An alarm is a place that a contestant shows; on stories without a planted error none that marks
no true difference is wanted. An error counts as found where an alarm that the story did not
have before shows its sentence and is of a fitting sort, as in the benchmark.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import click
import numpy as np

import transcheck
from benchmarks.newsroom import stories
from benchmarks.newsroom.judging import Alarm, in_half, read_lines, share, table
from benchmarks.planting import read_folder
from transcheck import embedding
from transcheck.aligning import align
from transcheck.embedding import Encoder, Vectors
from transcheck.model import Article, Edition, Kind, Segment
from transcheck.thresholds import aligner_thresholds

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(
    r"(?<=<!-- table:begin python -m benchmarks.peers --readme -->\n).*?(?=<!-- table:end -->)",
    re.DOTALL,
)
NEAR = 0.4
"""Cosine from which on two sentences are taken for one by the naive way: best of .4 to .8."""
LARGEST = 4
"""Sentences that the aligner may join, on both sides together; its authors' value."""

_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*")

FAMILIES = ("missing", "number", "date", "name", "meaning")
"""Families of planted errors that have a column."""

Contestant = Callable[[Article, Encoder], Iterator[Alarm]]


@dataclass(slots=True)
class Lap:
    """What a contestant did with all articles."""

    seconds: float = 0.0
    checked: int = 0
    alarms: int = 0
    """On the stories without planted errors."""
    found: Counter[str] = field(default_factory=Counter)
    """Planted errors that are found, by family."""


@click.command()
@click.option("--half", type=click.Choice(["a", "b"]), default="b", show_default=True)
@click.option("--readme", is_flag=True, help="Write the table into README.md.")
def main(half: str, *, readme: bool) -> None:
    """Print seconds, alarms and recall of each contestant that is installed."""
    encoder = embedding.load(embedding.DEFAULT)
    planted = [
        row for row in read_lines(stories.FOLDER / "planted.jsonl") if in_half(row["article"], half)
    ]
    before, after = (_articles(part, half) for part in ("clean", "planted"))
    rows = []
    for name, contestant in _contestants().items():
        _run(contestant, next(iter(before.values())), encoder, Lap())  # reads its tables
        lap = Lap()
        said = {n: _run(contestant, article, encoder, lap) for n, article in before.items()}
        lap.alarms = sum(map(len, said.values()))
        for number, article in after.items():
            known = {alarm.key for alarm in said[number]}
            new = [a for a in _run(contestant, article, encoder, lap) if a.key not in known]
            for row in planted:
                if row["article"] == number and any(stories.says(row, alarm) for alarm in new):
                    lap.found[row["family"]] += 1
        of = Counter(row["family"] for row in planted)
        rows.append(
            (
                name,
                f"{1000 * lap.seconds / lap.checked:.0f}",
                f"{lap.alarms / len(before):.1f}",
                share(lap.found.total(), len(planted)),
                *(share(lap.found[family], of[family]) for family in FAMILIES),
            )
        )
    head = ("", "ms an article", "alarms a right story", "errors found", *FAMILIES)
    text = table(head, rows)
    click.echo(text)
    if readme:
        page = README.read_text(encoding="utf-8")
        README.write_text(BLOCK.sub(lambda _: f"{text}\n", page), encoding="utf-8")


def _articles(part: str, half: str) -> dict[str, Article]:
    articles = read_folder(stories.FOLDER / part)
    return {article.name: article for article in articles if in_half(article.name, half)}


def _run(contestant: Contestant, article: Article, encoder: Encoder, lap: Lap) -> list[Alarm]:
    """Let a contestant check an article; its clock includes the vectors of the sentences."""
    start = time.process_time()
    found = list(contestant(article, encoder))
    lap.seconds += time.process_time() - start
    lap.checked += 1
    return found


def _contestants() -> Mapping[str, Contestant]:
    found: dict[str, Contestant] = {"transcheck": _whole, "naive": _naive}
    if find_spec("vecalign"):
        found["vecalign"] = _vecalign
    if find_spec("translate"):
        found["pofilter"] = _pofilter
    return found


def _whole(article: Article, encoder: Encoder) -> Iterator[Alarm]:
    """Check with everything this project has, the reading of the files as well."""
    editions = {edition.language: edition.path for edition in article.editions}
    report = transcheck.check_article(editions, encoder=encoder)
    texts = {(e.language, s.index): s.text for e in report.editions for s in e.segments}
    for finding in report.findings:
        if finding.severity in ("error", "warning"):
            sentences: dict[str, list[str]] = {}
            for place in finding.occurrences:
                sentences.setdefault(place.language, []).append(
                    texts[place.language, place.segment]
                )
            yield _alarm(str(finding.family), sentences)


def _naive(article: Article, encoder: Encoder) -> Iterator[Alarm]:
    """Take each sentence's nearest one in every other edition."""
    vectors = _encode(article, encoder)
    for one, other in permutations(range(len(vectors)), 2):
        some, others = article.editions[one], article.editions[other]
        near = vectors[one] @ vectors[other].T
        for place, segment in _compared(some):
            best = int(near[place].argmax())
            if near[place, best] < NEAR:
                yield _alarm("missing", {some.language: [segment.text]})
            elif one < other:
                yield from _figures(some, segment.text, others, others.segments[best].text)


def _figures(one: Edition, text: str, other: Edition, same: str) -> Iterator[Alarm]:
    if sorted(_NUMBER.findall(text)) != sorted(_NUMBER.findall(same)):
        yield _alarm("number", {one.language: [text], other.language: [same]})


def _vecalign(article: Article, encoder: Encoder) -> Iterator[Alarm]:
    """Report what the alignment leaves without a counterpart, by its authors' settings."""
    from vecalign.dp_utils import make_alignment_types, vecalign  # type: ignore[import-not-found]

    vectors = _encode(article, encoder)
    for one, other in combinations(range(len(vectors)), 2):
        editions = article.editions[one], article.editions[other]
        stack = vecalign(
            _overlaps(vectors[one]),
            _overlaps(vectors[other]),
            make_alignment_types(LARGEST),
            del_percentile_frac=0.2,
            width_over2=LARGEST // 2 + 5,
            max_size_full_dp=300,
            costs_sample_size=20_000,
            num_samps_for_norm=100,
        )
        for bead in stack[0]["final_alignments"]:
            for edition, places, counterpart in zip(editions, bead, reversed(bead), strict=True):
                texts = [s.text for n, s in _compared(edition) if n in places]
                if texts and not counterpart:
                    yield _alarm("missing", {edition.language: texts})


def _overlaps(vectors: Vectors) -> Vectors:
    """Return the vectors of one, two and three sentences that follow each other."""
    layers = []
    for size in range(1, LARGEST):
        layer = np.zeros_like(vectors)
        for end in range(size - 1, len(vectors)):
            layer[end] = vectors[end - size + 1 : end + 1].sum(axis=0)
        layers.append(layer / (np.linalg.norm(layer, axis=1, keepdims=True) + 1e-5))
    return np.stack(layers)


def _pofilter(article: Article, encoder: Encoder) -> Iterator[Alarm]:
    """Test the numbers of sentences that our alignment puts together."""
    from translate.filters.checks import (  # type: ignore[import-not-found]
        FilterFailure,
        StandardChecker,
    )

    checker = StandardChecker()
    vectors = _encode(article, encoder)
    alignment = align(article, vectors, aligner_thresholds("static", len(vectors)))
    for bead in alignment.beads:
        for one, other in combinations(range(len(vectors)), 2):
            texts = [
                " ".join(article.editions[n].segments[place].text for place in bead.sides[n])
                for n in (one, other)
            ]
            try:
                wrong = all(texts) and not checker.numbers(*texts)
            except FilterFailure:
                wrong = True
            if wrong:
                languages = (article.editions[n].language for n in (one, other))
                yield _alarm("number", {la: [t] for la, t in zip(languages, texts, strict=True)})


def _encode(article: Article, encoder: Encoder) -> list[Vectors]:
    return [encoder.encode([s.text for s in edition.segments]) for edition in article.editions]


def _compared(edition: Edition) -> Iterator[tuple[int, Segment]]:
    """Yield the sentences of the article itself with their places."""
    return (pair for pair in enumerate(edition.segments) if pair[1].kind is not Kind.FURNITURE)


def _alarm(family: str, sentences: Mapping[str, Iterable[str]]) -> Alarm:
    said = {language: tuple(texts) for language, texts in sentences.items()}
    places: Any = tuple((la, "") for la in said)
    return Alarm(family, "", "error", "", (), places, said)


if __name__ == "__main__":
    main()
