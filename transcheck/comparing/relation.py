"""How two values of the same kind relate: what they agree on, what not, what one leaves out."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """Whether two editions may mean the same by two values."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """One says more than the other, or says it otherwise; nothing contradicts."""
    DIFFERENT = "different"


class Relation(NamedTuple):
    """The verdict on two values, left and right, with what it rests on."""

    verdict: Verdict
    differing: tuple[str, ...] = ()
    """Components that both say and say differently: ``year``, ``month``, ``day``,
    ``weekday``, ``time``, … Empty in a `DIFFERENT` verdict: they are about different things
    ("Saturday", "2014") and neither contradicts the other."""
    left_only: tuple[str, ...] = ()
    """Components that only the left value says."""
    right_only: tuple[str, ...] = ()
    shifted: bool = False
    """One counts from publication ("ten years ago"), the other from a day in the story
    ("ten years earlier")."""

    loose: bool = False
    """Both say the same parts of a date, but not alike: "Monday night", «вечером»."""
    linked: bool = True
    """Whether they speak of the same, or the calendar says so: 2016 and "eight years earlier"
    do not, though nothing contradicts."""

    @property
    def contradicts(self) -> bool:
        """Return whether both speak of the same and say it differently."""
        return bool(self.differing)

    @property
    def rank(self) -> tuple[int, int]:
        """Return a key that is smaller the better the two agree."""
        order = (Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT).index(self.verdict)
        said_by_one = len(self.left_only) + len(self.right_only)
        return order, len(self.differing) + said_by_one + 2 * self.loose

    def mirrored(self) -> Relation:
        """Return the relation of right to left."""
        return self._replace(left_only=self.right_only, right_only=self.left_only)
