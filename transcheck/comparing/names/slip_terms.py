"""What speaks for a wrong letter in a word that the other editions have there, term by term.

A pair of terms has a number where it is of one of the other words: 1 for that of another
script, or that which the rules of romanising bind most, 2 for the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transcheck.comparing.names.repair import Repair
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import Unit, is_word
from transcheck.comparing.names.weights import Evidence
from transcheck.limits import (
    DISTANCE_FAR,
    NAMES,
    SLIP_TERMS_AGAIN,
    SLIP_TERMS_LONG,
    SLIP_TERMS_LONGER,
    SLIP_TERMS_MOST,
    SLIP_TERMS_SPLIT,
)
from transcheck.morphology import readings
from transcheck.naming.attested import written, written_so, written_with_another_end
from transcheck.naming.inflection import adjectival
from transcheck.naming.letters import is_cyrillic, plain
from transcheck.naming.romanising import bound
from transcheck.naming.sequences import usual
from transcheck.naming.tables import entities
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import known

SLIP, TWO_WAYS, OF_TWO = "slip", "two ways", "of two"
"""What decisions are called: the second where the edition spells the name in another way, too,
and what is added where a single other edition has it."""
_MORE = DISTANCE_FAR - SLIP_TERMS_SPLIT
_SOUNDS = ("consonant", "sort")
"""Repairs to another sound: it tells whether the rules of romanising ask for it."""


class Pair(NamedTuple):
    """A word and another edition's, as they are and with the repair."""

    nats: float
    apart: int
    """Letters off the rules of romanising."""
    left: float
    """Nats with the repair."""
    still: int
    """Letters off the rules with the repair."""

    @property
    def gain(self) -> float:
        """Return how much better the repaired word fits."""
        return min(NAMES.most, max(0.0, self.nats - self.left))

    @property
    def by_rule(self) -> bool:
        """Return whether the repaired word alone is romanised by the rules."""
        return self.apart > 0 == self.still

    def terms(self, number: int, size: int, ruled: float, repair: Repair) -> dict[str, float]:
        """Return the terms of the pair, given the letters of the word and an article's customs."""
        nats, gain, by_rule = self.nats, self.gain, float(self.by_rule)
        long = min(SLIP_TERMS_LONGER, max(0, size - SLIP_TERMS_LONG))
        return {
            f"nats {number}": min(nats, SLIP_TERMS_SPLIT),
            f"nats {number} over 12": min(_MORE, max(0.0, nats - SLIP_TERMS_SPLIT)),
            f"nats {number} a letter": min(5.0, nats / size),
            f"gain {number}": gain,
            f"apart {number} three": float(self.apart == 3),
            f"still apart {number} one": float(self.still == 1),
            f"still apart {number} two": float(self.still == 2),
            f"still apart {number} three": float(self.still == 3),
            f"by rule {number}, rule here": by_rule * ruled,
            f"by rule {number}, gain": by_rule * gain,
            f"by rule {number}, long": by_rule * long,
            f"by rule {number}, hard": by_rule * (not repair.soft),
            f"by rule {number}, {repair.kind}": by_rule * (repair.kind in _SOUNDS),
            f"gain {number} a letter": gain / size,
            f"not by rule {number}, rule here": float(self.apart > 0) * ruled,
        }


def evidence_of(
    names: Names,
    unit: Unit,
    others: Sequence[Unit],
    pairs: Sequence[Pair],
    repair: Repair,
    *,
    elsewhere: bool,
    rival: Unit | None,
    odd: bool,
    ended: float,
) -> Evidence:
    """Return the evidence for a wrong letter in a unit.

    Args:
        names: of the article.
        unit: the word that is judged.
        others: the words of other editions, as many as `pairs`.
        pairs: the unit with each of them.
        repair: what the word would be with one other letter.
        elsewhere: whether its edition has another word that fits the others much better.
        rival: another spelling of its edition where the others have the same words.
        odd: whether it has a letter that its language does not have.
        ended: nats by which it fits one of the others worse than its other cases do.
    """
    custom, ruled = names.usual((unit, *others))
    terms = _of_word(unit, others, repair)
    for number, pair in enumerate(pairs, 1):
        terms |= pair.terms(number, len(unit.text), ruled, repair)
    better = min(pair.gain for pair in pairs)
    perfect = max(pair.left for pair in pairs) <= NAMES.least
    total = sum(pair.nats for pair in pairs)
    terms |= {
        "letter of no such alphabet": float(odd),
        "its other cases fit": min(NAMES.most, ended),
        "written right elsewhere": float(elsewhere),
        "explained": max(0.0, total - sum(p.left for p in pairs)) / max(NAMES.least, total),
        "nothing left": better * perfect,
        "perfect": float(perfect),
        "soft, gain": better * repair.soft,
        "vowel, gain": better * (repair.kind == "vowel"),
        "usual here": custom,
        "ruled": ruled,
        "usual here, nothing left": better * perfect * custom,
        "said again": float(min(SLIP_TERMS_AGAIN, names.sentences(unit) - 1)),
    }
    terms |= _of_origin((unit, *others), pairs[0])
    terms |= _of_letters(unit, repair.word)
    terms |= _of_lists(names, unit, others, repair.word)
    if rival is not None:
        terms |= _of_rival(names, unit, rival, others)
    if len(others) > 1:
        terms |= _of_others(names, others, min(pair.nats for pair in pairs), better)
    kept = {term: value for term, value in terms.items() if value}
    return Evidence(_decision(unit, others, rival), kept)


def _decision(unit: Unit, others: Sequence[Unit], rival: Unit | None) -> str:
    name = TWO_WAYS if rival is not None else SLIP
    if len(others) == 1:
        name += f" {OF_TWO}"
    return name if rival is not None else f"{name} {_kind(unit, others)}"


def _kind(unit: Unit, others: Sequence[Unit]) -> str:
    if len(others) == 1 and is_cyrillic(unit.text) and is_cyrillic(others[0].text):
        return "one script"
    return "Cyrillic" if is_cyrillic(unit.text) else "Latin"


def _of_others(
    names: Names, others: Sequence[Unit], nearest: float, better: float
) -> dict[str, float]:
    """Return the terms of how far two others agree with each other."""
    agree = names.spellings.nearest(others[0], others[1])
    # A name that a Cyrillic text copies in Latin letters has no rules.
    copied = any(other.form is Form.FOREIGN for other in others)
    apart = 0 if copied else names.spellings.apart(others[0], others[1])
    return {
        "agree": agree,
        "they agree": float(agree <= NAMES.agree),
        "they agree, apart": float(apart),
        "they agree by rule": float(not copied and apart == 0),
        "disagree": max(0.0, agree - nearest),
        "both gain": better,
        "they agree, gain": better * (agree <= NAMES.agree),
        "they agree by rule, gain": better * (not copied and apart == 0),
        "lead": max(-20.0, min(20.0, nearest - agree)),
    }


def _of_origin(words: Sequence[Unit], pair: Pair) -> dict[str, float]:
    """Return the terms of whether the rules of romanising bind the name: Ukrainian ones."""
    odds = max((bound(u.text, u.language) for u in words if is_cyrillic(u.text)), default=0.0)
    return {
        "bound": odds,
        "bound, by rule": max(0.0, odds) * pair.by_rule,
        "bound, nats": max(0.0, odds) * min(pair.nats, SLIP_TERMS_SPLIT) / SLIP_TERMS_SPLIT,
        "bound, gain": max(0.0, odds) * pair.gain / NAMES.most,
    }


def _of_letters(unit: Unit, repaired: str) -> dict[str, float]:
    """Return the terms of how usual the letters are in the language of the word."""
    own, mended = usual(unit.text, unit.language), usual(repaired, unit.language)
    return {
        "unusual letters": own.worst,
        "unusual letters, mended": max(
            -SLIP_TERMS_MOST, min(SLIP_TERMS_MOST, own.worst - mended.worst)
        ),
        "more usual letters": max(-SLIP_TERMS_MOST, min(SLIP_TERMS_MOST, own.total - mended.total)),
    }


def _of_lists(names: Names, unit: Unit, others: Sequence[Unit], repaired: str) -> dict[str, float]:
    """Return the terms of whether lists of names have the words."""
    own, mended = (names.attested(word, unit.language) for word in (unit.text, repaired))
    theirs = [names.attested(o.text, o.language) for o in others if is_cyrillic(o.text)]
    here, better = written(unit.text, unit.language), written(repaired, unit.language)
    so = written_so(unit.text, unit.language)
    least = min(written(o.text, o.language) for o in others)
    return {
        "written": float(here),
        "never written": float(not here),
        "repair is written": float(better),
        "written more, mended": float(better - here),
        "they are written": float(least),
        "they alone are written": float(not here and least > 0),
        "written so": float(so),
        "written so more, mended": float(written_so(repaired, unit.language) - so),
        "written with another end": float(written_with_another_end(unit.text, unit.language)),
        "attested": float(own),
        "repair is attested": float(mended),
        "alone attested": float(own and not mended),
        "they are attested": float(bool(theirs) and all(theirs)),
        "they are not attested": float(bool(theirs) and not any(theirs)),
        "they alone are attested": float(bool(theirs) and all(theirs) and not own),
    }


def _of_rival(names: Names, unit: Unit, rival: Unit, others: Sequence[Unit]) -> dict[str, float]:
    """Return the terms of another spelling of the same edition."""
    mine, theirs = usual(unit.text, unit.language), usual(rival.text, rival.language)
    weigh = names.spellings.own
    fits = [weigh(unit, other) - weigh(rival, other) for other in others]
    rules = [names.spellings.apart(unit, o) - names.spellings.apart(rival, o) for o in others]
    word = _known(unit.text, unit.language)
    other = _known(rival.text, rival.language)
    return {
        "spelled otherwise, known": float(other) - float(word),
        "spelled otherwise, both known": float(other and word),
        "otherwise less unusual": max(
            -SLIP_TERMS_MOST, min(SLIP_TERMS_MOST, mine.worst - theirs.worst)
        ),
        "otherwise not nearer": max(-SLIP_TERMS_MOST, min(SLIP_TERMS_MOST, min(fits))),
        "otherwise by rule": float(sum(rules)),
    }


def _of_word(unit: Unit, others: Sequence[Unit], repair: Repair) -> dict[str, float]:
    """Return the terms of the words themselves."""
    keys = entities([repair.word], unit.language)[0]
    right, mended = _known(unit.text, unit.language), _known(repair.word, unit.language)
    sure = all(_known(o.text, o.language) for o in others)
    return {
        "soft": float(repair.soft),
        repair.kind: 1.0,
        "first letter": float(repair.place == 0),
        "last letter added": float(repair.place >= len(unit.text) - 1 and repair.kind == "added"),
        "letters of another alphabet": float(any(map(_accented, (unit, *others)))),
        "repair is a known word": float(mended),
        "repair alone is known": float(mended and not right),
        "they are known": float(sure),
        "they alone are known": float(sure and not right),
        "repair is in the tables": float(bool(keys)),
        "a word": float(is_word(unit)),
        "they are words": float(all(map(is_word, others))),
        "they are copied": float(all(o.form is Form.FOREIGN for o in others)),
        "both are words": float(is_word(unit) and any(map(is_word, others))),
        "not sure to be a name": float(not unit.certain),
        "they are in the tables": float(any(o.entities for o in others)),
        "known as it is": float(right),
        "short": float(max(0, 7 - len(unit.text))),
        "copied": float(unit.form is Form.FOREIGN),
        "they are adjectives": float(any(map(_adjective, others)) and not _adjective(unit)),
        "repair is a copy": float(any(plain(o.text) == repair.word for o in others)),
        "copied alike": float(any(plain(o.text) == plain(unit.text) for o in others)),
    }


def _adjective(unit: Unit) -> bool:
    """Return whether a Cyrillic word may be an adjective made from a name: Сарненській."""
    return is_cyrillic(unit.text) and adjectival(unit.text, unit.language)


def _accented(unit: Unit) -> bool:
    """Return whether a Latin word has letters that English has not: Częstochowa."""
    return not is_cyrillic(unit.text) and not plain(unit.text).replace("'", "").isascii()


def _known(word: str, language: str) -> bool:
    """Return whether a table of names or a dictionary has a word just so."""
    return known(word, language) or (is_cyrillic(word) and bool(readings(plain(word), language)))
