"""Measures `transcheck audit`: how fast, how much memory and disk, and what the next run costs.

    python benchmarks/archive.py                               # 300, 1,000 and 3,000 articles
    python benchmarks/archive.py --counts 1000 --jobs 1 --jobs 2 --dask local:2
    python benchmarks/archive.py --counts 1000,10000 --readme  # the table of the README

Articles are made up (`benchmarks/stories.py`), no two alike, three editions of thirty sentences
each, as a folder and as JSON Lines. Printed for each run: articles an hour by the clock and by
the processors (what one core would do that did nothing else), the peak memory of the largest
of its processes, kilobytes of results an article, and processor seconds of a second run in which
nothing has changed. Processes that a Dask cluster starts are counted in none but the clock.

With ``--readme`` only rows on one core are measured, and what to expect from archives of other
sizes is computed from the two largest: a table in Markdown, which goes into README.md.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import stories  # noqa: E402

README = ROOT / "README.md"
TABLE = re.compile(
    r"(?<=<!-- table:begin python benchmarks/archive.py --readme -->\n).*?(?=<!-- table:end -->)",
    re.DOTALL,
)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
PRICE = 0.05
"""Of an hour of one core, in the currency of your cloud."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one audit took."""

    articles: int
    wall: float
    """Seconds by the clock."""
    used: float
    """Seconds of processors."""
    peak: float
    """Megabytes of the largest process."""
    results: float
    """Kilobytes an article."""
    rows: float
    """Kilobytes an article as JSON Lines."""
    again: float
    """Processor seconds of a second run."""


@click.command()
@click.option("--counts", default="300,1000,3000", show_default=True)
@click.option("--sentences", default=30, show_default=True, help="Sentences of an edition.")
@click.option("--jobs", multiple=True, default=["1"], show_default=True)
@click.option("--dask", multiple=True, help="Addresses to measure as well.")
@click.option("--encoder", default="static", show_default=True)
@click.option("--readme", is_flag=True, help="Write the table of what to expect into README.md.")
def main(
    counts: str,
    sentences: int,
    jobs: tuple[str, ...],
    dask: tuple[str, ...],
    encoder: str,
    *,
    readme: bool,
) -> None:
    """Print a row for each number of articles, kind of source and way to run."""
    sizes = sorted(map(int, counts.split(",")))
    if readme and (len(sizes) < 2 or (jobs, dask) != (("1",), ())):
        raise click.UsageError("--readme needs two --counts, and neither --jobs nor --dask")
    head = f"{'source':6} {'articles':>8} {'on':>8} {'1/h':>9} {'1/cpu h':>9} {'peak MB':>8}"
    click.echo(f"{head} {'kB each':>8} {'again s':>8}")
    ways = [("--jobs", number) for number in jobs] + [("--dask", address) for address in dask]
    runs: list[Run] = []
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            stories.write(folder / "stories", count, sentences)
            rows = _rows(folder / "stories", folder / "archive.jsonl")
            for source in (rows,) if readme else (folder / "stories", rows):
                for way in ways:
                    runs.append(_measured(count, source, rows, way, encoder))
                    _show(source, way[1], runs[-1])
    if readme:
        text, found = TABLE.subn(lambda _: table(runs, sentences), README.read_text("utf-8"))
        if not found:
            sys.exit("README.md has no place for the table")
        README.write_text(text, encoding="utf-8")


def _measured(count: int, source: Path, rows: Path, way: tuple[str, str], encoder: str) -> Run:
    audit = source.parent / f"{source.suffix}-{way[1].replace(':', '-')}"
    command = ["audit", str(source), "-o", str(audit), *way, "--encoder", encoder]
    wall, used, peak = _run(command)
    size = sum(p.stat().st_size for p in audit.rglob("*") if p.is_file())
    _, again, _ = _run(command)
    each = rows.stat().st_size / 1000 / count
    return Run(count, wall, used, peak, size / 1000 / count, each, again)


def _show(source: Path, way: str, run: Run) -> None:
    click.echo(
        f"{source.suffix or 'folder':6} {run.articles:8} {way:>8} "
        f"{3600 * run.articles / run.wall:9,.0f} {3600 * run.articles / run.used:9,.0f} "
        f"{run.peak:8.0f} {run.results:8.1f} {run.again:8.1f}"
    )


def table(runs: Sequence[Run], sentences: int) -> str:
    """Return what to expect, in Markdown: measured where it was, else computed."""
    small, large = runs[-2:]
    each = (large.used - small.used) / (large.articles - small.articles)
    start = large.used - each * large.articles
    measured = {run.articles: run for run in runs}
    lines = [
        "| articles | time of one core | articles an hour | memory | results | copy of the rows |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for size in sorted({*SIZES, *measured}):
        used = measured[size].used if size in measured else start + each * size
        of = measured.get(size, large)
        cells = [
            f"{size:,}{'' if size in measured else ' (computed)'}",
            _time(used),
            f"{3600 * size / used:,.0f}",
            f"{of.peak:.0f} MB",
            _size(of.results * size),
            _size(of.rows * size),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    hours = (start + each * 1_000_000) / 3600
    counts = [f"{run.articles:,}" for run in runs]
    told = (
        f"Measured with {', '.join(counts[:-1])} and {counts[-1]} made-up articles of 3 × "
        f"{sentences} sentences, as JSON Lines, on one core. Computed are time and disk, from "
        "those of the last two; memory is as at the largest. A million articles cost "
        f"{hours:.0f} core-hours: at {PRICE} a core-hour, {hours * PRICE:.2f}."
    )
    return "\n".join([*lines, "", *textwrap.wrap(told, 100, break_on_hyphens=False), ""])


def _time(seconds: float) -> str:
    if seconds < 3600:
        return f"{seconds / 60:.1f} min"
    return f"{seconds / 3600:.1f} h"


def _size(kilobytes: float) -> str:
    return f"{kilobytes / 1000:,.0f} MB" if kilobytes < 1e6 else f"{kilobytes / 1e6:,.1f} GB"


def _rows(source: Path, target: Path) -> Path:
    with target.open("w", encoding="utf-8") as stream:
        for edition in sorted(source.rglob("*.txt")):
            row = {
                "article": edition.parent.name,
                "language": edition.stem,
                "text": edition.read_text(encoding="utf-8"),
            }
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return target


def _run(arguments: list[str]) -> tuple[float, float, float]:
    """Return seconds by the clock and of processors, and megabytes of the largest process."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "transcheck", *arguments, "--quiet"]
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command)}")
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    wall = time.perf_counter() - start
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


if __name__ == "__main__":
    main()
