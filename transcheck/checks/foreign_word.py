"""LAN002: a word of another language, or of another script, inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from transcheck.checks import Check, check
from transcheck.checks.leniency import LEAVE_ALONE
from transcheck.comparing.passages import quoted
from transcheck.comparing.phrases import spans
from transcheck.detecting.sentences import judge, judge_part, unquoted
from transcheck.detecting.strays import Stray, Why, strays
from transcheck.languages import named
from transcheck.model import (
    Comparison,
    Edition,
    Family,
    Finding,
    Kind,
    Occurrence,
    Segment,
    Severity,
)

_UNREAD = (Kind.BYLINE, Kind.FURNITURE)


@check(
    code="LAN002",
    rule="foreign-word",
    family=Family.LANGUAGE,
    severity=Severity.WARNING,
    alone=True,
    templates={
        "script": "{edition} has {language} letters in its text: {quote}",
        "letter": "{edition} has a word with letters of two scripts that look alike: {quote}",
        "language": "{edition} has a {language} word in its text: {quote}",
    },
    options=(LEAVE_ALONE,),
)
def foreign_word(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A sentence is in the language of its edition, but for a word.

    A word was left over when the text was written over another edition, or a letter was typed
    on the wrong keyboard: a Latin "i" in a Cyrillic word looks right, and no search finds it.

    Reported are Cyrillic words in English text, words with letters that the language lacks («і»
    in Russian, «ы» in Ukrainian), words that only the dictionary of the other language has and
    whose sequences of letters are its own, and words with letters of both scripts. Names, tags,
    addresses, and what stands in quotation marks, brackets or code may be in any language.
    A sentence that is foreign as a whole or for half of it is another finding (LAN001).

    It is a warning. Letters that look alike, which readers do not see, are info where editions
    are compared. Neighbouring words of one sentence are one finding.

    Bad:
        uk: Рух через міст закрили до весни.
        en: The bridge is closed до весны.
        ru: Движение по мосту закрыли до весни.

    Good:
        uk: Рух через міст закрили до весни.
        en: The bridge is closed until spring (Ukrainian: «до весни»).
        ru: Движение по мосту закрыли «до весни», как написал мэр.
    """
    several = len(comparison.article.editions) > 1
    for edition in comparison.article.editions:
        for segment, run in _runs(edition):
            start, end = run[0].start, run[-1].end
            text = segment.text[start:end]
            if _left_alone(this, segment, run, edition.language):
                continue
            unseen = several and run[0].why is Why.LETTER
            yield this.finding(
                comparison.article.name,
                [Occurrence(edition.language, segment.index, start, end, text)],
                template=run[0].why.value,
                severity=Severity.INFO if unseen else Severity.WARNING,
                suspects=[edition.language],
                edition=edition.language,
                language=named(run[0].language).name,
                quote=quoted(text),
            )


def _runs(edition: Edition) -> Iterator[tuple[Segment, list[Stray]]]:
    """Yield the words that stray, neighbouring ones of a sentence together."""
    home = named(edition.language)
    for _, paragraph in groupby(edition.segments, key=lambda segment: segment.block):
        segments = tuple(paragraph)
        for segment, own in zip(segments, unquoted([s.text for s in segments]), strict=True):
            found = list(strays(own, home)) if segment.kind not in _UNREAD else []
            if found and (judge(own, home) or judge_part(own, home)):
                continue
            run: list[Stray] = []
            for stray in found:
                if run and (own[run[-1].end : stray.start].strip() or run[-1].why != stray.why):
                    yield segment, run
                    run = []
                run.append(stray)
            if run:
                yield segment, run


def _left_alone(this: Check, segment: Segment, run: list[Stray], language: str) -> bool:
    allowed = [
        range(start, end)
        for name in this.option(LEAVE_ALONE)
        for start, end in spans(name, segment.text, language)
    ]
    return bool(allowed) and all(any(stray.start in span for span in allowed) for stray in run)
