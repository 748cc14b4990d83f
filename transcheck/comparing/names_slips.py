"""A letter away from how the edition itself writes a name that the others have there.

Where every other edition has a name that this one writes elsewhere, or that the tables
know, and this one has a word a letter away from it instead, that word is the name with a
wrong letter, however short it is and however unlike the letters of another script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_partners import Partners
from transcheck.comparing.names_passage import Cluster, NamePassage
from transcheck.comparing.names_relations import Relation
from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import surprise_within
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, plain
from transcheck.naming.tables import named_by
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_FEWEST, _ENDING, _LONGEST_ENDING = 3, 2, 3
_BETTER = 8.0
"""Surprise in nats by which the usual form must fit better where either one would do."""
_SPELLED_FREELY = ("cities:", "given_names:")
"""Entities that have more spellings than the tables know: Daniel, Даніел."""
_FORMS = frozenset({Form.WORD, Form.FOREIGN})


@dataclass(frozen=True, slots=True)
class Slip:
    """A word a letter away from the name that stands there in every other edition."""

    unit: Unit
    usual: Unit | None
    """How the edition writes the name elsewhere, if it does."""
    others: tuple[Unit, ...]
    meant: str = ""
    """The name that tables know and the word is a letter away from."""


def slips(names: ArticleNames, passage: NamePassage, partners: Partners) -> Iterator[Slip]:
    """Yield the words of a passage that are a letter away from what the others have there.

    `partners` are the spellings that are paired with each other anywhere in the article.
    """
    editions = [n for n, side in enumerate(passage.bead.sides) if side]
    if len(editions) < 3:
        return
    matched = {
        unit
        for unit, _, relation, other, surprise in passage.pairings
        if relation is Relation.SAME and surprise < _BETTER and not (other and other.entities)
    }
    for edition in editions:
        units = [
            unit
            for unit in passage.units[edition]
            if unit not in matched and not unit.entities and unit.form in _FORMS
        ]
        if not units:
            continue
        lacked = [c for c in passage.uneven if _lacked(c, edition, editions)]
        for unit in units:
            ill = [c for c in passage.clusters if unit in c.places[edition] and all(c.places)]
            found = next(
                (s for c in (*ill, *lacked) if (s := _slip(names, unit, c, partners))), None
            )
            if found is not None:
                yield found


def _lacked(cluster: Cluster, edition: int, editions: list[int]) -> bool:
    """Return whether every other edition has a name more often than this one."""
    counts = {n: len(cluster.places[n]) for n in editions}
    return counts.pop(edition) < min(counts.values())


def _slip(names: ArticleNames, unit: Unit, cluster: Cluster, partners: Partners) -> Slip | None:
    others = tuple(places[0] for n, places in enumerate(cluster.places) if n != unit.edition)
    for usual in _spelled_alike(names, unit, others, partners):
        if usual.spelling == unit.spelling or not _a_letter_apart(unit, usual.text):
            continue
        if all(_better(names, usual, unit, other, partners) for other in others):
            return Slip(unit, usual, others)
    keys = {
        key
        for key in frozenset.intersection(*(other.entities for other in others))
        if not key.startswith(_SPELLED_FREELY)
    }
    if not keys or unit.common or listed(unit.text, unit.language) or _sounds_alike(unit, others):
        return None
    known = (w for name in named_by(sorted(keys), unit.language) for w in name.split())
    meant = next((word for word in known if _inside(unit, word)), "")
    return Slip(unit, None, others, meant) if meant else None


def _sounds_alike(unit: Unit, others: tuple[Unit, ...]) -> bool:
    """Return whether the letters alone make a word the name that another edition has."""
    return any(
        surprise_within(unit.text, unit.language, other.text, other.language, _BETTER) < _BETTER
        for other in others
    )


def _spelled_alike(
    names: ArticleNames, unit: Unit, others: tuple[Unit, ...], partners: Partners
) -> Iterable[Unit]:
    """Return the spellings of a unit's edition that may be what all others have in its place.

    In a long article these are searched for among those a letter away instead: the search
    would go through all its spellings for every unit.
    """
    if names.spellings.many:
        return names.spellings.neighbours(unit)
    edition = unit.edition
    found = set.intersection(
        *(
            {u.spelling for u in names.spellings.likely(other, edition)}
            | partners.of(other, edition)
            for other in others
        )
    )
    return (u for u in names.spellings.distinct[edition] if u.spelling in found)


def _better(names: ArticleNames, usual: Unit, unit: Unit, other: Unit, partners: Partners) -> bool:
    """Return whether a usual spelling is that of another edition's name, and fits it better."""
    known = usual.spelling in partners.of(other, usual.edition)
    if not known and names.spellings.same(usual, [other]) is None:
        return False
    better = names.spellings.surprise(unit, other) - names.spellings.surprise(usual, other)
    return better >= _BETTER


def _a_letter_apart(unit: Unit, word: str) -> bool:
    """Return whether two words are no cases of one, and one letter of them is another."""
    if is_cyrillic(unit.text) != is_cyrillic(word):
        return False
    if min(len(unit.text), len(word)) <= _FEWEST:
        return False
    if abs(len(unit.text) - len(word)) > _LONGEST_ENDING + 1:
        return False
    if not is_cyrillic(word):
        return OSA.distance(plain(unit.text), plain(word)) == 1 and not _plural(unit.text, word)
    own, other = bases(unit.text, unit.language), bases(word, unit.language)
    if not set(own).isdisjoint(other):
        return False
    return any(
        OSA.distance(x, y) == 1 and min(len(x), len(y)) >= _FEWEST for x in own for y in other
    )


def _inside(unit: Unit, word: str) -> bool:
    """Return whether a letter before the last two is another: no ending, no people's name."""
    if not _a_letter_apart(unit, word):
        return False
    a, b = plain(unit.text), plain(word)
    stem = min(len(a), len(b)) - _ENDING
    return not is_cyrillic(word) or a[:stem] != b[:stem]


def _plural(one: str, other: str) -> bool:
    a, b = sorted((plain(one), plain(other)), key=len)
    return b in {a + "s", a + "n"}
