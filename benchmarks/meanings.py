"""Ablation of opposites, negations, attributions and missing phrases: what each part adds.

    python -m benchmarks.meanings --right FOLDER --planted FOLDER [--half a] [--deletions 100]

Each axis, office, rule, limit and family of columns is switched off in turn, all else
unchanged; printed is how many planted errors are found then, and how many alarms right articles
have. A FOLDER of ``--right`` has articles as `transcheck gate` reads them, one of ``--planted``
is written as ``benchmarks/newsroom/data/stories``; its right stories count, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import click
import numpy as np

from benchmarks.deletions import deletions
from benchmarks.newsroom.judging import in_half, read_lines, same_sentence
from training.phrase_stories import texts_given
from transcheck import embedding
from transcheck.accepting import Policy
from transcheck.comparing import phrases_lost
from transcheck.comparing.poles import forms, sayings
from transcheck.discovery import discover
from transcheck.facts import extract
from transcheck.model import Article, ArticleReport, Comparison
from transcheck.pipeline import check_many, run_checks

MEANINGS, PHRASES = ("MEA002", "MEA003", "MEA004"), ("PAR002",)
KINDS = frozenset({"opposite", "negation", "attribution", "phrase"})
"""Planted errors that count."""
MARKS = ("planted.jsonl", "gold.jsonl")
_NEVER = lambda *_: ()  # noqa: E731
OFF: dict[tuple[str, ...], dict[str, Any]] = {
    MEANINGS: {
        "opposites._View._replaced": _NEVER, "opposites._View._exchanged": _NEVER,
        "opposites._View.of_two": _NEVER, "opposites._denied": _NEVER,
        "opposites.OPPOSITES_NEAREST": 0, "opposites.OPPOSITES_REACH": 1000,
        "opposites.OPPOSITES_CROSSED": -9.0, "opposites.OPPOSITES_SAME_NEIGHBOURS": 9.0,
        "opposites.OPPOSITES_SURE_NEIGHBOURS": -9.0, "opposites.OPPOSITES_SAME_OBJECT": -9.0,
        "negations._lost": _NEVER, "negations._gained": _NEVER, "negations._tinged": _NEVER,
        "negations.NEGATIONS_NEAR": 0,
        "negations.NEGATIONS_SAME_NEIGHBOURS": -9.0, "negations.NEGATIONS_COUNTERPART": -9.0,
        "negations.NEGATIONS_REACH": 1000, "attributions._another_office": _NEVER,
        "attributions._another_person": _NEVER, "attributions.ATTRIBUTIONS_BESIDE": 1000,
        "attributions.ATTRIBUTIONS_BESIDE_NAME": 1000,
    },
    PHRASES: {
        "phrases_lost.abbreviated": _NEVER, "phrases_lost.PHRASES_LOST_SHORTEST": 1,
        "phrases_lost.PHRASES_LOST_NEARBY": 0, "phrases_lost.PHRASES_LOST_FAR": 0,
        "lacking.LACKING_NEARLY_THERE": -9.0, "lacking.LACKING_NEARLY_ABSENT": 9.0,
        "lacking.LACKING_KIN": -9.0,
    },
}  # fmt: skip
"""Rules and limits, by the checks that they concern, with what does without them."""
COLUMNS: dict[str, dict[str, Sequence[int]]] = {
    "words": {
        "in the suspect": range(5), "in the other": range(5, 10), "missed": range(10, 12),
        "back": range(12, 15), "the word": range(15, 20), "neighbours": range(20, 28),
        "place": range(28, 35), "unexplained": [35], "languages": range(36, 38),
        "sentence": range(38, 45), "literal": range(45, 48), "left over": range(48, 50),
        "room": range(50, 56),
    },
    "runs": {
        "gain": [0, 1, 2, 18, 19], "length": [*range(3, 8), *range(20, 25)],
        "there": [8, 12, 25, 29], "nearby": [*range(9, 12), *range(26, 29)],
        "room": [*range(13, 16), *range(30, 33)], "shortened": [16, 17, 33, 34],
        "literal": range(35, 38), "suspect": range(38, 41),
    },
}  # fmt: skip
"""The columns of `lacking.rows` and `phrases_lost.weighed` by family."""


class Planted(NamedTuple):
    """An article with an error: what is said of these sentences, and not before, finds it."""

    comparison: Comparison
    before: str
    sentences: dict[str, str]


class _Blind(NamedTuple):
    """Trees that see the median in place of some columns."""

    trees: Any
    columns: Sequence[int]

    def probabilities(self, rows: Any) -> Any:
        seen = rows.copy()
        seen[:, list(self.columns)] = np.median(rows[:, list(self.columns)], axis=0)
        return self.trees.probabilities(seen)


@click.command()
@click.option("--right", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--planted", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--half", type=click.Choice(["a", "b"]), help="Of the planted folders only.")
@click.option("--deletions", "count", default=100, show_default=True)
@click.option("--code", default="", help="Of the checks with this code only.")
def main(
    right: Sequence[Path], planted: Sequence[Path], half: str | None, count: int, code: str
) -> None:
    """Print what is found and alarmed with all parts, and the change without each."""
    reports, errors = [r for folder in right for r in _reports(folder)], list[Planted]()
    for folder in planted:
        reports += (r for r in _reports(folder / "clean") if in_half(r.article, half))
        wrong = {r.article: _comparison(r) for r in _reports(folder / "planted")}
        for row in read_lines(next(f for f in map(folder.joinpath, MARKS) if f.exists())):
            name, said = row["article"], {**row["others"], row["language"]: row["text"]}
            if row["kind"] in KINDS and in_half(name, half):
                errors.append(Planted(wrong[name], name, said))
    texts = {r.article: {e.language: _text(e.segments) for e in r.editions} for r in reports}
    for made in islice(deletions(reports, texts, seed=1), count):
        given = [texts_given(made.article, made.texts)]
        (report,) = check_many(given, embedding.load(embedding.DEFAULT))
        errors.append(Planted(_comparison(report), made.article, made.others))
    clean = {r.article: _comparison(r) for r in reports}
    for codes in (each for each in OFF if not code or code in each):
        found, alarms = measure(clean, errors, codes)
        click.echo(f"{', '.join(codes)}: found {found} of {len(errors)}, alarms {alarms}")
        for name, switch in switches(codes):
            with switch:
                less, fewer = measure(clean, errors, codes)
            click.echo(f"  without {name:<42} {less - found:+5d} {fewer - alarms:+5d}")


def switches(codes: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield what can be switched off in some checks, each with the context in which it is."""
    for name, off in OFF[codes].items():
        yield name, patch(f"transcheck.comparing.{name}", off)
    poles = {form.pole for form in forms("en")} if codes == MEANINGS else ()
    for office, term in sorted({(p.kind == "source", _term(p)) for p in poles}):
        module = "attributions" if office else "opposites"
        rest = lambda side, term=term: tuple(s for s in sayings(side) if _term(s.pole) != term)  # noqa: E731
        yield term, patch(f"transcheck.comparing.{module}.sayings", rest)
    for model, families in COLUMNS.items() if codes == PHRASES else ():
        for name, columns in families.items():
            shipped = phrases_lost.shipped()
            blinded: Any = {model: _Blind(getattr(shipped, model), columns)}
            blind = shipped._replace(**blinded)
            own = patch("transcheck.comparing.phrases_lost.shipped", lambda m=blind: m)
            yield f"{model}: {name}", own


def measure(
    clean: dict[str, Comparison], errors: Sequence[Planted], codes: Iterable[str]
) -> tuple[int, int]:
    """Return how many errors are found, and how many alarms right articles have."""
    policy = Policy(codes=frozenset(codes))
    known = {name: _said(comparison, policy) for name, comparison in clean.items()}
    found = (
        any(
            same_sentence(text, error.sentences[language])
            for places in _said(error.comparison, policy) - known[error.before]
            for language, text, _ in places
        )
        for error in errors
    )
    return sum(found), sum(map(len, known.values()))


def _said(comparison: Comparison, policy: Policy) -> set[frozenset[tuple[str, str, str]]]:
    """Return where each finding points: language, sentence and words."""
    texts = {e.language: e.segments for e in comparison.article.editions}
    return {
        frozenset((o.language, texts[o.language][o.segment].text, o.text) for o in f.occurrences)
        for f in run_checks(comparison, policy)[0]
    }


def _reports(folder: Path) -> list[ArticleReport]:
    return list(check_many(discover([folder]).articles, embedding.load(embedding.DEFAULT)))


def _text(segments: Sequence[Any]) -> str:
    return "\n\n".join(segment.text for segment in segments)


def _term(pole: Any) -> str:
    return str(pole.name if pole.kind == "source" else pole.axis)


def _comparison(report: ArticleReport) -> Comparison:
    facts = tuple(extract(edition) for edition in report.editions)
    return Comparison(Article(report.article, report.editions), report.alignment, facts)


if __name__ == "__main__":
    main()
