"""Slips and swaps planted afresh into right articles: which are found, with three editions and two.

    python -m benchmarks.slips FOLDER... --seed 7

A FOLDER has right articles, ``<article>/{uk,en,ru}.txt``. Of each, copies are made with a few
errors in different sentences (`--errors`): a wrong letter, or another name in the place of one.
One is found where a finding on names that the right article has not, of severity error or warning,
points at the wrong word; it is seen where one points at that or at the right word of another
edition, so that an editor who looks there sees it, too. With `--hard` a slip is such as nobody
writes on purpose, and in one place only, and what is put in the place of a name is one.
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
from transcheck.model import Family, Finding, Severity

EDITIONS = ("uk", "en", "ru")
CHOSEN = (EDITIONS, *combinations(EDITIONS, 2))
"""The editions that are compared: all, and each two of them."""
_POSSESSIVE = re.compile("['’ʼ]s?$")


@click.command()
@click.argument("folders", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--copies", default=4, help="Copies of each article.")
@click.option("--seed", default=7)
@click.option("--errors", default=4, help="Errors in each copy.")
@click.option("--hard", is_flag=True, help="Slips nobody writes on purpose, names for names.")
@click.option("--list", "listed", is_flag=True, help="Print those that are not found.")
def main(
    folders: tuple[Path, ...], copies: int, seed: int, errors: int, *, hard: bool, listed: bool
) -> None:
    """Print how many are found and seen, by kind of error and by editions."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    articles = [a for folder in folders for a in sorted(folder.iterdir()) if len(files_of(a)) > 2]
    right = {article: compare(article) for article in articles}
    pool = pool_of(right.values(), rng, ordinary=not hard)
    tried, found, seen = Counter[str](), Counter[str](), Counter[str]()
    for article, comparison in right.items():
        texts = {p.stem: p.read_text(encoding="utf-8") for p in files_of(article)}
        usual = {chosen: _said(texts, chosen) for chosen in CHOSEN}
        for _ in range(copies):
            changed, planted = plant(
                comparison, texts, pool, rng, errors=errors, swaps=0.33, soft=not hard
            )
            for chosen in CHOSEN:
                said = {word for one in _said(changed, chosen) - usual[chosen] for word in one[1]}
                for one in (p for p in planted if p.language in chosen):
                    at_it = (one.language, _POSSESSIVE.sub("", one.after)) in said
                    at_theirs = any(
                        (code, _POSSESSIVE.sub("", word)) in said
                        for code, word in one.others.items()
                    )
                    for key in _keys(one, chosen):
                        tried[key] += 1
                        found[key] += at_it
                        seen[key] += at_it or at_theirs
                    if listed and not at_it:
                        click.echo(f"{article.name} {','.join(chosen)} {at_theirs} {one}")
    for key in sorted(tried):
        shares = f"{found[key] / tried[key]:.3f} found, {seen[key] / tried[key]:.3f} seen"
        click.echo(f"{key:<34} {tried[key]:>5}: {shares}")


def _keys(planted: Planted, chosen: tuple[str, ...]) -> list[str]:
    kind = "swap" if planted.kind == "swap" else "slip"
    where = "three editions" if len(chosen) > 2 else ",".join(chosen)
    once = [f"{where}: {kind}, said once"] if planted.said_once else []
    return [f"{where}: {kind}", *once]


def _said(
    texts: dict[str, str], chosen: tuple[str, ...]
) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """Return the findings on names as their message and the words they point at, by edition."""
    found = set()
    for finding in told_of_names({code: texts[code] for code in chosen}):
        words = (
            (place.language, word.strip("«»“”\"'’.,"))
            for place in finding.occurrences
            for word in (place.text, *place.text.replace("-", " ").split())
        )
        found.add((finding.message, frozenset(words)))
    return found


def told_of_names(texts: dict[str, str]) -> list[Finding]:
    """Return the findings on names above info of an article, given the text of each edition."""
    with tempfile.TemporaryDirectory() as scratch:
        files = {code: Path(scratch, f"{code}.txt") for code in texts}
        for code, file in files.items():
            file.write_text(texts[code], encoding="utf-8")
        found = check_article(files).findings
    return [f for f in found if f.family is Family.NAME and f.severity is not Severity.INFO]


if __name__ == "__main__":
    main()
