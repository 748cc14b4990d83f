"""The baseline file: what was accepted, with reasons; the page for editors exports the same.

Entries are sorted and have one field a line, so that a change of one is a small diff and two
branches that accept different things rarely touch the same lines.

Which findings of an article a baseline accepts, which of its entries are stale, and what an older
version called the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from transcheck.checks import fingerprint_under
from transcheck.errors import UsageError, because
from transcheck.model import ArticleReport, Finding, Suppression

SCHEMA = "transcheck-baseline/1"
_QUOTED = re.compile("“([^”]*)”")
_DIGITS = re.compile(r"\d+")
_LONE = re.compile("[\ud800-\udfff]")
_REPAIR = "restore it from version control, or make it anew: transcheck baseline update"


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding; the fields stand in the file in this order."""

    article: str
    code: str
    fingerprint: str
    message: str
    """What the finding said when it was accepted: for people, nothing is matched with it."""
    reason: str

    @property
    def order(self) -> tuple[str, str, str]:
        """Return what entries are sorted by."""
        return self.article, self.code, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings, sorted, each once."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Baseline:
        """Return a baseline of entries in any order; of two for one finding the last stays."""
        unique = {(entry.article, entry.fingerprint): entry for entry in entries}
        return cls(tuple(sorted(unique.values(), key=lambda entry: entry.order)))

    def __sub__(self, dropped: Iterable[Entry]) -> Baseline:
        """Return the baseline without some of its entries."""
        gone = frozenset(dropped)
        return Baseline(tuple(entry for entry in self.entries if entry not in gone))

    def text(self) -> str:
        """Return what the file holds, always the same for the same entries."""
        document = {"entries": [asdict(entry) for entry in self.entries], "schema": SCHEMA}
        written = json.dumps(document, ensure_ascii=False, indent=2)
        # Half a surrogate pair cannot be encoded; JavaScript's JSON writes it so, too.
        return _LONE.sub(lambda half: f"\\u{ord(half[0]):04x}", written) + "\n"


def read(path: Path) -> Baseline:
    """Return what a baseline file accepts.

    Raises:
        UsageError: it cannot be read or is no baseline.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            f"the baseline {path} cannot be read: {error.strerror or error}",
            hint=f"make it: transcheck baseline update PATH --baseline {path}",
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"the baseline {path} is not valid JSON: {because(error)}", hint=_REPAIR
        ) from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(f'{path} is no baseline: its "schema" is not {SCHEMA!r}', hint=_REPAIR)
    entries = document.get("entries")
    if not isinstance(entries, list):
        raise UsageError(f'the baseline {path} has no list "entries"', hint=_REPAIR)
    return Baseline.of(_entry(path, number, each) for number, each in enumerate(entries, 1))


def _entry(path: Path, number: int, written: object) -> Entry:
    values = written if isinstance(written, dict) else {}
    names = [field.name for field in fields(Entry)]
    wrong = [name for name in names if not isinstance(values.get(name), str)]
    if wrong:
        raise UsageError(
            f"the baseline {path}: entry {number} has no text as {', '.join(wrong)}", hint=_REPAIR
        )
    return Entry(**{name: values[name] for name in names})


BY = "baseline"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One article after a look into the baseline."""

    report: ArticleReport
    matched: tuple[Entry, ...]
    """Entries for which there is a finding."""
    stale: tuple[Entry, ...]
    """Entries of this article for which there is none any more."""


def accept(report: ArticleReport, baseline: Baseline) -> Accepted:
    """Mark the findings of an article that the baseline accepts.

    An article that could not be checked as a whole has no stale entries: nobody knows.
    """
    near = [entry for entry in baseline.entries if _same(entry.article, report.article)]
    if not near:
        return Accepted(report, (), ())
    entries = {entry.fingerprint: entry for entry in near}
    names = sorted({entry.article for entry in near} - {report.article})
    findings = []
    matched = []
    for finding in report.findings:
        entry = next((entries[f] for f in _known_as(finding, names) if f in entries), None)
        if entry is not None:
            matched.append(entry)
            if finding.suppressed is None:
                finding = replace(finding, suppressed=Suppression(BY, entry.reason))
        findings.append(finding)
    stale = (entry for entry in near if entry.article == report.article and entry not in matched)
    return Accepted(
        replace(report, findings=tuple(findings)),
        tuple(matched),
        tuple(stale) if report.checked else (),
    )


def _known_as(finding: Finding, names: list[str]) -> Iterator[str]:
    yield finding.fingerprint
    for name in names:
        yield fingerprint_under(name, finding)


def _same(one: str, other: str) -> bool:
    """Return whether two names can be of one article.

    A name is relative to the folder the command was given, so that ``homs`` and
    ``2024/homs`` may be one article; ``2023/homs`` and ``2024/homs`` may not.
    """
    return f"/{one}".endswith(f"/{other}") or f"/{other}".endswith(f"/{one}")


def carried(report: ArticleReport, stale: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield entries that an older version wrote, each with what its finding is called now.

    Another version may quote a word more or less of the same place, and a finding is known by its
    words. It is the same where the check is, and every quotation of the one message is within one
    of the other, with the same digits. What was accepted for other words is not carried over.

    Args:
        report: an article after `accept`.
        stale: entries for which it has no finding.
    """
    new = [finding for finding in report.findings if finding.suppressed is None]
    for entry in stale:
        if _same(entry.article, report.article):
            for finding in new:
                if finding.code == entry.code and _says_the_same(entry.message, finding.text):
                    new.remove(finding)
                    yield (
                        entry,
                        replace(entry, fingerprint=finding.fingerprint, message=finding.text),
                    )
                    break


def _says_the_same(before: str, now: str) -> bool:
    quoted, left = _QUOTED.findall(before), _QUOTED.findall(now)
    if not quoted or len(quoted) != len(left):
        return False
    for one in map(str.casefold, quoted):
        within = next((o for o in left if _within(one, o.casefold())), None)
        if within is None:
            return False
        left.remove(within)
    return True


def _within(one: str, other: str) -> bool:
    digits = _DIGITS.findall(one) == _DIGITS.findall(other)
    return digits and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
