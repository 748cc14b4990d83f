"""Findings about facts: who says what, at the exact characters.

Findings about words that stand in a bead: who says what, at the exact characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.checks import Check
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.evidence import is_foreign
from transcheck.comparing.wording import names, occurrences, sayings
from transcheck.comparing.wordwise import Sides
from transcheck.model import Comparison, Finding, Severity


def told(
    check: Check,
    comparison: Comparison,
    sides: Sides,
    places: Sequence[tuple[int, int, int]],
    suspect: int | None,
    template: str = "default",
) -> Iterator[Finding]:
    """Yield a finding about words of a bead, unless one is left in another language.

    Its template has the fields ``one`` (who stands alone, or is named last, and its words)
    and ``others``.

    Args:
        check: whose finding it is.
        comparison: the article.
        sides: the words of the bead.
        places: position of an edition, first and last of the words; the suspect's last.
        suspect: position of the edition that stands alone; None where nothing decides.
        template: which template of the check says it.
    """
    editions = comparison.article.editions
    found = []
    for n, first, last in places:
        side = sides[n]
        if side is None or is_foreign(editions[n], side.words[first].segment):
            return
        found.append(side.place(first, last, [s.text for s in editions[n].segments]))
    *others, one = (f"{place.language} “{place.text}”" for place in found)
    order = sorted(zip(places, found, strict=True), key=lambda pair: pair[0])
    yield check.finding(
        comparison.article.name,
        [place for _, place in order],
        template=template,
        suspects=() if suspect is None else (editions[suspect].language,),
        one=one,
        others=", ".join(others),
    )


DIFFERENCE = "{one}, but {others}"
"""English wording of `difference`: the edition that stands alone first."""


def difference(
    check: Check,
    comparison: Comparison,
    divergence: Divergence,
    severity: Severity,
    template: str = "default",
) -> Finding:
    """Return a finding for claims that are not the same.

    Its template has the fields ``one`` (who stands alone, and says what) and ``others``.
    """
    article = comparison.article
    *others, one = divergence.claims
    if len(one.editions) == len(others[0].editions):
        one, *others = divergence.claims
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        template=template,
        suspects=_languages(comparison, divergence),
        severity=severity,
        one=sayings(article, [one]),
        others=sayings(article, others),
    )


def omission(
    check: Check, comparison: Comparison, divergence: Divergence, severity: Severity
) -> Finding:
    """Return a finding for a claim that some editions leave out.

    Its template has the fields ``claim`` (who makes it, in which words) and ``absent``.
    """
    article = comparison.article
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        suspects=_languages(comparison, divergence),
        severity=severity,
        claim=sayings(article, divergence.claims),
        absent=names(article, divergence.absent),
    )


def _languages(comparison: Comparison, divergence: Divergence) -> list[str]:
    return [comparison.article.editions[n].language for n in divergence.suspects]
