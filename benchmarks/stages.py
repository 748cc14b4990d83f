"""Measures the stages of a run apart: what each costs, and how that grows with size.

    python benchmarks/stages.py                                # on made-up stories
    python benchmarks/stages.py --lengths "" --counts 1000,10000   # minutes
    python benchmarks/stages.py --folder stories/              # on articles of yours

Two rows of runs: one article of more and more sentences, and more and more articles of
thirty; an edition has so many sentences, an article three editions. Every run is `transcheck
gate` with the JSON report in a process of its own, with a stopwatch at each stage; what
is between the stages is called the rest. Seconds are the processor's, on one core: other
programs do not count. `start` is everything until one article of the fixtures was checked:
Python's own start, imports, tables and dictionaries. Growth is the exponent b of
cost = a · size^b, of the last two sizes of a row and by least squares of all.

In the same run the naive way (`benchmarks/naive.py`) does the same work, or less, one sentence
at a time and remembering nothing: printed are its seconds over those of the tool.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import stories  # noqa: E402

STAGES = ("start", "load", "segment", "encode", "align", "extract", "compare", "report", "rest")
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
Costs = Mapping[str, Any]
"""What `benchmarks/stopwatch.py` and `benchmarks/naive.py` print."""


def _sizes(_context: click.Context, _option: click.Parameter, given: str) -> list[int]:
    return [int(size) for size in given.split(",") if size]


@click.command()
@click.option("--lengths", default="10,30,100,300,1000,5000", callback=_sizes)
@click.option("--counts", default="1,10,100,1000", callback=_sizes)
@click.option("--sentences", default=30, help="Sentences of an edition where articles are counted.")
@click.option("--encoder", default="static", show_default=True)
@click.option("--naive", default=1000, help="Sentences of an article up to which it is run, too.")
@click.option("--folder", type=click.Path(exists=True, path_type=Path), help="Articles of yours.")
def main(
    lengths: list[int],
    counts: list[int],
    sentences: int,
    encoder: str,
    naive: int,
    folder: Path | None,
) -> None:
    """Print a table for each row of runs."""
    if folder:
        _table("articles of yours", {0: _measure("stopwatch", folder, encoder)})
        return
    if lengths:
        runs = {size: _made(1, size, encoder, naive=size <= naive) for size in lengths}
        _table("one article, by sentences of an edition", runs)
    if counts:
        runs = {size: _made(size, sentences, encoder) for size in counts}
        _table(f"articles of 3 × {sentences} sentences, by their number", runs)


def _made(articles: int, sentences: int, encoder: str, *, naive: bool = False) -> Costs:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stories.write(folder, articles, sentences)
        costs = _measure("stopwatch", folder, encoder)
        used = sum(costs["stages"].values())
        click.echo(  # the table comes when all are done
            f"{articles} of {sentences} sentences: {used:.1f} s, {costs['peak']:.0f} MB", err=True
        )
        slow = _measure("naive", folder, encoder)["stages"] if naive else {}
        return {**costs, "naive": slow}


def _measure(program: str, folder: Path, encoder: str) -> Costs:
    command = [sys.executable, "-m", f"benchmarks.{program}", str(folder), encoder]
    environment = {**os.environ, **ONE_CORE, "TRANSCHECK_CACHE_MB": "0"}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    costs: Costs = json.loads(ran.stdout)
    return costs


def _table(title: str, runs: Mapping[int, Costs]) -> None:
    click.echo(f"\n{title}: processor seconds")
    _row("size", runs)
    for stage in STAGES:
        used = {size: run["stages"][stage] for size, run in runs.items()}
        _row(stage, (f"{seconds:.3f}" for seconds in used.values()), _growth(used, stage))
        slow = {s: run["naive"][stage] for s, run in runs.items() if stage in run.get("naive", ())}
        if slow:
            ratios = (slow[size] / max(used[size], 1e-9) for size in slow)
            _row("  naive is", (f"× {ratio:.1f}" for ratio in ratios))
    total = {size: sum(run["stages"].values()) for size, run in runs.items()}
    work = {size: total[size] - run["stages"]["start"] for size, run in runs.items()}
    _row("all", (f"{seconds:.3f}" for seconds in total.values()))
    _row("without start", (f"{seconds:.3f}" for seconds in work.values()), _growth(work))
    for name in ("sentences", "articles"):
        _row(name, (f"{run[name]}" for run in runs.values()))
        _row("  a second", (f"{run[name] / work[size]:.1f}" for size, run in runs.items()))
    _row("peak MB", (f"{run['peak']:.0f}" for run in runs.values()))


def _row(name: str, cells: Iterable[object], growth: str = "") -> None:
    click.echo(f"{name:<14}" + "".join(f"{cell!s:>10}" for cell in cells) + f"   {growth}")


def _growth(used: Mapping[int, float], stage: str = "") -> str:
    """Return the exponents of cost = a · size^b: of the last two sizes, and of all."""
    if len(used) < 2 or stage == "start":
        return ""
    points = [(math.log(size), math.log(max(cost, 1e-6))) for size, cost in used.items()]
    return f"growth {_slope(points[-2:]):.2f}, of all {_slope(points):.2f}"


def _slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the line of least squares."""
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


if __name__ == "__main__":
    main()
