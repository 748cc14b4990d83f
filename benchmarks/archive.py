"""Measures `transcheck audit`: how fast, how much memory and disk, and what the next run costs.

    python benchmarks/archive.py                               # 300, 1,000 and 3,000 articles
    python benchmarks/archive.py --counts 1000 --jobs 1 --jobs 2 --dask local:2

Articles are made up (`benchmarks/stories.py`), no two alike, three editions of thirty sentences
each, as a folder and as JSON Lines. Printed for each run: articles an hour by the clock and by
the processors (what one core would do that did nothing else), the peak memory of the largest
of its processes, kilobytes of results an article, and processor seconds of a second run in which
nothing has changed. Processes that a Dask cluster starts are counted in none but the clock.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import stories  # noqa: E402


@click.command()
@click.option("--counts", default="300,1000,3000", show_default=True)
@click.option("--sentences", default=30, show_default=True, help="Sentences of an edition.")
@click.option("--jobs", multiple=True, default=["1"], show_default=True)
@click.option("--dask", multiple=True, help="Addresses to measure as well.")
@click.option("--encoder", default="static", show_default=True)
def main(
    counts: str, sentences: int, jobs: tuple[str, ...], dask: tuple[str, ...], encoder: str
) -> None:
    """Print a row for each number of articles, kind of source and way to run."""
    head = f"{'source':6} {'articles':>8} {'on':>8} {'1/h':>9} {'1/cpu h':>9} {'peak MB':>8}"
    click.echo(f"{head} {'kB each':>8} {'again s':>8}")
    ways = [("--jobs", number) for number in jobs] + [("--dask", address) for address in dask]
    for count in map(int, counts.split(",")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            stories.write(folder / "stories", count, sentences)
            rows = _rows(folder / "stories", folder / "archive.jsonl")
            for source in (folder / "stories", rows):
                for way in ways:
                    audit = folder / f"{source.suffix}-{way[1].replace(':', '-')}"
                    command = ["audit", str(source), "-o", str(audit), *way, "--encoder", encoder]
                    wall, used, peak = _run(command)
                    size = sum(p.stat().st_size for p in audit.rglob("*") if p.is_file())
                    _, again, _ = _run(command)
                    click.echo(
                        f"{source.suffix or 'folder':6} {count:8} {way[1]:>8} "
                        f"{3600 * count / wall:9,.0f} {3600 * count / used:9,.0f} {peak:8.0f} "
                        f"{size / 1000 / count:8.1f} {again:8.1f}"
                    )


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
