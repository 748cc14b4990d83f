"""Measures `transcheck pair` on short stories: 3 to 10 sentences cut out of articles.

    python -m benchmarks.pairing                                   # fixtures and newsroom stories
    python -m benchmarks.pairing --folder stories/ --missing 0.33
    python -m benchmarks.pairing --whole                           # the articles as they are

Articles are cut where their aligned sentences are, at random places, into stories that do not
overlap; every round cuts anew and is matched by itself, until there are as many stories as are
asked for. The parts of one article are the hardest company a story can have: same people, same
places, same day. Documents have meaningless names, so that their language is detected, too. A pair
counts as right where both documents were cut from the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from transcheck import check_article, embedding
from transcheck.matching import Matching, match
from transcheck.matching.gathering import find, gather
from transcheck.model import ArticleReport, Kind

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "fixtures/articles", ROOT / "benchmarks/newsroom/data/stories/clean")
LANGUAGES = ("uk", "en", "ru")
FEWEST, MOST = 3, 10
_UNTOLD = (Kind.FURNITURE, Kind.BYLINE, Kind.CAPTION)

Part = dict[str, str]
"""What each language says in one place."""


def articles(folders: Sequence[Path]) -> list[list[Part]]:
    """Return the articles of folders, place after place."""
    found = []
    for folder in (path for each in folders for path in sorted(each.iterdir())):
        files = {la: folder / f"{la}.txt" for la in LANGUAGES}
        if all(file.exists() for file in files.values()):
            found.append(list(_parts(check_article(files))))
    return found


def _parts(report: ArticleReport) -> Iterator[Part]:
    editions = report.editions
    for bead in report.alignment.beads:
        part = {}
        for edition, side in zip(editions, bead.sides, strict=True):
            said = [edition.segments[n] for n in side]
            part[edition.language] = " ".join(s.text for s in said if s.kind not in _UNTOLD)
        if any(part.values()):
            yield part


def cut(parts: Sequence[Part], rng: Random) -> Iterator[list[Part]]:
    """Yield runs of so many places that no edition has fewer than 3 of them."""
    run: list[Part] = []
    size = rng.randint(FEWEST, MOST)
    for part in parts:
        run.append(part)
        if len(run) == size:
            if _is_story(run):
                yield run
            run, size = [], rng.randint(FEWEST, MOST)


def _is_story(run: Sequence[Part]) -> bool:
    return all(sum(bool(part.get(la)) for part in run) >= FEWEST for la in LANGUAGES)


def write(stories: Sequence[Sequence[Part]], folder: Path, missing: float, rng: Random) -> None:
    """Write the editions of stories as files, of which a share is left out."""
    numbers = rng.sample(range(10_000, 99_999), len(stories) * len(LANGUAGES))
    for story, parts in enumerate(stories):
        for language in LANGUAGES:
            if rng.random() >= missing:
                text = "\n\n".join(part[language] for part in parts if part.get(language))
                (folder / f"{numbers.pop()}-{story}.txt").write_text(text, encoding="utf-8")


def matched(folder: Path) -> Matching:
    """Return what the command finds in a folder; what cannot be read is in no story."""
    return match(gather(find([folder]).files, embedding.load()).portraits)


def count(matching: Matching, folder: Path) -> Counter[str]:
    """Return how many pairs there are, were found and are right."""
    stories = Counter(path.stem.rpartition("-")[2] for path in folder.iterdir())
    counts = Counter({"true": sum(n * (n - 1) // 2 for n in stories.values())})
    for story in matching.stories:
        for one, other in combinations(story.members, 2):
            same = one.path.stem.rpartition("-")[2] == other.path.stem.rpartition("-")[2]
            counts.update(found=1, right=int(same))
    return counts


@click.command()
@click.option(
    "--folder", "folders", multiple=True, type=click.Path(exists=True, path_type=Path),
    default=FOLDERS, help="Folders of articles, <article>/<language>.txt.",
)  # fmt: skip
@click.option("--stories", default=300, show_default=True)
@click.option("--missing", default=0.0, help="Share of editions left out.", show_default=True)
@click.option("--whole", is_flag=True, help="Do not cut: match the articles as they are.")
@click.option("--seed", default=0, show_default=True)
def main(folders: Sequence[Path], stories: int, missing: float, *, whole: bool, seed: int) -> None:
    """Print precision and recall of the pairs."""
    rng = Random(seed)  # noqa: S311 - nothing secret
    found, counts, told = articles(folders), Counter[str](), 0
    while told < stories:
        run = found if whole else [s for article in found for s in cut(article, rng)]
        run = run[: stories - told]
        with TemporaryDirectory() as name:
            write(run, Path(name), missing, rng)
            counts += count(matched(Path(name)), Path(name))
        told += len(run)
        if whole:
            break
    right = counts["right"]
    click.echo(
        f"{told} stories, {counts['true']} pairs: precision {right / max(1, counts['found']):.3f},"
        f" recall {right / max(1, counts['true']):.3f}"
    )


if __name__ == "__main__":
    main()
