"""What the spellings of one edition are paired with in another, anywhere in an article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_passage import NamePassage
from transcheck.comparing.names_relations import FOUND
from transcheck.comparing.names_units import Unit


class Partners:
    """Which spellings of an edition are paired with one base form of another."""

    def __init__(self, names: ArticleNames, passages: Sequence[NamePassage]) -> None:
        """Collect what is paired in any passage."""
        self._firsts = [names.first_of(edition) for edition in range(len(names.units))]
        self._paired: dict[tuple[int, int], dict[int, set[int]]] = {}
        for passage in passages:
            for unit, edition, relation, other, _ in passage.pairings:
                if other is not None and relation in FOUND:
                    paired = self._paired.setdefault((unit.edition, edition), {})
                    base = self._firsts[edition][other.spelling]
                    paired.setdefault(base, set()).add(unit.spelling)

    def of(self, other: Unit, edition: int) -> AbstractSet[int]:
        """Return the spellings of an edition that are paired with another's, in any case."""
        base = self._firsts[other.edition][other.spelling]
        return self._paired.get((edition, other.edition), {}).get(base, frozenset())

    def together(self, edition: int) -> Iterator[Collection[int]]:
        """Yield the spellings of an edition that another edition has one base form for."""
        for (own, _), paired in self._paired.items():
            if own == edition:
                yield from (spellings for spellings in paired.values() if len(spellings) > 1)

    def bases(self, spellings: Collection[int], edition: int, other: int) -> set[int]:
        """Return the base forms, as numbers, that another edition has for any of some spellings."""
        paired = self._paired.get((edition, other), {})
        return {base for base, own in paired.items() if not own.isdisjoint(spellings)}
