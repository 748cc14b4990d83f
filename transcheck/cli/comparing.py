"""The commands that compare: ``diff``, ``gate``, ``report`` and ``fix``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli.notes import remark
from transcheck.cli.options import AUTO, Settings, comparing, comparing_silently, jobs_option
from transcheck.cli.outputs import replace_file
from transcheck.cli.run import Accepting, run
from transcheck.cli.searching import Wanted, articles_under, confined, searching, spare_all
from transcheck.errors import UsageError
from transcheck.summary import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNCHECKED

if TYPE_CHECKING:
    from transcheck.rewriting import Left


DIFF_EPILOG = """
\b
Examples:
  transcheck diff homs/uk.txt homs/en.txt homs/ru.txt
  transcheck diff story.docx                       three editions in one document
  transcheck diff https://news.example/en/homs     and the editions that the page names
  pandoc uk.rtf -t plain | transcheck diff - en.html --language uk
  transcheck diff story.ua.html story.en.html --format json --output story.json
"""


@click.command(epilog=DIFF_EPILOG, short_help="Compare the editions of one article.")
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


GATE_EPILOG = """
\b
Layouts that are found without configuration, also mixed:
  <article>/<language>.<ext>    homs/uk.html  homs/en.html
  <article>.<language>.<ext>    homs.uk.md    homs.en.md
  <language>/<article>.<ext>    uk/homs.txt   en/homs.txt

\b
Examples:
  transcheck gate stories/
  transcheck gate stories/ --format json --output report.json --fail-on warning
  transcheck gate . --changed-since origin/main --require uk,en,ru
"""


@click.command(
    epilog=GATE_EPILOG, short_help="Compare every article under folders, fail on findings."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@searching
@jobs_option
@comparing
def gate(paths: tuple[Path, ...], settings: Settings, wanted: Wanted, jobs: int | str) -> int:
    """Compare the editions of every article under folders, and fail on findings.

    PATH is a folder, a file that stands for the article it belongs to, or a .jsonl file that
    transcheck pair wrote. An article that cannot be checked is reported, the others are
    checked all the same.
    """
    if not (paths or wanted.deleted):
        raise click.UsageError("Missing argument 'PATH...': name a folder")
    return check_folders(paths, settings, wanted, jobs)


def check_folders(
    paths: Sequence[Path], settings: Settings, wanted: Wanted, jobs: int | str = AUTO
) -> int:
    """Compare the editions of every article under `paths` and return the exit code."""
    articles = articles_under(paths, settings, wanted)
    from transcheck import workers

    accepting = Accepting.of(settings)
    processes = workers.jobs_for(jobs, len(articles))
    code = run(
        lambda encoder, advance: accepting.applied(
            workers.check_many(articles, encoder, settings.policy, jobs=processes, progress=advance)
        ),
        len(articles),
        settings,
    )
    accepting.tell(settings)
    return code


FORMAT = "html"
REPORT_EPILOG = """
\b
Examples:
  transcheck report stories/ --output findings.html
  transcheck report homs/uk.txt homs/en.txt homs/ru.txt --output homs.html
  transcheck report https://news.example/en/homs --output homs.html
"""


@click.command(epilog=REPORT_EPILOG, short_help="Write a page to work through the findings.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@searching
@jobs_option
@comparing
def report(paths: tuple[str, ...], settings: Settings, wanted: Wanted, jobs: int | str) -> int:
    """Write one HTML page on which editors see, accept or send back the findings.

    PATH is a folder, as for gate, or the editions of one article in any form that diff takes.
    The page is a single file that needs nothing but a browser; name it with --output FILE.html.
    """
    if not any(output.reporter.name == FORMAT for output in settings.outputs):
        raise UsageError("report writes an HTML page", hint="name it: --output FILE.html")
    from transcheck import sources

    if wanted == Wanted() and sources.name_one_article(paths):
        return check_editions(paths, settings)
    return check_folders([Path(path) for path in paths], settings, wanted, jobs)


FIX_EPILOG = """
\b
Examples:
  transcheck fix homs/uk.txt homs/en.txt homs/ru.txt
  transcheck fix homs/uk.docx homs/en.docx homs/ru.docx --write
"""


@click.command(epilog=FIX_EPILOG, short_help="Apply the suggestions that are certain.")
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
