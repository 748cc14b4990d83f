"""Numerals: the numbers a sentence writes, in digits, in words or in both.

What is counted (money, years, per cent) is read by others from the tokens around a
numeral; dates and times are read from numerals and tokens in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from transcheck.facts.numerals.atoms import Atoms, atoms
from transcheck.facts.numerals.digits import read_vulgar
from transcheck.facts.numerals.in_digits import InDigits, read_in_digits
from transcheck.facts.numerals.lexicon import (
    SHORTEST_PREFIX,
    Compound,
    Lexicon,
    compound,
    lexicon,
)
from transcheck.facts.numerals.record import Form, Numeral, Written
from transcheck.facts.numerals.spelled import Spelled, read_spelled
from transcheck.facts.roman import ROMAN, read_roman
from transcheck.facts.tokens import Token, adjacent, tokenize
from transcheck.languages import Language

_DASHES = frozenset("-–")


@lru_cache(maxsize=4096)
def read_text(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a sentence; dates and quantities both ask for them."""
    return read(tokenize(text), language)


def read(tokens: Sequence[Token], language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a sentence in reading order; they do not overlap.

    Ranges are two numerals, «30» and «40 тисяч». The word one is among them, article or
    not (`Numeral.one`); so are ordinals, parts of names and Roman numerals of two
    letters or more.
    """
    words = lexicon(language)
    if not any(_may_start(token, words) for token in tokens):
        return ()
    sentence = atoms(tokens, words)
    numerals: list[Numeral] = []
    behind = 0
    for i, atom in enumerate(sentence.items):
        if i < behind or not (sentence.entries[i] or _may_start(atom, words)):
            continue
        found = _read_at(sentence, i)
        if isinstance(found, int):
            behind = found
            continue
        numeral, behind = found
        numerals.append(numeral)
    return tuple(numerals)


def _may_start(token: Token, words: Lexicon) -> bool:
    """Return whether a numeral may start in a token: most sentences have no such token."""
    if token.kind == "word":
        return _is_number_word(token, words)
    return token.kind == "digits" or read_vulgar(token) is not None


def _is_number_word(token: Token, words: Lexicon) -> bool:
    text = token.text
    # Looked at first is what a number word of each sort must begin with or hold.
    return text in words.words or (
        (text[:SHORTEST_PREFIX] in words.prefix_starts or token.raw[0] in ROMAN or "-" in text)
        and _is_made_of_number_words(text, token.raw, words)
    )


@lru_cache(maxsize=8192)
def _is_made_of_number_words(text: str, raw: str, words: Lexicon) -> bool:
    if "-" in text and {text.partition("-")[0], text.rpartition("-")[2]} & words.words.keys():
        return True
    return compound(text, words) is not None or read_roman(raw) is not None


def _read_at(sentence: Atoms, i: int) -> tuple[Numeral, int] | int:
    """Return the numeral at the atom `i` and the index behind it, or where to go on."""
    atom = sentence.items[i]
    if atom.kind == "digits":
        number = read_in_digits(sentence, i)
        if isinstance(number, int):
            return number
        return _from_digits(sentence, i, number), number.after
    if (part := read_vulgar(atom)) is not None:
        return _numeral(sentence, i, i, part, form=Form.FRACTION, precision=part), i + 1
    if atom.kind != "word":
        return i + 1
    if sentence.entries[i] is not None:
        spelled = read_spelled(sentence, i)
        return (_from_words(sentence, i, spelled), spelled.after) if spelled else i + 1
    if not _is_number_word(atom, sentence.lexicon):
        return i + 1
    joined = compound(atom.text, sentence.lexicon)
    if joined is not None:
        return _from_compound(sentence, i, joined), i + 1
    roman = read_roman(atom.raw) if len(atom.raw) > 1 else None
    if roman is None:
        return i + 1
    value = Fraction(roman)
    return _numeral(sentence, i, i, value, form=Form.ORDINAL, written=Written.ROMAN), i + 1


def _from_digits(sentence: Atoms, i: int, number: InDigits) -> Numeral:
    negative, start = _sign(sentence, i)
    sign = -1 if negative else 1
    readings = tuple(sign * reading for reading in number.readings)
    end = sentence.items[number.last].end
    return Numeral(
        start=start,
        end=end,
        first=sentence.owners[i],
        after=sentence.owners[number.after - 1] + 1,
        low=readings[0],
        high=readings[0],
        form=number.form,
        written=number.written,
        precision=number.precision,
        readings=readings,
        scale=number.scale,
        tail=number.tail,
        tail_end=sentence.items[number.after - 1].end if number.tail else end,
        glued=number.glued,
    )


def _sign(sentence: Atoms, i: int) -> tuple[bool, int]:
    """Return whether a minus stands before the number at `i`, and where it then starts."""
    start = sentence.items[i].start
    if i and sentence.text(i - 1) in sentence.lexicon.minus:
        return True, sentence.items[i - 1].start
    if not i or sentence.text(i - 1) not in _DASHES or sentence.items[i - 1].end != start:
        return False, start
    # A dash that touches what is before it joins or ends a range; free it is a minus.
    before = sentence.items[i - 2] if i > 1 else None
    free = before is None or not adjacent(before, sentence.items[i - 1]) or before.text in "($€£"
    if free and (before is None or before.kind != "digits"):
        return True, sentence.items[i - 1].start
    return False, start


def _from_words(sentence: Atoms, i: int, spelled: Spelled) -> Numeral:
    negative = i > 0 and sentence.text(i - 1) in sentence.lexicon.minus
    sign = -1 if negative else 1
    last, owner = spelled.after - 1, sentence.owners[spelled.after - 1]
    tail_last = last
    while tail_last + 1 < len(sentence.items) and sentence.owners[tail_last + 1] == owner:
        tail_last += 1
    rest = sentence.items[last + 2 : tail_last + 1]
    # «два-три» goes on with a number, not with a tail.
    tail = "" if rest and sentence.entries[last + 2] else "".join(atom.text for atom in rest)
    form = spelled.form
    if tail and form in {Form.CARDINAL, Form.COLLECTIVE, Form.GROUP}:
        form = Form.COMPOUND
    end = sentence.items[last].end
    return Numeral(
        start=sentence.items[i - 1 if negative else i].start,
        end=end,
        first=sentence.owners[i],
        after=owner + 1,
        low=sign * spelled.low,
        high=sign * spelled.high,
        form=form,
        written=Written.WORDS,
        precision=spelled.precision,
        readings=(sign * spelled.low,),
        scale=spelled.scale,
        tail=tail,
        tail_end=sentence.items[tail_last].end if tail else end,
    )


def _from_compound(sentence: Atoms, i: int, found: Compound) -> Numeral:
    atom = sentence.items[i]
    numeral = _numeral(sentence, i, i, found.value, form=Form.COMPOUND)
    if found.length == len(atom.text):
        return numeral
    tail = atom.text[found.length :].lstrip("-")
    return replace(numeral, end=atom.start + found.length, tail=tail, tail_end=atom.end)


def _numeral(
    sentence: Atoms,
    first: int,
    last: int,
    value: Fraction,
    *,
    form: Form,
    written: Written = Written.WORDS,
    precision: Fraction = Fraction(1),
) -> Numeral:
    """Return a numeral that is exactly the atoms `first` to `last`."""
    end = sentence.items[last].end
    return Numeral(
        start=sentence.items[first].start,
        end=end,
        first=sentence.owners[first],
        after=sentence.owners[last] + 1,
        low=value,
        high=value,
        form=form,
        written=written,
        precision=precision,
        readings=(value,),
        tail_end=end,
    )
