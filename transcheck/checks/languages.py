"""LAN001, LAN002: sentences and words in another language than their edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from transcheck.checks import Check, Option, check
from transcheck.checks.stating import LEAVE_ALONE
from transcheck.comparing.passages import quoted
from transcheck.comparing.phrases import spans
from transcheck.detecting.sentences import (
    Verdict,
    judge,
    judge_part,
    may_be_foreign,
    speaks_for_home,
    unquoted,
)
from transcheck.detecting.strays import Stray, Why, strays
from transcheck.languages import Language, named
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

LEFT_AS_THEY_ARE: Option[tuple[str, ...]] = Option(
    "leave-alone", (), "Phrases that may be in any language, where they are all that is foreign."
)


@check(
    code="LAN001",
    rule="wrong-language",
    family=Family.LANGUAGE,
    severity=Severity.ERROR,
    alone=True,
    templates={
        "default": "{edition} has a sentence in {language}: {quote}",
        "copy": "{edition} has a sentence in {language}, word for word as in {source}: {quote}",
        "quotation": "{edition} has a quotation in {language}: {quote}",
        "part": "{edition} has a sentence that is partly in {language}: {quote}",
        "block": "{edition} has {count} sentences in a row in {language}: {quote}",
    },
    options=(LEFT_AS_THEY_ARE,),
)
def wrong_language(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A sentence is in another language than its edition.

    It happens when an edition is written over the text of another one and a sentence or its
    second half is not translated. Readers see at once that nobody read the page.

    A sentence is judged by its letters, its function words and the frequency of its letter
    sequences. It needs five words; four where it has letters that its edition's language
    lacks, and three where the same words stand in the edition of the other language. Names,
    brands and titles do not count, and what stands in quotation marks may be in any
    language, as long as the words around it are not foreign too.

    It is an error. It is a warning in a caption, in a quotation that makes up the whole
    sentence, where only a part of the sentence is foreign, and where the languages are hard
    to tell apart. A quotation that all three editions leave in one language is not reported.
    Foreign sentences that follow one another are one finding.

    Bad:
        uk: Міст обстріляли вісім разів. Рух через нього закрили.
        en: The bridge was shelled eight times. It is closed to traffic.
        ru: Мост обстреляли восемь раз. Рух через нього закрили.

    Good:
        uk: Міст обстріляли вісім разів. Рух через нього закрили.
        en: The bridge was shelled eight times. It is closed to traffic.
        ru: Мост обстреляли восемь раз. «Рух закрили», — написал мэр.
    """
    article = comparison.article
    texts = {e.language: {segment.text for segment in e.segments} for e in article.editions}
    for edition in article.editions:
        others = {code: those for code, those in texts.items() if code != edition.language}
        found = [
            suspicion
            for suspicion in _suspicions(edition, others)
            if not _left_by_all(suspicion) and not _left_alone(this, suspicion)
        ]
        for block in _blocks(found):
            yield _finding(this, article.name, edition.language, block)


@dataclass(frozen=True, slots=True)
class _Suspicion:
    """A sentence that is taken for foreign, and what is known of it."""

    segment: Segment
    verdict: Verdict
    sources: frozenset[str]
    """Languages of the editions that have the same words."""
    template: str


def _suspicions(edition: Edition, others: Mapping[str, AbstractSet[str]]) -> Iterator[_Suspicion]:
    """Yield what is suspicious in an edition, given the texts of the others by language."""
    home = named(edition.language)
    for _, paragraph in groupby(edition.segments, key=lambda segment: segment.block):
        segments = tuple(paragraph)
        doubtful = [n for n, s in enumerate(segments) if may_be_foreign(s.text, home)]
        own_words = unquoted([s.text for s in segments]) if doubtful else ()
        for n in doubtful:
            segment = segments[n]
            sources = frozenset(code for code, texts in others.items() if segment.text in texts)
            suspicion = _suspect(segment, own_words[n], home, sources)
            if suspicion is not None:
                yield suspicion


def _suspect(
    segment: Segment, own: str, home: Language, sources: frozenset[str]
) -> _Suspicion | None:
    """Judge a sentence: its own words first, those in quotation marks only with them."""
    if segment.kind in (Kind.BYLINE, Kind.FURNITURE):
        return None
    verdict = judge(own, home, sources)
    quotes = own != segment.text
    if verdict is None and quotes and (sources or not speaks_for_home(own, home)):
        verdict = judge(segment.text, home, sources)
    if verdict is None:
        verdict = judge_part(own, home)
        template = "part"
    elif segment.kind is Kind.QUOTE or not any(map(str.isalpha, own)):
        template = "quotation"
    else:
        template = "copy" if verdict.language in sources else "default"
    return None if verdict is None else _Suspicion(segment, verdict, sources, template)


def _left_by_all(suspicion: _Suspicion) -> bool:
    """Return whether three editions agree to leave a quotation in one language."""
    return suspicion.template == "quotation" and len(suspicion.sources) >= 2


def _left_alone(this: Check, suspicion: _Suspicion) -> bool:
    """Return whether a sentence is foreign for nothing but a phrase that may be."""
    verdict, text = suspicion.verdict, suspicion.segment.text
    allowed = [
        range(start, end)
        for phrase in this.option(LEFT_AS_THEY_ARE)
        for start, end in spans(phrase, text, verdict.language)
    ]
    return bool(allowed) and not any(
        text[n].isalpha() and not any(n in span for span in allowed)
        for n in range(verdict.start, verdict.end)
    )


def _blocks(found: Sequence[_Suspicion]) -> Iterator[list[_Suspicion]]:
    """Yield what is suspicious, sentences in a row that are wholly in one language together."""
    block: list[_Suspicion] = []
    for suspicion in found:
        if block and not _follows(block[-1], suspicion):
            yield block
            block = []
        block.append(suspicion)
    if block:
        yield block


def _follows(one: _Suspicion, two: _Suspicion) -> bool:
    whole = {one.template, two.template} <= {"default", "copy"}
    near = two.segment.index == one.segment.index + 1
    return whole and near and one.verdict.language == two.verdict.language


def _finding(this: Check, article: str, edition: str, block: Sequence[_Suspicion]) -> Finding:
    places = []
    for suspicion in block:
        segment, verdict = suspicion.segment, suspicion.verdict
        text = segment.text[verdict.start : verdict.end]
        places.append(Occurrence(edition, segment.index, verdict.start, verdict.end, text))
    first = block[0]
    return this.finding(
        article,
        places,
        template=first.template if len(block) == 1 else "block",
        suspects=[edition],
        severity=Severity.ERROR if any(map(_is_grave, block)) else Severity.WARNING,
        edition=edition,
        language=named(first.verdict.language).name,
        source=first.verdict.language,
        count=str(len(block)),
        quote=quoted(places[0].text),
    )


def _is_grave(suspicion: _Suspicion) -> bool:
    whole = suspicion.verdict.sure and suspicion.template in ("default", "copy")
    return whole and suspicion.segment.kind is not Kind.CAPTION


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
            if _is_allowed(this, segment, run, edition.language):
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


def _is_allowed(this: Check, segment: Segment, run: list[Stray], language: str) -> bool:
    allowed = [
        range(start, end)
        for name in this.option(LEAVE_ALONE)
        for start, end in spans(name, segment.text, language)
    ]
    return bool(allowed) and all(any(stray.start in span for span in allowed) for stray in run)
