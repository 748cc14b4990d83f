"""What the page shows of one article."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import broken, clean, edition, finding, homs, occurrence, pair
from transcheck.model import Alignment, ArticleReport, Bead, Family

NASTY = (
    "</script><script>window.owned = 1</script><img src=x onerror='window.owned = 2'>",
    "<!-- <script> --> {{ 7 * 7 }} &lt;b&gt; ${window.owned = 3} javascript:window.owned=4",
    "\u202egnp.exe 🙂 \x1b[31m \ud83d \\u003c 1,500",
)


def test_it_opens_from_a_file_and_asks_the_network_for_nothing(visit: Opener) -> None:
    seen = visit(homs())
    expect(seen.page.locator(".card")).to_have_count(3)
    assert seen.requests == [seen.path.as_uri()]


def test_rows_are_beads_and_a_missing_passage_is_a_gap(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("f")
    expect(page.locator(".heads .head")).to_have_count(3)
    row = page.locator("#row-4 .cell")
    expect(row).to_have_count(3)
    expect(row.nth(0)).to_contain_text("У 2016 році з міста")
    expect(row.nth(2)).to_have_class("cell gap suspect")
    expect(row.nth(2)).to_contain_text("nothing here")


def test_facts_are_marked_at_their_characters_alike_in_all_editions(visit: Opener) -> None:
    marks = visit(homs()).page.locator("#row-2 mark")
    words = marks.evaluate_all("marks => marks.map(m => m.firstChild.data)")
    assert words == ["1 500", "2,500", "1 500"]
    classes = marks.evaluate_all("marks => marks.map(m => m.classList[0])")
    assert len(set(classes)) == 1
    numbers = marks.evaluate_all("marks => marks.map(m => m.querySelector('.tag').textContent)")
    assert numbers == ["1"] * 3, "not by colour alone"
    assert marks.nth(1).evaluate("m => m.classList.contains('suspect')")


def test_every_passage_says_its_language(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("f")
    languages = page.locator(".cell p:not(.silent)").evaluate_all("all => all.map(p => p.lang)")
    assert set(languages) == {"uk", "en", "ru"}
    assert page.locator("#row-0 .cell p").evaluate_all("all => all.map(p => p.lang)") == [
        "uk",
        "en",
        "ru",
    ]


def test_who_says_what_with_the_suspect_first(visit: Opener) -> None:
    card = visit(homs()).page.locator(".card").first
    expect(card.locator(".saying")).to_have_count(2)
    expect(card.locator(".saying.suspect")).to_have_text("▸differs from the others: en 2,500")
    expect(card.locator(".saying").nth(1)).to_have_text("uk, ru 1 500")


def test_hostile_text_is_text(visit: Opener) -> None:
    uk, en = edition("uk", NASTY, "</script><b>"), edition("en", NASTY, "'\"><i>")
    found = finding(
        "NUM001", "number-differs", Family.NUMBER, NASTY[0],
        (occurrence(uk, 2, "1,500"), occurrence(en, 2, "1,500")), suspects=("en",),
    )  # fmt: skip
    passage = finding("MIS001", "x", Family.MISSING, NASTY[0], (occurrence(uk, 0),))
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(3))
    article = ArticleReport("</script><svg onload=x>", (uk, en), Alignment(beads), (found, passage))
    seen = visit(article)
    page = seen.page
    page.keyboard.press("f")
    for n, text in enumerate(NASTY[:2]):
        assert page.locator(f"#row-{n} p").first.inner_text().strip() == " ".join(text.split())
    assert page.locator("#row-2 mark").evaluate_all("m => m.map(x => x.firstChild.data)") == [
        "1,500",
        "1,500",
    ], "an offset behind a letter of two code units"
    assert page.evaluate("window.owned") is None
    assert page.locator("img, b b, svg[onload], i").count() == 0


def test_what_articles_say_would_not_run_even_if_it_were_markup(visit: Opener) -> None:
    seen = visit(homs())
    ran = seen.page.evaluate(
        """() => { try { document.body.innerHTML = '<img src=x onerror="window.owned=1">' }
        catch (error) { return error.name } return window.owned }"""
    )
    assert ran == "TypeError"
    seen.errors.clear()


def test_two_editions(visit: Opener) -> None:
    page = visit(pair()).page
    page.keyboard.press("f")
    expect(page.locator(".heads .head")).to_have_count(2)
    columns = page.locator("#row-0").evaluate("row => getComputedStyle(row).gridTemplateColumns")
    assert len(columns.split()) == 2
    expect(page.locator("#row-4 .cell.gap")).to_have_count(1)


def test_a_moved_passage_is_linked_with_its_place(visit: Opener) -> None:
    page = visit(pair()).page
    ghost = page.locator(".ghost")
    expect(ghost).to_have_count(1)
    page.locator(".aside").first.click()
    expect(ghost).to_be_focused()
    expect(page.locator(".ribbon.crossing")).to_have_count(1)


def test_an_article_without_findings(visit: Opener) -> None:
    page = visit(clean()).page
    expect(page.locator("#list")).to_contain_text("nothing was found")
    expect(page.locator(".row")).to_have_count(2)
    expect(page.locator(".fold")).to_have_count(0)
    for key in "npaxuyf":
        page.keyboard.press(key)


def test_an_article_that_could_not_be_checked(visit: Opener) -> None:
    page = visit(broken()).page
    expect(page.locator(".unchecked")).to_contain_text("the file is empty")
    expect(page.locator(".unchecked")).to_contain_text("put the English text in it")


def test_folded_text_opens_for_a_link_and_for_print(visit: Opener) -> None:
    uk = edition("uk", tuple(f"Речення номер {n} про міст." for n in range(12)))
    en = edition("en", tuple(f"Sentence number {n} on a bridge." for n in range(12)))
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(12))
    found = finding("MIS001", "x", Family.MISSING, "uk lacks", (occurrence(en, 11),))
    page = visit(ArticleReport("long", (uk, en), Alignment(beads), (found,))).page
    expect(page.locator("#row-5")).to_be_hidden()
    page.locator("[data-row='5']").first.dispatch_event("click")
    expect(page.locator("#row-5")).to_be_visible()
    page.locator(".fold").first.click()
    expect(page.locator("#row-5")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#row-5")).to_be_visible()
    expect(page.locator("#top button").first).to_be_hidden()


def test_a_mark_on_the_map_leads_to_the_text(visit: Opener) -> None:
    page = visit(homs(), size=(1440, 400)).page
    page.keyboard.press("f")
    page.locator("#map .flag").nth(1).click()
    expect(page.locator("#row-4")).to_be_in_viewport()
    expect(page.locator(".card.chosen .badge")).to_have_text("2")


def test_a_narrow_screen_has_list_and_text_in_turn(visit: Opener) -> None:
    page = visit(homs(), size=(390, 844)).page
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#text")).to_be_hidden()
    page.locator(".card-head").first.click()
    expect(page.locator(".card.chosen .excerpt")).to_have_count(3)
    page.locator("[data-key='pane-text']").click()
    expect(page.locator("#text")).to_be_visible()
    page.locator("[data-key='only-1']").click()
    expect(page.locator("#row-2 .cell").nth(1)).to_be_visible()
    expect(page.locator("#row-2 .cell").nth(0)).to_be_hidden()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, "nothing sticks out"


def test_a_suppressed_finding_says_by_what(visit: Opener) -> None:
    card = visit(homs()).page.locator(".card").nth(2)
    expect(card).to_contain_text("Suppressed")
    card.locator(".card-head").click()
    expect(card).to_contain_text("equal by the glossary: house spelling")
    expect(card.locator("[data-key='accept']")).to_have_count(0)


def test_an_unknown_check_is_told_in_its_own_words(visit: Opener) -> None:
    article = homs()
    strange = replace(article.findings[1], code="XXX999", text="something is odd here")
    card = visit(replace(article, findings=(strange,))).page.locator(".card")
    expect(card).to_contain_text("something is odd here")
