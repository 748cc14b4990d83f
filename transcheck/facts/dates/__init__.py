"""How the editions say when: the grammar behind the extractors of dates and clock times.

One run over a sentence:

::

    tokens, numerals   -> `senses.Items`    each with the classes its words may belong to
    items              -> `shapes.Match`     what the language's shapes find, masking each other
    match              -> `values.PartialDate`, `values.ClockTime`

Words and their classes are in ``calendar.tsv``, the order in which they form a date or a
time in ``date_shapes.tsv`` and ``time_shapes.tsv`` of each language, so that a language is
data. Nothing that is not written is added to a value; what it leaves open (the century of
the 60s, morning or evening of "at half past two") the value says.
"""

from __future__ import annotations

from transcheck.facts import EXTRACTORS, Extractor
from transcheck.facts.dates.extracting import DATE, TIME, extract_dates, extract_times

EXTRACTORS.add(DATE, Extractor(DATE, 10, extract_dates))
EXTRACTORS.add(TIME, Extractor(TIME, 20, extract_times))
