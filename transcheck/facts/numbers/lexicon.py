"""The number words of a language, read from its tables into one dictionary, and Roman numerals.

Tables: ``numerals.tsv`` (every inflected form), ``numeral_grammar.tsv`` (small words
between them), ``numeral_endings.tsv`` (what is written behind digits) and
``numeral_compounds.tsv`` (parts of compound words).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.facts.exact import Exact, exact
from transcheck.languages import Language
from transcheck.limits import NUMBERS_LEXICON_SHORTEST_PREFIX

_TO_LATIN = str.maketrans("ІХСМ", "IXCM")
_CANONICAL = re.compile(r"(?=[IVX])X{0,3}(IX|IV|V?I{0,3})")
ROMAN = frozenset("IVXІХ")
"""Letters that such a numeral starts with."""
_DIGITS = {"I": 1, "V": 5, "X": 10}


class Entry(NamedTuple):
    """One number word: its part in the grammar and its value."""

    role: str
    """``cardinal``, ``ordinal``, ``collective``, ``scale``, ``fraction``, … as in the table."""
    value: Exact


class Compound(NamedTuple):
    """The number in a compound word, as 25 in «двадцятип'ятирічний»."""

    value: Exact
    length: int
    """Of the numeral part, in characters."""
    unit: str
    """What the rest of the word measures (``year``), or the empty string."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The number words of one language; equal only to itself, so that it hashes fast."""

    words: dict[str, Entry]
    plus: tuple[tuple[Exact, tuple[str, ...]], ...]
    """Phrases such as "and a half", with what they add, in units of what they follow."""
    plus_starts: frozenset[str]
    """The first words of those phrases."""
    of: tuple[tuple[str, ...], ...]
    """Phrases between a fraction and what it is a fraction of, longest first."""
    links: frozenset[str]
    """Words inside a number: the "and" of "two hundred and six"."""
    minus: frozenset[str]
    articles: frozenset[str]
    singular: frozenset[str]
    """Words that make an ambiguous «тисячі» a single thousand."""
    feminine: frozenset[str]
    """Forms of one and two that can be the numerator of a fraction."""
    endings: dict[str, str]
    """``ordinal``, ``cardinal`` or ``plural`` by the letters behind digits."""
    decimal_mark: str
    prefixes: dict[str, Exact]
    prefix: re.Pattern[str]
    prefix_starts: frozenset[str]
    """First letters of the prefixes, to leave most words alone at once."""
    stems: tuple[tuple[str, str], ...]
    """Starts of the rest of compound words with their unit, longest first."""
    with_article: frozenset[str]
    """Words that count only behind an article: "a few", "a couple"."""
    part_articles: frozenset[str]
    """Words before an ordinal that may make it a fraction: the "a" of "a third of"."""
    part_before: frozenset[str]
    """Words before that article that make it one for certain: "*by* a third"."""
    part_followers: frozenset[str]
    """Words behind an ordinal that then do."""
    part_nouns: frozenset[str]
    """Words behind an ordinal that make it a fraction without an article: «п'яту частину»."""
    rounds: frozenset[str]
    """Words behind a fraction that make it the round of a tournament: «1/4 фіналу»."""
    sections: frozenset[str]
    """Words before the number of a part of a law: "Part 4 of Article 368"."""
    once: tuple[tuple[str, ...], ...]
    """Phrases that say one without a number: "once a week"."""
    years_of_life: tuple[tuple[str, ...], ...]
    """Phrases behind an ordinal that make it an age and one more: «на 87-му *році життя*»."""
    own_years: Mapping[tuple[str, ...], tuple[str, ...]]
    """What stands before such an ordinal, and what behind it: "*in his* 87th *year*"."""
    margins: frozenset[str]
    """Words behind which per cent are percentage points: a margin of error."""
    inverted_scales: frozenset[str]
    """Scales behind which their number may stand: «мільйонів зо два»."""
    inverted_links: frozenset[str]
    """Words that may stand between the two."""
    inverted_numbers: frozenset[str]
    """Number words in the case in which they then stand."""
    whole_links: frozenset[str]
    """Words behind the whole part of a decimal: «п'ять цілих *і* п'ять десятих»."""
    unit_articles: frozenset[str]
    """Words that count the unit behind them: a, an."""
    possessives: frozenset[str]
    """Words that stand in its place where a half follows the unit: "his year and a half"."""
    unit_openers: frozenset[str]
    """All of these two."""
    article_units: frozenset[str]
    """Units that "a" counts: "a mile away" is what others give as 1.6 km."""
    numbered: frozenset[str]
    """Names whose digits are a number all the same: WW2."""
    halved: frozenset[str]
    """Words that "half" may be joined to with a hyphen."""
    never: tuple[str, ...]
    """Starts of words that only look like compounds."""

    def stem_unit(self, rest: str) -> str | None:
        """Return the unit of the rest of a compound word, or None where it is unknown."""
        for stem, unit in self.stems:
            if rest.startswith(stem):
                return unit
        return None


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the number words of a language; its tables are read at the first call."""
    grammar = _grammar(language)
    prefixes = {form: exact(value) for value, form in _compounds(language, "prefix")}
    stems = [(form, "" if unit == "-" else unit) for unit, form in _compounds(language, "stem")]
    longest_first = sorted(prefixes, key=len, reverse=True)
    plus = tuple(
        (exact(role.removeprefix("plus ")), tuple(phrase.split()))
        for role, phrases in grammar.items()
        if role.startswith("plus ")
        for phrase in phrases
    )
    return Lexicon(
        words=_words(language),
        plus=plus,
        plus_starts=frozenset(phrase[0] for _, phrase in plus),
        of=tuple(tuple(phrase.split()) for phrase in grammar.get("of", ())),
        links=frozenset(grammar.get("link", ())),
        minus=frozenset(grammar.get("minus", ())),
        articles=frozenset(grammar.get("article", ())),
        singular=frozenset(grammar.get("singular", ())),
        feminine=frozenset(grammar.get("feminine", ())),
        part_articles=frozenset(grammar.get("part article", ())),
        part_before=frozenset(grammar.get("part before", ())),
        part_followers=frozenset(grammar.get("part follower", ())),
        part_nouns=frozenset(grammar.get("part noun", ())),
        rounds=frozenset(grammar.get("round", ())),
        sections=frozenset(grammar.get("section", ())),
        once=tuple(tuple(phrase.split()) for phrase in grammar.get("once", ())),
        years_of_life=tuple(tuple(phrase.split()) for phrase in grammar.get("year of life", ())),
        own_years={
            tuple(before): (behind,)
            for *before, behind in map(str.split, grammar.get("year of one's life", ()))
        },
        margins=frozenset(grammar.get("margin", ())),
        inverted_scales=frozenset(grammar.get("inverted scale", ())),
        inverted_links=frozenset(grammar.get("inverted link", ())),
        inverted_numbers=frozenset(grammar.get("inverted number", ())),
        whole_links=frozenset(grammar.get("whole link", ())),
        with_article=frozenset(grammar.get("with article", ())),
        unit_articles=frozenset(grammar.get("unit article", ())),
        possessives=frozenset(grammar.get("possessive", ())),
        unit_openers=frozenset(grammar.get("unit article", [])).union(
            grammar.get("possessive", ())
        ),
        article_units=frozenset(grammar.get("article unit", ())),
        numbered=frozenset(grammar.get("numbered", ())),
        halved=frozenset(grammar.get("halved", ())),
        endings={
            ending: form
            for form, endings in language.rows("numeral_endings")
            for ending in endings.split()
        },
        decimal_mark=language.decimal_mark,
        prefixes=prefixes,
        prefix=re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"),
        prefix_starts=frozenset(prefix[:NUMBERS_LEXICON_SHORTEST_PREFIX] for prefix in prefixes),
        stems=tuple(sorted(stems, key=lambda pair: -len(pair[0]))),
        never=tuple(form for _, form in _compounds(language, "never")),
    )


def _words(language: Language) -> dict[str, Entry]:
    """Return the entry of every form; of forms with two entries the first in the table."""
    words: dict[str, Entry] = {}
    for role, value, forms in language.rows("numerals"):
        entry = Entry(role, exact(value))
        for form in forms.split():
            words.setdefault(form, entry)
            # «пять» for «п'ять»: the apostrophe is easily lost.
            words.setdefault(form.replace("'", ""), entry)
    return words


def _grammar(language: Language) -> dict[str, list[str]]:
    """Return the phrases of each role of the table of small words."""
    grammar: dict[str, list[str]] = {}
    for role, phrases, *_ in language.rows("numeral_grammar"):
        grammar.setdefault(role, []).extend(phrases.split("; "))
    return grammar


def _compounds(language: Language, kind: str) -> list[tuple[str, str]]:
    """Return (value or unit, form) of one kind of parts of compound words."""
    return [
        (value, form)
        for row_kind, value, forms in language.rows("numeral_compounds")
        if row_kind == kind
        for form in forms.split()
    ]


@lru_cache(maxsize=8192)
def compound(word: str, words: Lexicon) -> Compound | None:
    """Return the number in a compound word («сорокарічний», «полмиллиона»), or None."""
    if word[:NUMBERS_LEXICON_SHORTEST_PREFIX] not in words.prefix_starts:
        return None
    value: Exact = 0
    position = 0
    found: Compound | None = None
    while match := words.prefix.match(word, position):
        value += words.prefixes[match.group()]
        position = match.end()
        unit = words.stem_unit(word[position:])
        # The last stem counts, but not every prefix: «шестисторонній» has no «сто».
        if unit is not None and unit.startswith("scale "):
            found = Compound(value * exact(unit.removeprefix("scale ")), len(word), "")
        elif unit is not None:
            found = Compound(value, position, unit)
    return None if word.startswith(words.never) else found


def read_roman(raw: str) -> int | None:
    """Return the value, 1 to 39, of a numeral in capitals, Latin or the Cyrillic look-alikes.

    Larger ones are left out on purpose: their letters (CD, DC, MC, XL, LIV) are far more
    often acronyms.
    """
    if raw[:1] not in ROMAN:
        return None
    letters = raw.translate(_TO_LATIN)
    if not _CANONICAL.fullmatch(letters):
        return None
    values = [_DIGITS[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
