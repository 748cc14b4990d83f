"""``transcheck diff``: the editions of one article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from transcheck.cli.accepted import Accepting
from transcheck.cli.guarding import confined, spare_all
from transcheck.cli.options import Settings, comparing
from transcheck.cli.run import run
from transcheck.errors import UsageError

EPILOG = """
\b
Examples:
  transcheck diff homs/uk.txt homs/en.txt homs/ru.txt
  transcheck diff story.docx                       three editions in one document
  transcheck diff https://news.example/en/homs     and the editions that the page names
  pandoc uk.rtf -t plain | transcheck diff - en.html --language uk
  transcheck diff story.ua.html story.en.html --format json --output story.json
"""


@click.command(epilog=EPILOG, short_help="Compare the editions of one article.")
@click.argument("editions", nargs=-1, type=click.Path(), metavar="EDITION...")
@click.option(
    "--language", metavar="CODE", help="The language of what comes from standard input (-)."
)
@comparing
def diff(editions: tuple[str, ...], language: str | None, settings: Settings) -> int:
    """Compare the editions of one article.

    An EDITION is a file (text, Markdown, HTML, .docx, .odt), the address of a page, or - for
    standard input. One file may hold several editions, one after another or in the columns of
    a table, or be JSON of a CMS; one address brings the editions that its page names.

    The language of an edition comes from its name (uk.txt, story.ua.md, en/story.html),
    else from the page's markup, else from the text itself. With two editions the first
    one named is the reference; with three, two outvote the third.
    """
    if not editions:
        raise click.UsageError("diff compares editions: name their files, addresses or -")
    return check_editions(editions, settings, language)


def check_editions(editions: Sequence[str], settings: Settings, language: str | None = None) -> int:
    """Compare the editions of one article and return the exit code."""
    from transcheck import pipeline, sources
    from transcheck.discovery import ArticleFiles

    spare_all(settings, map(Path, editions))
    named = ArticleFiles("", tuple(Path(word) for word in editions if Path(word).exists()))
    (allowed,) = confined([named], settings, named.editions)
    if allowed.problem:
        raise UsageError(allowed.problem.reason, hint=allowed.problem.hint)
    files = sources.gather(editions, language=language)
    accepting = Accepting.of(settings)
    code = run(
        lambda encoder, _advance: accepting.applied(
            pipeline.check_many([files], encoder, settings.policy)
        ),
        1,
        settings,
    )
    accepting.tell(settings)
    return code
