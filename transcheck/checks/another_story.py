"""ADD003: an edition that tells another story."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.passages import quoted, whole
from transcheck.model import Comparison, Edition, Family, Finding, Kind, Segment, Severity


@check(
    code="ADD003",
    rule="another-story",
    family=Family.ADDED,
    severity=Severity.ERROR,
    templates={"default": "{stranger} tells another story than {others}: {quote}"},
    alone=True,
)
def another_story(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """An edition tells another story than the others.

    The file got into the wrong folder, or the page is linked to a translation that is none.
    It is one finding, and nothing else of that edition is compared: all of it would differ.

    Two editions tell one story where at least a quarter of the shorter one has a counterpart
    in the other, so that a summary or an older version is no other story. It takes four
    sentences to tell. With three editions the one that agrees with neither of the others is
    the suspect; with two none is named.

    Bad:
        uk: Міст обстріляли вісім разів. Загинули двоє людей. …
        en: The museum opens an exhibition on Sunday. Admission is free. …
        ru: Мост обстреляли восемь раз. Погибли два человека. …

    Good:
        uk: Міст обстріляли вісім разів. Загинули двоє людей. …
        en: Two people were killed when the bridge was shelled.
        ru: Мост обстреляли восемь раз. Погибли два человека. …
    """
    editions = comparison.article.editions
    for stranger in comparison.strangers:
        yield this.finding(
            comparison.article.name,
            [whole(e.language, _first(e)) for e in (*editions, stranger)],
            suspects=(stranger.language,) if len(editions) > 1 else (),
            stranger=stranger.language,
            others=" and ".join(edition.language for edition in editions),
            quote=quoted(_first(stranger).text),
        )


def _first(edition: Edition) -> Segment:
    """Return the first sentence of an edition that is no furniture, which it has."""
    return next(s for s in edition.segments if s.kind is not Kind.FURNITURE)
