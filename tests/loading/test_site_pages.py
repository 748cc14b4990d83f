"""Pages as sites build them: what is no article is silent, an error in the article is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loading.test_generators import STORY
from transcheck import embedding
from transcheck.model import ArticleReport
from transcheck.pipeline import check_files

BODY = "<p>{1}</p><p>{2}</p><p>{3}</p>"
TEASER = (
    "<article class='card'><a href='/{n}{k}'><h3>{o}</h3></a>"
    "<p><a href='/{n}{k}'>{o} {k}{n}</a></p></article>"
)
OTHERS = {
    "uk": "Ціни на хліб зросли",
    "en": "Bread prices have risen",
    "ru": "Цены на хлеб выросли",
}
PAGES = {
    "the article twice, hidden for phones": (
        f"<article class='desktop-only'><h1>{{0}}</h1>{BODY}</article>"
        f"<article class='mobile-only' hidden><h1>{{0}}</h1>{BODY}</article>"
    ),
    "the article twice, a copy for phones": (
        f"<div class='desktop'><h1>{{0}}</h1>{BODY}</div>"
        f"<div class='mobile'><h1>{{0}}</h1>{BODY}</div>"
    ),
    "teaser cards inside the article": (
        "<article><h1>{0}</h1><p>{1}</p><div class='cards'>{teasers}</div><p>{2}</p><p>{3}</p>"
        "</article>"
    ),
    "teaser cards between headline and text": (
        f"<article><h1>{{0}}</h1><div class='cards'>{{teasers}}</div>{BODY}</article>"
    ),
    "teaser cards behind the text": (
        f"<article><h1>{{0}}</h1>{BODY}<div class='cards'>{{teasers}}</div></article>"
    ),
    "the first of several articles": (
        f"<article><h1>{{0}}</h1>{BODY}</article><section>{{teasers}}</section>"
    ),
    "the article in an aside": f"<aside><article><h1>{{0}}</h1>{BODY}</article></aside>",
    "an id like that of a comment": f"<div id='comment-3'><h1>{{0}}</h1>{BODY}</div>",
    "a class like furniture: related-town": (
        f"<article class='related-town'><h1>{{0}}</h1><div class='related-town'>{BODY}</div>"
        "</article>"
    ),
    "a class like furniture: social-life": (
        f"<article class='category-social-life'><h1>{{0}}</h1>{BODY}</article>"
    ),
}


def reported(folder: Path, page: str, **wrong: str) -> ArticleReport:
    """Compare the editions in a page; in the English one 86 becomes what is `wrong`."""
    paths = []
    for n, (language, lines) in enumerate(STORY.items()):
        teasers = "".join(TEASER.format(n=n, k=k, o=OTHERS[language]) for k in range(20, 44))
        inside = PAGES[page].format(*lines, teasers=teasers)
        inside = inside.replace("86", wrong.get(language, "86"))
        paths.append(folder / f"{language}.html")
        head = f"<!doctype html><html lang={language}><title>{lines[0]}</title><body>"
        paths[-1].write_text(f"{head}{inside}</body></html>", encoding="utf-8")
    return check_files("story", paths, embedding.load())


def alarms(report: ArticleReport) -> Iterator[str]:
    assert not report.skipped
    return (f"{f.code} {f.text}" for f in report.findings if f.severity.rank > 0)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_no_article_is_silent(tmp_path: Path, page: str) -> None:
    report = reported(tmp_path, page)
    assert list(alarms(report)) == []
    for edition in report.editions:
        told = [s.text for s in edition.segments if s.kind != "furniture"]
        assert told == list(STORY[edition.language])


@pytest.mark.parametrize("page", PAGES)
def test_an_error_in_the_article_is_found(tmp_path: Path, page: str) -> None:
    (alarm,) = alarms(reported(tmp_path, page, en="68"))
    assert alarm.startswith("NUM001")
    assert "68" in alarm
