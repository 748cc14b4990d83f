"""Filters, search, links and the keyboard."""

from __future__ import annotations

import re
from dataclasses import replace

from playwright.sync_api import Page, expect

from tests.page.conftest import Opener
from tests.sample_reports import broken, clean, homs, pair

ALL = (homs(), pair(), broken(), clean())
PRINTS = [finding.fingerprint for article in ALL for finding in article.findings]


def fingerprints(page: Page) -> list[str]:
    found: list[str] = page.locator(".card").evaluate_all("cards => cards.map(card => card.id)")
    return found


def test_a_filter_is_in_the_address_and_the_address_opens_it(visit: Opener) -> None:
    seen = visit(homs())
    seen.page.locator("[data-filter='family=number']").click()
    assert fingerprints(seen.page) == [PRINTS[0]]
    assert "family=number" in seen.page.url
    again = seen.window("#" + seen.page.url.partition("#")[2])
    assert fingerprints(again) == [PRINTS[0]]
    again.locator("[data-key='clear']").click()
    assert fingerprints(again) == PRINTS[:3]


def test_filters_are_joined_within_a_group_and_met_together(visit: Opener) -> None:
    page = visit(homs()).page
    page.locator("[data-filter='edition=en']").click()
    assert fingerprints(page) == [PRINTS[0]]
    page.locator("[data-filter='edition=ru']").click()
    assert fingerprints(page) == PRINTS[:2]
    page.locator("[data-filter='family=missing']").click()
    assert fingerprints(page) == [PRINTS[1]]


def test_state_is_a_filter(visit: Opener) -> None:
    page = visit(homs()).page
    page.locator("[data-filter='state=suppressed']").click()
    assert fingerprints(page) == [PRINTS[2]]


def test_search_looks_into_what_is_said(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("/")
    page.keyboard.type("2016")
    expect(page.locator(".card")).to_have_count(1)
    assert fingerprints(page) == [PRINTS[1]]
    assert page.evaluate("document.activeElement.id") == "search"
    expect(page).to_have_url(re.compile("q=2016"))


def test_nothing_matches(visit: Opener) -> None:
    page = visit(homs()).window("#q=zzz")
    expect(page.locator("#list")).to_contain_text("Nothing matches")


def test_a_fingerprint_alone_is_a_link(visit: Opener) -> None:
    page = visit(*ALL).window(f"#{PRINTS[1]}")
    expect(page.locator(".card.chosen")).to_have_id(PRINTS[1])
    expect(page.locator("#row-4")).to_be_in_viewport()


def test_a_link_to_what_is_gone_says_so(visit: Opener) -> None:
    page = visit(*ALL).window("#finding=0000000000000000")
    expect(page.locator(".notice")).to_contain_text("no such")


def test_back_leads_back(visit: Opener) -> None:
    page = visit(*ALL).page
    page.locator("[data-key='go-0']").click()
    expect(page.locator(".card")).to_have_count(3)
    page.go_back()
    expect(page.locator("table")).to_be_visible()


def test_the_keyboard_walks_through_all_findings_and_round_again(visit: Opener) -> None:
    page = visit(*ALL).page
    walked = []
    for _ in range(len(PRINTS) + 1):
        page.keyboard.press("n")
        walked.append(page.locator(".card.chosen").get_attribute("id"))
        assert page.evaluate("document.activeElement.closest('.card').id") == walked[-1]
    assert walked == [*PRINTS, PRINTS[0]]
    page.keyboard.press("p")
    expect(page.locator(".card.chosen")).to_have_id(PRINTS[-1])


def test_the_keyboard_works_with_a_cyrillic_layout(visit: Opener) -> None:
    page = visit(homs()).page
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.locator("#main").dispatch_event("keydown", {"key": "т", "code": "KeyN", "bubbles": True})
    expect(page.locator(".card.chosen")).to_have_id(PRINTS[0])


def test_letters_typed_in_a_field_are_letters(visit: Opener) -> None:
    page = visit(homs()).page
    page.locator("#search").press_sequentially("nax?")
    expect(page.locator("#search")).to_have_value("nax?")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("next finding")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_articles_by_keyboard(visit: Opener) -> None:
    page = visit(*ALL).page
    titles = []
    for key in ("]", "]", "[", "o"):
        page.keyboard.press(key)
        titles.append(page.locator("#choose-article").input_value())
    assert titles == ["0", "1", "0", ""]


def order(page: Page, *slugs: str) -> None:
    """Look at the articles in the table: by their headline, and their slug below it."""
    expect(page.locator("tbody tr")).to_have_count(len(slugs))
    rows = page.locator("tbody th").all_inner_texts()
    assert all(slug in row for slug, row in zip(slugs, rows, strict=True)), rows


def test_the_overview_sorts_filters_and_names_what_was_not_checked(visit: Opener) -> None:
    page = visit(*ALL).page
    expect(page.locator("tbody th a").first).to_have_text(homs().editions[0].title)
    order(page, "homs", "pair", "kherson", "clean")
    expect(page.locator("section.unchecked")).to_contain_text("stories/kherson/en.html")
    page.locator("[data-key='sort-article']").click()
    order(page, "clean", "homs", "kherson", "pair")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.locator("[data-key='chart-family-moved']").click()
    order(page, "pair")
    assert "family=moved" in page.url


def test_clean_articles_are_one_line_until_somebody_wants_them(visit: Opener) -> None:
    others = [replace(clean(), article=f"clean-{n}") for n in range(3)]
    page = visit(homs(), pair(), *others).page
    expect(page.locator("tbody tr")).to_have_count(3)
    line = page.get_by_role("button", name="3 articles without findings")
    line.click()
    expect(page.locator("tbody tr")).to_have_count(6)
    expect(line).to_be_focused()
    line.click()
    page.locator("#search").fill("Homs")
    expect(page.locator("tbody tr")).to_have_count(5)
    page.locator("[data-key='clear']").click()
    page.locator("[data-key='sort-article']").click()
    order(page, "clean-0", "clean-1", "clean-2", "homs", "pair")


def test_where_nothing_was_found_there_are_no_charts(visit: Opener) -> None:
    page = visit(*(replace(clean(), article=f"clean-{n}") for n in range(2))).page
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator(".chart")).to_have_count(0)
