"""Why a name was reported, or was not: rows, evidence term by term, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slips import judged
from transcheck.comparing.names.swaps import swaps
from transcheck.comparing.names.units import Passage, Unit
from transcheck.comparing.names.verdicts import names_of
from transcheck.comparing.names.weights import Evidence
from transcheck.limits import NAMES, SLIPS_OFTEN, TRACING_LEAST, TRACING_SHOWN
from transcheck.model import Bead, Comparison
from transcheck.naming.attested import written


def trace_names(comparison: Comparison, bead: Bead) -> Iterator[str]:
    """Yield lines on the names of a bead: who has what, and what speaks for an error."""
    names = comparison.once(names_of)
    passage = next((p for p in names.passages if p.bead == bead), None)
    if passage is None:
        yield "names: no other edition says this"
        return
    yield "names that stand beside each other:"
    for row in passage.rows:
        yield "  " + ", ".join(_said(names, u) for side in row.places for u in side)
        yield from _pairs(names, [side[0] for side in row.places if side])
    yield from _slips(names, passage)
    yield from _swaps(names, passage)


def _pairs(names: Names, units: list[Unit]) -> Iterator[str]:
    for n, one in enumerate(units):
        for other in units[n + 1 :]:
            evidence = names.link(one, other)
            if evidence is not None:
                yield f"    {_said(names, one)} ~ {_said(names, other)}: {_sum(evidence)}"


def _slips(names: Names, passage: Passage) -> Iterator[str]:
    for row in passage.rows:
        weighed = list(judged(names, row))
        known = {one.unit for one in weighed}
        if len(row.editions()) > 1:
            for unit in (u for u in row.firsts() if u not in known):
                often = written(unit.text, unit.language) >= SLIPS_OFTEN
                why = (
                    "texts often have it"
                    if often
                    else "the others bear it out, or a rule of `slips` does"
                )
                yield f"letters of {_said(names, unit)} not weighed: {why}"
        for one in weighed:
            least = NAMES.slip if len(one.others) > 1 else NAMES.slip_of_two
            decided = "enough" if one.evidence.probability >= least else "not enough"
            yield (
                f"wrong letter in {_said(names, one.unit)}, meant “{one.repair.word}”: "
                f"{one.evidence.probability:.2f}, {decided} from {least}"
            )
            yield f"    {_sum(one.evidence)}"


def _swaps(names: Names, passage: Passage) -> Iterator[str]:
    for swap in swaps(names, passage):
        if swap.evidence.probability >= TRACING_LEAST:
            least = NAMES.swap if len(swap.instead) > 1 else NAMES.swap_of_two
            decided = "enough" if swap.evidence.probability >= least else "not enough"
            theirs = ", ".join(_said(names, u) for u in swap.instead)
            yield (
                f"{_said(names, swap.unit)} in place of {theirs}: "
                f"{swap.evidence.probability:.2f}, {decided} from {least}"
            )
            yield f"    {_sum(swap.evidence)}"


def _sum(evidence: Evidence) -> str:
    """Return the terms that weigh most: what they add to the log-odds, and their value."""
    shown = evidence.shares()[:TRACING_SHOWN]
    terms = ", ".join(f"{term} {value:.3g} → {adds:+.1f}" for term, value, adds in shown)
    return f"log-odds {evidence.log_odds:+.1f} = {terms}"


def _said(names: Names, unit: Unit) -> str:
    return f"{names.article.editions[unit.edition].language} “{unit.text}”"
