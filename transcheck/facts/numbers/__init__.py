"""Numbers: quantities, money, percentages, measures and ages as facts of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.numbers.quantities import read_quantities
from transcheck.languages import Language
from transcheck.model import Edition, Fact

KIND = "number"


def numbers(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the numbers of an edition in reading order; their values are `Quantity`.

    Characters that dates and times have taken are left alone. A fact spans the number
    and its unit («1,5 млрд грн»), not the words that bound it.
    """
    for segment in edition.segments:
        free = partial(taken.free, segment.index)
        for start, end, quantity in read_quantities(segment.text, language, free):
            if free(start, end):
                yield Fact(KIND, quantity, segment.text[start:end], segment.index, start, end)


EXTRACTORS.add("numbers", Extractor("numbers", 40, numbers))
