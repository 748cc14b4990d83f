"""The language of the page: the browser's, or one chosen by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import homs
from transcheck.checks import CHECKS, fingerprint
from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport, Message


def findings(count: int) -> ArticleReport:
    first = homs().findings[0]
    return replace(
        homs(),
        findings=tuple(replace(first, fingerprint=fingerprint(str(n))) for n in range(count)),
    )


@pytest.mark.parametrize(
    ("locale", "language", "heading"),
    [
        pytest.param("uk-UA", "uk", "Помилки", id="Ukrainian"),
        pytest.param("en-US", "en", "Errors", id="English"),
        pytest.param("ru-RU", "ru", "Ошибки", id="Russian"),
        pytest.param("pl-PL", "en", "Errors", id="a language that the page does not speak"),
    ],
)
def test_the_browser_chooses(visit: Opener, locale: str, language: str, heading: str) -> None:
    page = visit(homs(), locale=locale).page
    assert page.evaluate("document.documentElement.lang") == language
    expect(page.locator("h3").first).to_contain_text(heading)


def test_a_choice_by_hand_holds_in_the_address_and_on_the_next_visit(visit: Opener) -> None:
    seen = visit(homs(), locale="en-GB")
    seen.page.locator("#choose-language").select_option("uk")
    expect(seen.page.locator("h3").first).to_contain_text("Помилки")
    assert "language=uk" in seen.page.url
    expect(seen.window().locator("h3").first).to_contain_text("Помилки")
    expect(seen.window("#language=ru").locator("h3").first).to_contain_text("Ошибки")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "лишилася 1 розбіжність"),
        (2, "лишилося 2 розбіжності"),
        (5, "лишилося 5 розбіжностей"),
        (21, "лишилася 21 розбіжність"),
        (112, "лишилося 112 розбіжностей"),
        (1000, "лишилося 1\u00a0000 розбіжностей"),
    ],
)
def test_plural_forms_and_numbers(visit: Opener, count: int, text: str) -> None:
    page = visit(findings(count), locale="uk-UA").page
    assert page.locator("#counter").inner_text().strip() == text


def test_a_message_and_its_manual_are_in_the_language(visit: Opener) -> None:
    article = homs()
    message = Message(
        "one", (("absent", "ru"), ("present", "uk and en"), ("quote", "“У 2016 році…”"))
    )
    missing = replace(article.findings[1], message=message)
    page = visit(replace(article, findings=(missing,)), locale="uk-UA").page
    card = page.locator(".card")
    expect(card).to_contain_text(
        "в російській версії немає речення, яке є в українській і англійській версіях: «У 2016"
    )
    card.locator(".card-head").click()
    card.locator("summary").click()
    summary = LANGUAGES.get("uk").texts("checks")["MIS001"]["summary"]
    expect(card.locator(".manual")).to_contain_text(summary)
    assert CHECKS.get("MIS001").summary not in (card.text_content() or "")
