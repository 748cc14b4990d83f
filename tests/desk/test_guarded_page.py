"""The desk's page: for everybody, on any screen, and with nothing that texts could run."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.desk.conftest import Opener, upload
from tests.desks import EXAMPLE, Desk, serving
from tests.windows import violations
from transcheck.serving import Limits, Options

NASTY = "<img src=x onerror='window.owned=1'></script><script>window.owned=2</script>{{7*7}}"
TOKEN = "a word that nobody guesses"  # noqa: S105


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(visit: Opener, theme: str, width: int) -> None:
    # axe itself needs what the policy of the page forbids.
    visitor = visit(theme=theme, size=(width, 900), bypass_csp=True)
    page = visitor.page
    page.locator("#files").set_input_files(upload("a.txt", b"a"))
    page.locator(".taken").wait_for()
    page.locator(".bookmark summary").click()
    assert violations(page) == [], "the form"
    page.locator("[data-key='remove-0']").click()
    visitor.paste(*EXAMPLE.values())
    page.keyboard.press("n")
    assert violations(page) == [], "the report"
    page.keyboard.press("e")
    page.keyboard.type("1,500 ")
    page.locator("#main[aria-busy='false']").wait_for()
    page.evaluate("scrollTo(0, 0)")  # what a sticky bar covers in part is no small target
    assert violations(page) == [], "a sentence that is changed"
    page.keyboard.press("Escape")
    page.locator(".sentence.editing").wait_for(state="detached")
    if width < 900:
        page.locator("[data-key='pane-findings']").click()
    page.locator("[data-key='advice']").click()
    page.locator(".card.done").wait_for()
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.locator("#reason").fill("so it is")
    page.keyboard.press("Enter")
    page.locator("#ready").wait_for()
    assert violations(page) == [], "ready"


def test_nothing_sticks_out_on_a_telephone(visit: Opener) -> None:
    visitor = visit(size=(390, 844))
    page = visitor.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    visitor.paste(*EXAMPLE.values())
    page.locator(".card-head").first.click()
    page.get_by_role("button", name="Replace").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    page.get_by_role("button", name="Add after").click()
    expect(page.locator(".sentence.editing")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".menu summary").click()
    expect(page.locator(".menu > div")).to_be_in_viewport(ratio=1)


def test_what_texts_and_names_say_is_never_markup(visit: Opener) -> None:
    visitor = visit()
    page = visitor.page
    name = NASTY.replace("/", "") + ".txt"
    page.locator("#files").set_input_files(upload(name, f"{EXAMPLE['uk']}\n\n{NASTY}".encode()))
    page.locator("#text-0").fill(EXAMPLE["en"].replace("Bohuslav", f"Bohuslav {NASTY} “{NASTY}” 7"))
    visitor.check()
    expect(page.locator(".heads .head")).to_have_count(2)
    page.locator(".sentence[data-n='0']").first.click()
    page.keyboard.type(NASTY)
    page.locator("#main[aria-busy='false']").wait_for()
    page.keyboard.press("Enter")
    page.locator(".sentence.editing").wait_for(state="detached")
    for key in "nyx":
        page.keyboard.press(key)
    page.keyboard.press("a")
    page.locator("#reason").fill(NASTY)
    page.keyboard.press("Enter")
    page.locator("#search").fill(NASTY)
    page.locator("[data-key='others']").click()
    page.locator("#addresses").fill(f"http://[{NASTY}")
    page.locator("[data-key='check']").click()
    page.locator("#main[aria-busy='false']").wait_for()
    assert page.evaluate("window.owned") is None
    assert page.locator("img").count() == 0


def test_a_script_that_got_in_could_not_run(visit: Opener) -> None:
    visitor = visit()
    ran = visitor.page.evaluate(
        """async () => {
            const tried = {};
            try { document.body.innerHTML = "<img src=x onerror='window.owned=1'>" }
            catch (error) { tried.markup = error.name }
            try { await fetch("https://example.com/") } catch (error) { tried.fetch = error.name }
            try { trustedTypes.createPolicy("another", {}) }
            catch (error) { tried.policy = error.name }
            const script = document.createElement("script");
            try { script.textContent = "window.owned = 1" }
            catch (error) { tried.script = error.name }
            return tried
        }"""
    )
    assert ran == {"markup": "TypeError", "fetch": "TypeError", "policy": "TypeError",
                   "script": "TypeError"}  # fmt: skip
    assert visitor.page.evaluate("window.owned") is None
    visitor.errors.clear()
    visitor.requests.clear()


def test_the_policy_of_the_header_names_program_and_style_by_hash(desk: Desk) -> None:
    policy = httpx.get(f"{desk.root}/").headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].startswith("'sha256-")
    assert rules["style-src"].startswith("'sha256-")
    assert rules["connect-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert rules["require-trusted-types-for"] == "'script'"


def test_a_desk_with_a_token_asks_for_it_once_a_window(visit: Opener) -> None:
    with serving(Options(token=TOKEN, limits=Limits(rate=0))) as closed:
        visitor = visit(closed.root)
        page = visitor.page
        page.locator("#text-0").fill(EXAMPLE["uk"])
        page.locator("#text-1").fill(EXAMPLE["en"])
        page.locator("[data-key='check']").click()
        page.locator("#word").fill("wrong word, as ever")
        page.keyboard.press("Enter")
        expect(page.locator("#word")).to_have_value("")
        page.locator("#word").fill(TOKEN)
        page.keyboard.press("Enter")
        expect(page.locator(".card").first).to_be_visible()
        page.reload()
        page.keyboard.press("n")
        page.keyboard.press("e")
        page.keyboard.type("1 ")
        page.locator("#main[aria-busy='false']").wait_for()
        expect(page.locator("dialog")).to_have_count(0)
        page.keyboard.press("Escape")
        visitor.errors[:] = [e for e in visitor.errors if "401" not in e]


def test_a_server_that_is_gone_loses_no_word(browser: Browser) -> None:
    with serving(Options()) as short:
        page = browser.new_context(locale="uk-UA").new_page()
        page.goto(short.root)
        page.locator("#text-0").fill(EXAMPLE["uk"])
    page.locator("[data-key='check']").click()
    expect(page.locator("#desk-problem")).to_contain_text("Сервер не відповідає")
    expect(page.locator("#text-0")).to_have_value(EXAMPLE["uk"])
    page.context.close()


@pytest.mark.parametrize(
    ("locale", "title"),
    [("uk-UA", "Перевірка версій"), ("ru-RU", "Проверка версий"), ("en-GB", "Check the editions")],
)
def test_the_desk_speaks_three_languages(visit: Opener, locale: str, title: str) -> None:
    visitor = visit(locale=locale)
    expect(visitor.page.locator("h1")).to_contain_text(title)
    visitor.paste(*EXAMPLE.values())
    expect(visitor.page.locator(".card")).to_have_count(2)
