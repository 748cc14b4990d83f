"""One name spelled in two ways inside one edition, as the other editions show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_partners import Partners
from transcheck.comparing.names_units import Unit
from transcheck.languages import named
from transcheck.naming.inflection import base_set
from transcheck.naming.letters import folded, is_cyrillic, plain
from transcheck.naming.tables import normal, stems

_FEWEST = 4
"""Letters of the shorter of two forms of one name."""
_ENDING = 2
"""Letters at a word's end that a case may change."""


@dataclass(frozen=True, slots=True)
class TwoWays:
    """One name spelled in two ways inside one edition."""

    edition: int
    usual: tuple[Unit, ...]
    """The places of the form that is used more often, or first where both are as often."""
    other: tuple[Unit, ...]
    """The places of the rarer form."""
    evidence: tuple[Unit, ...]
    """What other editions have for both forms: one unit an edition that spells it one way."""


def spelled_two_ways(names: ArticleNames, partners: Partners) -> tuple[TwoWays, ...]:
    """Return the names that an edition spells in two ways, as other editions show.

    Two forms that are no cases of each other and a letter or two apart are one name when
    another edition has the same form where this one has either, and no edition keeps
    them apart.
    """
    found: list[TwoWays] = []
    for edition, units in enumerate(names.units):
        groups = _groups(units)
        pairs = [
            (groups[i], groups[j])
            for i, j in _paired_alike(groups, partners, edition)
            if _near(groups[i][0], groups[j][0])
        ]
        for one, two in pairs + [pair for group in groups for pair in _hidden(group)]:
            evidence = _evidence(names, one, two, partners, edition)
            if evidence and not _two_people(one, two):
                usual, other = sorted((one, two), key=lambda g: (-len(g), g[0].segment))
                found.append(TwoWays(edition, tuple(usual), tuple(other), evidence))
    return _once_each(found)


def _once_each(found: Sequence[TwoWays]) -> tuple[TwoWays, ...]:
    """Return each rarer form once, with the usual form that is nearest to it."""
    nearest: dict[Unit, TwoWays] = {}
    for pair in sorted(found, key=lambda p: OSA.distance(p.usual[0].text, p.other[0].text)):
        nearest.setdefault(pair.other[0], pair)
    return tuple(pair for pair in found if nearest[pair.other[0]] is pair)


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units of one edition by base form, those of several words left out.

    A group stands where the last of its units does.
    """
    places: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        if len(unit.text) >= _FEWEST and not unit.several:
            word = unit.text, unit.language
            members = places.pop(word, [])
            members.append(unit)
            places[word] = members
    groups: dict[int, tuple[Collection[str], list[Unit]]] = {}
    owners: dict[str, int] = {}
    for number, (word, members) in enumerate(places.items()):
        forms: Collection[str] = _forms_of(*word)
        together = members
        if not owners.keys().isdisjoint(forms):
            for owner in {owners[form] for form in forms if form in owners}:
                more, others = groups.pop(owner)
                forms = [*forms, *more]
                together = together + others
        groups[number] = forms, together
        owners.update(dict.fromkeys(forms, number))
    return [sorted(found, key=lambda u: (u.segment, u.start)) for _, found in groups.values()]


def _paired_alike(
    groups: Sequence[Sequence[Unit]], partners: Partners, edition: int
) -> list[tuple[int, int]]:
    """Return the positions of any two groups that another edition has one form for, in order.

    Without that there is no evidence, and of all pairs of groups hardly one has it.
    """
    position = {unit.spelling: at for at, group in enumerate(groups) for unit in group}
    found: set[tuple[int, int]] = set()
    for together in partners.together(edition):
        some = {position[spelling] for spelling in together if spelling in position}
        found.update(combinations(sorted(some), 2))
    return sorted(found)


def _hidden(group: Sequence[Unit]) -> list[tuple[list[Unit], list[Unit]]]:
    """Return the units of one base form in two parts, if folding hides two spellings.

    Пэйлин and Пейлин are one after folding.
    """
    if len(group) == 1:
        return []
    usual = [u for u in group if not _folds_apart(u.text, group[0].text)]
    other = [u for u in group if _folds_apart(u.text, group[0].text)]
    return [(usual, other)] if other and is_cyrillic(group[0].text) else []


def _folds_apart(one: str, two: str) -> bool:
    """Return whether the beginnings of two words are the same only after folding."""
    if one == two:
        return False
    size = min(len(one), len(two)) - _ENDING
    a, b = plain(one)[:size], plain(two)[:size]
    return size >= _FEWEST - 1 and a != b and folded(a) == folded(b)


def _forms(unit: Unit) -> frozenset[str]:
    return _forms_of(unit.text, unit.language)


def _forms_of(word: str, language: str) -> frozenset[str]:
    return base_set(word, language) if is_cyrillic(word) else _latin_forms_of(word, language)


@lru_cache(maxsize=8192)
def _latin_forms_of(word: str, language: str) -> frozenset[str]:
    text = plain(word)
    singular = text.removesuffix("s")
    masculine = {
        text.removesuffix(feminine) + ending
        for feminine, ending in _feminines(language)
        if text.endswith(feminine)
    }
    return frozenset({text, singular, singular.removesuffix("n"), *masculine})


@cache
def _feminines(language: str) -> tuple[tuple[str, ...], ...]:
    try:
        return named(language).rows("name_feminines")
    except FileNotFoundError:
        return ()


def _near(one: Unit, two: Unit) -> bool:
    """Return whether two forms are a letter apart, or two in a longer name."""
    if not one.entities.isdisjoint(two.entities) or (one.entities and two.entities):
        return False
    a, b = _shortest(one), _shortest(two)
    if min(len(a), len(b)) < _FEWEST or ((a + b).startswith((b, a)) and abs(len(a) - len(b)) > 2):
        return False
    if one.common and two.common:
        return False
    allowed = 1 if min(len(a), len(b)) < 7 else 2
    if OSA.distance(a, b) > allowed + 2 * _ENDING:
        return False
    pairs = [(x, y) for x in _forms(one) for y in _forms(two)]
    if abs(len(one.text) - len(two.text)) > _ENDING and any(_hard(x) == _hard(y) for x, y in pairs):
        return False
    return min(OSA.distance(x, y) for x, y in pairs) <= allowed


def _hard(form: str) -> str:
    """Return a form as it is before the ending of an adjective: Ізмаїл, Ізмаїльський."""
    return form.replace("ь", "")


def _shortest(unit: Unit) -> str:
    return _shortest_of(unit.text, unit.language)


@lru_cache(maxsize=8192)
def _shortest_of(word: str, language: str) -> str:
    return min(sorted(_forms_of(word, language)), key=len)


def _evidence(
    names: ArticleNames,
    one: Sequence[Unit],
    two: Sequence[Unit],
    partners: Partners,
    edition: int,
) -> tuple[Unit, ...]:
    """Return a unit of each other edition that has one form for both, or nothing.

    Nothing, too, where an edition has different forms for them: then they are two names;
    or where both are words derived from one (олимпийский, олимпиада).
    """
    found = []
    for other, units in enumerate(names.units):
        if other == edition:
            continue
        left, right = (
            partners.bases({unit.spelling for unit in group}, edition, other)
            for group in (one, two)
        )
        if not left or not right:
            continue
        if left.isdisjoint(right):
            return ()
        shared = left & right
        first = names.first_of(other)
        unit = next(u for u in units if first[u.spelling] in shared)
        if _derived(unit, one, two) or _derived(unit, two, one):
            return ()
        found.append(unit)
    return tuple(found)


def _derived(name: Unit, group: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Return whether a group is of words made from a name that tables have such words of."""
    if any(u.entities and is_cyrillic(u.text) for u in group):
        return False
    keys = name.entities.union(*(u.entities for u in other))
    known = stems(group[0].language)
    beginnings = tuple(stem for key in sorted(keys) for stem in known.get(key, ()))
    return bool(beginnings) and normal(group[0].text).startswith(beginnings)


def _two_people(one: Sequence[Unit], two: Sequence[Unit]) -> bool:
    """Return whether the forms are two people's: one only first names, one only last ones."""
    left, right = ({unit.role for unit in group if unit.role} for group in (one, two))
    return bool(left and right) and left.isdisjoint(right)
