"""Articles for tests: sentences given by language, aligned by number unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from transcheck.checks import CHECKS
from transcheck.model import (
    Alignment,
    Article,
    Bead,
    Comparison,
    Cut,
    Edition,
    Fact,
    Finding,
    Kind,
    Segment,
)

Sides = tuple[tuple[int, ...], ...]


def edition(
    language: str,
    sentences: str | Sequence[str],
    *,
    kind: Kind = Kind.BODY,
    blocks: Iterable[int] | None = None,
    published: date | None = None,
) -> Edition:
    """Return an edition; every sentence is a paragraph unless `blocks` says which it is in."""
    texts = [sentences] if isinstance(sentences, str) else sentences
    segments = (
        Segment(n, kind, text, block, n + 1, 1, n + 1, len(text) + 1)
        for n, (text, block) in enumerate(
            zip(texts, range(len(texts)) if blocks is None else blocks, strict=True)
        )
    )
    return Edition(language, Path(f"{language}.txt"), "", tuple(segments), published=published)


def compared(
    editions: Iterable[Edition],
    facts_of: Callable[[Edition], tuple[Fact, ...]],
    *,
    beads: Sequence[Sides] = (),
    cuts: tuple[Cut, ...] = (),
    score: float = 0.95,
) -> Comparison:
    """Return editions whose sentences correspond by number, or as `beads` says."""
    made = tuple(editions)
    count = max(len(e.segments) for e in made)
    sides = beads or [tuple((n,) for _ in made) for n in range(count)]
    alignment = Alignment(tuple(Bead(side, score) for side in sides), cuts)
    return Comparison(Article("story", made), alignment, tuple(map(facts_of, made)))


def findings(code: str, comparison: Comparison) -> list[Finding]:
    """Return what one check finds."""
    check = CHECKS.get(code)
    return list(check.run(check, comparison))
