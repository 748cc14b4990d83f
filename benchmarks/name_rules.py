"""Ablation of the rules on names: what each one that is no weighed term adds.

    python -m benchmarks.name_rules            # every rule, some minutes
    python -m benchmarks.name_rules _split     # those whose names have this

Each rule is switched off in turn, all else unchanged, weights and trees, too: printed is by how
much it changes the right probes that alarm, the wrong ones of which the word is told, with three
editions and with two, and the name alarms on right stories. A rule that changes nothing here
and is pinned by no test is one to delete; bounds that only save work change nothing, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click

from benchmarks.newsroom.judging import read_lines
from benchmarks.newsroom.probes import FOLDER
from benchmarks.slips import told_of_names
from training.names.planting import files_of
from transcheck.comparing.names import absence, echo, rows, slips, spellings, swaps, verdicts
from transcheck.comparing.names.units import Row, Unit
from transcheck.errors import UsageError
from transcheck.model import Finding

STORIES = (Path("benchmarks/newsroom/data/stories/clean"), Path("training/names/news"))
PROBES = ("names", "ukrainian")
CHOSEN = (("uk", "en", "ru"), ("uk", "en"), ("uk", "ru"))


def _never(*_: object, **__: object) -> bool:
    return False


def _none(*_: object, **__: object) -> list[Any]:
    return []


def _alone(_: object, row: Row, edition: int, others: Sequence[int]) -> Unit | None:
    """Return the first place of a name that an edition alone has: no second mention is asked."""
    return row.places[edition][0] if row.has(edition) and not any(map(row.has, others)) else None


def _as_it_is(_: object, found: object) -> object:
    return found


RULES: tuple[tuple[object, str, object], ...] = (
    (slips, "_split", _never),
    (slips, "_by_other_custom", _never),
    (slips, "_plural", _never),
    (slips, "_foreign_letter", _never),
    (slips, "_rival", lambda *_: None),
    (slips, "_better", lambda *_: None),
    (slips, "is_word", _never),
    (slips, "SLIPS_OFTEN", 99),
    (rows, "with_strays", _as_it_is),
    (rows, "may_be_unlike", _never),
    (rows, "a_letter_apart", _never),
    (spellings, "_two_stems", _never),
    (spellings, "_derived", _never),
    (swaps, "_can_replace", lambda *_: True),
    (swaps, "stand_in", _never),
    (swaps, "is_word", _never),
    (swaps, "_spare", _alone),
    (echo, "_made_from", _never),
    (echo, "spelled_out", _never),
    (absence, "_in_part", _never),
    (absence, "is_word", _never),
    (verdicts, "nearly", _none),
    (verdicts, "_hidden", _none),
    (verdicts, "inserted", _none),
    (verdicts, "absences", _none),
)  # fmt: skip
"""Where a rule is, its name, and what stands for it when it is off."""


@click.command()
@click.argument("named", default="")
def main(named: str) -> None:
    """Print what changes without each rule."""
    before = _counted()
    click.echo(f"right probes alarmed {before[0]}, wrong found {before[1]}, alarms {before[2]}")
    for place, name, off in RULES:
        if named in name:
            with patch.object(place, name, off):
                after = _counted()
            changes = "".join(f"{b - a:+6d}" for a, b in zip(before, after, strict=True))
            click.echo(f"without {name:<24}{changes}")


def _counted() -> tuple[int, int, int]:
    """Return right probes alarmed, wrong ones found, and name alarms on right stories."""
    alarmed = found = 0
    for probe in (p for name in PROBES for p in read_lines(FOLDER / f"{name}.jsonl")):
        wanted = probe["expect"]
        for chosen in CHOSEN:
            texts = {code: text for code, text in probe["editions"].items() if code in chosen}
            told = _told(texts)
            if wanted is None:
                alarmed += bool(told)
            elif wanted["language"] in chosen:
                found += any((wanted["words"] or "") in finding.text for finding in told)
    stories = (a for root in STORIES for a in sorted(root.iterdir()) if a.is_dir())
    return alarmed, found, sum(len(_told(texts)) for texts in map(_texts, stories))


def _texts(story: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in files_of(story)}


def _told(texts: dict[str, str]) -> list[Finding]:
    """Return what is told of an article's names; nothing where it cannot be checked."""
    try:
        return told_of_names(texts)
    except UsageError:
        return []


if __name__ == "__main__":
    main()
