"""Chooses the aligner's thresholds for a family of encoders.

    python -m benchmarks.calibrate --folder stories/ --encoder static --minutes 10

The folder holds articles as `transcheck gate` reads them, each the same in all editions. Edits
are planted (sentences removed from one edition or from all others, foreign sentences, sentences
joined and split) and the fields of `AlignerThresholds` changed at random, as long as the loss
falls: an absence that is missed costs 1, one found where none was planted `--price`. Then the
same for the weights of `cut` and `surplus`, with parts of sentences taken out or added. What the
articles themselves lack counts against every set alike. `neighbours`, `moved` and `distinct`, and
weights that are 0, stay as they are. The same seed and number of steps give the same thresholds.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from random import Random

import click

from benchmarks.planting import (
    Draft,
    Known,
    Planted,
    absences,
    aligned,
    draft,
    encode,
    halves,
    read_folder,
    texts_of,
)
from transcheck.aligning.cuts import Probe, judge, probes
from transcheck.embedding import Encoder, Vectors, load
from transcheck.model import Article
from transcheck.thresholds import AlignerThresholds, PartThresholds, aligner_thresholds

SHARE = 0.25
"""Share of the sentences that every edition has which are edited."""
SHORTEST = 25
"""Characters of the shortest sentence that is edited."""
STEP = 0.25
"""Standard deviation of the natural log of the factor by which a threshold is changed."""
SENTENCE_EDITS = ("omission", "solo", "foreign", "merge", "split")
PART_EDITS = ("clause", "surplus")
PARTS = ("cut", "surplus")
KEPT = ("neighbours", "moved", "distinct")


@dataclass(frozen=True, slots=True)
class Result:
    """What a set of thresholds finds."""

    planted: Counter[str]
    """By kind of edit."""
    found: Counter[str]
    spurious: int
    articles: int

    def loss(self, price: float) -> float:
        """Return what is missed, and what is found wrongly at its price."""
        return self.planted.total() - self.found.total() + price * self.spurious

    def __str__(self) -> str:
        """Return recall by kind and false alarms an article."""
        recall = (f"{kind} {self.found[kind] / n:.3f}" for kind, n in sorted(self.planted.items()))
        return f"{', '.join(recall)}; spurious an article {self.spurious / self.articles:.3f}"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A suspicion about a part of a sentence and whether an edit made it so."""

    probe: Probe
    edit: str
    """Empty where there was none."""


Measure = Callable[[AlignerThresholds], Result]


@click.command()
@click.option("--folder", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--encoder", "name", default="static", show_default=True)
@click.option("--minutes", default=10.0, show_default=True, help="Time for the whole search.")
@click.option("--steps", default=100_000, help="Most sets tried in each of the two searches.")
@click.option("--price", default=2.0, show_default=True, help="Misses one false alarm weighs.")
@click.option("--seed", default=0, show_default=True)
def main(folder: Path, name: str, minutes: float, steps: int, price: float, seed: int) -> None:
    """Print the trade-off and the best thresholds as Python source."""
    encoder = load(name)
    start = aligner_thresholds(encoder.family)
    articles = read_folder(folder)
    known = encode(encoder, texts_of(articles))
    planted = plant_all(articles, SENTENCE_EDITS, known, start, seed)
    fresh = plant_all(articles, SENTENCE_EDITS, known, start, seed + 1)
    known = encode(encoder, texts_of(p.article for p in (*planted, *fresh)), known)

    def beads(limits: AlignerThresholds) -> Result:
        return of_sentences(planted, known, limits)

    best = search(start, sentence_fields(start), beads, price, Limit(minutes * 40, steps), seed)
    suspects, counted, known = _suspects(articles, known, best, encoder, seed)

    def parts(limits: AlignerThresholds) -> Result:
        return of_parts(suspects, counted, len(articles), known, limits)

    best = search(best, part_fields(start), parts, price, Limit(minutes * 20, steps), seed)
    click.echo(f"before, on edits not searched on: {of_sentences(fresh, known, start)}")
    click.echo(f"after, on edits not searched on:  {of_sentences(fresh, known, best)}")
    for gap in (0.5, 0.75, 1.0, 1.33, 2.0):
        found = of_sentences(fresh, known, replace(best, gap=best.gap * gap))
        click.echo(f"gap {best.gap * gap:5.2f}: {found}")
    click.echo(source(best))


@dataclass(frozen=True, slots=True)
class Limit:
    """When a search ends, whichever is first."""

    seconds: float
    steps: int


def search(
    start: AlignerThresholds,
    names: Sequence[str],
    measure: Measure,
    price: float,
    limit: Limit,
    seed: int,
) -> AlignerThresholds:
    """Return the best thresholds that a random walk downhill comes to.

    Args:
        start: where it begins.
        names: the fields it may change, as `sentence_fields` and `part_fields` name them.
        measure: tells what a set finds.
        price: misses that one false alarm weighs.
        limit: when it ends.
        seed: of the random changes.
    """
    rng = Random(seed)  # noqa: S311
    best, result = start, measure(start)
    click.echo(f"loss {result.loss(price):.1f}: {result}")
    end = time.monotonic() + limit.seconds
    for _ in range(limit.steps):
        if time.monotonic() > end:
            break
        changed = best
        for name in rng.sample(names, min(len(names), rng.choice((1, 2, 3)))):
            changed = scaled(changed, name, math.exp(rng.gauss(0, STEP)))
        there = measure(changed)
        if there.loss(price) < result.loss(price):
            best, result = changed, there
            click.echo(f"loss {result.loss(price):.1f}: {result}")
    return best


def sentence_fields(limits: AlignerThresholds) -> list[str]:
    """Return the fields that decide on whole sentences."""
    return [f.name for f in fields(limits) if f.name not in (*KEPT, *PARTS)]


def part_fields(limits: AlignerThresholds) -> list[str]:
    """Return the fields that decide on parts of sentences, ``cut.cost`` for example."""
    return [
        f"{part}.{f.name}"
        for part in PARTS
        for f in fields(PartThresholds)
        if getattr(getattr(limits, part), f.name)
    ]


def scaled(limits: AlignerThresholds, name: str, factor: float) -> AlignerThresholds:
    """Return thresholds with one field multiplied, rounded as it is printed."""
    part, _, inner = name.rpartition(".")
    if not part:
        return replace(limits, **{name: _scaled(getattr(limits, name), factor)})  # type: ignore[arg-type]
    weights = getattr(limits, part)
    changed = replace(weights, **{inner: _scaled(getattr(weights, inner), factor)})
    return replace(limits, **{part: changed})


def _scaled(value: float, factor: float) -> float:
    return float(f"{value * factor:.3g}")


def of_sentences(planted: Sequence[Planted], known: Known, limits: AlignerThresholds) -> Result:
    """Return which of the planted absences the aligner finds, and what else."""
    wanted, found, spurious = Counter[str](), Counter[str](), 0
    for case in planted:
        here = set(absences(aligned(case.article, known, limits)))
        wanted.update(case.absent.values())
        found.update(edit for absence, edit in case.absent.items() if absence in here)
        spurious += len(here - set(case.absent))
    return Result(wanted, found, spurious, len(planted))


def of_parts(
    suspects: Sequence[Suspect],
    planted: Counter[str],
    articles: int,
    known: Known,
    limits: AlignerThresholds,
) -> Result:
    """Return which of the planted cuts are found among the suspicions, and what else."""
    judged = Counter(s.edit for s in suspects if judge(s.probe, known, limits))
    spurious = judged.pop("", 0)
    return Result(planted, judged, spurious, articles)


def plant_all(
    articles: Sequence[Article],
    edits: Sequence[str],
    known: Known,
    limits: AlignerThresholds,
    seed: int,
) -> list[Planted]:
    """Return the articles with edits; where they can be made is told by an alignment."""
    planted = []
    for article in articles:
        rng = Random(f"{seed} {article.name}")  # noqa: S311
        work = draft(article, aligned(article, known, limits))
        others = [a for a in articles if a.name != article.name] or list(articles)
        for unit in work.units:
            if rng.random() < SHARE and unit in work.units:  # not joined to another since
                _edit(work, unit, rng.choice(edits), rng, others)
        planted.append(work.planted())
    return planted


def _edit(work: Draft, unit: int, edit: str, rng: Random, others: Sequence[Article]) -> None:
    edition = rng.randrange(len(work.editions))
    place = work.find(edition, unit)
    if place is None or len(text := work.editions[edition][place].text) < SHORTEST:
        return
    strangers = [
        s.text
        for other in rng.choice(others).editions
        if other.language == work.languages[edition]
        for s in other.segments[1:]
        if len(s.text) >= SHORTEST
    ]
    pieces = halves(text)
    following = work.editions[edition][place + 1 : place + 2]
    if edit == "omission":
        work.remove(unit, edition, edit)
    elif edit == "solo":
        for other in set(range(len(work.editions))) - {edition}:
            work.remove(unit, other, edit)
    elif edit == "foreign" and strangers:
        work.insert(rng.choice(strangers), edition, place + 1, edit)
    elif edit == "merge" and following and min(following[0].units) in work.units:
        work.rewrite(edition, place, 2, [f"{text} {following[0].text}"])
    elif edit == "split" and pieces:
        work.rewrite(edition, place, 1, pieces)
    elif edit == "clause" and pieces:
        work.rewrite(edition, place, 1, pieces[:1])
    elif edit == "surplus" and strangers and (added := halves(rng.choice(strangers))):
        work.rewrite(edition, place, 1, [f"{text.rstrip('.')}, {added[1]}"])


def _suspects(
    articles: Sequence[Article],
    known: Known,
    limits: AlignerThresholds,
    encoder: Encoder,
    seed: int,
) -> tuple[list[Suspect], Counter[str], dict[str, Vectors]]:
    """Return suspicions about parts of sentences, how many were planted, and their vectors."""
    planted = plant_all(articles, PART_EDITS, known, limits, seed)
    vectors = encode(encoder, texts_of(p.article for p in planted), known)
    old = set(texts_of(articles))
    suspects, count = [], Counter[str]()
    for case in planted:
        edits = dict(_part_edits(case.article, old, articles))
        count.update(edits.values())
        beads = aligned(case.article, vectors, limits).beads
        for probe in probes(case.article, beads):
            kind = "surplus" if probe.excess > 0 else "clause"
            here = {edits.get((probe.suspect, i)) for i in beads[probe.bead].sides[probe.suspect]}
            suspects.append(Suspect(probe, kind if kind in here else ""))
    return suspects, count, encode(encoder, (t for s in suspects for t in s.probe.texts), vectors)


def _part_edits(
    article: Article, old: set[str], articles: Sequence[Article]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield position and segment of every rewritten sentence, with the edit."""
    was = {
        s.text for a in articles if a.name == article.name for e in a.editions for s in e.segments
    }
    for position, edition in enumerate(article.editions):
        for s in edition.segments:
            if s.text not in old:
                longer = any(s.text.startswith(text.rstrip(".")) for text in was)
                yield (position, s.index), "surplus" if longer else "clause"


def source(limits: AlignerThresholds) -> str:
    """Return thresholds as Python source."""
    lines = []
    for name, value in asdict(limits).items():
        if isinstance(value, Mapping):
            kind = type(getattr(limits, name)).__name__
            value = f"{kind}({', '.join(f'{k}={v}' for k, v in value.items())})"
        lines.append(f"    {name}={value},")
    return "\n".join(["AlignerThresholds(", *lines, ")"])


if __name__ == "__main__":
    main()
