"""What an edition should say instead, where that is certain.

A correction is certain where two editions or more say the same and exactly one says something
else, at one place, and the difference is in the digits alone: then the digits of the others
go into the sentence as this edition writes digits. A wrong word, a wrong month or million for
billion has forms and endings that only a writer chooses, so nothing is suggested for it.
Names bring their suggestion along, where the comparison of names knows the right form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from transcheck.languages import named
from transcheck.limits import SUGGESTING_GROUPED_FROM, SUGGESTING_WITNESSES
from transcheck.model import Family, Finding, Occurrence, Severity, Suggestion

_DIGITS = re.compile(r"\d(?:[\d.,:’' \u00a0\u202f\u2009]*\d)?")
_SEPARATOR = re.compile(r"(?<=\d)([.,’' \u00a0\u202f\u2009])(?=\d{3}(?!\d))")
_FAMILIES = (Family.NUMBER, Family.DATE)
_SPACE = "\u00a0"


def suggest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, with a suggestion where the correction is certain."""
    return tuple(
        finding if finding.suggestion else replace(finding, suggestion=_suggestion(finding))
        for finding in findings
    )


def _suggestion(finding: Finding) -> Suggestion | None:
    """Return the correction of one finding about digits, or None."""
    if (
        finding.family not in _FAMILIES
        or finding.severity is Severity.INFO
        or len(finding.suspects) != 1
    ):
        return None
    wrong = [each for each in finding.occurrences if each.language in finding.suspects]
    right = [each for each in finding.occurrences if each.language not in finding.suspects]
    if len(wrong) != 1 or len({each.language for each in right}) < SUGGESTING_WITNESSES:
        return None
    own = list(_DIGITS.finditer(wrong[0].text))
    here = [_plain(match[0], wrong[0].language) for match in own]
    theirs = {tuple(sorted(_numbers(each))) for each in right}
    if len(theirs) != 1:
        return None
    there = theirs.pop()
    ours, others = Counter(here) - Counter(there), Counter(there) - Counter(here)
    if ours.total() != 1 or others.total() != 1:
        return None  # the difference is in the words, or in more than one number
    match = own[here.index(next(iter(ours)))]
    start = wrong[0].start + match.start()
    written = _written(next(iter(others)), match[0], wrong[0].language)
    return Suggestion(wrong[0].language, wrong[0].segment, start, start + len(match[0]), written)


def _numbers(place: Occurrence) -> list[str]:
    """Return the numbers in digits that a place has, in plain form."""
    return [_plain(written, place.language) for written in _DIGITS.findall(place.text)]


def _plain(written: str, language: str) -> str:
    """Return a number without separators of thousands and with a point for decimals."""
    mark = named(language).decimal_mark
    joined = _SEPARATOR.sub(lambda match: match[1] if match[1] == mark else "", written)
    return joined.replace(mark, ".")


def _written(digits: str, own: str, language: str) -> str:
    """Return a plain number as an edition writes it.

    Args:
        digits: the number, as `_plain` gives it.
        own: the number in whose place it comes: its separator of thousands is kept.
        language: the edition's, for the decimal mark.
    """
    mark = named(language).decimal_mark
    whole, point, rest = digits.partition(".")
    if ":" in digits or (point and "." in rest):  # a clock time, a date in digits
        return digits
    match = _SEPARATOR.search(own)
    separator = match[1] if match and match[1] != mark else ""
    if not separator and len(whole) >= SUGGESTING_GROUPED_FROM:
        separator = "," if mark == "." else _SPACE
    if separator:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", separator, whole)
    return f"{whole}{mark}{rest}" if point else whole
