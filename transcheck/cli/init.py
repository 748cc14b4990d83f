"""``transcheck init``: a configuration for the articles there are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli import notes
from transcheck.cli.outputs import replace_file
from transcheck.configuration import OWN_FILE, SHARED_FILE, TABLE, find, has_table
from transcheck.errors import UsageError
from transcheck.reporters.visible import visible

if TYPE_CHECKING:
    from transcheck.discovery.surveying import Survey

EPILOG = """
\b
Examples:
  transcheck init
  transcheck init content/ --force
  transcheck init --pyproject
"""
_NAMED = 3
"""Files without a language that are named; the others are counted."""


@click.command(epilog=EPILOG, short_help="Write a configuration for the articles there are.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--force", is_flag=True, help=f"Replace the {OWN_FILE} that is there.")
@click.option(
    "--pyproject", "shared", is_flag=True,
    help=f"Append a table to the {SHARED_FILE} that is there, instead.",
)  # fmt: skip
def init(folder: Path, force: bool, shared: bool) -> int:  # noqa: FBT001  # given by click
    """Write a commented configuration that fits the articles in FOLDER (default: here).

    It is called transcheck.toml and has every key with its meaning; what can be told from
    the folder is set: where the editions are, and in which languages. Nothing that is there
    is overwritten without --force.
    """
    from transcheck.configuration.starting import starting
    from transcheck.discovery.surveying import survey

    target = folder / (SHARED_FILE if shared else OWN_FILE)
    before = _before(folder, target, force=force, shared=shared)
    above = find(folder)
    found = survey(folder)
    text = starting(_active(found), shared=shared)
    if before:
        text = f"{before.rstrip()}\n\n{text}"
    replace_file(io.BytesIO(text.encode()), target)
    lines = [*_told(found, folder), "", f"Written: {target}"]
    if above is not None and above.absolute() != target.absolute():
        lines.append(f"It is used in place of {above}.")
    _print([*lines, "", *_next(found, folder)])
    return 0


def _before(folder: Path, target: Path, *, force: bool, shared: bool) -> str:
    """Return what the file has that is kept: a pyproject.toml is added to.

    Raises:
        UsageError: there is a configuration already, or no file to add it to.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", hint="make it first")
    project = folder / SHARED_FILE
    if project.is_file() and has_table(project):
        raise UsageError(f"{project} has a table [{TABLE}] already", hint="edit it by hand")
    if not shared:
        if target.exists() and not force:
            raise UsageError(f"{target} is there already", hint="--force replaces it")
        return ""
    if not project.is_file():
        raise UsageError(f"there is no {project}", hint=f"leave out --pyproject for a {OWN_FILE}")
    if (folder / OWN_FILE).exists():
        raise UsageError(f"{folder / OWN_FILE} would be used in its place", hint="remove it first")
    return project.read_text(encoding="utf-8")


def _active(found: Survey) -> dict[str, object]:
    """Return the keys that can be told from what was found."""
    active: dict[str, object] = {}
    if found.patterns:
        active["patterns"] = found.patterns
    if found.articles and found.complete == len(found.articles) and not found.lone:
        active["require"] = tuple(found.languages)
    return active


def _told(found: Survey, folder: Path) -> Iterator[str]:
    """Yield what was found."""
    if not found.articles:
        yield f"No article in two languages or more was found in {_called(folder)}."
    else:
        many = _counted(len(found.articles), "article")
        languages = ", ".join(f"{code} ({count})" for code, count in found.languages.items())
        yield f"Found in {_called(folder)}: {many}, {found.complete} of them in all languages."
        yield f"  languages  {languages}"
    for layout, (count, example) in found.layouts.items():
        yield f"  layout     {layout}  ({count}, as {example})"
    if "require" in _active(found):
        required = ", ".join(found.languages)
        yield f"  required   {required}: without the key an edition that is missing fails nothing"
    if found.lone:
        yield f"  alone      {_some([Path(article.name) for article in found.lone])}"
    if found.foreign:
        yield f"  left out   {_some(found.foreign)}: in other languages"
    if found.reports:
        yield f"  left out   {_some(found.reports)}: reports of transcheck"
    if found.strays:
        yield f"  left out   {_some(found.strays)}: no edition by its name"


def _next(found: Survey, folder: Path) -> Iterator[str]:
    """Yield what to do next."""
    if not found.articles:
        yield f"Next: say in {OWN_FILE} where the editions are (patterns), then"
    else:
        yield "Next:"
    commands = {
        f"transcheck gate {folder}": "compare all articles",
        f"transcheck baseline update {folder}": "accept the differences there are now",
        "transcheck explain": "what is checked, and what can be set about it",
    }
    if len({code for article in found.lone for code in article.languages}) > 1:
        commands[f"transcheck pair {folder} -o pairs.jsonl"] = "join what no name joins, for gate"
    width = max(map(len, commands))
    yield from (f"  {command:{width}}  {about}" for command, about in commands.items())


def _called(folder: Path) -> str:
    return "this folder" if folder == Path() else str(folder)


def _some(paths: list[Path] | tuple[Path, ...]) -> str:
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return ", ".join(str(path) for path in paths[:_NAMED]) + more


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _print(lines: list[str]) -> None:
    text = "".join(f"{visible(line)}\n" for line in lines)
    notes.write_out(io.BytesIO(text.encode(errors="backslashreplace")))
