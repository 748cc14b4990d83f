"""Exact numbers: whole ones as `int`, the others as `Fraction`.

The two compare and hash alike; whole numbers are nearly all there are, and a fraction of
them is many times slower to make and to compare. A quotient of two ints would be a float:
`ratio` is not.
"""

from __future__ import annotations

from fractions import Fraction

Exact = int | Fraction
"""What never is rounded."""


def exact(value: str | Exact) -> Exact:
    """Return a number, or what a table writes for one (``0.5``, ``1/3``), whole where it can be."""
    found = Fraction(value) if isinstance(value, str) else value
    return found.numerator if found.denominator == 1 else found


def ratio(above: Exact, below: Exact) -> Exact:
    """Return one number divided by another."""
    if isinstance(above, int) and isinstance(below, int) and not above % below:
        return above // below
    return exact(Fraction(above) / below)


def size(value: Exact) -> Exact:
    """Return a number without its sign."""
    return -value if value < 0 else value
