"""Ways in that go by the mouse: files that are dropped, a bookmark pressed on an article's page."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import expect

from tests.desk.conftest import Opener
from tests.desks import EXAMPLE
from tests.sites import Answer, hreflang, page, serving

DROP = """(files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    const event = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
    document.querySelector(".desk").dispatchEvent(event);
    return event.defaultPrevented;
}"""


def test_files_are_dropped_anywhere_on_the_form(visit: Opener) -> None:
    visitor = visit()
    shown = visitor.page
    assert shown.evaluate(DROP, [[f"{code}.md", text] for code, text in EXAMPLE.items()])
    expect(shown.locator(".taken li")).to_have_count(3)
    shown.locator("[data-key='remove-0']").click()
    expect(shown.locator(".taken li")).to_have_count(2)
    visitor.check()
    expect(shown.locator(".heads .head")).to_have_count(2)


def test_the_bookmark_opens_the_editions_of_the_page_that_one_looks_at(visit: Opener) -> None:
    links = hreflang(uk="/uk/homs", en="/en/homs", ru="/ru/homs")
    site = {f"/{language}/homs": Answer(page(language, links)) for language in EXAMPLE}
    with serving(dict(site)) as served:
        visitor = visit()
        visitor.page.locator(".bookmark summary").click()
        program = visitor.page.locator("[data-key='bookmarklet']").get_attribute("href") or ""
        reading = visitor.context.new_page()
        reading.goto(f"{served.root}/en/homs")
        with visitor.context.expect_page() as opened:
            reading.evaluate(unquote(program.removeprefix("javascript:")))
        desk = opened.value
        named = " ".join(f"{served.root}/{language}/homs" for language in EXAMPLE)
        expect(desk.locator("#addresses")).to_have_value(named)
        desk.keyboard.press("Enter")
        expect(desk.locator(".heads .head")).to_have_count(3)
