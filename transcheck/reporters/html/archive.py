"""The page about a whole archive: how many findings of which kind, where, and when.

It looks like the page about articles, but it is read and not worked with: it has no program.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck import __version__
from transcheck.reporters.html.page import filled, style


@dataclass(frozen=True, slots=True)
class Count:
    """Open findings of one kind, edition or month, by severity."""

    name: str
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    articles: int = 0
    """Articles that have some; of a month, all articles."""

    @property
    def total(self) -> int:
        """Return how many findings these are."""
        return self.errors + self.warnings + self.infos


@dataclass(frozen=True, slots=True)
class Worst:
    """An article with grave findings."""

    article: str
    month: str
    title: str
    path: str
    errors: int
    warnings: int
    infos: int
    messages: tuple[str, ...] = ()
    """What the first of them say."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Why an article was not checked, or not completely."""

    article: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What an audit comes to."""

    articles: int
    unchecked: int
    findings: Count
    """All that are open."""
    accepted: int
    families: tuple[Count, ...]
    editions: tuple[Count, ...]
    """By the edition that stands alone; a finding may have several, or none."""
    months: tuple[Count, ...]
    worst: tuple[Worst, ...]
    reasons: tuple[Unchecked, ...]
    """The first of them."""
    signature: str


def page(overview: Overview) -> str:
    """Return the page."""
    digest = hashlib.sha256(style().encode()).digest()
    policy = (
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode('ascii')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return filled(
        "archive.html",
        overview=overview,
        charts=(
            ("Findings by kind", "kind", overview.families),
            ("By the edition that stands alone", "edition", overview.editions),
            ("By month of publication", "month", overview.months),
        ),
        share=_share,
        style=style(),
        policy=policy,
        version=__version__,
    )


def _share(count: int, counts: Sequence[Count]) -> float:
    """Return how long the bar of a count is, 0 to 100, beside those of the others."""
    return round(100 * count / max(1, *(one.total for one in counts)), 2)
