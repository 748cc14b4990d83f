"""Designations: models, flights, groups and roads named by letters and digits, and codes.

Су-34, S-300, Shahed-136/131, MH17, G7, Weibel XENTA-M. The digits are part of a name, so no
number: they are compared to the digit. The letters are those of a name in its own script.

The numbers of documents and cases, telephones and cards are compared so as well: № 253/2024,
No. 757/12345/24-к, 4567-IX, +38 (067) 123-45-67. These codes are read before everything else,
as parts of them look like dates, times and counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.tokens import HYPHENS
from transcheck.languages import Language, read_rows
from transcheck.limits import (
    FACTS_DESIGNATIONS_DIALLED,
    FACTS_DESIGNATIONS_LONGEST,
    FACTS_DESIGNATIONS_SHORT,
)
from transcheck.model import Edition, Fact
from transcheck.naming.letters import unmixed

KIND = "designation"
_ORDER = 35
"""Behind dates, which know years, and before numbers and names."""
_JOINT = f"[{HYPHENS}–]"
_UPPER, _LETTER = "A-ZА-ЯІЇЄҐ", r"[^\W\d_]"
_DIGITS = r"\d{1,4}(?!\d)"
_MODEL = re.compile(
    rf"(?<![{HYPHENS}–/\w])"
    rf"(?:(?P<name>[{_UPPER}]{_LETTER}{{0,14}}){_JOINT}|(?P<letters>[{_UPPER}]{{1,3}}))"
    rf"(?P<digits>{_DIGITS})(?P<mark>[{_UPPER}]{{1,3}}(?![{_UPPER}])\d?)?"
    rf"(?:/(?P<second>{_DIGITS}))?"
    rf"(?![\d{_UPPER}]|[.,/:]\d|{_JOINT}\d)"
)
_VARIANT = re.compile(
    rf"(?<![{HYPHENS}–\w])(?P<name>[{_UPPER}]{_LETTER}{{3,14}}){_JOINT}(?P<mark>[{_UPPER}])(?!\w)"
)
_SERIES = re.compile(
    rf"(?<![{HYPHENS}–/\w.,])(?P<digits>\d{{1,2}})(?P<mark>[{_UPPER}]\d{{1,2}})(?![\d{_UPPER}])"
)
_YEARS = range(1900, 2100)
_DOCUMENT = re.compile(
    r"(?:№|\b(?:No|Nr)\b\.?)\s?(?P<numbered>\d[\w/–-]*[/–-]\w+)"
    r"|(?<![\w/–-])(?P<act>\d{3,5}[–-][IVXІХ]+)\b"
)
_PHONE = re.compile(r"(?<![\w+./-])(?:\+|\(?0)\d?[\d ()\u00a0–-]{7,18}\d(?![\w/-]|[.,]\d)")
_CARD = re.compile(r"(?<![\w+./-])\d{4}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}(?![\w/-]|[ .,]\d)")


class Designation(NamedTuple):
    """The value of a fact of the kind ``designation``."""

    letters: str
    """As written, of one script; empty where the name is a word of its own (Leopard 2A4)."""
    digits: str
    """As written, without leading zeros; empty where a letter alone tells models apart."""
    mark: str = ""
    """The letters behind the digits, or the letter behind a hyphen: the M of Су-34М."""

    def __str__(self) -> str:
        """Return it in writing: ``Су-34М``."""
        return f"{self.letters}-{self.digits}{self.mark}".lstrip("-")


def designations(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the designations of an edition in reading order.

    Of Shahed-136/131 the first model is a fact, and 131 another.
    """
    del language
    for segment in edition.segments:
        text = segment.text
        found = [*_models(text), *_variants(text), *_series(text), *_spelled(text)]
        for start, end, value in sorted(found):
            if taken.free(segment.index, start, end):
                yield Fact(KIND, value, text[start:end], segment.index, start, end)


def _models(text: str) -> Iterator[tuple[int, int, Designation]]:
    for match in _MODEL.finditer(text):
        letters = unmixed(match["name"] or match["letters"])
        if len(letters) > FACTS_DESIGNATIONS_SHORT and int(match["digits"]) in _YEARS:
            continue
        yield (
            match.start(),
            match.end("mark") if match["mark"] else match.end("digits"),
            Designation(letters, str(int(match["digits"])), match["mark"] or ""),
        )
        if match["second"]:
            yield *match.span("second"), Designation(letters, str(int(match["second"])))


def _variants(text: str) -> Iterator[tuple[int, int, Designation]]:
    for match in _VARIANT.finditer(text):
        yield *match.span(), Designation(unmixed(match["name"]), "", match["mark"])


def _series(text: str) -> Iterator[tuple[int, int, Designation]]:
    """Yield what tells the models of a series apart: the 2A4 of a Leopard, a Marder's 1A3."""
    for match in _SERIES.finditer(text):
        yield *match.span(), Designation("", match["digits"], match["mark"])


def _spelled(text: str) -> Iterator[tuple[int, int, Designation]]:
    for pattern, value in _spellings():
        for match in pattern.finditer(text):
            yield *match.span(), value


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], Designation], ...]:
    return tuple(
        (_phrase(stems.split()), value)
        for name, stems, _ in read_rows("designations")
        for *_, value in _models(name)
    )


def _phrase(stems: list[str]) -> re.Pattern[str]:
    """Return what finds words with these stems, in capitals or not, small words between them."""
    words = r"\s+(?:\w{1,2}\s+)?".join(rf"{stem}{_LETTER}{{0,4}}" for stem in stems)
    return re.compile(rf"\b{words}\b", re.IGNORECASE)


def _only(fact: Fact) -> bool:
    """Return whether a fact is no name as well: Shahed-136 is a Shahed, Су-34 nothing else."""
    return (
        isinstance(fact.value, Designation) and len(fact.value.letters) <= FACTS_DESIGNATIONS_SHORT
    )


def codes(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the codes of an edition in reading order, as facts of the kind ``designation``."""
    del language, taken
    for segment in edition.segments:
        text = segment.text
        for start, end, value in sorted((*_documents(text), *_dialled(text))):
            yield Fact(KIND, value, text[start:end], segment.index, start, end)


def _documents(text: str) -> Iterator[tuple[int, int, Designation]]:
    """Yield the numbers of documents: their digits exactly, their letters as a mark."""
    for match in _DOCUMENT.finditer(text):
        code = match["numbered"] or match["act"]
        mark = "".join(filter(str.isalpha, code))
        digits = "/".join(re.findall(r"\d+", code))
        yield match.start(match.lastgroup or 0), match.end(), Designation("№", digits, mark)


def _dialled(text: str) -> Iterator[tuple[int, int, Designation]]:
    """Yield the numbers of cards, and of telephones with or without the code of the country."""
    for match in _CARD.finditer(text):
        yield *match.span(), Designation("№", _digits(match[0]))
    for match in _PHONE.finditer(text):
        digits = _digits(match[0])
        if FACTS_DESIGNATIONS_DIALLED < len(digits) <= FACTS_DESIGNATIONS_LONGEST:
            yield *match.span(), Designation("☎", digits[-FACTS_DESIGNATIONS_DIALLED:])


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


EXTRACTORS.add("code", Extractor("code", 5, codes))
EXTRACTORS.add(KIND, Extractor(KIND, _ORDER, designations, _only))
