"""Reports made by hand, with text as newsrooms write it; nothing here runs the tool."""

from __future__ import annotations

from pathlib import Path

from transcheck.checks import fingerprint
from transcheck.model import (
    Alignment,
    ArticleReport,
    Bead,
    Edition,
    Family,
    Finding,
    Kind,
    Message,
    Occurrence,
    Report,
    Segment,
    Severity,
    Skipped,
    Suppression,
)

SIGNATURE = "encoder=sample|version=1"

UK = (
    "Бої за Хомс: міст на трасі М5 уразили щонайменше вісім разів",
    "Повстанці за два дні взяли Растан і Тальбісу та підійшли до Хомса.",
    "Близько 1 500 бійців залишили місто вночі, повідомив командувач.",
    "Росія та Асад бомбили трасу М5, щоб зупинити наступ.",
    "У 2016 році з міста вже вивозили повстанців автобусами.",
    "Лідер «Хезболли» Наїм Касем пообіцяв підтримку Дамаску.",
)
EN = (
    "Battle for Homs: the bridge on the M5 highway was hit at least eight times",
    "In two days the rebels took Rastan and Talbiseh and came up to Homs.",
    "About 2,500 fighters left the city at night, a commander said.",
    "Russia and Assad bombed the M5 highway to stop the advance.",
    "In 2016 rebels had already been bused out of the city.",
    "Hezbollah leader Naim Qassem promised Damascus support.",
)
RU = (
    "Бои за Хомс: мост на трассе М5 поразили не менее восьми раз",
    "Повстанцы за два дня взяли Растан и Тальбису и подошли к Хомсу.",
    "Около 1 500 бойцов покинули город ночью, сообщил командир.",
    "Россия и Асад бомбили трассу М5, чтобы остановить наступление.",
    "Лидер «Хезболлы» Наим Касем пообещал поддержку Дамаску.",
)


def edition(language: str, sentences: tuple[str, ...], folder: str = "stories/homs") -> Edition:
    """Return an edition with one sentence on every second line, the first a headline."""
    segments = tuple(
        Segment(
            index=n,
            kind=Kind.BODY if n else Kind.HEADLINE,
            text=text,
            block=n,
            line=1 + 2 * n,
            column=1,
            end_line=1 + 2 * n,
            end_column=1 + len(text),
        )
        for n, text in enumerate(sentences)
    )
    return Edition(language, Path(f"{folder}/{language}.txt"), sentences[0], segments)


def occurrence(edition: Edition, segment: int, text: str = "", value: str = "") -> Occurrence:
    """Return the place of `text`, or of the whole sentence, in a segment of an edition."""
    sentence = edition.segments[segment].text
    text = text or sentence
    start = sentence.index(text)
    return Occurrence(edition.language, segment, start, start + len(text), text, value or None)


def finding(
    code: str,
    rule: str,
    family: Family,
    text: str,
    occurrences: tuple[Occurrence, ...],
    *,
    severity: Severity = Severity.ERROR,
    suspects: tuple[str, ...] = (),
    suppressed: Suppression | None = None,
) -> Finding:
    """Return a finding as a check would build it."""
    words = (o.text for o in occurrences)
    return Finding(
        code=code,
        rule=rule,
        family=family,
        severity=severity,
        text=text,
        message=Message("default"),
        suspects=suspects,
        occurrences=occurrences,
        fingerprint=fingerprint("homs", code, *words),
        suppressed=suppressed,
    )


def homs() -> ArticleReport:
    """Return an article in three editions: a number differs, a sentence is missing in ru."""
    uk, en, ru = edition("uk", UK), edition("en", EN), edition("ru", RU)
    beads = (
        *(Bead(((n,), (n,), (n,)), 0.95123) for n in range(4)),
        Bead(((4,), (4,), ()), 0.88),
        Bead(((5,), (5,), (4,)), 0.97),
    )
    findings = (
        finding(
            "NUM001",
            "number-differs",
            Family.NUMBER,
            "en says 2,500, uk and ru say 1,500",
            (
                occurrence(uk, 2, "1 500", "1500"),
                occurrence(en, 2, "2,500", "2500"),
                occurrence(ru, 2, "1 500", "1500"),
            ),
            suspects=("en",),
        ),
        finding(
            "MIS001",
            "missing-passage",
            Family.MISSING,
            "ru leaves out a sentence that uk and en have",
            (occurrence(uk, 4), occurrence(en, 4)),
            suspects=("ru",),
        ),
        finding(
            "NAM001",
            "name-differs",
            Family.NAME,
            "en writes Qassem, uk and ru write Касем",
            (
                occurrence(uk, 5, "Касем"),
                occurrence(en, 5, "Qassem"),
                occurrence(ru, 4, "Касем"),
            ),
            severity=Severity.WARNING,
            suppressed=Suppression("glossary", "house spelling"),
        ),
    )
    return ArticleReport("homs", (uk, en, ru), Alignment(beads), findings)


def pair() -> ArticleReport:
    """Return an article in two editions: the second adds a sentence and moves another."""
    uk = edition("uk", UK[:4], "stories/pair")
    en = edition("en", (EN[0], EN[2], EN[1], EN[3], "Nobody was hurt."), "stories/pair")
    beads = (
        Bead(((0,), (0,)), 0.95),
        Bead(((1,), (2,)), 0.9, moved=True),
        Bead(((2,), (1,)), 0.9),
        Bead(((3,), (3,)), 0.9),
        Bead(((), (4,)), 0.8),
    )
    findings = (
        finding(
            "ADD001",
            "added-passage",
            Family.ADDED,
            "en adds a sentence",
            (occurrence(en, 4),),
            severity=Severity.WARNING,
            suspects=("en",),
        ),
        finding(
            "MOV001",
            "moved-passage",
            Family.MOVED,
            "en says it later than uk",
            (occurrence(uk, 1), occurrence(en, 2)),
            severity=Severity.INFO,
        ),
    )
    return ArticleReport("pair", (uk, en), Alignment(beads), findings)


def broken() -> ArticleReport:
    """Return an article that could not be checked."""
    skipped = Skipped(
        what="stories/kherson/en.html",
        reason="the file is empty",
        hint="put the English text in it or remove it",
    )
    return ArticleReport("kherson", (), Alignment(()), (), (skipped,))


def clean() -> ArticleReport:
    """Return an article whose editions say the same."""
    uk, en = edition("uk", UK[:2], "stories/clean"), edition("en", EN[:2], "stories/clean")
    beads = tuple(Bead(((n,), (n,)), 0.95) for n in range(2))
    return ArticleReport("clean", (uk, en), Alignment(beads), ())


def everything() -> Report:
    """Return a run over all the articles above."""
    return Report((homs(), pair(), broken(), clean()), SIGNATURE)
