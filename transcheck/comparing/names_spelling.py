"""Spellings that stand alone.

One edition's form of a name against that of the two others, and two forms of one name
inside an edition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from transcheck.comparing.names import ArticleNames, Cluster, NamePassage
from transcheck.comparing.names_relations import Relation
from transcheck.comparing.names_units import Unit
from transcheck.languages import named
from transcheck.naming.distance import surprise_of
from transcheck.naming.inflection import bases
from transcheck.naming.letters import folded, is_cyrillic, plain
from transcheck.naming.tables import named_by, normal, stems
from transcheck.naming.vocabulary import known, listed

_PLACES = "cities:"
_FEWEST = 4
"""Letters of the shorter of two forms of one name."""
_ENDING = 2
"""Letters at a word's end that a case may change."""
_LETTER = 8.0
"""Surprise in nats that a wrong letter adds at least."""
_AGREEMENT = 8.0
"""Surprise up to which two editions agree on a spelling."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A unit whose spelling two other editions contradict while they agree."""

    unit: Unit
    others: tuple[Unit, ...]
    """The nearest unit of each other edition."""
    surprise: float
    """Of the unit with the nearer of the two, in nats."""
    agreement: float
    """Surprise of the two others with each other."""

    another: bool = False
    """True for the name of another place, known by the tables: Бруклин for Brookline."""

    @property
    def margin(self) -> float:
        """Return how much worse the unit fits than the others fit each other, in nats."""
        return self.surprise - self.agreement

    meant: str = ""
    """A known word of the unit's language a letter away that fits the others much better."""

    @property
    def script_alone(self) -> bool:
        """Return whether the unit is in another script than both others.

        Two editions in one script agree more easily, so that this asks for more margin.
        """
        mine = is_cyrillic(self.unit.text)
        return all(is_cyrillic(other.text) != mine for other in self.others)


def lone_spellings(names: ArticleNames, passage: NamePassage) -> Iterator[Lone]:
    """Yield the units of a passage of three editions that fit the two others worst.

    Every unit with a positive margin of a cluster that all three editions have; the
    caller sets the margin that matters.
    """
    for cluster in passage.clusters:
        if len(cluster.places) == 3 and all(cluster.places):
            yield from _lone(names, cluster)


def _lone(names: ArticleNames, cluster: Cluster) -> Iterator[Lone]:
    if any(_in_parts(side) for side in cluster.places):
        return
    for own in range(3):
        left, right = (cluster.places[n] for n in range(3) if n != own)
        agreement = min(names.spellings.surprise(a, b) for a in left for b in right)
        for unit in cluster.places[own]:
            if len(unit.text) < _FEWEST:
                continue
            near = [names.spellings.nearest(unit, side) for side in (left, right)]
            others = tuple(other for _, other in near if other is not None)
            surprise = min(value for value, _ in near)
            if len(others) == 2 and _another_place(names, unit, others):
                yield Lone(unit, others, surprise, agreement, another=True)
            elif len(others) == 2 and surprise > agreement and agreement <= _AGREEMENT:
                meant = _meant(unit, others, surprise) if surprise > _LETTER else ""
                yield Lone(unit, others, surprise, agreement, meant=meant)


def _another_place(names: ArticleNames, unit: Unit, others: Sequence[Unit]) -> bool:
    """Return whether a unit is the name of a place that neither of the others names.

    The other edition in the same script must spell it in another way.
    """
    places = {key for key in unit.entities if key.startswith(_PLACES)}
    if not places or any(other.entities for other in others):
        return False
    if any(other.text in named_by(sorted(places), other.language) for other in others):
        return False
    cyrillic = is_cyrillic(unit.text)
    alike = [other for other in others if is_cyrillic(other.text) == cyrillic]
    return len(alike) == 1 and names.spellings.surprise(unit, alike[0]) >= _LETTER


def _in_parts(side: Sequence[Unit]) -> bool:
    """Return whether a side has the name in several words: Kai-Fu for «Кайфу»."""
    names = [unit.name for unit in side]
    return len(set(names)) < len(names) and len({unit.spelling for unit in side}) > 1


def _meant(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    """Return the known word one letter away that fits the others best, if much better."""
    if is_cyrillic(unit.text) or listed(unit.text, unit.language):
        return ""
    fits = [
        (max(surprise_of(word, unit.language, o.text, o.language) for o in others), word)
        for word in sorted(_one_letter_away(unit.text.lower()))
        if known(word, unit.language)
    ]
    best, word = min(fits, default=(surprise, ""))
    return word if best <= surprise - _LETTER else ""


def _one_letter_away(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + c + b[1:] for a, b in cuts if b for c in ascii_lowercase),
        *(a + c + b for a, b in cuts for c in ascii_lowercase),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
    }


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


def spelled_two_ways(names: ArticleNames, passages: Sequence[NamePassage]) -> tuple[TwoWays, ...]:
    """Return the names that an edition spells in two ways, as other editions show.

    Two forms that are no cases of each other and a letter or two apart are one name when
    another edition has the same form where this one has either, and no edition keeps
    them apart.
    """
    partners = _partners(passages)
    found = []
    for edition, units in enumerate(names.units):
        groups = _groups(units)
        pairs = [pair for pair in combinations(groups, 2) if _near(pair[0][0], pair[1][0])]
        for one, two in pairs + [pair for group in groups for pair in _hidden(group)]:
            evidence = _evidence(names, one, two, partners, edition)
            if evidence and not _two_people(one, two):
                usual, other = sorted((one, two), key=lambda g: (-len(g), g[0].segment))
                found.append(TwoWays(edition, tuple(usual), tuple(other), evidence))
    return tuple(found)


Partners = dict[tuple[int, int, int], Counter[int]]
"""(edition, spelling, other edition) to the spellings that are paired with it there."""


def _partners(passages: Sequence[NamePassage]) -> Partners:
    found: Partners = defaultdict(Counter)
    for passage in passages:
        for pairing in passage.pairings:
            other = pairing.other
            if other is not None and pairing.relation in (Relation.SAME, Relation.VARIANT):
                unit = pairing.unit
                found[unit.edition, unit.spelling, pairing.edition][other.spelling] += 1
    return found


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units of one edition by base form, those of several words left out."""
    groups: list[tuple[set[str], list[Unit]]] = []
    for unit in units:
        if unit.several or len(unit.text) < _FEWEST:
            continue
        forms = _forms(unit)
        hits = [group for group in groups if not forms.isdisjoint(group[0])]
        merged = (set(forms), [unit])
        for group in reversed(hits):
            merged = (merged[0] | group[0], group[1] + merged[1])
            groups.remove(group)
        groups.append(merged)
    return [sorted(found, key=lambda u: (u.segment, u.start)) for _, found in groups]


def _hidden(group: Sequence[Unit]) -> list[tuple[list[Unit], list[Unit]]]:
    """Return the units of one base form in two parts, if folding hides two spellings.

    Пэйлин and Пейлин are one after folding.
    """
    usual = [u for u in group if not _folds_apart(u.text, group[0].text)]
    other = [u for u in group if _folds_apart(u.text, group[0].text)]
    return [(usual, other)] if other and is_cyrillic(group[0].text) else []


def _folds_apart(one: str, two: str) -> bool:
    """Return whether the beginnings of two words are the same only after folding."""
    size = min(len(one), len(two)) - _ENDING
    a, b = plain(one)[:size], plain(two)[:size]
    return size >= _FEWEST - 1 and a != b and folded(a) == folded(b)


def _forms(unit: Unit) -> set[str]:
    if is_cyrillic(unit.text):
        return set(bases(unit.text, unit.language))
    text = plain(unit.text)
    singular = text.removesuffix("s")
    masculine = {
        text.removesuffix(feminine) + ending
        for feminine, ending in _feminines(unit.language)
        if text.endswith(feminine)
    }
    return {text, singular, singular.removesuffix("n"), *masculine}


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
    pairs = ((x, y) for x in _forms(one) for y in _forms(two))
    return min(OSA.distance(x, y) for x, y in pairs) <= allowed


def _shortest(unit: Unit) -> str:
    return min(_forms(unit), key=len)


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
            {_base(names, other, s) for u in group for s in partners[edition, u.spelling, other]}
            for group in (one, two)
        )
        if not left or not right:
            continue
        if left.isdisjoint(right):
            return ()
        shared = left & right
        unit = next(u for u in units if _base(names, other, u.spelling) in shared)
        if _derived(unit, one) or _derived(unit, two):
            return ()
        found.append(unit)
    return tuple(found)


def _derived(name: Unit, group: Sequence[Unit]) -> bool:
    """Return whether a group is of words made from a name that a table has words made from."""
    known = stems(group[0].language)
    beginnings = tuple(stem for key in name.entities for stem in known.get(key, ()))
    if not beginnings or any(u.entities and is_cyrillic(u.text) for u in group):
        return False
    return normal(group[0].text).startswith(beginnings)


def _base(names: ArticleNames, edition: int, spelling: int) -> int:
    """Return the number of the first spelling of the edition with the same base form."""
    return names.first_of(edition)[spelling]


def _two_people(one: Sequence[Unit], two: Sequence[Unit]) -> bool:
    """Return whether the forms are two people's: one only first names, one only last ones."""
    left, right = ({unit.role for unit in group if unit.role} for group in (one, two))
    return bool(left and right) and left.isdisjoint(right)
