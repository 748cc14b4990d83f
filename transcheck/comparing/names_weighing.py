"""How unlikely it is that two units of an article are one name."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import same_up_to, surprise_within, words_alike
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.matching import surprise_of_names, words_of
from transcheck.naming.tables import normal, stems


def alike(a: Unit, b: Unit) -> bool:
    """Return whether two units are of one entity, or have words with enough letters in common."""
    if not a.entities.isdisjoint(b.entities):
        return True
    if not a.several and not b.several:
        return words_alike(a.text, b.text)
    return any(words_alike(one, other) for one in words_in(a) for other in words_in(b))


def words_in(unit: Unit) -> tuple[str, ...]:
    """Return the words of a unit that are compared."""
    return words_of(unit.text) if unit.several else (unit.text,)


def weigh(a: Unit, b: Unit, limit: float) -> float:
    """Return how unlikely it is that two units that are `alike` are one name, in nats.

    Beyond the limit the answer is any number that is greater.
    """
    if (a.entities or b.entities) and (
        not a.entities.isdisjoint(b.entities) or _derived(a, b) or _derived(b, a)
    ):
        return 0.0
    if a.several and b.several:
        return surprise_of_names(a.text, a.language, b.text, b.language)
    if a.several or b.several:
        one, several = (b, a) if a.several else (a, b)
        words = [w for w in words_of(several.text) if w[:1].isupper()]
        return min(
            (surprise_within(one.text, one.language, w, several.language, limit) for w in words),
            default=float("inf"),
        )
    return surprise_within(a.text, a.language, b.text, b.language, limit, alike=True)


def _derived(a: Unit, b: Unit) -> bool:
    """Return whether a unit is the adjective or the people of what another is the name of."""
    if not a.entities or b.entities:
        return False
    known = stems(b.language)
    beginnings = tuple(stem for key in a.entities for stem in known.get(key, ()))
    # A Cyrillic column has beginnings; Latin words of a table have their entities already.
    return is_cyrillic(b.text) and bool(beginnings) and normal(b.text).startswith(beginnings)


def whole(members: Sequence[Unit], other: Unit) -> bool:
    """Return whether neighbours of one name, written as one word, are another unit.

    Editions do not agree where a name has hyphens or spaces: `Kai-Fu`, «Кайфу».
    """
    text, language = "".join([u.text for u in members]), members[0].language
    if not words_alike(text, other.text):
        return False
    limit = same_up_to(min(len(text), len(other.text)))
    return surprise_within(text, language, other.text, other.language, limit, alike=True) <= limit
