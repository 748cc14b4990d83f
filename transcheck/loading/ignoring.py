"""Comments in an edition that ask not to report something.

``<!-- transcheck: ignore NUM001 the agency corrected it -->`` in HTML and Markdown, and
``transcheck-ignore: NUM001 the agency corrected it`` in front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from transcheck.limits import IGNORING_SHOWN
from transcheck.loading.formats import IgnoreMark
from transcheck.loading.normalising import plain

_REQUEST = re.compile(r"\s*transcheck:\s*ignore\s+(?=\S)(.*)", re.DOTALL | re.IGNORECASE)
_ADDRESSED = re.compile(r"\s*transcheck\b", re.IGNORECASE)
NOT_UNDERSTOOD = "?"
"""The code of a mark that addresses us and asks for nothing we know, as where it is misspelt."""
_CODES = re.compile(
    r"([A-Za-z]+\d*(?:\s*,\s*(?:[A-Za-z]+\d+|[A-Z]{2,}\b))*)[\s:—–-]*(.*)", re.DOTALL
)


def read_ignores(comments: Iterable[tuple[str, int]]) -> tuple[IgnoreMark, ...]:
    """Return the requests in comments, each with the offset at which it stands."""
    return tuple(mark for each in comments for mark in _marks(*each))


def _marks(comment: str, offset: int) -> tuple[IgnoreMark, ...]:
    match = _REQUEST.match(comment)
    marks = read_request(match[1], offset) if match else ()
    if marks or not _ADDRESSED.match(comment):
        return marks
    return (IgnoreMark(NOT_UNDERSTOOD, plain(comment)[:IGNORING_SHOWN], offset),)


def read_request(written: str, offset: int) -> tuple[IgnoreMark, ...]:
    """Return what «NUM001, DAT reason» asks for: a mark for each code; none without a code."""
    match = _CODES.match(written.strip())
    if match is None:
        return ()
    codes = (code.strip().upper() for code in match[1].split(","))
    return tuple(IgnoreMark(code, plain(match[2]), offset) for code in codes)
