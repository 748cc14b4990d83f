"""Python's collector of garbage, told to look less often.

It looks for objects that refer to each other after every 700 new ones, and each time walks
over part of the tables, which stay anyway. Articles, as text, Markdown or HTML, leave no such
objects behind, so comparing them takes a sixth less time so, and no more memory.
"""

from __future__ import annotations

import atexit
import gc

_NEW_OBJECTS, _YOUNG, _OLDER = 500_000, 20, 20
"""How many of them cause a collection, and how many of each kind one of the next older. All
tables are 200,000: a run over one article needs no collection."""


def collect_seldom() -> None:
    """Make collections rare for the whole process: for programs, not for a library."""
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLDER)
    # Python's last look at all tables and models would take a sixth of a run over one article.
    atexit.register(gc.freeze)
