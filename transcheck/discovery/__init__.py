"""Find the articles under folders: which files are editions of one story.

Three layouts need no configuration, and may be mixed in one tree::

    <article>/<language>.<ext>      homs/uk.html   homs/en.html
    <article>.<language>.<ext>      homs.uk.md     homs.en.md
    <language>/<article>.<ext>      uk/homs.txt    en/homs.txt

Others are described by patterns, see `transcheck.discovery.patterns`, or article by article
in a file, see `transcheck.discovery.manifests`. The same tree gives
the same articles in the same order on every machine.
"""

from __future__ import annotations

from transcheck.discovery.grouping import ArticleFiles
from transcheck.discovery.picking import Globs
from transcheck.discovery.searching import Discovery, Search, discover

__all__ = ["ArticleFiles", "Discovery", "Globs", "Search", "discover"]
