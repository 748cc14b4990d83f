"""The tokens of a sentence that others decide: phrases, endings, codes, numbers in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transcheck.facts.dates import digits
from transcheck.facts.dates.senses import JOINED, MARKS, NOTHING, Items, Sense, Senses
from transcheck.facts.dates.words import Classes, Word
from transcheck.facts.numbers.records import Numeral, Written
from transcheck.facts.tokens import Tokens, normalise
from transcheck.limits import SENSES_CODE

Part = tuple[int, int, Sense]
"""Start, end and sense of an item."""
_PERIODS = {"q": ("quarter", 4), "h": ("half", 2)}
_OPENING = frozenset({".", "«", '"', "“", "—", "–", "!", "?", ":", "…"})
"""Behind these a capital is that of a sentence, not of a name."""


def joined(starts: Sequence[int], ends: Sequence[int], found: Sequence[Sense]) -> Items:
    """Return items given by columns."""
    return Items("".join([sense.symbol for sense in found]), starts, ends, found)


class Reader:
    """Finds out what the tokens of one sentence are that others decide."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        known: Senses,
        phrases: Mapping[int, tuple[Word, int]],
        numerals: Mapping[int, Sequence[Numeral]],
        mark: str,
        people: frozenset[str],
    ) -> None:
        """Take a sentence with its phrases and numbers, and what are people in its edition."""
        self.text = text
        self.tokens = tokens
        self.known = known
        self.table = known.table
        self.phrases = phrases
        self.numerals = numerals
        self.mark = mark
        self.people = people

    def read(self, found: Sequence[Sense | None], places: Sequence[int]) -> Items:
        """Return the items, given the senses of all tokens but those at some places."""
        tokens = self.tokens
        starts: list[int] = []
        ends: list[int] = []
        read: list[Sense | None] = []
        done = 0
        for i in places:
            if i < done:
                continue
            starts += tokens.starts[done:i]
            ends += tokens.ends[done:i]
            read += found[done:i]
            parts, done = self._at(i)
            for start, end, sense in parts:
                starts.append(start)
                ends.append(end)
                read.append(sense)
        starts += tokens.starts[done:]
        ends += tokens.ends[done:]
        read += found[done:]
        return joined(starts, ends, read)  # type: ignore[arg-type]

    def _at(self, i: int) -> tuple[list[Part], int]:
        """Return the items that start with the token at `i`, and the index behind them."""
        tokens = self.tokens
        phrase = self.phrases.get(i)
        if i in self.numerals:
            numeral = self._numeral(self.numerals[i])
            after = phrase[1] if phrase else i
            inside = self.numerals[i][0].start > tokens.starts[i]
            if (
                numeral
                and not inside
                and numeral[1] > max(after, i + (tokens.texts[i] in self.table.single))
            ):
                return numeral
        if phrase:
            word, after = phrase
            return [
                self._part(tokens.starts[i], tokens.ends[after - 1], self._cased(word, i))
            ], after
        if tokens.kind(i) == "digits":
            return self._digits(i)
        if tokens.kind(i) == "mark":
            return [self._part(tokens.starts[i], tokens.ends[i], self._marked(i))], i + 1
        return self._word(i), i + 1

    def _part(self, start: int, end: int, classes: Classes) -> Part:
        return start, end, self.known.letters.sense(classes)

    def _marked(self, i: int) -> Classes:
        name = MARKS.get(self.tokens.texts[i])
        if name is None:
            return NOTHING
        inside = 0 < i < len(self.tokens.texts) - 1
        if name == "dash" and inside and self.tokens.touch(i - 1) and self.tokens.touch(i):
            return JOINED
        return {name: ""}

    def _cased(self, word: Word, i: int) -> Classes:
        texts = self.tokens.texts
        capital = self.tokens.raws[i][0].isupper()
        if capital and texts[i] in self.people:
            return word.person
        if not capital:
            return word.lower
        starts = i == 0 or texts[i - 1] in _OPENING
        return word.initial if starts else word.capital

    def _numeral(self, here: Sequence[Numeral]) -> tuple[list[Part], int] | None:
        """Return the items of number words, or of digits with a scale word."""
        first = here[0]
        if first.written is Written.DIGITS and (
            first.after == first.first + 1 or self._plain(first)
        ):
            return None
        found: list[Part] = []
        for numeral in here:
            if found:
                found.append(self._part(found[-1][1], numeral.start, JOINED))
            found.append((numeral.start, numeral.end, self.known.number(numeral)))
        return found, here[-1].after

    def _plain(self, numeral: Numeral) -> bool:
        """Return whether only digits, and what is written onto them, make up a numeral."""
        tokens = self.tokens
        return all(
            tokens.kind(i) != "word" or tokens.starts[i] == tokens.ends[i - 1]
            for i in range(numeral.first + 1, numeral.after)
        )

    def _digits(self, i: int) -> tuple[list[Part], int]:
        tokens = self.tokens
        start, end = tokens.starts[i], tokens.ends[i]
        if i and tokens.touch(i - 1) and self._welded(i - 1):
            return [(start, end, self.known.nothing)], i + 1
        if digits.stand_alone(tokens, i):
            return [(start, end, self.known.digits[tokens.texts[i]])], i + 1
        number = digits.read(normalise(self.text), start, self.mark)
        after = i
        while after < len(tokens.texts) and tokens.starts[after] < number.end:
            after += 1
        if number.kind != "plain":
            return [self._part(start, number.end, number.classes)], after
        return self._with_ending(i, number.classes, after)

    def _welded(self, i: int) -> bool:
        """Return whether the token at `i` makes the digits behind it part of a word or a sum."""
        if self.tokens.kind(i) == "word":
            return True
        return MARKS.get(self.tokens.texts[i]) in {"currency", "label"}

    def _with_ending(self, i: int, classes: Classes, after: int) -> tuple[list[Part], int]:
        """Read what is written onto digits: 5th, 60-х, 1960s, 1990's, 2pm, 19th-century."""
        tokens = self.tokens
        start, end = tokens.starts[i], tokens.ends[i]
        at, count = after, len(tokens.texts)
        if at + 1 < count and tokens.texts[at] in digits.ENDINGS:
            at += tokens.touch(at - 1)
        if at >= count or tokens.kind(at) != "word" or not tokens.touch(at - 1):
            return [self._part(start, end, classes)], after
        text = tokens.texts[at]
        ending, _, rest = text.partition("-")
        known = self._ending_classes(ending, int(tokens.texts[i]), len(tokens.texts[i]))
        if known:
            ends = tokens.starts[at] + len(ending)
            found = [self._part(start, ends, known)]
            if rest:
                found += self._parts(at, ends + 1, rest)
            return found, at + 1
        if at > after:
            return [self._part(start, end, classes)], after
        spoken = self.table.single.get(text)
        if spoken is not None and {"ampm", "month", "year_word"} & set(spoken.capital):
            return [self._part(start, end, classes)], after
        return [(start, end, self.known.nothing)], after

    def _ending_classes(self, ending: str, value: int, width: int) -> dict[str, str]:
        word = self.table.single.get(ending)
        kinds = set(word.lower) if word else set()
        found: dict[str, str] = {}
        if "decade_ending" in kinds:
            found |= digits.decade_classes(value, width)
        if "ordinal_ending" in kinds:
            found |= digits.ordinal_classes(value)
        return found

    def _word(self, i: int) -> list[Part]:
        tokens, single = self.tokens, self.table.single
        start, end, text, raw = tokens.starts[i], tokens.ends[i], tokens.texts[i], tokens.raws[i]
        coded = self._code(i)
        if coded:
            return [self._part(start, end, coded)]
        word = single.get(text)
        if word is not None:
            return [self._part(start, end, self._cased(word, i))]
        if text.endswith("'s"):
            word = single.get(text[:-2])
            if word is not None and text[:-2] not in self.people:
                classes = word.possessive if raw[0].isupper() else word.lower
                return [self._part(start, end, classes)]
        if "-" in text and len(text) == len(raw):
            first, _, rest = text.partition("-")
            if first in single or rest.partition("-")[0] in single:
                return self._parts(i, start, text)
        return [(start, end, self.known.other(raw))]

    def _parts(self, i: int, start: int, text: str) -> list[Part]:
        """Cut a hyphenated word: mid-October, Monday-Friday, весна-літо."""
        raw, begin = self.tokens.raws[i], self.tokens.starts[i]
        found: list[Part] = []
        for part in text.split("-"):
            if found:
                found.append(self._part(start - 1, start, JOINED))
            word = self.table.single.get(part)
            upper = raw[start - begin].isupper()
            classes = (word.capital if upper else word.lower) if word else NOTHING
            found.append(self._part(start, start + len(part), classes))
            start += len(part) + 1
        return found

    def _code(self, i: int) -> Classes:
        """Read Q3, H1 and SS19; the digits behind the letters are welded to them."""
        tokens = self.tokens
        text = tokens.texts[i]
        if len(text) > SENSES_CODE or i + 1 == len(tokens.texts):
            return NOTHING
        if tokens.kind(i + 1) != "digits" or not tokens.touch(i):
            return NOTHING
        number = tokens.texts[i + 1]
        period = _PERIODS.get(text)
        if period and 1 <= int(number) <= period[1]:
            return {period[0]: number}
        word = self.table.single.get(text)
        season = word.capital.get("season_letters") if word and tokens.raws[i].isupper() else None
        return {"season_code": f"{number} {season}"} if season and len(number) == 2 else NOTHING
