"""What an edition may drop or add for its readers without telling them another story.

News is adapted, not only translated: what was before («Нагадаємо, …») stands in one edition
and not in another, a last paragraph is cut for length, foreigners are told what everybody at
home knows. An editor wants to hear of it and does not want it to stop the page. All else that
is missing or added, the lead and the facts of the story, is an error.

Where an edition of 23 stories dropped or added such a passage it is told 23 times of 27; of 984
ways to remove any other sentence from one edition 935 stay errors, and most of the 49 are last
paragraphs and what somebody recalls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from transcheck.comparing.passages import OWN_KINDS, Passage, story
from transcheck.languages import named
from transcheck.model import Article, Edition, Kind, Segment, Severity

FEWEST_PARAGRAPHS = 4
"""Paragraphs of a story, with the headline, from which its last one is no lead."""


def severity(article: Article, passage: Passage) -> Severity:
    """Return how grave it is that some editions lack a passage."""
    if passage.kind in OWN_KINDS:
        return Severity.INFO
    if passage.kind is Kind.HEADING:
        return Severity.WARNING
    return Severity.WARNING if adapted(article, passage) else Severity.ERROR


def adapted(article: Article, passage: Passage) -> bool:
    """Return whether a passage is background, a last paragraph or an explanation.

    One edition that shows it is enough: editions are paragraphed differently.
    """
    return any(_adapted(article, passage, position) for position in passage.present)


def _adapted(article: Article, passage: Passage, position: int) -> bool:
    edition = article.editions[position]
    whole = story(edition)
    own = {index for bead in passage.beads for index in bead.sides[position]}
    told = [s for s in whole if s.index in own]
    blocks = list(dict.fromkeys(s.block for s in whole))
    if not told or blocks[0] in {s.block for s in told}:
        return False
    explains = len(passage.present) == 1 and named(edition.language).abroad
    if explains and len(told) == 1:
        return True
    last = blocks[-1] if len(blocks) >= FEWEST_PARAGRAPHS else None
    left = {s.block for s in whole if s.index not in own}
    return all(
        (s.block == last and last not in left) or _is_background(s, edition, whole) for s in told
    )


def _is_background(segment: Segment, edition: Edition, whole: Sequence[Segment]) -> bool:
    """Return whether a sentence opens as background, or one before it in its paragraph does."""
    opens, recalls = _wordings(edition.language)
    before = (s for s in whole if s.block == segment.block and s.index <= segment.index)
    return any(opens.match(s.text) for s in before) or recalls.search(segment.text) is not None


@cache
def _wordings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what opens background, and what tells it anywhere in a sentence."""
    words = named(language).words("background")
    opening = [word for word in words if not word.startswith("…")]
    inside = [word.removeprefix("…") for word in words if word.startswith("…")]
    return _any_of(opening, r"\W*"), _any_of(inside, r"\b")


def _any_of(phrases: list[str], before: str) -> re.Pattern[str]:
    found = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"{before}(?:{found})\b" if found else "(?!)", re.IGNORECASE)
