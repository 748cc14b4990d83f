"""MIS002: an edition that is required is not there."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.model import Comparison, Family, Finding, Occurrence, Severity


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
