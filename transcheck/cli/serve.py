"""``transcheck serve``: the editors' desk, and the API."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from transcheck.cli.notes import remark
from transcheck.cli.options import Settings, comparing_silently
from transcheck.cli.progress import Terminated
from transcheck.errors import UsageError, installing
from transcheck.summary import EXIT_CLEAN

EPILOG = """
\b
Examples:
  transcheck serve
  transcheck serve --port 8080 --store stories/
  transcheck serve --host 0.0.0.0 --token-file token.txt
"""
PORT = 8400


@click.command(epilog=EPILOG, short_help="Serve the editors' desk, a page in the browser.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535),
    help="The port; 0 takes a free one.",
)  # fmt: skip
@click.option(
    "--store", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Keep stories and decisions in FOLDER; default: nothing is kept.",
)  # fmt: skip
@click.option(
    "--token-file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="The word that requests must know; needed where other machines can ask.",
)  # fmt: skip
@click.option(
    "--name", "names", multiple=True, metavar="HOST",
    help="A name under which a proxy asks, besides those of this machine. Repeatable.",
)  # fmt: skip
@click.option(
    "--allow-origin", "origins", multiple=True, metavar="ORIGIN",
    help="A site whose pages may ask: https://cms.example. Repeatable; default: none.",
)  # fmt: skip
@click.option(
    "--allow-private", "private", is_flag=True,
    help="Fetch pages of private networks and of this machine, too.",
)  # fmt: skip
@click.option(
    "--edit-url", default="", metavar="URL",
    help="Where the CMS edits an article: https://cms/{article}/{language}.",
)  # fmt: skip
@click.option(
    "--rate", default=20.0, show_default=True, type=click.FloatRange(0),
    help="Requests a second that a client may send; 0 for any number.",
)  # fmt: skip
@click.option(
    "--jobs", default=1, show_default=True, type=click.IntRange(1),
    help="Processes that compare.",
)  # fmt: skip
@comparing_silently
def serve(
    host: str,
    port: int,
    store: Path | None,
    token_file: Path | None,
    names: tuple[str, ...],
    origins: tuple[str, ...],
    edit_url: str,
    rate: float,
    jobs: int,
    settings: Settings,
    *,
    private: bool,
) -> int:
    """Serve the editors' desk: a page on which texts are pasted, compared and corrected.

    Whoever opens the address gives two or three texts, files or addresses, and gets the page
    that report writes, live: sentences are changed in place and checked again. Programs ask
    the same at /api/check; /openapi.json describes it. Nothing is kept without --store. On an
    address that other machines can reach, a token is needed.
    """
    try:
        from transcheck.serving import running
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise UsageError(
            f"serving needs {(error.name or '').partition('.')[0]}, not installed here",
            hint=installing("serve"),
        ) from None
    from transcheck.accepting import Baseline
    from transcheck.accepting.baseline import read
    from transcheck.serving import Limits, Options

    token = _token(token_file)
    running.must_have_token(host, token)
    options = Options(
        policy=settings.policy,
        baseline=read(settings.baseline) if settings.baseline else Baseline(),
        encoder=settings.encoder,
        jobs=jobs,
        token=token,
        names=names,
        origins=origins,
        private=private,
        store=store,
        edit_url=edit_url,
        limits=Limits(rate=rate),
    )
    with running.bind(host, port) as bound, suppress(KeyboardInterrupt, Terminated):
        server = running.server(options)
        if not settings.quiet:
            remark(f"the desk is at {running.address(bound)}; Ctrl-C ends it")
        server.run([bound])  # it has ended what it was doing when it is interrupted
    return EXIT_CLEAN


_LIBRARIES = frozenset({"anyio", "h11", "starlette", "uvicorn"})


def _token(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(
            f"the token file {path} cannot be read: {why}", hint=f"openssl rand -hex 24 > {path}"
        ) from None
