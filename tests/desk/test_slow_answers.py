"""Whatever the server takes its time for: no key is lost, and no answer undoes another's work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.desk.conftest import Opener, copied, edit
from tests.desks import EXAMPLE

CHECK = re.compile("/desk/check$")
OPENING = EXAMPLE["uk"].split("\n\n")[1].split(" Про це")[0]


class Slow:
    """Between a page and its server: lets a check through when it is told to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[Route] = []
        self.open = False
        page.route(CHECK, lambda route: route.continue_() if self.open else self.held.append(route))

    def one(self) -> None:
        """Wait for the next check, and let it through."""
        for _ in range(2000):
            if self.held:
                break
            self.page.evaluate("new Promise(requestAnimationFrame)")
        with self.page.expect_response(CHECK):
            self.held.pop(0).continue_()

    def all(self) -> None:
        """Let everything through from now on."""
        self.open = True
        while self.held:
            self.held.pop(0).continue_()


@pytest.fixture
def slow(at_work: Page) -> Iterator[Slow]:
    expect(at_work.locator(".card")).to_have_count(2)
    made = Slow(at_work)
    yield made
    made.all()


def test_what_is_copied_holds_the_last_word_that_was_typed(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "знову відкрили")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Рух")
    slow.one()
    page.keyboard.type(" є.")
    page.keyboard.press("Enter")
    page.locator("#status").evaluate("status => status.replaceChildren()")
    page.locator(".head [data-copy='uk']").click()
    slow.all()
    expect(page.locator("#status")).to_contain_text("copied")
    expected = EXAMPLE["uk"].replace(OPENING, f"{OPENING} Рух є.")
    assert page.evaluate("navigator.clipboard.readText()") == expected


def test_what_is_saved_holds_the_word_that_is_being_typed(slow: Slow) -> None:
    page = slow.page
    edit(page, 1, "2,500")
    page.keyboard.press("Control+End")
    page.keyboard.type(" So it is.")
    with page.expect_download() as saved:
        page.locator(".head [data-save='en']").click()
        slow.all()
    text = saved.value.path().read_text("utf-8")
    assert "cars use the bridge every day. So it is." in text


def test_keys_between_answers_all_arrive(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "знову відкрили")
    page.keyboard.press("Control+A")
    words = f"{OPENING} Рух є."
    for part in re.findall(r".{1,20}", words):
        page.keyboard.type(part)
        slow.one()
        expect(page.locator(".sentence.editing")).to_be_focused()
    slow.all()
    page.keyboard.press("Enter")
    assert copied(page, "uk") == EXAMPLE["uk"].replace(OPENING, words)


def test_who_goes_on_to_another_sentence_need_not_wait(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "знову відкрили")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Так. ")  # from here on the next sentence has another number
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Тривав")
    slow.one()
    page.keyboard.type(" довго.")
    edit(page, 2, "46 млн")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Итак, ")
    slow.all()
    page.keyboard.press("Enter")
    expected = EXAMPLE["uk"].replace(OPENING, f"Так. {OPENING}").replace(
        "46 млн гривень.", "46 млн гривень. Тривав довго."
    )  # fmt: skip
    assert copied(page, "uk") == expected
    assert "Итак, Ремонт" in copied(page, "ru")
    page.keyboard.press("u")
    page.keyboard.press("u")
    assert copied(page, "uk") == EXAMPLE["uk"].replace(OPENING, f"Так. {OPENING}")


def test_who_goes_back_to_a_sentence_that_is_being_checked_goes_on_with_it(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "знову відкрили")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Раз.")
    page.keyboard.press("Enter")
    edit(page, 0, "Раз.")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Два.")
    slow.one()
    page.keyboard.type(" Три.")
    slow.all()
    page.keyboard.press("Enter")
    assert copied(page, "uk") == EXAMPLE["uk"].replace(OPENING, f"{OPENING} Раз. Два. Три.")


def test_a_button_and_typing_at_once_do_both(slow: Slow) -> None:
    page = slow.page
    page.keyboard.press("n")
    edit(page, 1, "46 million")
    page.keyboard.press("Control+Home")
    page.keyboard.type("All told: ")
    page.get_by_role("button", name="Replace").click()
    edit(page, 1, "1,500")
    page.keyboard.press("Control+End")
    page.keyboard.type(" So it is.")
    page.keyboard.press("Enter")
    slow.all()
    expected = EXAMPLE["en"].replace("2,500", "1,500")
    text = copied(page, "en")
    assert text == expected.replace("The repairs", "All told: The repairs").replace(
        "every day.", "every day. So it is."
    )


def test_who_writes_on_where_a_button_has_just_corrected_keeps_both(slow: Slow) -> None:
    page = slow.page
    page.keyboard.press("n")
    page.get_by_role("button", name="Replace").click()
    edit(page, 1, "1,500")
    page.keyboard.press("Control+End")
    page.keyboard.type(" So it is.")
    slow.all()
    page.keyboard.press("Enter")
    expected = EXAMPLE["en"].replace("2,500", "1,500")
    assert copied(page, "en").replace(" So it is.", "") == expected


def test_buttons_pressed_one_after_the_other_wait_for_each_other(slow: Slow) -> None:
    page = slow.page
    page.keyboard.press("n")
    page.get_by_role("button", name="Replace").click()
    page.keyboard.press("u")
    slow.all()
    expect(page.locator("#counter")).to_have_attribute("data-left", "2")
    assert copied(page, "en") == EXAMPLE["en"]


def test_keys_after_enter_are_no_text(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    expect(page.locator(".card.chosen")).to_have_count(1)
    slow.all()
    assert copied(page, "uk") == EXAMPLE["uk"].replace("46 млн гривень.", "46 млн гривень. Так.")


def test_a_window_that_is_loaded_again_goes_on_with_the_words(slow: Slow) -> None:
    page = slow.page
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    slow.all()
    page.reload()
    expect(page.locator(".sentence.changed")).to_have_count(1)
    assert copied(page, "uk") == EXAMPLE["uk"].replace("46 млн гривень.", "46 млн гривень. Так.")
    page.locator("[data-key='undo']").click()
    assert copied(page, "uk") == EXAMPLE["uk"]


def test_nothing_moves_away_under_a_button_that_is_pressed(slow: Slow) -> None:
    page = slow.page
    page.keyboard.press("n")
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    button = page.get_by_role("button", name="Replace")
    box = button.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    slow.one()
    page.mouse.up()
    slow.all()
    assert "about 1,500 cars" in copied(page, "en")
    assert copied(page, "uk") == EXAMPLE["uk"].replace("46 млн гривень.", "46 млн гривень. Так.")


@pytest.mark.parametrize("status", [503, 504, 429, 0])
def test_words_that_the_server_does_not_take_now_stay_and_are_checked_later(
    visit: Opener, status: int
) -> None:
    visitor = visit()
    page = visitor.paste(*EXAMPLE.values())
    expect(page.locator(".card")).to_have_count(2)
    edit(page, 0, "46 млн")
    refuse = (
        (lambda route: route.fulfill(status=status, json={"error": {"message": "not now"}}))
        if status
        else (lambda route: route.abort())
    )
    page.route(CHECK, refuse)
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    expect(page.locator(".notice[role='alert']")).to_be_visible()
    page.keyboard.type(" І ще.")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence", has_text="Так. І ще.")).to_be_visible()
    page.unroute(CHECK)
    assert copied(page, "uk") == EXAMPLE["uk"].replace(
        "46 млн гривень.", "46 млн гривень. Так. І ще."
    )
    expect(page.locator(".notice[role='alert']")).to_have_count(0)
    assert all("Failed to load resource" in error for error in visitor.errors)
    visitor.errors.clear()


def test_words_that_cannot_be_written_down_are_told_and_taken_back(visit: Opener) -> None:
    visitor = visit()
    page = visitor.paste(*EXAMPLE.values())
    edit(page, 0, "46 млн")
    told = {
        "error": {"message": "uk.html has markup within these words", "hint": "change it there"}
    }
    page.route(CHECK, lambda route: route.fulfill(status=422, json=told))
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    page.keyboard.press("Enter")
    expect(page.locator(".notice[role='alert']")).to_contain_text("markup within these words")
    expect(page.locator(".sentence", has_text="гривень. Так.")).to_be_visible()
    page.unroute(CHECK)
    page.keyboard.press("u")
    expect(page.locator(".notice[role='alert']")).to_have_count(0)
    assert copied(page, "uk") == EXAMPLE["uk"]
    visitor.errors.clear()


def test_a_browser_that_copies_only_what_is_there_gets_all_that_was_typed(at_work: Page) -> None:
    page = at_work
    page.evaluate("() => { delete window.ClipboardItem }")
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Так.")
    assert copied(page, "uk") == EXAMPLE["uk"].replace("46 млн гривень.", "46 млн гривень. Так.")
