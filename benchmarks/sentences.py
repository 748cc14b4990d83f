"""Sentences a second on one core: words side by side, opposites and missing phrases.

    OMP_NUM_THREADS=1 python -m benchmarks.sentences FOLDER... [--profile 30]

A FOLDER has articles as `transcheck gate` reads them. They are loaded and aligned first; what is
timed is what these checks add to a run: the words of all sentences with their vectors, and the
checks themselves. Every article is new, as in a run; the best of some rounds counts, each in a
process that has read the models and no word.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import click

from transcheck import embedding
from transcheck.accepting import Policy
from transcheck.comparing import phrases_lost
from transcheck.comparing.wordwise import wordwise
from transcheck.discovery import discover
from transcheck.embedding import static
from transcheck.facts import extract
from transcheck.garbage import collect_seldom
from transcheck.model import Article, Comparison
from transcheck.pipeline import check_many, run_checks

ENGINES = {
    "opposites": Policy(codes=frozenset({"MEA002", "MEA003", "MEA004"})),
    "phrases": Policy(codes=frozenset({"PAR002"})),
}


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--rounds", default=3, show_default=True)
@click.option("--profile", default=0, help="Print so many functions that take longest.")
def main(folders: Sequence[Path], rounds: int, profile: int) -> None:
    """Print sentences a second, of the words, of each engine and of all."""
    collect_seldom()
    encoder = embedding.load(embedding.DEFAULT)
    reports = list(check_many(discover(list(folders)).articles, encoder))
    facts = [tuple(extract(edition) for edition in r.editions) for r in reports]
    sentences = sum(len(edition.segments) for r in reports for edition in r.editions)
    phrases_lost.shipped()
    profiler = cProfile.Profile()
    best = dict.fromkeys(["words", *ENGINES, "all"], float("inf"))
    for _ in range(rounds):
        static.load.cache_clear()
        static.load()
        spent = dict.fromkeys(best, 0.0)
        if profile:
            profiler.enable()
        for report, own in zip(reports, facts, strict=True):
            new = Comparison(Article(report.article, report.editions), report.alignment, own)
            times = [process_time()]
            new.once(wordwise)
            times.append(process_time())
            for policy in ENGINES.values():
                run_checks(new, policy)
                times.append(process_time())
            for name, start, end in zip(spent, times, times[1:], strict=False):
                spent[name] += end - start
            spent["all"] += times[-1] - times[0]
        profiler.disable()
        best = {name: min(best[name], seconds) for name, seconds in spent.items()}
    click.echo(f"{sentences} sentences of {len(reports)} articles")
    for name, seconds in best.items():
        click.echo(f"{name:10}{sentences / seconds:8.0f} sentences a second")
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(profile)


if __name__ == "__main__":
    main()
