"""Short articles of which it is known whether something is wrong: false alarms and recall."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.newsroom.judging import Alarm, Checked, check, in_half, read_lines, share, table

FOLDER = Path(__file__).parent / "data" / "probes"
FILES = tuple(sorted(path.stem for path in FOLDER.glob("*.jsonl")))


@dataclass(slots=True)
class ProbeFigures:
    """What a run over the probes amounts to; counters are by file, or by file and type."""

    faithful: Counter[tuple[str, ...]] = field(default_factory=Counter)
    alarmed: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Faithful probes with at least one alarm."""
    wrong: Counter[tuple[str, ...]] = field(default_factory=Counter)
    found: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Wrong probes with an alarm that points at what is wrong."""
    beside: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Other alarms on wrong probes."""
    unchecked: int = 0
    failures: list[str] = field(default_factory=list)
    """A line for each probe that was judged wrongly."""

    def table(self, *, types: bool = False) -> str:
        """Return the figures as a table in Markdown, a row a file or a row a type of probe."""
        keys = sorted(k for k in self.faithful | self.wrong if len(k) == (2 if types else 1))
        return table(
            ("probes", "right", "false alarms", "wrong", "found", "other alarms a wrong one"),
            [
                (
                    " · ".join(key),
                    self.faithful[key],
                    share(self.alarmed[key], self.faithful[key]),
                    self.wrong[key],
                    share(self.found[key], self.wrong[key]),
                    share(self.beside[key], self.wrong[key]),
                )
                for key in keys
            ],
        )


def measure(
    files: Iterable[str] = FILES, half: str | None = None, languages: Iterable[str] | None = None
) -> ProbeFigures:
    """Check the probes of some files, all in one run, and count.

    Args:
        files: names without their ending.
        half: ``a`` or ``b``, or None for all. The right and the wrong form of one text are in
            the same half.
        languages: the editions to compare, or None for all. Probes whose wrong edition is left
            out are passed over.
    """
    kept = None if languages is None else set(languages)
    probes = [
        (name, probe)
        for name in files
        for probe in read_lines(FOLDER / f"{name}.jsonl")
        if in_half(probe["pair"], half) and _usable(probe, kept)
    ]
    figures = ProbeFigures()
    with TemporaryDirectory() as folder:
        for number, (_, probe) in enumerate(probes):
            _write(Path(folder, f"{number:05d}"), probe["editions"], kept)
        checked = check(Path(folder))
    for number, (name, probe) in enumerate(probes):
        _count(figures, name, probe, checked.get(f"{number:05d}"))
    return figures


def _usable(probe: Mapping[str, Any], languages: set[str] | None) -> bool:
    wrong = (probe["expect"] or {}).get("language")
    left = [la for la in probe["editions"] if languages is None or la in languages]
    return len(left) > 1 and (wrong is None or wrong in left)


def _write(folder: Path, editions: Mapping[str, Any], languages: set[str] | None) -> None:
    folder.mkdir()
    for language, edition in editions.items():
        if languages is None or language in languages:
            plain = isinstance(edition, str)
            name = f"{language}.txt" if plain else edition["name"]
            text = edition if plain else edition["text"]
            (folder / name).write_text(text, encoding="utf-8", newline="")


def _count(
    figures: ProbeFigures, name: str, probe: Mapping[str, Any], checked: Checked | None
) -> None:
    if checked is None or not checked.complete:
        figures.unchecked += 1
        figures.failures.append(f"unchecked {name} {probe['id']}")
        return
    alarms = checked.alarms
    counts = defaultdict[str, int](int)
    if probe["expect"] is None:
        counts |= {"faithful": 1, "alarmed": int(bool(alarms))}
        failure = "alarmed" if alarms else ""
    else:
        hits = [alarm for alarm in alarms if _fits(alarm, probe["expect"])]
        counts |= {"wrong": 1, "found": int(bool(hits)), "beside": len(alarms) - len(hits)}
        failure = "" if hits else f"missed ({probe['expect'].get('words')})"
    for key in ((name,), (name, probe["type"])):
        for counter, count in counts.items():
            getattr(figures, counter)[key] += count
    if failure:
        said = "; ".join(f"{a.severity} {a.code} {a.message}" for a in alarms)
        figures.failures.append(f"{failure} {name} {probe['id']}: {said or 'silent'}")


def _fits(alarm: Alarm, expect: Mapping[str, Any]) -> bool:
    """Tell whether an alarm points at what is wrong with a probe."""
    language, words = expect.get("language"), expect.get("words")
    if alarm.family not in expect["families"]:
        return False
    at = [text for la, text in alarm.occurrences if la == language or not language]
    if language in alarm.suspects and (words or not at):
        return True
    if not at:
        return False
    return not words or any(words in text or (text and text in words) for text in at)
