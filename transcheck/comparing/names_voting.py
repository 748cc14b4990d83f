"""What the editions of an article do not say alike of its names, each fact once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_partners import Partners
from transcheck.comparing.names_passage import NamePassage
from transcheck.comparing.names_relations import FOUND
from transcheck.comparing.names_replaced import Replaced, replaced
from transcheck.comparing.names_slips import Slip, slips
from transcheck.comparing.names_spelling import Lone, lone_spellings, suspicious
from transcheck.comparing.names_two_ways import TwoWays, spelled_two_ways
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_votes import Shared, inserted, missing
from transcheck.comparing.passages import parts
from transcheck.model import Comparison

_Spelling = tuple[int, int]
"""Edition and number of a spelling."""
_Part = tuple[int, int, int, int, int]
"""Edition that lacks a part; edition, segment, start and end of the part."""


@dataclass(frozen=True, slots=True)
class NameVotes:
    """The divergences among the names of an article; none of them is told by another."""

    two_ways: tuple[TwoWays, ...]
    replaced: tuple[Replaced, ...]
    inserted: tuple[tuple[Unit, tuple[Unit, ...]], ...]
    """Words put into a name that both other editions have without them, and what of the
    name these have."""
    lone: tuple[tuple[Lone, tuple[Unit, ...]], ...]
    """Once for each name, where its spelling fits the other editions worst, and all the
    places that are spelled so, in any case."""
    missing: tuple[Shared, ...]
    """Once for each name."""


def name_votes(comparison: Comparison) -> NameVotes:
    """Return the vote on the names of an article, the gravest reading of each place.

    Checks ask for it by ``comparison.once(name_votes)``. A name that stands in place of
    another is not missing and not misspelled, and a form that an edition itself spells in
    another way, too, is reported for that alone.
    """
    names = ArticleNames(comparison)
    passages = names.passages()
    lacking = tuple(_lacking_parts(comparison))
    partners = Partners(names, passages)
    two_ways = spelled_two_ways(names, partners)
    told = {_spelling(unit) for pair in two_ways for unit in (*pair.usual, *pair.other)}
    slipped = tuple(_slipped(names, passages, partners, told))
    two_ways += tuple(_two_ways(names, slip, slip.usual) for slip in slipped if slip.usual)
    told.update(_spelling(slip.unit) for slip in slipped)
    swaps = tuple(_swaps(names, passages, {slip.unit for slip in slipped}, lacking))
    told.update(_spelling(swap.unit) for swap in swaps)
    swapped = {swap.unit for swap in swaps}
    put = tuple(
        (unit, _company(unit, passage))
        for passage in passages
        for unit in inserted(passage)
        if unit not in swapped and _spelling(unit) not in told
    )
    told.update(_spelling(unit) for unit, _ in put)
    taken = {unit for swap in swaps for unit in swap.instead.places}
    taken.update(unit for slip in slipped for unit in slip.others)
    return NameVotes(
        two_ways,
        swaps,
        put,
        (
            *((Lone(s.unit, s.others, meant=s.meant), (s.unit,)) for s in slipped if s.meant),
            *_worst(names, passages, told),
        ),
        tuple(_first(passages, taken, lacking)),
    )


def _slipped(
    names: ArticleNames,
    passages: Iterable[NamePassage],
    partners: Partners,
    told: Container[_Spelling],
) -> Iterator[Slip]:
    for passage in passages:
        for slip in slips(names, passage, partners):
            if _spelling(slip.unit) not in told:
                yield slip


def _swaps(
    names: ArticleNames,
    passages: Iterable[NamePassage],
    slipped: Container[Unit],
    lacking: Iterable[_Part],
) -> Iterator[Replaced]:
    """Yield the names that stand in place of others, not of what is in a part that is missing."""
    for passage in passages:
        for swap in replaced(names, passage):
            if swap.unit not in slipped and not _in_part(swap.instead, lacking):
                yield swap


def _two_ways(names: ArticleNames, slip: Slip, usual: Unit) -> TwoWays:
    edition = slip.unit.edition
    places = tuple(unit for unit in names.units[edition] if unit.spelling == usual.spelling)
    return TwoWays(edition, places, (slip.unit,), slip.others)


def _company(unit: Unit, passage: NamePassage) -> tuple[Unit, ...]:
    """Return what the other editions have for the other words of a unit's name."""
    return tuple(
        pairing.other
        for pairing in passage.pairings
        if pairing.unit.edition == unit.edition
        and pairing.unit.name == unit.name
        and pairing.other is not None
        and pairing.relation in FOUND
    )


def _worst(
    names: ArticleNames, passages: Iterable[NamePassage], told: set[_Spelling]
) -> Iterator[tuple[Lone, tuple[Unit, ...]]]:
    passages = tuple(passages)
    keys = {
        _name(names, unit)
        for passage in passages
        for unit in suspicious(names, passage)
        if _spelling(unit) not in told
    }
    # Names of which no spelling can be wrong are not looked at any further.
    among = {
        (edition, spelling)
        for edition in {edition for edition, _ in keys}
        for spelling, first in names.first_of(edition).items()
        if (edition, first) in keys
    }
    found: dict[_Spelling, list[Lone]] = {}
    for passage in passages if among else ():
        for lone in lone_spellings(names, passage, among):
            key = _name(names, lone.unit)
            if key in keys and _spelling(lone.unit) not in told:
                found.setdefault(key, []).append(lone)
    worst = {key: max(group, key=_rank) for key, group in found.items()}
    wrong = {_spelling(lone.unit): lone.surprise for lone in worst.values() if lone.wrong}
    for key, group in found.items():
        lone = worst[key]
        # What differs from a wrong spelling need not be wrong itself.
        blamed = [_spelling(other) for other in lone.others]
        if (
            lone.wrong
            and told.isdisjoint(blamed)
            and all(wrong.get(b, 0.0) <= lone.surprise for b in blamed)
        ):
            yield lone, tuple(other.unit for other in group)


def _name(names: ArticleNames, unit: Unit) -> _Spelling:
    """Return the edition of a unit and its first spelling with the same base form."""
    return unit.edition, names.first_of(unit.edition)[unit.spelling]


def _rank(lone: Lone) -> tuple[bool, float]:
    return lone.wrong, lone.margin


def _lacking_parts(comparison: Comparison) -> Iterator[_Part]:
    """Yield the parts of sentences that an edition lacks, and that are findings by themselves."""
    languages = [edition.language for edition in comparison.article.editions]
    for cut in comparison.alignment.cuts:
        for place in parts(comparison, cut):
            span = (languages.index(place.language), place.segment, place.start, place.end)
            having = {n for n, _, _ in cut.parts}
            yield from ((n, *span) for n in range(len(languages)) if n not in having)


def _in_part(shared: Shared, lacking: Iterable[_Part]) -> bool:
    return any(
        (edition, unit.edition, unit.segment) == (shared.edition, owner, segment)
        and start <= unit.start < end
        for edition, owner, segment, start, end in lacking
        for unit in shared.places
    )


def _first(
    passages: Iterable[NamePassage], taken: set[Unit], lacking: Iterable[_Part]
) -> Iterator[Shared]:
    seen: set[_Spelling] = set()
    for passage in passages:
        for shared in missing(passage):
            keys = {_spelling(place) for place in shared.places}
            told = not taken.isdisjoint(shared.places) or _in_part(shared, lacking)
            if not told and seen.isdisjoint(keys):
                yield shared
            seen |= keys


def _spelling(unit: Unit) -> _Spelling:
    return unit.edition, unit.spelling
