"""How many phrases that are taken out of a sentence are found, end to end.

    python -m benchmarks.deletions FOLDER... [--count 500] [--seed 1] [--model FILE]

A FOLDER has articles as `transcheck gate` reads them, each in three languages. For each
deletion one phrase of 3 to 8 words is taken out of a sentence that all three editions have,
anew each time, and the article is compared from its files' text on: all checks, and the check of
missing phrases alone. It counts as found where an error or warning that the article did not have
before suspects the edition and points at the sentence in another. `--model` measures other models
than the shipped ones, which have been trained on such articles.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import click

from training.phrase_stories import phrases, texts_given
from transcheck import embedding
from transcheck.accepting import Policy
from transcheck.comparing import phrases_lost
from transcheck.comparing.phrases_lost import Models
from transcheck.comparing.wordwise import sides
from transcheck.discovery import ArticleFiles, discover
from transcheck.model import Article, ArticleReport, Family, Kind
from transcheck.pipeline import check_many

POLICIES = {"PAR002": Policy(codes=frozenset({"PAR002"})), "all checks": Policy()}
CODES = ("uk", "en", "ru")
OTHERS = (Family.MOVED, Family.LANGUAGE)
"""Families that say nothing of what is lacking; a number or name that is gone with it does."""
TRIES = 20
"""Sentences that are looked at before an article is given up."""


class Deletion(NamedTuple):
    """An article of which a phrase was taken out."""

    article: str
    texts: dict[str, str]
    suspect: str
    words: int
    others: dict[str, str]
    """The sentence in the other editions."""


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--count", "number", default=500, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--model", type=click.Path(exists=True, path_type=Path))
def main(folders: Sequence[Path], number: int, seed: int, model: Path | None) -> None:
    """Print the share of deletions that are found."""
    if model:
        models = Models.read(model)
        phrases_lost.shipped = lambda: models  # type: ignore[assignment]
    articles = [a for a in discover(list(folders)).articles if len(a.editions) == len(CODES)]
    encoder = embedding.load(embedding.DEFAULT)
    before = {name: list(check_many(articles, encoder, own)) for name, own in POLICIES.items()}
    known = {name: {said for r in reports for said in _said(r)} for name, reports in before.items()}
    read = {a.name: _texts(a) for a in articles}
    found: Counter[tuple[str, ...]] = Counter()
    total: Counter[str] = Counter()
    for deletion in islice(deletions(before["PAR002"], read, seed), number):
        length = "3 to 4 words" if deletion.words <= 4 else "5 to 8 words"
        groups = ("all", deletion.suspect, length)
        total.update(groups)
        for name, policy in POLICIES.items():
            (report,) = check_many([texts_given(deletion.article, deletion.texts)], encoder, policy)
            if _is_found(report, deletion, known[name]):
                found.update((group, name) for group in groups)
    print("deletions     number    by PAR002  by all checks")
    for group, size in sorted(total.items()):
        shares = (found[group, name] / size for name in POLICIES)
        print(f"{group:14}{size:6}  " + "  ".join(f"{share:11.3f}" for share in shares))


def deletions(
    reports: Sequence[ArticleReport], read: dict[str, dict[str, str]], seed: int
) -> Iterator[Deletion]:
    """Yield deletions without end, one of each article in turn."""
    for number in count():
        for report in reports:
            chance = random.Random(f"{seed} {number} {report.article}")  # noqa: S311 - no secret
            made = _deletion(report, read[report.article], chance)
            if made:
                yield made


def _deletion(
    report: ArticleReport, texts: dict[str, str], chance: random.Random
) -> Deletion | None:
    article = Article(report.article, report.editions)
    x = chance.randrange(len(CODES))
    for _ in range(TRIES):
        bead = chance.choice(report.alignment.beads)
        if any(len(side) != 1 for side in bead.sides):
            continue
        told = [e.segments[s[0]] for e, s in zip(report.editions, bead.sides, strict=True)]
        if any(segment.kind is not Kind.BODY for segment in told):
            continue
        side, suspect = sides(article, bead)[x], report.editions[x].language
        spans = phrases(side) if side is not None else []
        if side is None or not spans or texts[suspect].count(told[x].text) != 1:
            continue
        first, last = chance.choice(spans)
        start = side.words[first].start
        end = side.words[last].start if last < len(side) else side.words[-1].end
        left = tidied(told[x].text[:start] + told[x].text[end:])
        return Deletion(
            report.article,
            texts | {suspect: texts[suspect].replace(told[x].text, left)},
            suspect,
            last - first,
            {e.language: s.text for e, s in zip(report.editions, told, strict=True)},
        )
    return None


def tidied(text: str) -> str:
    """Return a sentence without the marks that a deletion leaves behind."""
    text = re.sub(r"\s+([,.;:!?»”])", r"\1", re.sub(r"\s+", " ", text))
    return re.sub(r"[,;:]+\s*(?=[.!?])", "", re.sub(r",\s*(?=,)", "", text)).strip()


def _texts(article: ArticleFiles) -> dict[str, str]:
    return {
        language: path.read_text(encoding="utf-8")
        for language, path in zip(CODES, article.editions, strict=True)
    }


Said = tuple[str, str, frozenset[tuple[str, str]]]
"""Article and code of a finding, and the words it points at."""


def _said(report: ArticleReport) -> list[Said]:
    return [
        (report.article, f.code, frozenset((o.language, o.text) for o in f.occurrences))
        for f in report.findings
    ]


def _is_found(report: ArticleReport, deletion: Deletion, known: set[Said]) -> bool:
    texts = {e.language: e.segments for e in report.editions}
    return any(
        finding.severity.rank
        and finding.family not in OTHERS
        and finding.suspects == (deletion.suspect,)
        and said not in known
        and any(
            texts[o.language][o.segment].text == deletion.others[o.language]
            for o in finding.occurrences
            if o.language != deletion.suspect
        )
        for finding, said in zip(report.findings, _said(report), strict=True)
    )


if __name__ == "__main__":
    main()
