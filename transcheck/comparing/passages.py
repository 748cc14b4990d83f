"""Passages: runs of neighbouring beads that the same editions lack, and what comes to many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from transcheck.languages import named
from transcheck.limits import (
    COMPARING_PASSAGES_FEWEST_PARAGRAPHS,
    COMPARING_PASSAGES_MUCH,
    COMPARING_PASSAGES_SEVERAL,
)
from transcheck.model import (
    Article,
    Bead,
    Comparison,
    Cut,
    Edition,
    Kind,
    Occurrence,
    Segment,
    Severity,
)

_LOOSE = " ,;:—–-"
_INNER = str.maketrans("“”", "‘’")

OWN_KINDS = (Kind.HEADLINE, Kind.BYLINE, Kind.CAPTION)
"""Kinds that are only compared with their like; an edition may do without them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring beads that stand in the same editions."""

    beads: tuple[Bead, ...]
    present: tuple[int, ...]
    """Positions of the editions that have it."""
    absent: tuple[int, ...]
    """Positions of the editions that lack it."""
    kind: Kind
    """The kind of its sentences."""
    of: int = 0
    """Sentences of the first edition that has it, where it is much of them, in several places;
    else 0."""


def passages(comparison: Comparison) -> Iterator[Passage]:
    """Yield the passages that at least one edition lacks, in reading order; no furniture."""
    article = comparison.article

    def key(bead: Bead) -> tuple[tuple[int, ...], Kind]:
        filled = tuple(n for n, side in enumerate(bead.sides) if side)
        first = article.editions[filled[0]].segments[bead.sides[filled[0]][0]]
        return filled, first.kind

    told = [bead for bead in comparison.alignment.beads if key(bead)[1] is not Kind.FURNITURE]
    for (present, kind), run in groupby(told, key):
        absent = tuple(n for n in range(len(article.editions)) if n not in present)
        if absent:
            yield Passage(tuple(run), present, absent, kind)


def story(edition: Edition) -> tuple[Segment, ...]:
    """Return the sentences that are compared with each other, in reading order."""
    apart = (*OWN_KINDS, Kind.FURNITURE)
    return tuple([segment for segment in edition.segments if segment.kind not in apart])


def gathered(article: Article, found: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages; those that make one edition another version of the story are one.

    An editor is told once that an edition is far shorter or older, with all that it lacks.
    """
    alike: dict[tuple[int, ...], list[Passage]] = {}
    for passage in found:
        if passage.kind in OWN_KINDS:
            yield passage
        else:
            alike.setdefault(passage.present, []).append(passage)
    for present, own in alike.items():
        beads = tuple(bead for passage in own for bead in passage.beads)
        first = present[0]
        lacking = sum(len(bead.sides[first]) for bead in beads)
        total = len(story(article.editions[first]))
        if len(own) >= COMPARING_PASSAGES_SEVERAL and lacking >= COMPARING_PASSAGES_MUCH * total:
            yield Passage(beads, present, own[0].absent, Kind.BODY, total)
        else:
            yield from own


def occurrences(article: Article, beads: tuple[Bead, ...]) -> tuple[Occurrence, ...]:
    """Return every sentence of the beads as an occurrence, edition by edition."""
    return tuple(
        whole(edition.language, edition.segments[index])
        for n, edition in enumerate(article.editions)
        for bead in beads
        for index in bead.sides[n]
    )


def whole(language: str, segment: Segment) -> Occurrence:
    """Return an occurrence that covers a whole sentence."""
    return Occurrence(language, segment.index, 0, len(segment.text), segment.text)


def quoted(text: str, width: int = 60) -> str:
    """Return a text in quotation marks, cut at a word's end behind `width` characters.

    Quotation marks of the same kind inside it become single ones.
    """
    text = text.translate(_INNER)
    if len(text) > width:
        text = text[: text.rfind(" ", 0, width) + 1 or width].rstrip(" ,;:—–-") + "…"
    return f"“{text}”"


def parts(comparison: Comparison, cut: Cut) -> list[Occurrence]:
    """Return the part that a cut is about, in every edition that has it.

    Punctuation around it is left out.
    """
    found = []
    for position, start, end in cut.parts:
        edition = comparison.article.editions[position]
        offset = 0
        for index in comparison.alignment.beads[cut.bead].sides[position]:
            text = edition.segments[index].text
            first, last = max(0, start - offset), min(len(text), end - offset)
            first += len(text[first:last]) - len(text[first:last].lstrip(_LOOSE))
            last = first + len(text[first:last].rstrip(_LOOSE))
            if first < last:
                found.append(Occurrence(edition.language, index, first, last, text[first:last]))
            offset += len(text) + 1
    return found


def is_sentence(comparison: Comparison, part: Sequence[Occurrence]) -> bool:
    """Return whether a part that an edition lacks is a sentence of its own in another.

    Then a sentence is missing, whatever longer one the third edition tells it in.
    """
    segments = {edition.language: edition.segments for edition in comparison.article.editions}
    return any(
        place.text == segments[place.language][place.segment].text.strip(_LOOSE) for place in part
    )


def severity(article: Article, passage: Passage) -> Severity:
    """Return how grave it is that some editions lack a passage."""
    if passage.kind in OWN_KINDS:
        return Severity.INFO
    if passage.kind is Kind.HEADING:
        return Severity.WARNING if len(passage.present) > 1 else Severity.INFO
    return Severity.WARNING if adapted(article, passage) else Severity.ERROR


def adapted(article: Article, passage: Passage) -> bool:
    """Return whether a passage is background, a last paragraph or an explanation.

    One edition that shows it is enough: editions are paragraphed differently.
    """
    return any(_adapted(article, passage, position) for position in passage.present)


def _adapted(article: Article, passage: Passage, position: int) -> bool:
    edition = article.editions[position]
    whole = story(edition)
    own = {index for bead in passage.beads for index in bead.sides[position]}
    told = [s for s in whole if s.index in own]
    blocks = list(dict.fromkeys(s.block for s in whole))
    if not told or blocks[0] in {s.block for s in told}:
        return False
    explains = len(passage.present) == 1 and named(edition.language).abroad
    if explains and len(told) == 1:
        return True
    last = blocks[-1] if len(blocks) >= COMPARING_PASSAGES_FEWEST_PARAGRAPHS else None
    left = {s.block for s in whole if s.index not in own}
    return all(
        (s.block == last and last not in left) or _is_background(s, edition, whole) for s in told
    )


def _is_background(segment: Segment, edition: Edition, whole: Sequence[Segment]) -> bool:
    """Return whether a sentence opens as background, or one before it in its paragraph does."""
    opens, recalls = _wordings(edition.language)
    before = (s for s in whole if s.block == segment.block and s.index <= segment.index)
    return any(opens.match(s.text) for s in before) or recalls.search(segment.text) is not None


@cache
def _wordings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what opens background, and what tells it anywhere in a sentence."""
    words = named(language).words("background")
    opening = [word for word in words if not word.startswith("…")]
    inside = [word.removeprefix("…") for word in words if word.startswith("…")]
    return _any_of(opening, r"\W*"), _any_of(inside, r"\b")


def _any_of(phrases: list[str], before: str) -> re.Pattern[str]:
    found = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"{before}(?:{found})\b" if found else "(?!)", re.IGNORECASE)
