"""Numerals: the numbers a sentence writes, in digits, in words or in both.

What is counted (money, years, per cent) is read by others from the tokens around a
numeral; dates and times are read from numerals and tokens in the same way.
"""

from __future__ import annotations

from transcheck.facts.exact import Exact
from transcheck.facts.numbers.atoms import OTHER, Atoms, atoms
from transcheck.facts.numbers.digits import InDigits, read_in_digits
from transcheck.facts.numbers.lexicon import Compound, compound, lexicon, read_roman
from transcheck.facts.numbers.parts import Spelled
from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.numbers.spelled import read_spelled
from transcheck.facts.remembering import of_sentences
from transcheck.facts.tokens import Tokens, tokenize
from transcheck.languages import Language

_DASHES, _POINTS = frozenset("-–"), frozenset(".,")
"""Marks that right before digits may be a sign or a decimal point."""
_SIGNED = "($€£…"
"""Marks that a minus may touch."""
_BEHIND = frozenset("/'-")
"""Marks behind digits that may go on with the number."""
_FORMS = {
    "cardinal": Form.CARDINAL,
    "collective": Form.COLLECTIVE,
    "ordinal": Form.ORDINAL,
}
"""Of words that are a whole number where no other one stands beside them."""


@of_sentences
def read_text(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a sentence; dates and quantities both ask for them."""
    return read(tokenize(text), language)


def read(tokens: Tokens, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a sentence in reading order; they do not overlap.

    Ranges are two numerals, «30» and «40 тисяч». The word one is among them, article or
    not (`Numeral.one`); so are ordinals, parts of names and Roman numerals of two
    letters or more.
    """
    sentence = atoms(tokens, lexicon(language))
    if sentence is None:
        return ()
    numerals: list[Numeral] = []
    behind = 0
    for i in sentence.places:
        if i < behind:
            continue
        found = _read_simple(sentence, i) or _read_at(sentence, i)
        if isinstance(found, int):
            behind = found
        else:
            numeral, behind = found
            numerals.append(numeral)
    return tuple(numerals)


def _read_at(sentence: Atoms, i: int) -> tuple[Numeral, int] | int:
    """Return the numeral at the atom `i` and the index behind it, or where to go on."""
    text = sentence.texts[i]
    if sentence.kind(i) == "digits":
        number = read_in_digits(sentence, i)
        if isinstance(number, int):
            return number
        return _from_digits(sentence, i, number), number.after
    if sentence.entries[i] is not OTHER:
        spelled = _inverted(sentence, i) or read_spelled(sentence, i)
        return (_from_words(sentence, i, spelled), spelled.after) if spelled else i + 1
    joined = compound(text, sentence.lexicon)
    if joined is not None:
        return _from_compound(sentence, i, joined), i + 1
    raw = sentence.raws[i]
    roman = read_roman(raw) if len(raw) > 1 else None
    if roman is None:
        return i + 1
    return _numeral(sentence, i, roman, Form.ORDINAL, Written.ROMAN), i + 1


def _from_digits(sentence: Atoms, i: int, number: InDigits) -> Numeral:
    negative, start = _sign(sentence, i)
    sign = -1 if negative else 1
    readings = tuple(sign * reading for reading in number.readings)
    end = sentence.ends[number.last]
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
        tail_end=sentence.ends[number.after - 1] if number.tail else end,
        glued=number.glued,
    )


def _sign(sentence: Atoms, i: int) -> tuple[bool, int]:
    """Return whether a minus stands before the number at `i`, and where it then starts."""
    before = sentence.text(i - 1)
    negative = before in sentence.lexicon.minus or (
        before in _DASHES and _is_free(sentence, i) and (i == 1 or sentence.kind(i - 2) != "digits")
    )
    return negative, sentence.starts[i - negative]


def _from_words(sentence: Atoms, i: int, spelled: Spelled) -> Numeral:
    negative = i > 0 and sentence.text(i - 1) in sentence.lexicon.minus
    sign = -1 if negative else 1
    last, owner = spelled.after - 1, sentence.owners[spelled.after - 1]
    tail_last = last
    while tail_last + 1 < len(sentence.texts) and sentence.owners[tail_last + 1] == owner:
        tail_last += 1
    rest = sentence.texts[last + 2 : tail_last + 1]
    # «два-три» goes on with a number, not with a tail.
    tail = "" if rest and rest[0] in sentence.lexicon.words else "".join(rest)
    form = spelled.form
    if tail and form in {Form.CARDINAL, Form.COLLECTIVE, Form.GROUP}:
        form = Form.COMPOUND
    end = sentence.ends[last]
    return Numeral(
        start=sentence.starts[i - 1 if negative else i],
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
        tail_end=sentence.ends[tail_last] if tail else end,
        rough=spelled.rough,
    )


def _inverted(sentence: Atoms, i: int) -> Spelled | None:
    """Return the number that stands behind its scale at `i`: «мільйонів зо два», «тысяч пять»."""
    words = sentence.lexicon
    if sentence.text(i) not in words.inverted_scales:
        return None
    at = i + 2 if sentence.text(i + 1) in words.inverted_links else i + 1
    count, scale = sentence.entry(at), sentence.entry(i)
    if count is None or scale is None or sentence.text(at) not in words.inverted_numbers:
        return None
    value = count.value * scale.value
    return Spelled(value, value, Form.CARDINAL, scale.value, at + 1, scale.value, rough=True)


def _from_compound(sentence: Atoms, i: int, found: Compound) -> Numeral:
    text = sentence.texts[i]
    numeral = _numeral(sentence, i, found.value, Form.COMPOUND, Written.WORDS)
    if found.length == len(text):
        return numeral
    end = sentence.starts[i] + found.length
    tail = text[found.length :].lstrip("-")
    return numeral._replace(end=end, tail=tail, tail_end=sentence.ends[i])


def _read_simple(sentence: Atoms, i: int) -> tuple[Numeral, int] | None:
    """Return the number at the atom `i` and the index behind it, if nothing belongs to it.

    None says nothing: the grammar of numbers is to be asked.
    """
    before = sentence.texts[i - 1] if i else ""
    if before in sentence.lexicon.minus or not _ends(sentence, i):
        return None
    if sentence.kind(i) == "digits":
        if (before in _POINTS and sentence.touch(i - 1)) or (
            before in _DASHES and _is_free(sentence, i)
        ):
            return None
        value: Exact = int(sentence.texts[i])
        return _numeral(sentence, i, value, Form.CARDINAL, Written.DIGITS), i + 1
    entry = sentence.entries[i]
    if entry is None or entry.role not in _FORMS or entry.value.denominator != 1:
        return None
    if entry.role == "ordinal" and (
        before in sentence.lexicon.part_articles
        or sentence.text(i + 1) in sentence.lexicon.part_nouns
    ):
        # "A third of" and «п'яту частину» are fractions.
        return None
    if i and sentence.owners[i - 1] == sentence.owners[i]:
        return None
    return _numeral(sentence, i, entry.value, _FORMS[entry.role], Written.WORDS), i + 1


def _is_free(sentence: Atoms, i: int) -> bool:
    """Return whether the dash before the digits at `i` may be a minus, and joins no range."""
    if not sentence.touch(i - 1):
        return False
    return i == 1 or not sentence.touch(i - 2) or sentence.texts[i - 2] in _SIGNED


def _ends(sentence: Atoms, i: int) -> bool:
    """Return whether what is behind the number at `i` surely is no part of it."""
    at = i + 1
    if at == len(sentence.texts):
        return True
    kind, text = sentence.kind(at), sentence.texts[at]
    if kind == "mark":
        if text in _POINTS:
            return at + 1 == len(sentence.texts) or sentence.kind(at + 1) != "digits"
        return text not in _BEHIND
    if kind == "digits" or sentence.entries[at] is not None or sentence.touch(i):
        return False
    return text not in sentence.lexicon.plus_starts


def _numeral(sentence: Atoms, i: int, value: Exact, form: Form, written: Written) -> Numeral:
    end, owner = sentence.ends[i], sentence.owners[i]
    return Numeral(
        sentence.starts[i],
        end,
        owner,
        owner + 1,
        value,
        value,
        form,
        written,
        1,
        (value,),
        1,
        "",
        end,
    )
