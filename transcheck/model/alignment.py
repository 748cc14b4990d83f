"""Records of what stands beside what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """What the editions say in one place: m to n sentences of each, or none."""

    sides: tuple[tuple[int, ...], ...]
    """Indexes of segments, one tuple an edition, in the order of `Article.editions`."""
    score: float
    """0 to 1: how sure it is that the sides say the same; for a bead with one side
    alone, how sure it is that the others have nothing to match."""
    moved: bool = False
    """True where the sides stand in another order than the rest of the article."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence, or run of sentences, of which a part stands in some editions only."""

    bead: int
    """Position of its bead in the alignment."""
    edition: int
    """Position of the edition that stands alone: with less, or with more than the others."""
    parts: tuple[tuple[int, int, int], ...]
    """For each edition that has the part: its position, start and end of the part in its
    text of the bead (segments joined by a space)."""
    score: float
    """0 to 1: how sure it is."""

    @property
    def surplus(self) -> bool:
        """Return whether the edition that stands alone has more, not less, than the others."""
        return self.parts[0][0] == self.edition


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in reading order of the first edition; every segment is in exactly one."""

    beads: tuple[Bead, ...]
    cuts: tuple[Cut, ...] = ()
