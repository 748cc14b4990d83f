"""Codes: the numbers of documents and cases, telephones and cards, compared to the digit.

№ 253/2024, No. 757/12345/24-к, 4567-IX, +38 (067) 123-45-67, 5168 7420 1234 5678. They are read
before everything else, as parts of them look like dates, times and counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.designations import KIND, Designation
from transcheck.languages import Language
from transcheck.model import Edition, Fact

_ORDER = 5
_DOCUMENT = re.compile(
    r"(?:№|\b(?:No|Nr)\b\.?)\s?(?P<numbered>\d[\w/–-]*[/–-]\w+)"
    r"|(?<![\w/–-])(?P<act>\d{3,5}[–-][IVXІХ]+)\b"
)
_PHONE = re.compile(r"(?<![\w+./-])(?:\+|\(?0)\d?[\d ()\u00a0–-]{7,18}\d(?![\w/-]|[.,]\d)")
_CARD = re.compile(r"(?<![\w+./-])\d{4}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}(?![\w/-]|[ .,]\d)")
_DIALLED = 9
"""Last digits of a telephone number that are dialled whatever stands before them."""
_LONGEST = 13
"""Digits of the longest telephone number."""


def codes(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the codes of an edition in reading order, as facts of the kind ``designation``."""
    del language, taken
    for segment in edition.segments:
        text = segment.text
        for start, end, value in sorted((*_documents(text), *_cards(text), *_phones(text))):
            yield Fact(KIND, value, text[start:end], segment.index, start, end)


def _documents(text: str) -> Iterator[tuple[int, int, Designation]]:
    """Yield the numbers of documents: their digits exactly, their letters as a mark."""
    for match in _DOCUMENT.finditer(text):
        code = match["numbered"] or match["act"]
        mark = "".join(filter(str.isalpha, code))
        digits = "/".join(re.findall(r"\d+", code))
        yield match.start(match.lastgroup or 0), match.end(), Designation("№", digits, mark)


def _cards(text: str) -> Iterator[tuple[int, int, Designation]]:
    for match in _CARD.finditer(text):
        yield *match.span(), Designation("№", _digits(match[0]))


def _phones(text: str) -> Iterator[tuple[int, int, Designation]]:
    """Yield telephone numbers, with or without the code of the country."""
    for match in _PHONE.finditer(text):
        digits = _digits(match[0])
        if _DIALLED < len(digits) <= _LONGEST:
            yield *match.span(), Designation("☎", digits[-_DIALLED:])


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


EXTRACTORS.add("code", Extractor("code", _ORDER, codes))
