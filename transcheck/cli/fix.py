"""``transcheck fix``: apply the suggestions that are certain."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from transcheck.cli.accepted import Accepting
from transcheck.cli.notes import remark
from transcheck.cli.options import Settings, comparing_silently
from transcheck.cli.outputs import replace_file
from transcheck.summary import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNCHECKED

if TYPE_CHECKING:
    from transcheck.rewriting import Left

EPILOG = """
\b
Examples:
  transcheck fix homs/uk.txt homs/en.txt homs/ru.txt
  transcheck fix homs/uk.docx homs/en.docx homs/ru.docx --write
"""


@click.command(epilog=EPILOG, short_help="Apply the suggestions that are certain.")
@click.argument("editions", nargs=-1, required=True, type=click.Path(), metavar="EDITION...")
@click.option("--write", is_flag=True, help="Change the files; default: show what would change.")
@comparing_silently
def fix(editions: tuple[str, ...], settings: Settings, *, write: bool) -> int:
    """Correct what two editions agree on and a third says differently, where that is certain.

    The editions are named as for diff. What would change is printed as a diff; with --write
    the files are changed, every byte outside of the corrections stays as it is. Nothing is
    changed where editions disagree and nothing decides. Exit code: 1 where there is something
    to correct and --write is not given, 3 where an edition cannot be read, else 0.
    """
    from transcheck import embedding, pipeline, sources
    from transcheck.rewriting import correct

    encoder = embedding.load(settings.encoder or embedding.DEFAULT)
    files = sources.gather(editions)
    accepting = Accepting.of(settings)
    (report,) = accepting.applied(pipeline.check_many([files], encoder, settings.policy))
    corrections, left = correct(report)
    for correction in corrections:
        for line in correction.diff():
            click.echo(line)
        if write:
            replace_file(io.BytesIO(correction.after), correction.path)
    count = sum(len(correction.edits) for correction in corrections)
    places = f"{count} place{'' if count == 1 else 's'}"
    if not settings.quiet:
        _say_left(left)
        done = f"{places} corrected" if write else f"{places} to correct; --write corrects them"
        remark(done if count else "nothing that is certain to correct")
    for skipped in report.skipped:
        remark(f"{skipped.reason}; {skipped.hint}" if skipped.hint else skipped.reason)
    if report.skipped:
        return EXIT_UNCHECKED
    return EXIT_FINDINGS if count and not write else EXIT_CLEAN


def _say_left(left: list[Left]) -> None:
    for each in left:
        remark(f"not corrected, as {each.reason}: {each.finding.text}")
