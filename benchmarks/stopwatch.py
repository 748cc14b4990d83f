"""Runs `transcheck gate` on a folder with a stopwatch at each stage, and prints what it cost.

    python -m benchmarks.stopwatch FOLDER ENCODER

The stages are the functions that `transcheck.pipeline` calls: each is put behind one that
adds up processor seconds, and the run is otherwise the real one, in batches and all.
"""

from __future__ import annotations

import functools
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

FIXTURE = str(Path(__file__).parents[1] / "fixtures" / "articles" / "homs")


class Stopwatch:
    """Adds up processor seconds by stage; time within a stage within a stage counts once."""

    def __init__(self) -> None:
        """Start with nothing used."""
        self.used: defaultdict[str, float] = defaultdict(float)
        self._running = False

    def around(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return `work` with its time added to `stage`; what it yields lazily is made at once."""

        @functools.wraps(work)
        def timed(*args: Any, **options: Any) -> Any:
            if self._running:
                return work(*args, **options)
            self._running, start = True, time.process_time()
            try:
                result = work(*args, **options)
                return tuple(result) if hasattr(result, "__next__") else result
            finally:
                self.used[stage] += time.process_time() - start
                self._running = False

        return timed

    def put(self, stage: str, owner: Any, name: str) -> None:
        """Put the stopwatch around a function of a module or class."""
        setattr(owner, name, self.around(stage, getattr(owner, name)))


def run(folder: str, encoder: str) -> dict[str, Any]:
    """Check a folder and return seconds by stage, what was read, and the peak of memory in MB."""
    _gate(FIXTURE, encoder)
    start = time.process_time()
    watch, count = Stopwatch(), {"articles": 0, "sentences": 0}
    _watch_stages(watch, count)
    _gate(folder, encoder)
    rest = time.process_time() - start - sum(watch.used.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"stages": {"start": start, **watch.used, "rest": rest}, **count, "peak": peak}


def _watch_stages(watch: Stopwatch, count: dict[str, int]) -> None:
    from transcheck import pipeline
    from transcheck.cli.outputs import Delivery
    from transcheck.model import ArticleReport

    for stage, name in (
        ("load", "collect"), ("segment", "segment"), ("encode", "_encode"), ("align", "_align"),
        ("align", "probes"), ("align", "find_cuts"), ("extract", "extract"),
        ("compare", "run_checks"),
    ):  # fmt: skip
        watch.put(stage, pipeline, name)
    write = Delivery.article

    def counted(self: Delivery, report: ArticleReport) -> None:
        count["articles"] += 1
        count["sentences"] += sum(len(edition.segments) for edition in report.editions)
        write(self, report)

    setattr(Delivery, "article", counted)  # noqa: B010
    watch.put("report", Delivery, "article")
    watch.put("report", Delivery, "finish")


def _gate(folder: str, encoder: str) -> None:
    from transcheck.cli.entry import main

    main(["gate", folder, "--jobs", "1", "--encoder", encoder, "-q", "-o", f"json={os.devnull}"])


if __name__ == "__main__":
    print(json.dumps(run(*sys.argv[1:])))
