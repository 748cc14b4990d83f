"""Write the results for a terminal, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import IO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from transcheck.model import ArticleReport, Edition, Finding, Severity, Skipped, Suggestion
from transcheck.reporters import Setting, unchecked
from transcheck.reporters.excerpts import excerpts
from transcheck.reporters.terminal.panes import columns, fits, indented, stacked
from transcheck.reporters.verdict import counts, verdict, waits_for
from transcheck.reporters.visible import breaks, visible
from transcheck.summary import EXIT_CLEAN, Summary

_WIDEST = 150
"""Columns a report fills at most: longer lines are hard to read."""
_MOST_WAITING = 10
"""Articles without a translation that are named; a site may have thousands."""
_BADGES = {
    Severity.ERROR: "bold white on red",
    Severity.WARNING: "bold black on yellow",
    Severity.INFO: "bold white on blue",
}


class TerminalWriter:
    """Writes each article with findings as it comes; remembers what could not be checked."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._limit = setting.limit
        self._styled = setting.display.styled
        self._text = TextIOWrapper(stream, "utf-8", "backslashreplace", newline="\n")
        self._console = _console(self._text, setting)
        self._skipped: list[tuple[str, Skipped]] = []
        self._waiting: list[str] = []

    def article(self, report: ArticleReport) -> None:
        """Write the findings of one article that count; nothing where there are none."""
        self._skipped += [
            (f"{report.article} {unchecked.verdict(report, skipped)}", skipped)
            for skipped in report.skipped
        ]
        if report.pending or report.waiting:
            self._waiting.append(f"{report.article}: {waits_for(report)}")
        findings = [finding for finding in report.findings if finding.suppressed is None]
        if findings or report.notes:
            title = _rule(report.article, _sizes(report.editions), self._console.width)
            notes = [Text(visible(note), "dim") for note in report.notes]
            self._print((title, *notes, Text()))
        for finding in findings:
            self._finding(report, finding)

    def finish(self, summary: Summary) -> None:
        """Write what could not be checked and the summary."""
        if self._skipped:
            self._print((_rule("Not checked", "", self._console.width), Text()))
            for heading, skipped in self._skipped:
                self._print(self._could_not(heading, skipped))
        if self._waiting:
            self._print((_rule("Waiting for translations", "", self._console.width), Text()))
            self._print(self._still(self._waiting))
        self._print(_ending(summary, self._limit))
        self._text.flush()
        self._text.detach()

    def _finding(self, report: ArticleReport, finding: Finding) -> None:
        badge = f" {finding.severity.value} " if self._styled else finding.severity.value
        code, rule = visible(finding.code), visible(finding.rule)
        sure = f" · confidence {finding.confidence:.2f}"
        named = ((badge, _BADGES[finding.severity]), " ", (code, "bold"), " ", rule, (sure, "dim"))
        self._print((Text.assemble(*named), Text(visible(finding.text))))
        if finding.suggestion:
            self._print((Text(visible(_correction(report, finding.suggestion))),))
        self._print((Text(),))
        found = excerpts(report, finding)
        show = columns if fits(self._console.width, len(found)) else stacked
        self._print((*show(found, self._console, styled=self._styled), Text()))

    def _still(self, waiting: Sequence[str]) -> Iterator[Text]:
        for line in waiting[:_MOST_WAITING]:
            yield from (indented(part, 2) for part in self._wrapped(line, 2))
        if len(waiting) > _MOST_WAITING:
            yield Text(f"  … and {len(waiting) - _MOST_WAITING} more: other formats have them all")
        yield Text()

    def _wrapped(self, text: str, margin: int) -> Iterable[Text]:
        return Text(visible(text)).wrap(self._console, self._console.width - margin)

    def _could_not(self, heading: str, skipped: Skipped) -> Iterator[Text]:
        yield Text(visible(heading), "bold", no_wrap=True)
        # Most reasons begin with the file they are about.
        what = "" if skipped.what in f"{heading} {skipped.reason}" else f"{skipped.what}: "
        for detail in (f"{what}{skipped.reason}", skipped.hint):
            yield from (indented(line, 4) for line in self._wrapped(detail, 4) if line)
        yield Text()

    def _print(self, lines: Iterable[Text]) -> None:
        console = self._console
        for text in lines:
            # A place broken over two lines is no longer one that a terminal makes clickable.
            for line in [text] if text.no_wrap or not text else text.wrap(console, console.width):
                line.rstrip()
                console.print(_ordinary(line), soft_wrap=True)


def _correction(report: ArticleReport, suggestion: Suggestion) -> str:
    """Return what certainly has to be changed, in the words of its edition."""
    (edition,) = (e for e in report.editions if e.language == suggestion.language)
    wrong = edition.segments[suggestion.segment].text[suggestion.start : suggestion.end]
    return f"correction: {edition.language} “{wrong}” → “{suggestion.replacement}”"


def _console(text: TextIOWrapper, setting: Setting) -> Console:
    """Return a console that takes nothing from the environment."""
    display = setting.display
    return Console(
        file=text,
        width=min(display.width, _WIDEST),
        force_terminal=display.styled,
        color_system="standard" if display.styled else None,
        no_color=not display.coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _ordinary(line: Text) -> Text:
    """Return a line that the runner of a pipeline does not take for a command."""
    for offset in reversed(breaks(line.plain)):
        line = Text.assemble(line[:offset], " ", line[offset:])
    return line


def _rule(left: str, right: str, width: int) -> Text:
    left, right = f" {visible(left)} ", f" {right}" if right else ""
    line = "─" * max(2, width - 2 - cell_len(left) - cell_len(right))
    return Text.assemble(("──", "dim"), (left, "bold"), (line, "dim"), (right, "dim"), no_wrap=True)


def _sizes(editions: Sequence[Edition]) -> str:
    return " · ".join(f"{e.language} {len(e.segments)}" for e in editions) + " sentences"


def _ending(summary: Summary, limit: Severity | None) -> tuple[Text, Text]:
    passed = summary.exit_code(limit) == EXIT_CLEAN
    style = "bold green" if passed else "bold red"
    return Text(counts(summary), "bold"), Text(verdict(summary, limit), style)
