"""MIS002, ADD003: editions that are not there, or tell another story."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.passages import quoted, whole
from transcheck.model import (
    Comparison,
    Edition,
    Family,
    Finding,
    Kind,
    Occurrence,
    Segment,
    Severity,
)


@check(
    code="MIS002",
    rule="edition-missing",
    family=Family.MISSING,
    severity=Severity.ERROR,
    templates={
        "absent": "there is no {language} edition: {where}",
        "draft": "the {language} edition is a draft: {where}",
        "empty": "the {language} edition has no text: {where}",
        "untranslated": "the {language} edition is not translated yet: {where}",
    },
    alone=True,
)
def edition_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """An edition in a required language is not there.

    Readers of one language are not told at all what the others read. It is looked for only
    where languages are required: by ``--require uk,en,ru``, or ``require`` in the configuration.
    Without that an article with one edition waits for its translations and fails nothing.

    An edition counts as missing, too, where its file has no text, is a draft while others are
    published (``draft: true`` in front matter), or holds the text of another edition that nobody
    has translated yet. The other editions are compared all the same.

    It is an error. It points at the first sentence of the editions that are there.

    Bad:
        uk: Міст обстріляли вісім разів.
        en: The bridge was shelled eight times.
        # with --require uk,en,ru

    Good:
        uk: Міст обстріляли вісім разів.
        en: The bridge was shelled eight times.
        ru: Мост обстреляли восемь раз.
    """
    article = comparison.article
    for lacking in comparison.missing if article.editions else ():
        first = [(edition.language, edition.segments[0]) for edition in article.editions]
        yield this.finding(
            article.name,
            [Occurrence(code, s.index, 0, len(s.text), s.text) for code, s in first],
            template=lacking.lack.value,
            key=[lacking.language],
            language=lacking.language,
            where=lacking.what,
        )


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
