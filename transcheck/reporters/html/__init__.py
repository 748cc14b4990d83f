"""The page that editors work with: one HTML file that needs nothing but a browser.

Everything is in the file: style, program, texts in the languages of the page, and every
article as a block of JSON that is read when it is looked at. Nothing is fetched, the
content security policy lets nothing else run, and what articles say is never markup.

The modules of this package import jinja2, so they are imported when a report is opened.
"""

from __future__ import annotations

from typing import IO

from transcheck.reporters import Reporter, Setting, Writer, add


def _open(stream: IO[bytes], setting: Setting) -> Writer:
    from transcheck.reporters.html.writer import HtmlWriter

    return HtmlWriter(stream, setting)


HTML = add(
    Reporter(
        name="html",
        about="a page to work through the findings in a browser",
        suffix=".html",
        binary=False,
        open=_open,
    )
)
