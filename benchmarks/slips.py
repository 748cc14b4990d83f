"""Slips and swaps planted afresh into right articles: which are found, with three editions and two.

    python -m benchmarks.slips FOLDER... --seed 7

A FOLDER has right articles, ``<article>/{uk,en,ru}.txt``. Of each, copies are made with a few
errors in different sentences: a wrong letter, or another name in the place of one. One is found
where a finding on names of severity error or warning points at the wrong word in its edition.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from itertools import combinations
from pathlib import Path

import click

from training.names.examples import compare, pool_of
from training.names.planting import Planted, files_of, plant
from transcheck import check_article
from transcheck.model import Family, Severity

EDITIONS = ("uk", "en", "ru")
_POSSESSIVE = re.compile("['’ʼ]s?$")


@click.command()
@click.argument("folders", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--copies", default=4, help="Copies of each article.")
@click.option("--seed", default=7)
def main(folders: tuple[Path, ...], copies: int, seed: int) -> None:
    """Print how many are found, by kind of error and by editions."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    articles = [a for folder in folders for a in sorted(folder.iterdir()) if len(files_of(a)) > 2]
    right = {article: compare(article) for article in articles}
    pool = pool_of(right.values(), rng)
    tried, found = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as scratch:
        for article, comparison in right.items():
            texts = {p.stem: p.read_text(encoding="utf-8") for p in files_of(article)}
            for _ in range(copies):
                changed, planted = plant(comparison, texts, pool, rng, errors=4, swaps=0.33)
                for chosen in (EDITIONS, *combinations(EDITIONS, 2)):
                    said = _said(Path(scratch), {code: changed[code] for code in chosen})
                    for one in (p for p in planted if p.language in chosen):
                        where = "three editions" if len(chosen) > 2 else ",".join(chosen)
                        for key in _keys(one, where):
                            tried[key] += 1
                            found[key] += (one.language, _POSSESSIVE.sub("", one.after)) in said
    for key in sorted(tried):
        click.echo(f"{key:<36} {found[key]:>4} of {tried[key]:>4}  {found[key] / tried[key]:.3f}")


def _keys(planted: Planted, where: str) -> list[str]:
    kind = "swap" if planted.kind == "swap" else "slip"
    once = [f"{where}: {kind}, said once"] if planted.said_once else []
    return [f"{where}: {kind}", *once]


def _said(scratch: Path, texts: dict[str, str]) -> set[tuple[str, str]]:
    """Return the words that findings on names point at, by edition."""
    for code, text in texts.items():
        (scratch / f"{code}.txt").write_text(text, encoding="utf-8")
    result = check_article({code: scratch / f"{code}.txt" for code in texts})
    return {
        (place.language, word.strip("«»“”\"'’.,"))
        for finding in result.findings
        if finding.family is Family.NAME and finding.severity is not Severity.INFO
        for place in finding.occurrences
        for word in (place.text, *place.text.replace("-", " ").split())
    }


if __name__ == "__main__":
    main()
