"""How many processes a run is worth."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path

AUTO = "auto"
PAYS = 20
"""Articles for which one more process pays: starting it costs about as much processor time
as comparing ten (`benchmarks/scale.py`)."""
_CGROUP = Path("/sys/fs/cgroup")


def jobs_for(asked: int | str, articles: int) -> int:
    """Return with how many processes so many articles are compared.

    Args:
        asked: a number of processes, or `AUTO`.
        articles: how many there are.
    """
    if isinstance(asked, int):
        return max(1, min(asked, articles))
    return max(1, min(cores(), articles // PAYS))


def cores(root: Path = _CGROUP) -> int:
    """Return the processors that this process may use, at least 1.

    Counted are those it is bound to (``taskset``), not those of the machine, and no more
    than a container has of them: its quota of time, where the control group `root` has one
    (docs.kernel.org/admin-guide/cgroup-v2.html, ``cpu.max``; version 1, ``cpu.cfs_quota_us``).
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    quota = _quota(root)
    return max(1, min(bound or 1, ceil(quota) if quota else bound or 1))


def _quota(root: Path) -> float | None:
    """Return the processors' worth of time that a control group may use, or None for all."""
    for files in (
        (root / "cpu.max",),
        (root / "cpu/cpu.cfs_quota_us", root / "cpu/cpu.cfs_period_us"),
    ):
        try:
            quota, period = map(int, " ".join(file.read_text() for file in files).split())
        except (OSError, ValueError):  # another system or version, or "max"
            continue
        if quota > 0 and period > 0:
            return quota / period
    return None
