"""Whether two editions bound one number alike: about, up to, more than, only."""

from __future__ import annotations

from transcheck.facts.numbers.records import Bound, Form, Quantity

_ALIKE = (
    frozenset({Bound.ABOUT, Bound.NEARLY}),
    frozenset({Bound.NEARLY, Bound.LESS_THAN}),
    frozenset({Bound.LESS_THAN, Bound.UP_TO}),
    frozenset({Bound.MORE_THAN, Bound.AT_LEAST}),
)
"""Bounds that translators use for each other: "close to" and «близько», "over" and «от»."""


def bounds_agree(left: Quantity, right: Quantity) -> bool:
    """Return whether the words around two equal numbers bound them in the same way.

    A doubtful bound («до», "over", «всего») agrees with none and with its own kind.
    """
    decades = (left.form is Form.DECADE) + (right.form is Form.DECADE)
    if decades == 1 and left.form is not Form.ORDINAL and right.form is not Form.ORDINAL:
        # "in his 40s" is not "aged 40"; an ordinal, «40-х», may be the plural as well.
        return left.bound is not None or right.bound is not None
    if left.bound is right.bound or left.low == 0:
        # "almost zero" is as good as "zero".
        return True
    if left.bound is None or right.bound is None:
        bounded = left if left.bound else right
        # "Some 30 to 40" is no less exact than "30 to 40".
        redundant = bounded.ends is not None and bounded.bound is Bound.ABOUT
        return redundant or not bounded.bound_sure
    return any(left.bound in kind and right.bound in kind for kind in _ALIKE)
