"""Slips: what speaks for a wrong letter in a name that the other editions have there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transcheck.comparing.names.repair import Repair, best_repair
from transcheck.comparing.names.rows import Names, Row, is_word
from transcheck.comparing.names.units import Unit
from transcheck.comparing.names.weights import NAMES, Evidence
from transcheck.languages import named
from transcheck.naming.letters import is_cyrillic, latin, plain, skeleton
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import known

SLIP, SLIP_OF_TWO = "slip", "slip of two"
"""The decisions, the second where a single other edition has the name."""
_EDITS = 4
"""Letters in which two spellings of one name in any case may differ."""
_CONSONANTS = (("dzh", "g"), ("dj", "g"), ("j", "g"), ("q", "k"), ("kh", "h"))
"""Ways to write one consonant that are no mistakes, as two traditions have them."""
_VOWELS = str.maketrans("", "", "aeiouy")
_SHORTEST = 4
"""Letters below which a word is too short to be judged."""


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
        len(unit.text) >= _SHORTEST
        and unit.form in (Form.WORD, Form.FOREIGN)
        and len(unit.words) == 1
    )


def _judge(names: Names, unit: Unit, sides: list[tuple[Unit, ...]]) -> Judged | None:
    weigh = names.spellings.nearest
    found = [min(side, key=lambda o: weigh(unit, o)) for side in sides]
    others = sorted(found, key=lambda o: weigh(unit, o))
    near = [weigh(unit, o) for o in others]
    odd = _foreign_letter(unit)
    if near[0] < NAMES.least and not odd:
        return None
    if any(not unit.entities.isdisjoint(o.entities) for o in others):
        return None
    if any(_by_other_custom(unit.text, o.text) for o in others):
        return None
    repair = best_repair(unit, others[:2], near[:2]) or Repair(
        plain(unit.text), "none", soft=False, place=-1, nats=tuple(near[:2])
    )
    usual = _written_elsewhere(names, unit, others[:2], near[:2])
    terms = _of_word(unit, others, repair, usual)
    gain = [max(0.0, a - b) for a, b in zip(near, repair.nats, strict=False)]
    mine = is_cyrillic(unit.text)
    alone = all(is_cyrillic(o.text) != mine for o in others)
    left = [a - b for a, b in zip(near, gain, strict=False)]
    better, perfect = min(gain[0], NAMES.most), max(left) <= NAMES.least < gain[0]
    terms["letter of no such alphabet"] = float(odd)
    terms["explained"] = sum(gain) / max(NAMES.least, sum(near[:2]))
    terms["nats a letter"] = near[0] / len(unit.text)
    terms["nats"] = near[0]
    terms["nats over 12"] = max(0.0, near[0] - 12.0)
    terms["gain"] = gain[0]
    terms["gain over 4"] = min(8.0, max(0.0, gain[0] - 4.0))
    terms["gain over 8"] = max(0.0, gain[0] - 8.0)
    terms["left"] = min(left)
    terms["nothing left"] = better * perfect
    terms["soft, gain"] = better * repair.soft
    terms["vowel, gain"] = better * (repair.kind == "vowel")
    terms["usual here"] = names.usual
    terms["regular here, gain"] = better * (names.usual <= NAMES.regular)
    terms["regular here, nothing left"] = better * perfect * (names.usual <= NAMES.regular)
    if len(others) == 1:
        terms["one script"] = float(not alone)
        terms["one script, nats"] = near[0] * (not alone)
        terms["one script, gain"] = gain[0] * (not alone)
        terms["one script, nothing left"] = better * perfect * (not alone)
        decision = SLIP_OF_TWO
    else:
        agree = weigh(others[0], others[1])
        terms["agree"] = agree
        terms["they agree"] = float(agree <= NAMES.agree)
        terms["they agree, gain"] = better * (agree <= NAMES.agree)
        terms["disagree"] = max(0.0, agree - near[0])
        terms["nats of the other"] = near[1] - near[0]
        terms["gain of the other"] = gain[1]
        terms["both gain"] = min(12.0, *gain)
        terms["alone in its script"] = float(alone)
        terms["alone in its script, nats"] = near[0] * alone
        terms["alone in its script, gain"] = gain[0] * alone
        terms["alone in its script, nothing left"] = better * perfect * alone
        decision = SLIP
    kept = {term: value for term, value in terms.items() if value}
    return Judged(unit, tuple(others), repair, usual, Evidence(decision, kept))


def _of_word(
    unit: Unit, others: list[Unit], repair: Repair, usual: Unit | None
) -> dict[str, float]:
    """Return the terms that hold for any number of other editions."""
    copied = any(plain(o.text) == plain(unit.text) for o in others)
    return {
        "soft": float(repair.soft),
        repair.kind: 1.0,
        "first letter": float(repair.place == 0),
        "written right elsewhere": float(usual is not None),
        "repair is a known word": float(_known(repair.word, unit.language)),
        "a word": float(is_word(unit)),
        "they are words": float(any(is_word(o) for o in others)),
        "both are words": float(is_word(unit) and any(is_word(o) for o in others)),
        "opens a sentence": float(unit.opening),
        "not sure to be a name": float(not unit.certain),
        "in the tables": float(bool(unit.entities)),
        "they are in the tables": float(any(o.entities for o in others)),
        "known as it is": float(_known(unit.text, unit.language)),
        "short": float(max(0, 7 - len(unit.text))),
        "copied": float(unit.form is Form.FOREIGN),
        "copied alike": float(copied),
    }


def _foreign_letter(unit: Unit) -> bool:
    """Return whether a Cyrillic word has a letter that its language does not have: і in Russian."""
    letters = {c for c in plain(unit.text) if c.isalpha()}
    return is_cyrillic(unit.text) and not letters <= named(unit.language).alphabet


def _by_other_custom(one: str, two: str) -> bool:
    """Return whether consonants differ only as two customs write one: Jolani, Голани."""
    a, b = latin(one), latin(two)
    for custom, other in _CONSONANTS:
        a, b = a.replace(custom, other), b.replace(custom, other)
    alike = skeleton(one) == skeleton(two)
    return not alike and a.translate(_VOWELS) == b.translate(_VOWELS)


def _known(word: str, language: str) -> bool:
    return not is_cyrillic(word) and known(word, language)


def _written_elsewhere(
    names: Names, unit: Unit, others: list[Unit], near: list[float]
) -> Unit | None:
    """Return another spelling of the same edition that fits the others much better."""
    cyrillic, best, least = is_cyrillic(unit.text), None, sum(near) - NAMES.better
    for other in names.spellings.distinct[unit.edition]:
        if names.word(other) == names.word(unit) or is_cyrillic(other.text) != cyrillic:
            continue
        if OSA.distance(plain(other.text), plain(unit.text)) > _EDITS or _plural(unit, other):
            continue
        fit = sum(names.spellings.nearest(other, o) for o in others)
        if fit < least:
            best, least = other, fit
    return best


def _plural(one: Unit, two: Unit) -> bool:
    """Return whether Latin words are alike but for an ending: Korea, Koreas, Koreans."""
    a, b = sorted((plain(one.text), plain(two.text)), key=len)
    stem = a.removesuffix("s").removesuffix("n")
    return not is_cyrillic(a) and b.startswith(stem) and len(b) - len(stem) <= len("ns")
