"""Quantities: the numbers of a sentence with what they count, bounded and normalised."""

from __future__ import annotations

from transcheck.facts.quantities.hedges import hedged
from transcheck.facts.quantities.reading import Found, read_quantities
from transcheck.facts.quantities.record import Bound, Quantity

__all__ = ["Bound", "Found", "Quantity", "hedged", "read_quantities"]
