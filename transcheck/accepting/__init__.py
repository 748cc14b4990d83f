"""Differences that a newsroom has decided to live with: they stay in reports, but do not count.

Two ways lead there: a line in the source of an edition (`heed`), and the baseline, a file
in which every accepted finding stands with its reason (`accept`). What a newsroom decided for
all its articles is a `Policy`: which checks run, how grave their findings are
(for the articles under some paths, too: `override`), and a
`Glossary` of what is the same to it (`transcheck.accepting.equivalence`).
"""

from __future__ import annotations

from transcheck.accepting.baseline import Accepted, Baseline, Entry, accept
from transcheck.accepting.glossary import Glossary
from transcheck.accepting.policy import Override, Policy, heed, override

__all__ = [
    "Accepted",
    "Baseline",
    "Entry",
    "Glossary",
    "Override",
    "Policy",
    "accept",
    "heed",
    "override",
]
