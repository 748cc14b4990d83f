"""Items: the words, numbers and marks of a sentence with all they may be in a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transcheck.facts.chronology import digits
from transcheck.facts.chronology.reading import Reader, joined
from transcheck.facts.chronology.senses import CODE, Senses, senses
from transcheck.facts.chronology.symbols import Items, Sense
from transcheck.facts.chronology.triggers import worth_reading
from transcheck.facts.numerals import Numeral, read_text
from transcheck.facts.remembering import of_sentences
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language

_NONE = Items("", (), (), ())


@of_sentences
def items(text: str, language: Language, people: frozenset[str]) -> Items:
    """Return the items of a sentence; none if no word or number of it can be part of a date.

    `people` are words that look like months but are names of people in this edition.
    """
    tokens = tokenize(text)
    known = senses(language)
    phrases = known.phrases(tokens.texts)
    if not worth_reading(text, tokens, phrases, language):
        return _NONE
    found = [*map(known.alone.__getitem__, tokens.raws)]
    unsure = [i for i, sense in enumerate(found) if sense is None]
    if phrases or unsure:
        numerals: dict[int, list[Numeral]] = {}
        for numeral in read_text(text, language):
            numerals.setdefault(numeral.first, []).append(numeral)
        places = _settle(tokens, known, numerals, found, unsure)
        if phrases or places:
            mark = language.decimal_mark
            reader = Reader(text, tokens, known, phrases, numerals, mark, people)
            return reader.read(found, sorted({*places, *phrases}))
    return joined(tokens.starts, tokens.ends, found)  # type: ignore[arg-type]


def _settle(
    tokens: Tokens,
    known: Senses,
    numerals: Mapping[int, Sequence[Numeral]],
    found: list[Sense | None],
    unsure: Sequence[int],
) -> list[int]:
    """Find out what most tokens are of which others decide; return the places of the rest."""
    texts, places = tokens.texts, []
    for i in unsure:
        sense = None
        if tokens.kind(i) == "digits":
            if i and tokens.touch(i - 1):
                if len(texts[i - 1]) <= CODE and tokens.kind(i - 1) == "word":
                    # The letters of Q3 are no word.
                    places.append(i - 1)
            elif digits.stand_alone(tokens, i) and (i not in numerals or _fills(numerals[i], i)):
                sense = known.digits[texts[i]]
        elif (
            i in numerals
            and numerals[i][0].start == tokens.starts[i]
            and _fills(numerals[i], i)
            and texts[i] not in known.table.single
        ):
            sense = known.number(numerals[i][0])
        if sense is None:
            places.append(i)
        found[i] = sense
    return places


def _fills(here: Sequence[Numeral], i: int) -> bool:
    """Return whether the token at `i` is a number and nothing else."""
    first = here[0]
    return len(here) == 1 and first.after == i + 1 and not first.tail
