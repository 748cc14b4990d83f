"""One fact is one card, however often it stands in the article."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import edition, finding, occurrence
from transcheck.model import Alignment, ArticleReport, Bead, Family, Severity

COUNT = 12


def twice() -> ArticleReport:
    """The same two wrong numbers in two places, and another one."""
    uk = edition("uk", tuple(f"Речення {n}: загинули 862 людини." for n in range(COUNT)))
    en = edition("en", tuple(f"Sentence {n}: 826 people were killed." for n in range(COUNT)))
    places = [
        replace(
            finding(
                "NUM001", "number-differs", Family.NUMBER, "826, but 862",
                (occurrence(uk, n, "862", "862"), occurrence(en, n, "826", "826")),
                suspects=("en",),
            ),
            fingerprint=f"{n:016x}",
        )
        for n in (1, 9)
    ]  # fmt: skip
    other = finding(
        "NUM001", "number-differs", Family.NUMBER, "other",
        (occurrence(uk, 4, "4"), occurrence(en, 4, "826", "826")), suspects=("en",),
    )  # fmt: skip
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(COUNT))
    return ArticleReport("many", (uk, en), Alignment(beads), (*places, other))


def test_alike_findings_have_one_card_that_leads_to_each_place(visit: Opener) -> None:
    page = visit(twice()).page
    page.keyboard.press("f")
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator(".card").first).to_contain_text("2 places:")
    page.locator(".card").first.locator(".place").nth(1).click()
    expect(page.locator("#row-9")).to_have_class("row sev-error busy chosen")
    expect(page.locator(".card.chosen")).to_have_count(1)


def name_twice(*names: str) -> ArticleReport:
    """An article with a name in several cases, and one more that has nothing to do with it."""
    uk = edition("uk", tuple(f"Речення {n}: так сказав {name}." for n, name in enumerate(names)))
    en = edition("en", tuple(f"Sentence {n}: Pavlenko said so." for n in range(len(names))))
    found = [
        replace(
            finding(
                "NAM002", "name-differs", Family.NAME, "another name",
                (occurrence(uk, n, name, name), occurrence(en, n, "Pavlenko", "Pavlenko")),
                suspects=("en",),
            ),
            fingerprint=f"{n:016x}",
        )
        for n, name in enumerate(names)
    ]  # fmt: skip
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(len(names)))
    return ArticleReport("names", (uk, en), Alignment(beads), tuple(found))


def test_one_name_in_its_cases_is_one_card(visit: Opener) -> None:
    page = visit(name_twice("Панчук", "Панчука", "Панчукові", "Панасюк", "Панчуком")).page
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator(".card").first).to_contain_text("4 places:")
    expect(page.locator(".card").nth(1)).to_contain_text("Панасюк")


def moved() -> ArticleReport:
    """A block of two sentences that stands elsewhere, with a number in it, and another move."""
    uk = edition("uk", tuple(f"Речення {n}." for n in range(COUNT)))
    en = edition("en", tuple(f"Sentence {n}." for n in range(COUNT)))
    found = [
        replace(
            finding(
                "MOV001", "moved", Family.MOVED, "moved", (occurrence(uk, n), occurrence(en, n)),
                suspects=("en",), severity=Severity.WARNING,
            ),
            fingerprint=f"{n:016x}",
        )
        for n in (8, 4, 5)
    ]  # fmt: skip
    between = finding(
        "NUM001", "number-differs", Family.NUMBER, "4",
        (occurrence(uk, 4, "4", "4"), occurrence(en, 4, "4", "5")), suspects=("en",),
    )  # fmt: skip
    beads = tuple(Bead(((n,), (n,)), 0.9) for n in range(COUNT))
    return ArticleReport("moved", (uk, en), Alignment(beads), (between, *found))


def test_a_block_that_was_moved_is_one_card(visit: Opener) -> None:
    page = visit(moved()).page
    expect(page.locator(".card")).to_have_count(3)
    expect(page.locator(".card", has_text="2 places:")).to_have_count(1)


def test_they_are_decided_at_once_and_taken_back_at_once(visit: Opener) -> None:
    page = visit(twice()).page
    counter = page.locator("#counter")
    expect(counter).to_have_attribute("data-left", "3")
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.locator("#reason").fill("two counts")
    page.keyboard.press("Enter")
    expect(counter).to_have_attribute("data-left", "1")
    page.keyboard.press("u")
    expect(counter).to_have_attribute("data-left", "3")


def test_what_stands_in_two_paragraphs_is_not_glued_to_one_sentence(visit: Opener) -> None:
    uk = edition("uk", ("Вибух у Сумах", "Далі, каже мер, рухались автобуси."))
    en = edition("en", ("Blast in Sumy", "Next, the mayor says, came buses."))
    both = finding(
        "MOV001", "moved", Family.MOVED, "moved",
        tuple(occurrence(one, n) for one in (uk, en) for n in (0, 1)), suspects=("en",),
    )  # fmt: skip
    alignment = Alignment((Bead(((0,), (0,)), 0.9), Bead(((1,), (1,)), 0.9)))
    page = visit(ArticleReport("sumy", (uk, en), alignment, (both,))).page
    page.keyboard.press("n")
    said = page.locator(".excerpt .words[lang='en']").all_inner_texts()
    assert [text.strip() for text in said] == [segment.text for segment in en.segments]
    page.keyboard.press("y")
    expect(page.locator("#status")).to_contain_text("clipboard")
    note = page.evaluate("navigator.clipboard.readText()")
    assert "Blast in Sumy\nNext, the mayor says, came buses." in note
