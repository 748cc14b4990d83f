"""Whether a file lies in a folder, whatever links and dots its path has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from transcheck.discovery.picking import repository

_TRUE = ("1", "true", "yes")


def outside(path: Path, folder: Path) -> bool:
    """Return whether a path leads out of a folder, all links followed."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def default(environment: Mapping[str, str]) -> Path | None:
    """Return the folder that a run in CI is confined to: its repository; elsewhere None.

    What runs there may have been changed by anybody who opens a pull request: a link in it
    must not bring other files of the machine into a report.
    """
    if environment.get("CI", "").lower() not in _TRUE:
        return None
    return repository(Path())
