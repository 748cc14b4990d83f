"""Echoes: words of a passage that stand in for a name without being one.

An adjective (гарлемський for Harlem), a people (сирійці for Syria), a name written small
(фейсбук), a Latin name inside an English sentence's common words, or a word of like meaning
(Pilgrims, паломники), as the vectors of words tell. Of two names it is not asked whether they are
alike in meaning: those that writers put for each other are, Lithuania and Latvia.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from transcheck.comparing.names.units import Unit
from transcheck.comparing.wordwise import Matrix, Sides, nearness, wordwise
from transcheck.languages import named
from transcheck.limits import ECHO_SHORTEST
from transcheck.model import Comparison
from transcheck.naming.distance import same_up_to, surprise_within, words_alike
from transcheck.naming.letters import is_cyrillic, rough, roughly
from transcheck.naming.tables import named_by, normal, normal_text, stems
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import common, listed

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_ADJECTIVE = re.compile(
    r"(?:[оеєїи]?[вн]?(?:с|сь|ц|ць|зь)к(?:ий|ій|ого|ому|им|их|ими|а|ої|у|ою|і|е|ая|ую|ое|ие|ом))$"
    r"|(?:(?:ець|ц[іиеыяю]|ц[ея]м|цам|цами|цах|ців|цев|цы|ец|н[ие]|нин[аеуи]?|ан|ян)[а-яіїєґ]{0,3})$"
)
_NOT_CYRILLIC = re.compile(r"[^\W\d_\u0400-\u052f]")
_BREAK = "\n"


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, hyphenated ones also in their parts."""
    found = _WORD.findall(text)
    return tuple(found + [part for word in found if "-" in word for part in word.split("-")])


@lru_cache(maxsize=512)
def _by_initial(text: str) -> Mapping[str, Sequence[str]]:
    """Return the longer words of a sentence by the first of their `rough` letters."""
    found: dict[str, list[str]] = {}
    longer = [word for word in words(text) if len(word) >= ECHO_SHORTEST]
    for word, letters in zip(longer, roughly(longer), strict=True):
        found.setdefault(letters[:1], []).append(word)
    return found


def echoed(unit: Unit, texts: Iterable[str], language: str, spellings: Sequence[str]) -> bool:
    """Return whether sentences of another edition have a word made from a unit.

    `spellings` are those of the same name in other passages of that edition.
    """
    beginnings = tuple(_beginnings(unit, language, spellings))
    acronyms = _acronyms(unit, language)
    for text in texts:
        if acronyms and spelled_out(acronyms, text):
            return True
        if beginnings and _has(_normalised(text), beginnings):
            return True
        alike = _by_initial(text).get(rough(unit.text)[:1], ())
        if any(_made_from(unit, word, language) for word in alike):
            return True
    return False


def _acronyms(unit: Unit, language: str) -> tuple[str, ...]:
    """Return the acronyms of a unit in the letters of a language."""
    names = {normal(n) for n in named_by(unit.entities, language) if n.isupper()}
    if unit.form is Form.ACRONYM and is_cyrillic(unit.text) == (named(language).script == "Cyrl"):
        names.add(normal(unit.text))
    return tuple(sorted(name for name in names if len(name) > 1))


def spelled_out(acronyms: Sequence[str], text: str) -> bool:
    """Return whether words in a row start with the letters of an acronym.

    Words of up to three letters (and, for, of) may stand between.
    """
    initials = [word[:1] for word in _normalised(text).split(_BREAK)[1:]]
    sizes = list(map(len, words(text)))
    return any(
        initial == acronym[0] and _initials(acronym[1:], initials[at + 1 :], sizes[at + 1 :])
        for acronym in acronyms
        if acronym[0] in initials
        for at, initial in enumerate(initials)
    )


def _initials(letters: str, initials: Sequence[str], sizes: Sequence[int]) -> bool:
    """Return whether words, of which first letters and sizes are given, go on with letters."""
    if not letters:
        return True
    for at, (initial, size) in enumerate(zip(initials[:2], sizes, strict=False), 1):
        if initial == letters[0]:
            return _initials(letters[1:], initials[at:], sizes[at:])
        if size > 3:
            return False
    return False


def _beginnings(unit: Unit, language: str, spellings: Sequence[str]) -> Iterable[str]:
    known = stems(language)
    for key in unit.entities:
        yield from known.get(key, ())
    for name in (*named_by(unit.entities, language), *spellings):
        # North Korea is not echoed by what else is northern.
        telling = [word for word in name.split() if not common(word, language)]
        longest = normal(max(telling or name.split(), key=len))
        if len(longest) >= ECHO_SHORTEST:
            yield longest[: max(ECHO_SHORTEST, len(longest) - 3)]


@lru_cache(maxsize=512)
def _normalised(text: str) -> str:
    """Return the words of a sentence as the tables have them, a line break before each."""
    found = words(text)
    together = _BREAK.join(("", *found))
    if is_cyrillic(together) and _NOT_CYRILLIC.search(together):
        return "".join(_BREAK + normal(word) for word in found)
    # Words of one script are normalised all at once: no letters of two words are taken together.
    return normal_text(together)


def _has(lines: str, beginnings: Sequence[str]) -> bool:
    """Return whether a word starts with one of the beginnings, or has it behind a prefix.

    The prefix may be that of проіранський or південнокорейський.
    """
    return any(
        (start if len(start) >= ECHO_SHORTEST else _BREAK + start) in lines for start in beginnings
    )


def _made_from(unit: Unit, word: str, language: str) -> bool:
    """Return whether a word that starts alike is made from a unit."""
    name, other = rough(unit.text), rough(word)
    if len(other) < len(name) - 2:
        return False
    limit = same_up_to(min(len(unit.text), len(word)))
    if _spells(unit, word, language, limit) and not listed(word, language):
        return True
    if not is_cyrillic(word):
        return False
    base = _ADJECTIVE.sub("", word)
    return len(base) >= ECHO_SHORTEST - 1 and base != word and _spells(unit, base, language, limit)


def _spells(unit: Unit, word: str, language: str, limit: float) -> bool:
    """Return whether a word can be a unit's text in the other language; most are told at once."""
    return (
        words_alike(unit.text, word)
        and surprise_within(unit.text, unit.language, word, language, limit, alike=True) <= limit
    )


class Senses:
    """How near the words of a bead are to each other, across editions."""

    def __init__(self, comparison: Comparison) -> None:
        """Take the words of an article; they are looked up when first asked for."""
        self._comparison = comparison
        self._near: dict[tuple[int, int, int], Matrix] = {}

    @cached_property
    def _beads(self) -> tuple[Sides, ...]:
        return self._comparison.once(wordwise)

    def rendered(self, bead: int, unit: Unit, but: Unit) -> float:
        """Return the cosine of a unit and the nearest other word of the edition of `but`."""
        found = self._cosines(bead, unit, but.edition)
        mine, left_out = self._words(bead, unit), set(self._words(bead, but))
        side = self._beads[bead][but.edition]
        if found is None or not mine or side is None:
            return 0.0
        rest = [n for n in range(len(side)) if n not in left_out and side.tells(n)]
        return float(found[mine][:, rest].max(initial=0.0))

    def _words(self, bead: int, unit: Unit) -> list[int]:
        side = self._beads[bead][unit.edition]
        return [
            n
            for n, word in enumerate(side.words if side is not None else ())
            if word.segment == unit.segment and unit.start <= word.start < unit.end
        ]

    def _cosines(self, bead: int, unit: Unit, edition: int) -> Matrix | None:
        own, other = self._beads[bead][unit.edition], self._beads[bead][edition]
        if own is None or other is None:
            return None
        key = bead, unit.edition, edition
        if key not in self._near:
            self._near[key] = nearness(own, other)
        return self._near[key]
