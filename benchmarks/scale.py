"""Measures `transcheck gate` over more and more articles: memory must not grow with them.

    python benchmarks/scale.py                              # 100, 300, 1,000 and 3,000
    python benchmarks/scale.py --format json --jobs 1 --jobs 2 --counts 100,1000

Articles are made up (`benchmarks/stories.py`), no two alike. Printed for each run: articles a
second of the clock and of the processors, and the peak memory of the largest of its processes.
Without ``--format`` all formats are written in the same run.
"""

from __future__ import annotations

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
from transcheck.reporters import REPORTERS  # noqa: E402


@click.command()
@click.option("--counts", default="100,300,1000,3000", show_default=True)
@click.option("--sentences", default=12, show_default=True, help="Sentences of an edition.")
@click.option("--format", "formats", multiple=True, help="Default: every format, in one run.")
@click.option("--jobs", multiple=True, default=["auto"], show_default=True)
@click.option("--encoder", default="static", show_default=True)
def main(
    counts: str, sentences: int, formats: tuple[str, ...], jobs: tuple[str, ...], encoder: str
) -> None:
    """Print a row for each number of articles and of processes."""
    click.echo(f"{'articles':>8} {'jobs':>5} {'1/s':>7} {'1/cpu s':>8} {'peak MB':>8}")
    for count in map(int, counts.split(",")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            stories.write(folder / "stories", count, sentences)
            outputs = [f"--output={f}={folder / f}" for f in formats or REPORTERS.names()]
            for number in jobs:
                options = ["--jobs", number, "--encoder", encoder, "--quiet", *outputs]
                wall, used, peak = _run(["gate", str(folder / "stories"), *options])
                click.echo(
                    f"{count:8} {number:>5} {count / wall:7.1f} {count / used:8.1f} {peak:8.0f}"
                )


def _run(arguments: list[str]) -> tuple[float, float, float]:
    """Return seconds by the clock and of processors, and megabytes of the largest process."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "transcheck", *arguments], cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    wall = time.perf_counter() - start
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


if __name__ == "__main__":
    main()
