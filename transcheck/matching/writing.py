"""A matching as text: for the terminal, as JSON, as a table, as a manifest for `gate`."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from transcheck.matching.records import Matching, Story
from transcheck.reporters.tables import inert
from transcheck.reporters.visible import visible

SCHEMA = "transcheck-pairs/1"
Writer = Callable[[Matching, Path], str]
"""Takes a matching, and the folder from which the paths of a manifest start."""


def as_text(matching: Matching, _folder: Path) -> str:
    """Return the stories for who reads them: the complete ones first, then what is missing."""
    ordered = sorted(matching.stories, key=lambda story: (len(story.missing), story.missing))
    lines = []
    for missing, stories in groupby(ordered, key=lambda story: story.missing):
        lines += [_heading(missing, len(matching.languages)), *map(_line, stories), ""]
    complete = sum(not story.missing for story in matching.stories)
    documents = sum(len(story.members) for story in matching.stories)
    total = f"{_count(documents, 'document')}, {_count(len(ordered), 'story', 'stories')}"
    everywhere = f", {complete} in every language ({', '.join(matching.languages)})"
    if matching.waiting:
        lines += ["Not written or translated yet:"]
        lines += [*(f"  {each.reason}" for each in matching.waiting), ""]
    lines.append(total + (everywhere if ordered else ""))
    return "".join(f"{visible(line)}\n" if line else "\n" for line in lines)


def as_json(matching: Matching, _folder: Path) -> str:
    """Return everything, as one document; keys are sorted."""
    content = {
        "schema": SCHEMA,
        "languages": matching.languages,
        "stories": [_story(story) for story in matching.stories],
        "waiting": [asdict(waiting) for waiting in matching.waiting],
        "skipped": [asdict(skipped) for skipped in matching.skipped],
    }
    return _dumped(content, indent=1)


def as_manifest(matching: Matching, folder: Path) -> str:
    """Return one line a story, which `transcheck.discovery.manifests` reads."""
    return "".join(
        _dumped(
            {
                "article": story.name,
                "editions": {m.language: _relative(m.path, folder) for m in story.members},
                "missing": story.missing,
                "score": story.score,
            }
        )
        for story in matching.stories
    )


def as_table(matching: Matching, _folder: Path) -> str:
    """Return one row a story with a column a language, as CSV (RFC 4180)."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["article", *matching.languages, "missing", "score"])
    for story in matching.stories:
        paths = {member.language: member.path.as_posix() for member in story.members}
        cells = [story.name, *(paths.get(code) for code in matching.languages)]
        table.writerow([*map(inert, cells), " ".join(story.missing), story.score])
    return f"\ufeff{text.getvalue()}"


WRITERS: Mapping[str, Writer] = {
    "terminal": as_text, "json": as_json, "jsonl": as_manifest, "csv": as_table,
}  # fmt: skip
"""By the name of the format."""


def _heading(missing: tuple[str, ...], languages: int) -> str:
    if not missing:
        return "In every language:"
    lone = " (nothing to compare)" if len(missing) == languages - 1 else ""
    return f"No edition in {' and '.join(missing)}{lone}:"


def _line(story: Story) -> str:
    members = "  ".join(f"{m.language} {m.path.as_posix()}" for m in story.members)
    return f"  {story.score:.2f}  {members}" if story.links else f"        {members}"


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def _story(story: Story) -> dict[str, Any]:
    return {
        "article": story.name,
        "editions": [{"language": m.language, "path": m.path.as_posix()} for m in story.members],
        "missing": story.missing,
        "score": story.score,
        "links": [asdict(link) for link in story.links],
    }


def _relative(path: Path, folder: Path) -> str:
    """Return how a path is written in a manifest: absolute paths stay as they were given."""
    if path.is_absolute():
        return path.as_posix()
    return Path(os.path.relpath(path, folder)).as_posix()


def _dumped(content: object, indent: int | None = None) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=indent)
    return f"{text}\n"
