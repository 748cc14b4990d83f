"""Slips: which words of a name may have a wrong letter, judged by the other editions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transcheck.comparing.names.repair import Repair, best_repair
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slip_terms import Pair, evidence_of
from transcheck.comparing.names.units import Row, Unit, is_word
from transcheck.comparing.names.weights import Evidence
from transcheck.languages import named
from transcheck.limits import (
    NAMES,
    SLIPS_EDITS,
    SLIPS_ENDING,
    SLIPS_LONG,
    SLIPS_OFTEN,
    SLIPS_OTHERS,
    SLIPS_SHORTEST,
)
from transcheck.naming.attested import written
from transcheck.naming.inflection import adjectival, case_bases
from transcheck.naming.letters import is_cyrillic, latin, plain, rough, skeleton, unmixed
from transcheck.naming.value import Form

_CONSONANTS = (("dzh", "g"), ("dj", "g"), ("j", "g"), ("q", "k"), ("kh", "h"))
"""Ways to write one consonant that are no mistakes, as two traditions have them."""
_VOWELS = str.maketrans("", "", "aeiouy")


class Judged(NamedTuple):
    """A unit of a row as it is spelled, judged by the others."""

    unit: Unit
    others: tuple[Unit, ...]
    """The nearest unit of each other edition that has the name."""
    repair: Repair
    usual: Unit | None
    """How the edition writes the name elsewhere, if it does."""
    evidence: Evidence


def judged(names: Names, row: Row) -> Iterator[Judged]:
    """Yield the units of a row that may have a wrong letter, with the evidence."""
    editions = row.editions()
    if len(editions) < 2:
        return
    seen = set[int]()
    for edition in editions:
        for unit in row.places[edition]:
            if unit.spelling not in seen and _can_be_judged(unit):
                seen.add(unit.spelling)
                others = [row.places[n] for n in editions if n != edition]
                found = _judge(names, unit, others)
                if found is not None:
                    yield found


def _can_be_judged(unit: Unit) -> bool:
    return (
        len(unit.text) >= SLIPS_SHORTEST
        and unit.form in (Form.WORD, Form.FOREIGN)
        and len(unit.words) == 1
    )


def _judge(names: Names, unit: Unit, sides: list[tuple[Unit, ...]]) -> Judged | None:
    others = _nearest(names, unit, sides)
    if any(not unit.entities.isdisjoint(o.entities) for o in others):
        return None
    rival = _rival(names, unit, others)
    spellings = names.spellings
    nearest = [spellings.nearest(unit, o) for o in others]
    own = [spellings.own(unit, o) for o in others]
    # An ending that no case has makes it unlike the others, and its other forms not: Оттав.
    ended = max(o - n for o, n in zip(own, nearest, strict=True))
    # Where it is spelled in two ways, its other forms may be of the other spelling.
    alone = rival is not None or ended >= NAMES.ended
    nats = own if alone else nearest
    before = [(n, spellings.apart(unit, o)) for n, o in zip(nats, others, strict=True)]
    odd = _foreign_letter(unit)
    most = max(nats for nats, _ in before)
    often = written(unit.text, unit.language)
    if not odd and not alone and often >= SLIPS_OFTEN:
        return None
    strange = not (often or names.attested(unit.text, unit.language))
    borne_out = len(others) > 1 and most < NAMES.borne_out
    if (
        not odd
        and not alone
        and not strange
        and (borne_out or (most < NAMES.least and not any(n for _, n in before)))
    ):
        return None
    sure = any(u.certain for u in (unit, *others))
    if not sure and any(map(is_word, (unit, *others))) and (rival is None or is_word(rival)):
        return None  # no name at all: Чистая прибыль, чистый доход
    if any(_by_other_custom(unit.text, o.text) or _split(unit, o) for o in others):
        return None
    near = tuple(nats for nats, _ in before)
    key = unit.spelling, tuple(map(names.word, others))
    repair = names.repairs.get(key)
    if repair is None:
        found = spellings.forms[names.word(unit)] if ended >= NAMES.ended else ()
        forms = frozenset(plain(form.text) for form in found if form is not unit)
        unrepaired = Repair(plain(unit.text), "none", soft=False, place=-1, nats=near)
        repair = names.repairs[key] = best_repair(unit, others, near, forms) or unrepaired
    pairs = [
        Pair(nats, far, left, names.spellings.rule_apart(repair.word, unit.language, other))
        for (nats, far), left, other in zip(before, repair.nats, others, strict=True)
    ]
    better = _better(names, unit, others, near)
    evidence = evidence_of(
        names,
        unit,
        others,
        pairs,
        repair,
        elsewhere=better is not None,
        rival=rival,
        odd=odd,
        ended=ended,
    )
    usual = better if better is not None and _near(unit, better) else rival
    return Judged(unit, tuple(others), repair, usual, evidence)


def _nearest(names: Names, unit: Unit, sides: list[tuple[Unit, ...]]) -> list[Unit]:
    """Return the nearest unit of each other edition: other scripts first, then by the rules."""
    weigh, cyrillic = names.spellings.nearest, is_cyrillic(unit.text)
    found = [min(side, key=lambda o: weigh(unit, o)) for side in sides]
    ranks = [
        (is_cyrillic(o.text) == cyrillic, names.spellings.apart(unit, o), weigh(unit, o))
        for o in found
    ]
    order = sorted(range(len(found)), key=ranks.__getitem__)
    return [found[n] for n in order[:SLIPS_OTHERS]]


def _split(one: Unit, two: Unit) -> bool:
    """Return whether one name is written in parts and the other together: Kai-Fu, Кайфу."""
    a, b = sorted((rough(one.text), rough(two.text)), key=len)
    return one.size != two.size and len(b) - len(a) > 1 and b.startswith(a)


def _by_other_custom(one: str, two: str) -> bool:
    """Return whether consonants differ, but only as two customs write one: Jolani, Голани."""
    a, b = (latin(word).translate(_VOWELS) for word in (one, two))
    if a == b or skeleton(one) == skeleton(two):
        return False
    for custom, other in _CONSONANTS:
        a, b = a.replace(custom, other), b.replace(custom, other)
    return a == b


def _foreign_letter(unit: Unit) -> bool:
    """Return whether a Cyrillic word has a letter that its language does not have: і in Russian."""
    home = named(unit.language)
    letters = {c for c in plain(unmixed(unit.text)) if c.isalpha()}
    return home.script == "Cyrl" and is_cyrillic(unit.text) and not letters <= home.alphabet


def _better(names: Names, unit: Unit, others: list[Unit], near: tuple[float, ...]) -> Unit | None:
    """Return another spelling of the same edition that fits the others much better."""
    cyrillic, best, least = is_cyrillic(unit.text), None, sum(near) - NAMES.better * len(others)
    for other in names.spellings.distinct[unit.edition]:
        if names.word(other) == names.word(unit) or is_cyrillic(other.text) != cyrillic:
            continue
        if OSA.distance(plain(other.text), plain(unit.text)) > SLIPS_EDITS or _plural(unit, other):
            continue
        fit = 0.0
        for one in others:
            fit += names.spellings.nearest(other, one, least - fit)
            if fit >= least:
                break
        else:
            best, least = other, fit
    return best


def _rival(names: Names, unit: Unit, others: list[Unit]) -> Unit | None:
    """Return another spelling of the same edition that stands where others have the same words."""
    words = [names.partners(o, unit.edition) for o in others]
    found = set.intersection(*words) - {names.word(unit)}
    forms = (form for word in sorted(found) for form in names.spellings.forms[word])
    made = adjectival(unit.text, unit.language)  # Черновицкая is made from Черновцы
    alike = (form for form in forms if adjectival(form.text, form.language) == made)
    return next((form for form in alike if _near(unit, form) and not _plural(unit, form)), None)


def _near(one: Unit, two: Unit) -> bool:
    """Return whether two words of an edition are a letter apart in some case, longer ones two."""
    most = 1 if min(len(one.text), len(two.text)) < SLIPS_LONG else 2
    if abs(len(one.text) - len(two.text)) > most + 2 * SLIPS_ENDING:
        return False
    return any(
        OSA.distance(a, b, score_cutoff=most) <= most
        for a in case_bases(one.text, one.language)
        for b in case_bases(two.text, two.language)
    )


def _plural(one: Unit, two: Unit) -> bool:
    """Return whether Latin words are alike but for an ending: Korea, Koreas, Koreans."""
    a, b = sorted((plain(one.text), plain(two.text)), key=len)
    stem = a.removesuffix("s").removesuffix("n")
    return not is_cyrillic(a) and b.startswith(stem) and len(b) - len(stem) <= len("ns")
