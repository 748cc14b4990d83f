"""Articles as the data of the page: short, and in the units that a browser counts in.

What fills a message, taken apart again, so that any language can put it in its own way.

Checks give parameters in writing: ``uk and ru``, ``3``, ``“a quotation”``, ``en “this”, ru
“that”``. Editions are joined, numbers inflected and quotation marks set differently in each
language, so the page gets lists, numbers and bare texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from transcheck.languages import LANGUAGES
from transcheck.model import (
    Alignment,
    ArticleReport,
    Edition,
    Finding,
    Segment,
    Skipped,
)

_JOINT = re.compile(r", and | and |, ")
_QUOTED = re.compile(r"“(.*)”", re.DOTALL)
_SAYING = re.compile(r"(\w+) “([^”]*)”(?:, |$)")

Value = str | int | list[str] | dict[str, str] | dict[str, list[list[str]]]


def parameters(finding: Finding, editions: Collection[str]) -> dict[str, Value]:
    """Return the parameters of a finding's message by name.

    Editions become a list of codes, a number an int, a quotation ``{"quote": text}`` and
    the English name of a language ``{"language": code}``, what editions say ``{"sayings":
    [[code, text], ...]}``; anything else stays as it is.
    """
    return {name: _value(text, editions) for name, text in finding.message.parameters}


def _value(text: str, editions: Collection[str]) -> Value:
    parts = _JOINT.split(text)
    if all(part in editions for part in parts):
        return parts
    if text.isdecimal():
        return int(text)
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return {"quote": quoted[1]}
    sayings = _SAYING.findall(text)
    if sayings and "".join(f"{code} “{words}”, " for code, words in sayings) == f"{text}, ":
        return {"sayings": [list(saying) for saying in sayings]}
    code = next((language.code for language in LANGUAGES if language.name == text), None)
    return {"language": code} if code else text


def entry(report: ArticleReport) -> dict[str, object]:
    """Return what the overview and the filters need of an article."""
    return {
        "article": report.article,
        "title": next((e.title for e in report.editions if e.title), ""),
        "titleLanguage": next((e.language for e in report.editions if e.title), ""),
        "editions": [edition.language for edition in report.editions],
        "findings": [_brief(finding) for finding in report.findings],
        "skipped": [_skipped(skipped) for skipped in report.skipped],
    }


def _brief(finding: Finding) -> dict[str, object]:
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "severity": finding.severity.value,
        "family": finding.family.value,
        "suspects": list(finding.suspects),
        "suppressed": finding.suppressed.by if finding.suppressed else None,
    }


def _skipped(skipped: Skipped) -> dict[str, str]:
    return {"what": skipped.what, "reason": skipped.reason, "hint": skipped.hint}


def article(report: ArticleReport) -> dict[str, object]:
    """Return an article with its text, alignment and findings."""
    return {
        "article": report.article,
        "editions": [_edition(edition) for edition in report.editions],
        "beads": _beads(report.alignment),
        "findings": [_finding(finding, report.editions) for finding in report.findings],
    }


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "language": edition.language,
        "path": edition.path.as_posix(),
        "segments": [_segment(segment) for segment in edition.segments],
    }


def _segment(segment: Segment) -> list[object]:
    return [segment.text, segment.kind.value, segment.block, segment.line, segment.column]


def _beads(alignment: Alignment) -> list[object]:
    return [[[list(side) for side in bead.sides], int(bead.moved)] for bead in alignment.beads]


def _finding(finding: Finding, editions: tuple[Edition, ...]) -> dict[str, object]:
    position = {edition.language: n for n, edition in enumerate(editions)}
    occurrences = []
    for o in finding.occurrences:
        text = editions[position[o.language]].segments[o.segment].text
        start, end = code_units(text, o.start), code_units(text, o.end)
        occurrences.append([position[o.language], o.segment, start, end, o.value])
    suppressed = finding.suppressed
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.text,
        "template": finding.message.template,
        "parameters": parameters(finding, [edition.language for edition in editions]),
        "suspects": list(finding.suspects),
        "occurrences": occurrences,
        "suppressed": suppressed and {"by": suppressed.by, "reason": suppressed.reason},
        "suggestion": _suggestion(finding, editions),
    }


def _suggestion(finding: Finding, editions: tuple[Edition, ...]) -> list[object] | None:
    """Return edition, segment, start, end and what is to stand there."""
    certain = finding.suggestion
    if certain is None:
        return None
    position = next(n for n, each in enumerate(editions) if each.language == certain.language)
    text = editions[position].segments[certain.segment].text
    start, end = code_units(text, certain.start), code_units(text, certain.end)
    return [position, certain.segment, start, end, certain.replacement]


def code_units(text: str, offset: int) -> int:
    """Return the offset in UTF-16 code units, as browsers count, of a code point's offset."""
    return offset + sum(character > "\uffff" for character in text[:offset])
