"""Prints what transcheck reports on news as Ukrainian newsrooms publish it.

    python -m benchmarks.newsroom                    # stories and probes
    python -m benchmarks.newsroom --half a --show 10 # while developing: never look into half b
    python -m benchmarks.newsroom --languages uk,en  # two editions
    python -m benchmarks.newsroom --readme           # write the table of the README

What the stories and the probes are, and how they are counted: README.md beside this file.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from benchmarks.newsroom import probes, stories

README = Path(__file__).parents[2] / "README.md"
TABLE = re.compile(
    r"(?<=<!-- table:begin python -m benchmarks.newsroom --readme -->\n).*?(?=<!-- table:end -->)",
    re.DOTALL,
)


@click.command()
@click.option("--half", type=click.Choice(["a", "b"]), help="Half of the texts only.")
@click.option("--languages", default=",".join(stories.LANGUAGES), show_default=True)
@click.option("--probes", "names", multiple=True, type=click.Choice(probes.FILES))
@click.option("--stories/--no-stories", "told", default=True, show_default=True)
@click.option("--types", is_flag=True, help="A row for each type of probe.")
@click.option("--show", default=0, help="Print so many failures of each part.")
@click.option("--readme", is_flag=True, help="Write the tables into README.md.")
def main(
    half: str | None,
    languages: str,
    names: tuple[str, ...],
    *,
    told: bool,
    types: bool,
    show: int,
    readme: bool,
) -> None:
    """Print false alarms and recall; without --probes, of all files."""
    editions = languages.split(",")
    printed: list[str] = []
    if told:
        figures = stories.measure(half, editions)
        printed += figures.tables()
        _show(figures.failures, show, half)
    found = probes.measure(names or probes.FILES, half, editions)
    printed.append(found.table(types=types))
    _show(found.failures, show, half)
    click.echo("\n\n".join(printed))
    if found.unchecked:
        click.echo(f"\n{found.unchecked} probes could not be checked")
    if readme:
        text = README.read_text(encoding="utf-8")
        block = "\n".join(f"{part}\n" for part in printed)
        README.write_text(TABLE.sub(lambda _: block, text), encoding="utf-8")


def _show(failures: list[str], count: int, half: str | None) -> None:
    if count and half != "a":
        raise click.UsageError("--show goes with --half a: half b is for measuring only")
    for line in failures[:count]:
        click.echo(line, err=True)


if __name__ == "__main__":
    main()
