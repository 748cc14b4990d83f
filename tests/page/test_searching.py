"""What is searched is found and marked; what is wrong is what is shown."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.page.conftest import Opener
from tests.sample_reports import edition, finding, homs, occurrence
from transcheck.model import Alignment, ArticleReport, Bead, Family

HITS = "() => [...(CSS.highlights.get('transcheck-hit') || [])].map(range => range.toString())"
COUNT = 40


def search(page: Page, words: str) -> None:
    page.locator("#search").fill(words)
    page.wait_for_function("words => location.hash.includes('q=') === Boolean(words)", arg=words)


def long() -> ArticleReport:
    """An article with one name, right at its beginning and wrong at its end."""
    uk = edition("uk", tuple(f"Речення {n} про Растан і п’ять мостів." for n in range(COUNT)))
    words = [f"Sentence {n} on Rastan." for n in range(COUNT - 2)]
    en = edition("en", (*words, "Sentence on Rustan.", "The last one."))
    found = finding(
        "NAM001", "name-spelled-two-ways", Family.NAME, "en spells one name in two ways",
        (occurrence(uk, 0, "Растан"), occurrence(en, 0, "Rastan"), occurrence(en, 1, "Rastan"),
         occurrence(en, COUNT - 2, "Rustan")), suspects=("en",),
    )  # fmt: skip
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(COUNT))
    return ArticleReport("long", (uk, en), Alignment(beads), (found,))


def test_several_words_are_found_in_the_text_in_any_case_and_marked(visit: Opener) -> None:
    page = visit(homs()).page
    search(page, "QASSEM  damascus")
    expect(page.locator("#row-5")).to_be_in_viewport()
    assert sorted(page.evaluate(HITS)) == ["Damascus", "Qassem"]
    search(page, "")
    assert page.evaluate(HITS) == []


def test_one_apostrophe_is_as_good_as_another(visit: Opener) -> None:
    page = visit(long()).page
    page.keyboard.press("f")
    search(page, "П'ЯТЬ мостів")
    assert set(page.evaluate(HITS)) == {"п’ять", "мостів"}


def test_a_chosen_finding_shows_the_wrong_place_and_so_does_its_flag(visit: Opener) -> None:
    page = visit(long()).page
    page.keyboard.press("f")
    page.keyboard.press("n")
    expect(page.locator(f"#row-{COUNT - 2}")).to_be_in_viewport()
    flag = page.locator("#map .flag").bounding_box()
    frame = page.locator("#map").bounding_box()
    assert flag is not None
    assert frame is not None
    assert flag["y"] > frame["y"] + 0.8 * frame["height"]


def test_where_no_edition_stands_alone_the_map_accuses_none(visit: Opener) -> None:
    uk, en = edition("uk", ("Їх було 5.",)), edition("en", ("They were 6.",))
    places = (occurrence(uk, 0, "5"), occurrence(en, 0, "6"))
    found = finding("NUM001", "number-differs", Family.NUMBER, "5, but 6", places, suspects=())
    page = visit(ArticleReport("a", (uk, en), Alignment((Bead(((0,), (0,)), 1.0),)), (found,))).page
    expect(page.locator("#map .flag")).to_have_count(2)


def test_a_hue_is_a_family_and_numbers_are_not_copied(visit: Opener) -> None:
    page = visit(homs()).page
    badges = page.locator(".card .badge")
    hues = badges.evaluate_all("all => all.map(each => each.classList[1])")
    families = page.locator(".card .family").all_inner_texts()
    assert len(set(zip(families, hues, strict=True))) == len(set(families)) == len(set(hues))
    selectable = page.locator("#text .tag").first.evaluate(
        "tag => getComputedStyle(tag).userSelect"
    )
    assert selectable == "none"


def test_what_is_chosen_on_a_telephone_is_there_when_the_text_is_opened(visit: Opener) -> None:
    page = visit(long(), size=(390, 844)).page
    page.locator(".card-head").click()
    page.locator("[data-key='pane-text']").click()
    expect(page.locator(f"#row-{COUNT - 2}")).to_be_in_viewport()


def test_the_overview_on_paper_holds_the_findings(visit: Opener) -> None:
    page = visit(homs(), long()).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".printed")
    expect(printed.locator("section")).to_have_count(2)
    expect(printed).to_contain_text("en “2,500” · uk, ru “1 500”")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(printed).to_have_count(0)
