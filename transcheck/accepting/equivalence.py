"""Findings that a glossary excuses: all that differs is said in ways it takes for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from transcheck.accepting.glossary import Equivalents, Glossary
from transcheck.comparing.phrases import spans
from transcheck.model import (
    Alignment,
    Article,
    Family,
    Finding,
    Occurrence,
    Suppression,
)
from transcheck.naming.distance import Verdict
from transcheck.naming.matching import match

BY = "glossary"
FAMILIES = frozenset({Family.NUMBER, Family.DATE, Family.NAME})
"""Findings about facts; that a passage is missing is a matter of no words."""
_WINDOW = 1
"""Sentences beside its counterpart in which an edition may have the wording."""


def excuse(
    article: Article, alignment: Alignment, findings: Sequence[Finding], glossary: Glossary
) -> tuple[Finding, ...]:
    """Return the findings, marked where the glossary excuses them."""
    if not glossary.entries:
        return tuple(findings)
    look = _Look(article, alignment)
    return tuple(_marked(look, finding, glossary) for finding in findings)


def _marked(look: _Look, finding: Finding, glossary: Glossary) -> Finding:
    if finding.suppressed or finding.family not in FAMILIES or not finding.occurrences:
        return finding
    for entry in glossary.entries:
        if entry.about(finding.code) and look.covers(entry, finding):
            return replace(finding, suppressed=Suppression(BY, entry.reason or str(entry)))
    return finding


class _Look(NamedTuple):
    """An article that wordings are looked for in."""

    article: Article
    alignment: Alignment

    def covers(self, entry: Equivalents, finding: Finding) -> bool:
        """Return whether every edition that the finding is about has a wording of the entry."""
        named = {place for place in finding.occurrences if self._named(entry, place)}
        if not named:
            return False
        alike = finding.family is Family.NAME
        values = {place.value for place in named if place.value and not alike}
        rest = [p for p in finding.occurrences if p not in named and p.value not in values]
        return all(alike and self._spelled_alike(entry, place) for place in rest) and all(
            self._said_in(entry, finding, edition) for edition in self._silent(finding)
        )

    def _named(self, entry: Equivalents, place: Occurrence) -> bool:
        """Return whether a wording of the entry stands where the finding points."""
        text = self._text(place.language, place.segment)
        return any(
            start <= place.start and place.end <= end
            for form in entry.in_language(place.language)
            for start, end in spans(form, text, place.language)
        )

    def _spelled_alike(self, entry: Equivalents, place: Occurrence) -> bool:
        """Return whether a name is one of the entry's, in a language it says nothing of."""
        return not entry.in_language(place.language) and any(
            match(form, language, place.text, place.language) is Verdict.SAME
            for language, form in entry.forms
        )

    def _silent(self, finding: Finding) -> list[int]:
        """Return the editions that the finding blames for saying nothing."""
        speaking = {place.language for place in finding.occurrences}
        languages = [edition.language for edition in self.article.editions]
        blamed = finding.suspects or (languages if len(speaking) == 1 else ())
        return [n for n, la in enumerate(languages) if la in blamed and la not in speaking]

    def _said_in(self, entry: Equivalents, finding: Finding, edition: int) -> bool:
        """Return whether an edition has a wording where the others have what it lacks."""
        own = self.article.editions[edition]
        forms = entry.in_language(own.language)
        return any(
            spans(form, own.segments[index].text, own.language)
            for index in self._beside(finding, edition)
            for form in forms
        )

    def _beside(self, finding: Finding, edition: int) -> Iterator[int]:
        """Yield the sentences of an edition next to those that the finding points at."""
        position = {e.language: n for n, e in enumerate(self.article.editions)}
        count = len(self.article.editions[edition].segments)
        places = {(position[place.language], place.segment) for place in finding.occurrences}
        for bead in self.alignment.beads:
            side = bead.sides[edition]
            if side and any(segment in bead.sides[n] for n, segment in places):
                yield from range(max(0, side[0] - _WINDOW), min(count, side[-1] + _WINDOW + 1))

    def _text(self, language: str, segment: int) -> str:
        edition = next(e for e in self.article.editions if e.language == language)
        return edition.segments[segment].text
