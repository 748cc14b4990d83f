"""Ablation of the evidence on names: what each term of a decision adds.

    python benchmarks/names.py                             # stories of names left out of training
    python benchmarks/names.py --articles stories/         # and right articles of yours

Every term is switched off in turn, all else unchanged, and what is found and what is alarmed
is counted anew. A term that changes nothing in any column can go.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from training.names.examples import Example, Source, compare, examples
from training.names.planting import files_of
from training.names.stories import stories
from transcheck.comparing.names.weights import BIAS, Evidence, weights

FROM = 0.5
"""Probability from which on a reading counts."""


@click.command()
@click.option("--articles", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--stories", "count", default=200, help="How many stories.")
@click.option("--seed", default=2)
def main(articles: tuple[Path, ...], count: int, seed: int) -> None:
    """Print what is found and alarmed with all terms, and the change without each."""
    rows = [e for source in _sources(articles, count, seed) for e in examples(source)]
    for decision in dict.fromkeys(row.decision for row in rows):
        chosen = [row for row in rows if row.decision == decision]
        found, alarmed = _count(chosen, "")
        click.echo(f"{decision}: found {found}, alarmed {alarmed}, of {len(chosen)}")
        for term in weights(decision):
            if term != BIAS:
                fewer, more = _count(chosen, term)
                click.echo(f"  without {term:<28} {fewer - found:+5d} {more - alarmed:+5d}")


def _sources(articles: Sequence[Path], count: int, seed: int) -> Iterator[Source]:
    with tempfile.TemporaryDirectory() as folder:
        for n, story in enumerate(stories(count, seed, 1)):
            for language, text in story.texts.items():
                Path(folder, f"{language}.txt").write_text(text, encoding="utf-8")
            wrong = ((story.kind, story.language, story.after),) if story.kind else ()
            yield Source(compare(Path(folder)), wrong, frozenset(), f"{n}", "story")
    for article in (a for root in articles for a in sorted(root.iterdir()) if a.is_dir()):
        if len(files_of(article)) > 1:
            yield Source(compare(article), (), frozenset(), article.name, "clean")


def _count(rows: Sequence[Example], without: str) -> tuple[int, int]:
    """Return how many wrong places are found and right ones alarmed."""
    found = alarmed = 0
    for row in rows:
        terms = {term: value for term, value in row.terms.items() if term != without}
        if Evidence(row.decision, terms).probability >= FROM:
            found += row.right
            alarmed += not row.right
    return found, alarmed


if __name__ == "__main__":
    main()
