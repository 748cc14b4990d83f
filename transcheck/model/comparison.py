"""What a check may look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from transcheck.model.alignment import Alignment
from transcheck.model.findings import Fact, Waiting
from transcheck.model.texts import Article, Edition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All a check may look at: the article, its alignment and its facts."""

    article: Article
    alignment: Alignment
    facts: tuple[tuple[Fact, ...], ...] = field(default=())
    """The facts of each edition, in the order of `Article.editions`, in reading order."""
    missing: tuple[Waiting, ...] = ()
    """Editions that are required and not there to be compared."""
    strangers: tuple[Edition, ...] = ()
    """Editions that are not in the article, as they tell another story."""
    _shared: dict[Callable[[Comparison], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, work: Callable[[Comparison], T]) -> T:
        """Return ``work(self)``, worked out at the first call only.

        For what several checks build on; it is forgotten together with the comparison.
        """
        if work not in self._shared:
            self._shared[work] = work(self)
        return cast("T", self._shared[work])
