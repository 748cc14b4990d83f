"""One vote an article on its names: misspelt, another name, absent; each fact once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz.distance import Postfix, Prefix

from transcheck.comparing.names.absence import Absent, Word, absences
from transcheck.comparing.names.nearly import nearly
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slips import Judged, judged
from transcheck.comparing.names.swaps import Swap, inserted, rival, swaps
from transcheck.comparing.names.units import Row, Unit
from transcheck.limits import NAMES, VERDICTS_FOLDED, VERDICTS_NEARLY
from transcheck.model import Comparison
from transcheck.naming.inflection import inflects
from transcheck.naming.letters import folds_apart, is_cyrillic, plain
from transcheck.naming.romanising import romanised_alike

_Name = tuple[int, tuple[int, int]]
"""Edition of a name, and the segment and the offset at which it starts."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A spelling that the other editions contradict, once an article."""

    units: tuple[Unit, ...]
    """All its places, the one that fits worst first."""
    others: tuple[Unit, ...]
    """What the other editions have in the first of them."""
    usual: Unit | None
    """How the edition itself writes the name elsewhere, if it does."""
    meant: str
    """What to write, in its case; empty where one cannot say."""
    blamed: bool
    """True where more than one other edition, or its own other places, contradict it."""
    probability: float


@dataclass(frozen=True, slots=True)
class Replaced:
    """A name in place of another, once an article."""

    units: tuple[Unit, ...]
    instead: tuple[Unit, ...]
    blamed: bool
    probability: float


@dataclass(frozen=True, slots=True)
class NameVotes:
    """What the editions of an article do not say alike of its names."""

    misspelt: tuple[Misspelt, ...]
    replaced: tuple[Replaced, ...]
    inserted: tuple[tuple[Unit, tuple[Unit, ...]], ...]
    """Words put into a name that the others have without them, and their words."""
    absent: tuple[Absent, ...]


def names_of(comparison: Comparison) -> Names:
    """Return the names of an article, bead by bead; checks ask for it by `Comparison.once`."""
    return Names(comparison)


def name_votes(comparison: Comparison) -> NameVotes:
    """Return the vote on the names of an article, the likeliest reading of each place.

    Checks ask for it by ``comparison.once(name_votes)``.
    """
    names = comparison.once(names_of)
    replaced = tuple(_replaced(names))
    told = {(u.edition, names.word(u)) for r in replaced for u in (*r.units, *r.instead)}
    near = [one for passage in names.passages for one in nearly(names, passage)]
    told |= {(u.edition, names.word(u)) for one in near for u in one.within}
    by_tables = tuple(
        Misspelt((one.unit,), one.others, None, one.meant, blamed=True, probability=VERDICTS_NEARLY)
        for one in near
    )
    hidden = tuple(_hidden(names))
    told |= {(slip.units[0].edition, names.word(slip.units[0])) for slip in hidden}
    misspelt = (*by_tables, *hidden, *_misspelt(names, told))
    put = (one for passage in names.passages for one in inserted(names, passage))
    added = tuple((u, theirs) for u, theirs in put if (u.edition, names.word(u)) not in told)
    absent = tuple(absences(comparison, names, told))
    return NameVotes(misspelt, tuple(_whole(names, replaced)), added, absent)


def _replaced(names: Names) -> Iterator[Replaced]:
    found: dict[tuple[int, ...], list[Swap]] = {}
    for passage in names.passages:
        likely = rival(list(swaps(names, passage)))
        sure = {_whose(s.unit, s.instead) for s in likely if s.evidence.probability >= _least(s)}
        for swap in likely:
            least = _least(swap)
            if _whose(swap.unit, swap.instead) in sure:
                # Of a person's two names the second is told by less where the first is sure.
                least = min(NAMES.swap_beside, least)
            if swap.evidence.probability >= least:
                key = tuple(sorted(u.spelling for u in (swap.unit, *swap.instead)))
                found.setdefault(key, []).append(swap)
    for group in found.values():
        best = max(group, key=lambda s: s.evidence.log_odds)
        places = (best.unit, *(s.unit for s in group if s is not best))
        yield Replaced(places, best.instead, len(best.instead) > 1, best.evidence.probability)


def _least(swap: Swap) -> float:
    return NAMES.swap if len(swap.instead) > 1 else NAMES.swap_of_two


def _whose(unit: Unit, instead: Iterable[Unit]) -> frozenset[_Name]:
    """Return the names that a swap is between, by edition and where they start."""
    return frozenset((u.edition, u.row) for u in (unit, *instead))


def _whole(names: Names, replaced: Iterable[Replaced]) -> Iterator[Replaced]:
    """Yield what was replaced, the words of one name together: Boris Johnson for Rishi Sunak."""
    by_name: dict[frozenset[_Name], list[Replaced]] = {}
    for one in replaced:
        by_name.setdefault(_whose(one.units[0], one.instead), []).append(one)
    for group in by_name.values():
        best = max(group, key=lambda one: one.probability)
        found = [u for one in group for u in (one.units[0], *one.instead)]
        unit, *instead = (_span(names, u, found) for u in (best.units[0], *best.instead))
        places = (unit, *best.units[1:]) if len(group) > 1 else best.units
        yield replace(best, units=places, instead=tuple(instead))


def _span(names: Names, unit: Unit, found: Iterable[Unit]) -> Unit:
    """Return a unit from the first to the last of those found in its name."""
    own = [u for u in found if (u.edition, u.row) == (unit.edition, unit.row)]
    start, end = min(u.start for u in own), max(u.end for u in own)
    text = names.article.editions[unit.edition].segments[unit.segment].text[start:end]
    return unit if len(own) == 1 else replace(unit, start=start, end=end, text=text)


def _misspelt(names: Names, told: Container[Word]) -> Iterator[Misspelt]:
    best: dict[Word, Judged] = {}
    for passage in names.passages:
        for row in passage.rows:
            for one in likeliest(names, row):
                key = one.unit.edition, names.word(one.unit)
                if key not in best or _weight(one) > _weight(best[key]):
                    best[key] = one
    blamed = set[Word]()
    for key, one in sorted(best.items(), key=lambda item: _weight(item[1]), reverse=True):
        against = one.others if one.usual is None else (*one.others, one.usual)
        theirs = {(o.edition, names.word(o)) for o in against}
        least = NAMES.slip if len(one.others) > 1 else NAMES.slip_of_two
        if one.evidence.probability < least or key in told or not theirs.isdisjoint(blamed):
            continue
        if one.usual is not None and (one.usual.edition, names.word(one.usual)) in told:
            continue
        blamed.add(key)
        places = [u for u in names.everywhere(one.unit) if u is not one.unit]
        sure = len(one.others) > 1 or one.usual is not None
        meant = one.usual.text if one.usual else _mended(one)
        probability = one.evidence.probability
        yield Misspelt((one.unit, *places), one.others, one.usual, meant, sure, probability)


def _weight(one: Judged) -> tuple[int, float]:
    """Return what a verdict weighs: where two editions were asked it goes before one's."""
    return len(one.others), one.evidence.log_odds


def _hidden(names: Names) -> Iterator[Misspelt]:
    """Yield spellings of one name that count as one: Пэйлин and Пейлин, Zelensky and Zelenskyy.

    Another edition must have one spelling for both.
    """
    partners: dict[int, set[Word]] = {}
    for row in (row for passage in names.passages for row in passage.rows):
        for one in row.firsts():
            theirs = {(u.edition, names.word(u)) for u in row.firsts() if u.edition != one.edition}
            partners.setdefault(one.spelling, set()).update(theirs)
    alike = list(names.spellings.forms.values())
    for edition in names.spellings.distinct:
        by_custom: dict[str, list[Unit]] = {}
        for unit in (u for u in edition if not (is_cyrillic(u.text) or inflects(u.language))):
            by_custom.setdefault(romanised_alike(unit.text), []).append(unit)
        alike += by_custom.values()
    for forms in alike:
        for one, two in combinations(forms, 2):
            shared = partners.get(one.spelling, set()) & partners.get(two.spelling, set())
            if shared and _told_apart(one.text, two.text):
                rare, usual = sorted((one, two), key=lambda u: (len(names.said(u)), -u.segment))
                everywhere = (u for found in names.units for u in found)
                other = next(u for u in everywhere if (u.edition, names.word(u)) in shared)
                places = tuple(names.said(rare))
                yield Misspelt(
                    places, (other,), usual, usual.text, blamed=True, probability=VERDICTS_FOLDED
                )
                break


def _told_apart(one: str, two: str) -> bool:
    """Return whether a reader sees two spellings where the tool counts one."""
    alike = romanised_alike(one) == romanised_alike(two)
    return folds_apart(one, two) if is_cyrillic(one) else alike and plain(one) != plain(two)


def likeliest(names: Names, row: Row) -> list[Judged]:
    """Return the judged units of a row of the edition that is likeliest to be wrong."""
    found = sorted(judged(names, row), key=lambda j: -j.evidence.log_odds)
    return [one for one in found if one.unit.edition == found[0].unit.edition]


def _mended(one: Judged) -> str:
    """Return the word with the letter put right; empty where no letter makes it fit the others."""
    accented = not is_cyrillic(one.unit.text) and not one.unit.text.isascii()
    same = one.repair.word == plain(one.unit.text)
    if same or accented or max(one.repair.nats) > NAMES.fits:
        return ""
    text, letters = one.unit.text, plain(one.unit.text)
    before = Prefix.similarity(letters, one.repair.word)
    behind = Postfix.similarity(letters[before:], one.repair.word[before:])
    found = text[:before] + one.repair.word[before : len(one.repair.word) - behind]
    found += text[len(text) - behind :]
    return found[:1].upper() + found[1:]
