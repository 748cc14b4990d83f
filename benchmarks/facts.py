"""Measures how fast facts are extracted and compared, on one core.

    python benchmarks/facts.py                      # on the fixtures
    python benchmarks/facts.py --folder stories/    # on articles of yours

What is loaded or compiled once (dictionaries, tables, the shapes of dates) is so before
anything is measured, most of it by the first article; every other sentence is read once, and
every word that article did not have is looked up. Garbage is collected as seldom as by the
command. Printed are processor microseconds and
sentences a second: by extractor and language, then by check over all languages.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np

from transcheck import embedding
from transcheck.aligning import align
from transcheck.checks import CHECKS
from transcheck.discovery import discover
from transcheck.facts import EXTRACTORS, Taken, extract
from transcheck.facts.dates.shapes import DATES, TIMES, shapes
from transcheck.garbage import collect_seldom
from transcheck.languages import named
from transcheck.loading import load
from transcheck.model import Article, Comparison, Edition
from transcheck.segmenting import segment
from transcheck.thresholds import aligner_thresholds

FIXTURES = Path(__file__).parents[1] / "fixtures" / "articles"


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=FIXTURES,
    help="Articles to measure on; without it the fixtures.",
)
def main(folder: Path) -> None:
    """Print two tables: what extracting costs, and what comparing costs."""
    collect_seldom()
    first, *others = _articles(folder)
    _warm_up(first)
    extracting: defaultdict[tuple[str, str], float] = defaultdict(float)
    comparing: defaultdict[str, float] = defaultdict(float)
    sentences: Counter[str] = Counter()
    for article in others:
        for edition in article.editions:
            sentences[edition.language] += len(edition.segments)
            _extract(edition, extracting)
        _compare(article, comparing)
    click.echo("extracting           µs a sentence   sentences/s")
    for language, count in sorted(sentences.items()):
        rows = {name: used for (code, name), used in extracting.items() if code == language}
        for name, used in [*sorted(rows.items()), ("all", sum(rows.values()))]:
            click.echo(_row(f"{language} {name}", used, count))
    click.echo("comparing")
    for code, used in [*sorted(comparing.items()), ("all", sum(comparing.values()))]:
        click.echo(_row(code, used, sum(sentences.values())))
    both = sum(extracting.values()) + sum(comparing.values())
    click.echo(_row("both", both, sum(sentences.values())))


def _articles(folder: Path) -> Iterator[Article]:
    seen = set()
    for files in discover([folder]).articles:
        editions = tuple(segment(load(path)) for path in files.editions)
        texts = tuple(s.text for e in editions for s in e.segments)
        if len(editions) > 1 and texts not in seen:
            seen.add(texts)
            yield Article(files.name, editions)


def _warm_up(article: Article) -> None:
    """Load what is loaded once, and compile the shapes, each of which else its first date would."""
    for edition in article.editions:
        for table in (DATES, TIMES):
            for shape in shapes(table, named(edition.language)).ranked:
                _ = shape.pattern
    _compare(article, defaultdict(float))


def _extract(edition: Edition, used: defaultdict[tuple[str, str], float]) -> None:
    language, taken = named(edition.language), Taken()
    for extractor in sorted(EXTRACTORS, key=lambda e: (e.order, e.name)):
        start = time.process_time()
        facts = list(extractor.extract(edition, language, taken))
        used[language.code, extractor.name] += time.process_time() - start
        for fact in facts:
            taken.add(fact.segment, fact.start, fact.end)


def _compare(article: Article, used: defaultdict[str, float]) -> None:
    encoder = embedding.load("static")
    vectors = [
        np.stack(list(encoder.encode([s.text for s in e.segments]))) for e in article.editions
    ]
    alignment = align(article, vectors, aligner_thresholds(encoder.family))
    comparison = Comparison(article, alignment, tuple(map(extract, article.editions)))
    for check in CHECKS:
        start = time.process_time()
        list(check.run(check, comparison))
        used[check.code] += time.process_time() - start


def _row(name: str, used: float, sentences: int) -> str:
    return f"  {name:<20} {used / sentences * 1e6:>11.1f} {sentences / max(used, 1e-9):>13,.0f}"


if __name__ == "__main__":
    main()
