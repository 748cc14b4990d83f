"""Two hundred articles in one page."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import SIGNATURE, homs
from transcheck.checks import fingerprint
from transcheck.model import ArticleReport, Report
from transcheck.reporters import render

LARGEST = 15_000_000


def articles(count: int) -> tuple[ArticleReport, ...]:
    base = homs()
    return tuple(
        replace(
            base,
            article=f"homs-{n}",
            findings=tuple(
                replace(f, fingerprint=fingerprint(f.fingerprint, str(n))) for f in base.findings
            ),
        )
        for n in range(count)
    )


def test_an_article_is_read_when_it_is_looked_at(visit: Opener) -> None:
    count = """const parse = JSON.parse; window.read = 0;
        JSON.parse = (...all) => {
            const made = parse(...all); if (made.beads) read++; return made }"""
    page = visit(*articles(200), script=count).page
    expect(page.locator("tbody tr")).to_have_count(200)
    assert page.evaluate("read") == 0
    page.keyboard.press("n")
    expect(page.locator(".card")).to_have_count(3)
    assert page.evaluate("read") == 1


def test_search_and_filters_over_all_of_them(visit: Opener) -> None:
    page = visit(*articles(200)).page
    page.locator("[data-key='chart-family-missing']").click()
    expect(page.locator(".lead")).to_have_text("200 articles · 200 findings")
    page.locator("#search").fill("homs-19")
    expect(page.locator("tbody tr")).to_have_count(0)
    page.locator("[data-key='clear']").click()
    page.locator("#search").fill("homs-19")
    expect(page.locator("tbody tr")).to_have_count(11)


def test_the_size_grows_by_the_articles_only() -> None:
    one, many = (len(render(Report(articles(n), SIGNATURE), "html")) for n in (1, 201))
    assert one < 300_000
    text = sum(len(s.text.encode()) for e in homs().editions for s in e.segments)
    assert (many - one) / 200 < 5 * text
