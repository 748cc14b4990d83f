"""Everybody can use the page: axe finds nothing against WCAG 2.2 AA, in light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import broken, clean, homs, pair
from tests.windows import violations


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(visit: Opener, theme: str, width: int) -> None:
    # axe itself needs what the policy of the page forbids.
    seen = visit(homs(), pair(), broken(), clean(), theme=theme, size=(width, 900), bypass_csp=True)
    page = seen.page
    assert violations(page) == [], "the overview"
    page.keyboard.press("n")
    assert violations(page) == [], "a finding of a number"
    page.keyboard.press("x")
    page.locator(".card.chosen summary").click()
    assert violations(page) == [], "a missing passage, and its manual"
    page.keyboard.press("a")
    assert violations(page) == [], "the dialog that asks for a reason"
    page.locator("#reason").fill("agreed")
    page.keyboard.press("Enter")
    page.keyboard.press("?")
    assert violations(page) == [], "help"
    page.keyboard.press("Escape")
    page.keyboard.press("]")
    if width < 900:
        page.locator("[data-key='pane-text']").click()
    assert violations(page) == [], "moved and added passages"


def test_tab_reaches_the_text_past_the_bar_by_one_key(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


def test_the_letter_keys_can_be_switched_off(visit: Opener) -> None:
    page = visit(homs()).page
    page.locator(".menu summary").click()
    page.locator("#letter-keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator(".card.chosen")).to_have_count(0)


def test_motion_and_colour_are_not_needed(visit: Opener) -> None:
    page = visit(homs()).page
    page.emulate_media(forced_colors="active")
    shapes = page.locator("h3 .shape").evaluate_all("all => all.map(x => x.getAttribute('class'))")
    assert len(set(shapes)) == len(shapes) == 2


COLOURS = """() => [...document.querySelectorAll("*")].map(element => {
    const style = getComputedStyle(element);
    return [element.tagName, style.color, style.backgroundColor, style.borderTopColor].join(" ");
})"""
OLDER = """() => document.querySelectorAll("style").forEach(style => {
    style.textContent = style.textContent.replaceAll("light-dark(", "no-such-function(");
})"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_older_browsers_have_the_same_colours(visit: Opener, theme: str) -> None:
    # A function that no browser knows stands for one that older ones do not.
    page = visit(homs(), theme=theme, bypass_csp=True).page
    page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    page.keyboard.press("n")
    here = page.evaluate(COLOURS)
    page.evaluate(OLDER)
    assert page.evaluate(COLOURS) == here
