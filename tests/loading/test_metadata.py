"""What the head of a page says."""

from __future__ import annotations

import datetime as dt

import pytest

from transcheck.loading.metadata import Metadata, parse_date, read_metadata
from transcheck.loading.page import read_page


def metadata(source: str) -> Metadata:
    return read_metadata(read_page(source))


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Міст &amp; річка", "datePublished": "2023-03-14T23:30Z",'
    ' "author": {"name": "Іван Гук"}, "inLanguage": "uk"}'
)


@pytest.mark.parametrize(
    "source",
    [
        ld(ARTICLE),
        ld(f"[{ARTICLE}]"),
        ld('{"@graph": [{"@type": "WebPage"}, ' + ARTICLE + "]}"),
        ld('{"@type": "WebPage", "mainEntity": ' + ARTICLE + "}"),
        ld(ARTICLE.replace('"NewsArticle"', '["Thing", "ReportageNewsArticle"]')),
        ld('{"@type": "NewsArticle", }') + ld(ARTICLE),
        ld("<!-- " + ARTICLE + " -->"),
        ld(ARTICLE.replace("Міст", "\nМіст")),
    ],
    ids=[
        "alone", "in a list", "in a graph", "main entity", "of several types", "behind broken",
        "in a comment", "with a line end in a string",
    ],
)  # fmt: skip
def test_article_is_found_in_json_ld(source: str) -> None:
    found = metadata(source)
    assert found.titles[0] == "Міст &amp; річка"
    assert found.author == "Іван Гук"
    assert found.published == dt.date(2023, 3, 14)
    assert found.language == "uk"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ('"Іван Гук"', "Іван Гук"),
        ('["Іван Гук", {"name": "Оля Кос"}]', "Іван Гук, Оля Кос"),
        ('{"url": "https://x"}', ""),
        ('"https://x/ivan"', ""),
        ("17", ""),
        ("null", ""),
        ('{"name": ["x"]}', ""),
    ],
)
def test_author_in_any_form(author: str, name: str) -> None:
    assert metadata(ld(ARTICLE.replace('{"name": "Іван Гук"}', author))).author == name


@pytest.mark.parametrize(
    ("source", "date"),
    [
        (
            '<meta property="article:published_time" content="2020-02-14T10:00:00+02:00">',
            (2020, 2, 14),
        ),
        ('<meta itemprop="datePublished" content="2020-02-14">', (2020, 2, 14)),
        ('<meta name="pubdate" content="14.02.2020">', (2020, 2, 14)),
        ('<time datetime="2020-02-14 10:00">x</time><time datetime="2021-01-01">', (2020, 2, 14)),
        (
            '<time datetime="x"></time><span itemprop="datePublished" content="2020-02-14">',
            (2020, 2, 14),
        ),
        ('<meta name="date" content="yesterday"><time datetime="2020-02-14">', (2020, 2, 14)),
    ],
)
def test_date(source: str, date: tuple[int, int, int]) -> None:
    assert metadata(source).published == dt.date(*date)


@pytest.mark.parametrize("written", ["2020-02-30", "32.01.2020", "20200214", "", None, 20200214])
def test_what_is_no_date_is_none(written: object) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<html lang=uk-UA>", "uk-UA"),
        ("<p>x<html lang=uk>", "uk"),
        ("<html lang=uk><html lang=ru>", "uk"),
        ('<meta property="og:locale" content="ru_RU">', "ru_RU"),
        ("<html>", ""),
    ],
)
def test_language(source: str, language: str) -> None:
    assert metadata(source).language == language


def test_titles_are_in_order_of_trust_and_without_repetition() -> None:
    source = (
        '<meta property="og:title" content="A"><title>A - Site</title><svg><title>X</title></svg>'
    )
    assert metadata(ld('{"@type": "Article", "headline": "A"}') + source).titles == (
        "A",
        "A - Site",
    )
