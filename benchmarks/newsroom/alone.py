"""Prints what transcheck finds in one edition alone: recall and false alarms.

    python -m benchmarks.newsroom.alone                    # the set of 124 texts, and the stories
    python -m benchmarks.newsroom.alone --half a --show 20 # while developing
    python -m benchmarks.newsroom.alone FOLDER             # right texts in <story>/<language>.txt

Every text is checked against itself. What the set is: README.md beside this file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from benchmarks.newsroom import stories
from benchmarks.newsroom.judging import in_half, read_lines, share, table
from transcheck import embedding, pipeline
from transcheck.configuration import Config, policy_of
from transcheck.discovery import ArticleFiles
from transcheck.model import ArticleReport, Document, Finding, Severity
from transcheck.sources.cms import Text

TEXTS = Path(__file__).parent / "data" / "alone" / "texts.jsonl"
"""A text a line; what contradicts itself in it, if anything does: ``expect``."""


@dataclass(slots=True)
class AloneFigures:
    """What the set of texts amounts to; counters are by language."""

    right: Counter[str] = field(default_factory=Counter)
    alarmed: Counter[str] = field(default_factory=Counter)
    """Right texts with at least one alarm."""
    wrong: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    """Wrong texts with an alarm about something else."""
    failures: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Return the share of wrong texts whose contradiction is found."""
        return self.found.total() / self.wrong.total()

    @property
    def false_alarms(self) -> float:
        """Return the share of right texts with an alarm."""
        return self.alarmed.total() / self.right.total()

    def table(self) -> str:
        """Return the figures as a table in Markdown, a row a language and one for all."""
        rows = []
        for languages, name in [*((la, la) for la in sorted(self.wrong)), (None, "all")]:
            right, alarmed, wrong, found, beside = (
                counter[languages] if languages else counter.total()
                for counter in (self.right, self.alarmed, self.wrong, self.found, self.beside)
            )
            rows.append(
                (
                    name,
                    right,
                    share(alarmed, right),
                    wrong,
                    share(found, wrong),
                    share(beside, wrong),
                )
            )
        head = ("alone", "right", "false alarms", "wrong", "found", "others in a wrong one")
        return table(head, rows)


def measure(half: str | None = None) -> AloneFigures:
    """Check the texts of the set, each against itself, and count.

    Args:
        half: ``a`` or ``b`` by a checksum of their names, or None for all.
    """
    texts = [row for row in read_lines(TEXTS) if in_half(row["id"], half)]
    figures = AloneFigures()
    reports = check((row["id"], row["language"], row["text"]) for row in texts)
    for row, report in zip(texts, reports, strict=True):
        _count(figures, row, report)
    return figures


def check(texts: Iterable[tuple[str, str, str]]) -> Iterator[ArticleReport]:
    """Yield the report on each text by itself; given are its name, its language and itself."""
    policy = policy_of(Config())
    groups = (_files(name, language, text) for name, language, text in texts)
    return pipeline.check_many(groups, embedding.load(), policy)


def alarms(report: ArticleReport) -> list[Finding]:
    """Return what an editor sees: errors and warnings that nothing suppresses."""
    return [f for f in report.findings if f.severity is not Severity.INFO and not f.suppressed]


def _files(name: str, language: str, text: str) -> ArticleFiles:
    path = Path(name, f"{language}.txt")

    def load() -> Document:
        return Text(text).document(path, language)

    return ArticleFiles(name, (path,), languages=(language,), texts={path: load}, alone=True)


def _count(figures: AloneFigures, row: Mapping[str, Any], report: ArticleReport) -> None:
    language, expect = row["language"], row["expect"]
    found = alarms(report)
    said = "; ".join(f"{f.severity} {f.code} {f.text}" for f in found) or "silent"
    if not report.checked:
        said = f"unchecked: {report.skipped}"
    if expect is None:
        figures.right[language] += 1
        figures.alarmed[language] += bool(found)
        if found or not report.checked:
            figures.failures.append(f"alarmed {row['id']}: {said}")
        return
    hits = [f for f in found if fits(f, expect)]
    figures.wrong[language] += 1
    figures.found[language] += bool(hits)
    figures.beside[language] += len(hits) < len(found)
    if not hits or len(hits) < len(found):
        what = "also alarmed" if hits else "missed"
        figures.failures.append(f"{what} {row['id']} ({row['kind']}): {said}")


def fits(finding: Finding, expect: Mapping[str, Any]) -> bool:
    """Tell whether a finding points at what is wrong with a text."""
    places = [place.text for place in finding.occurrences]
    return finding.family in expect["families"] and any(
        word in text or text in word for word in expect["words"] for text in places
    )


def _stories(folder: Path, half: str | None) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("*/*.txt")):
        if in_half(path.parent.name, half):
            yield path.parent.name, path.stem, path.read_text(encoding="utf-8")


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--half", type=click.Choice(["a", "b"]), help="Half of the texts only.")
@click.option("--show", default=0, help="Print so many failures of each part.")
def main(folders: tuple[Path, ...], half: str | None, show: int) -> None:
    """Print recall and false alarms of the set, and the alarms on right texts of FOLDERS."""
    if show and half != "a":
        raise click.UsageError("--show goes with --half a: half b is for measuring only")
    if not folders:
        figures = measure(half)
        click.echo(figures.table())
        for line in figures.failures[:show]:
            click.echo(line, err=True)
    for folder in folders or (stories.FOLDER / "clean",):
        texts = list(_stories(folder, half))
        codes = Counter[str]()
        lines = []
        for report in check(texts):
            for finding in alarms(report):
                codes[finding.code] += 1
                where = f"{report.article}/{finding.occurrences[0].language}"
                lines.append(f"{where}: {finding.severity} {finding.code} {finding.text}")
        kinds = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
        rate = share(codes.total(), len(texts))
        click.echo(f"\n{folder}: {len(texts)} right texts, {rate} alarms a text ({kinds or '–'})")
        for line in lines[:show]:
            click.echo(line, err=True)


if __name__ == "__main__":
    main()
