"""Items: the words, numbers and marks of a sentence with all they may be in a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transcheck.facts.chronology import digits
from transcheck.facts.chronology.symbols import (
    CAPITAL,
    JOINED,
    LATIN,
    MARKS,
    NOTHING,
    Item,
    alphabet,
)
from transcheck.facts.chronology.triggers import worth_reading
from transcheck.facts.chronology.words import Classes, Word, Words, words
from transcheck.facts.numerals import Numeral, Written, read_text
from transcheck.facts.roman import read_roman
from transcheck.facts.tokens import Token, adjacent, normalise, tokenize
from transcheck.languages import Language

Part = tuple[int, int, Classes]
"""Start, end and classes of an item to be."""
_PERIODS = {"q": ("quarter", 4), "h": ("half", 2)}
_CODE = 2
"""Letters of the longest code: Q3, SS19."""
_OPENING = frozenset({".", "«", '"', "“", "—", "–", "!", "?", ":", "…"})
"""Behind these a capital is that of a sentence, not of a name."""


@lru_cache(maxsize=4096)
def items(text: str, language: Language, people: frozenset[str]) -> tuple[Item, ...]:
    """Return the items of a sentence; none if no word or number of it can be part of a date.

    `people` are words that look like months but are names of people in this edition.
    """
    tokens = tokenize(text)
    if not worth_reading(tokens, language):
        return ()
    reader = _Reader(text, tokens, words(language), language, people)
    symbol = alphabet(language).symbol
    nothing = symbol(NOTHING)
    return tuple(
        [
            Item(start, end, found, nothing if found is NOTHING else symbol(found))
            for start, end, found in reader.read()
        ]
    )


class _Reader:
    """Walks over the tokens of one sentence."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        table: Words,
        language: Language,
        people: frozenset[str],
    ) -> None:
        self.normal = normalise(text)
        self.tokens = tokens
        self.texts = tuple([token.text for token in tokens])
        self.table = table
        self.mark = language.decimal_mark
        self.cyrillic = language.script != "Latn"
        self.people = people
        self.numerals: dict[int, list[Numeral]] = {}
        for numeral in read_text(text, language):
            self.numerals.setdefault(numeral.first, []).append(numeral)

    def read(self) -> Iterator[Part]:
        """Yield start, end and classes of every item."""
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            if i not in self.numerals and self._ordinary(token):
                yield token.start, token.end, NOTHING
                i += 1
            else:
                found, i = self._at(i)
                yield from found

    def _ordinary(self, token: Token) -> bool:
        """Return whether a token is a word in small letters that no table has: most are."""
        text = token.text
        return (
            token.kind == "word"
            and len(text) > _CODE
            and text not in self.table.phrases
            and text not in self.table.single
            and not token.raw[0].isupper()
            and "-" not in text
            and "'" not in text
        )

    def _at(self, i: int) -> tuple[list[Part], int]:
        token = self.tokens[i]
        phrase = self._phrase(i)
        numeral = self._numeral(self.numerals[i]) if i in self.numerals else None
        after = phrase[1] if phrase else i
        if numeral and numeral[1] > max(after, i + (token.text in self.table.single)):
            return numeral
        if phrase:
            classes = self._cased(phrase[0], i)
            return [(token.start, self.tokens[after - 1].end, classes)], after
        if token.kind == "digits":
            return self._digits(i)
        if token.kind == "mark":
            return [(token.start, token.end, self._marked(i))], i + 1
        return self._word(token, i), i + 1

    def _marked(self, i: int) -> Classes:
        name = MARKS.get(self.tokens[i].text)
        if name is None:
            return NOTHING
        inside = 0 < i < len(self.tokens) - 1
        if name == "dash" and inside and self.tokens[i - 1].end == self.tokens[i].start:
            return JOINED if adjacent(self.tokens[i], self.tokens[i + 1]) else {name: ""}
        return {name: ""}

    def _phrase(self, i: int) -> tuple[Word, int] | None:
        for key, word in self.table.phrases.get(self.texts[i], ()):
            if self.texts[i : i + len(key)] == key:
                return word, i + len(key)
        return None

    def _cased(self, word: Word, i: int) -> Classes:
        token = self.tokens[i]
        if token.text in self.people and token.raw[0].isupper():
            return word.person
        if not token.raw[0].isupper():
            return word.lower
        starts = i == 0 or self.tokens[i - 1].text in _OPENING
        return word.initial if starts else word.capital

    def _numeral(self, here: Sequence[Numeral]) -> tuple[list[Part], int] | None:
        """Return the items of number words, or of digits with a scale word."""
        if here[0].written is Written.DIGITS and self._plain(here[0]):
            return None
        found: list[Part] = []
        for numeral in here:
            if found:
                found.append((found[-1][1], numeral.start, JOINED))
            found.append((numeral.start, numeral.end, digits.numeral_classes(numeral)))
        return found, here[-1].after

    def _plain(self, numeral: Numeral) -> bool:
        """Return whether only digits, and what is written onto them, make up a numeral."""
        rest = self.tokens[numeral.first + 1 : numeral.after]
        return all(t.kind != "word" or self.normal[t.start - 1] != " " for t in rest)

    def _digits(self, i: int) -> tuple[list[Part], int]:
        token = self.tokens[i]
        if i and adjacent(self.tokens[i - 1], token) and self._welded(i - 1):
            return [(token.start, token.end, NOTHING)], i + 1
        number = digits.read(self.normal, token.start, self.mark)
        after = i
        while after < len(self.tokens) and self.tokens[after].start < number.end:
            after += 1
        if number.kind != "plain":
            return [(token.start, number.end, number.classes)], after
        return self._with_ending(token, number.classes, after)

    def _welded(self, i: int) -> bool:
        """Return whether the token at `i` makes the digits behind it part of a word or a sum."""
        token = self.tokens[i]
        return token.kind == "word" or MARKS.get(token.text) in {"currency", "label"}

    def _with_ending(self, token: Token, classes: Classes, after: int) -> tuple[list[Part], int]:
        """Read what is written onto digits: 5th, 60-х, 1960s, 1990's, 2pm, 19th-century."""
        at = after
        if at + 1 < len(self.tokens) and self.tokens[at].text in {"-", "'"}:
            at += adjacent(self.tokens[at - 1], self.tokens[at])
        word = self.tokens[at] if at < len(self.tokens) else None
        if word is None or word.kind != "word" or not adjacent(self.tokens[at - 1], word):
            return [(token.start, token.end, classes)], after
        ending, _, rest = word.text.partition("-")
        value, width = int(token.text), len(token.text)
        known = self._ending_classes(ending, value, width)
        if known:
            found: list[Part] = [(token.start, word.start + len(ending), known)]
            if rest:
                found += self._parts(word, word.start + len(ending) + 1, rest)
            return found, at + 1
        if at > after:
            return [(token.start, token.end, classes)], after
        spoken = self.table.single.get(word.text)
        if spoken is not None and {"ampm", "month", "year_word"} & set(spoken.capital):
            return [(token.start, token.end, classes)], after
        return [(token.start, token.end, NOTHING)], after

    def _ending_classes(self, ending: str, value: int, width: int) -> dict[str, str]:
        word = self.table.single.get(ending)
        kinds = set(word.lower) if word else set()
        found: dict[str, str] = {}
        if "decade_ending" in kinds:
            found |= digits.decade_classes(value, width)
        if "ordinal_ending" in kinds:
            found |= digits.ordinal_classes(value)
        return found

    def _word(self, token: Token, i: int) -> list[Part]:
        coded = self._code(i)
        if coded:
            return [(token.start, token.end, coded)]
        word = self.table.single.get(token.text)
        if word is None and token.text.endswith("'s"):
            word = self.table.single.get(token.text[:-2])
            if word is not None and token.text[:-2] not in self.people:
                capital = token.raw[0].isupper()
                return [(token.start, token.end, word.possessive if capital else word.lower)]
        if word is not None:
            return [(token.start, token.end, self._cased(word, i))]
        if "-" in token.text and len(token.text) == len(token.raw):
            start, _, rest = token.text.partition("-")
            if start in self.table.single or rest.partition("-")[0] in self.table.single:
                return self._parts(token, token.start, token.text)
        return [(token.start, token.end, self._other(token))]

    def _parts(self, token: Token, start: int, text: str) -> list[Part]:
        """Cut a hyphenated word: mid-October, Monday-Friday, весна-літо."""
        found: list[Part] = []
        for part in text.split("-"):
            if found:
                found.append((start - 1, start, JOINED))
            word = self.table.single.get(part)
            upper = token.raw[start - token.start].isupper()
            classes = (word.capital if upper else word.lower) if word else NOTHING
            found.append((start, start + len(part), classes))
            start += len(part) + 1
        return found

    def _other(self, token: Token) -> Classes:
        if not token.raw[0].isupper():
            return NOTHING
        roman = read_roman(token.raw)
        if roman is not None:
            return {"roman": str(roman), "century_roman": str(roman), "capital": ""}
        latin = self.cyrillic and token.raw[0].isascii()
        return LATIN if latin else CAPITAL

    def _code(self, i: int) -> Classes:
        """Read Q3, H1 and SS19; the digits behind the letters are welded to them."""
        token = self.tokens[i]
        if len(token.text) > _CODE or i + 1 == len(self.tokens):
            return NOTHING
        digits_behind = self.tokens[i + 1]
        if digits_behind.kind != "digits" or not adjacent(token, digits_behind):
            return NOTHING
        number = digits_behind.text
        period = _PERIODS.get(token.text)
        if period and 1 <= int(number) <= period[1]:
            return {period[0]: number}
        word = self.table.single.get(token.text)
        season = word.capital.get("season_letters") if word and token.raw.isupper() else None
        return {"season_code": f"{number} {season}"} if season and len(number) == 2 else NOTHING
