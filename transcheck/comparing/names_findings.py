"""Names as findings: the places of units, and who says what."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.comparing.names_units import Unit
from transcheck.model import Article, Occurrence


def places(article: Article, found: Iterable[Unit]) -> tuple[Occurrence, ...]:
    """Return the places of units, edition by edition, each once."""
    unique = sorted({(u.edition, u.segment, u.start, u.end, u.text) for u in found})
    return tuple(
        Occurrence(article.editions[n].language, segment, start, end, text, text)
        for n, segment, start, end, text in unique
    )


def saying(article: Article, units: Iterable[Unit]) -> str:
    """Return who writes what: ``en “Rustan”, uk “Растан”``."""
    shown = {(u.edition, u.text): None for u in units}
    return ", ".join(f"{article.editions[n].language} “{text}”" for n, text in shown)
