"""Decisions: made, kept, taken back, handed to the gate."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.conftest import Opener
from tests.sample_reports import homs, pair
from transcheck.model import Suppression
from transcheck.reporters.html.writer import SCHEMA

HOMS = homs()
FIRST, SECOND, THIRD = (finding.fingerprint for finding in HOMS.findings)
ROOT = Path(__file__).parents[2]
CASE = "fixtures/divergent/homs-rustan"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("denied", "SecurityError"); } });"""


def accept(page: Page, reason: str) -> None:
    page.keyboard.press("a")
    page.locator("#reason").fill(reason)
    page.keyboard.press("Enter")


def exported(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator("[data-key='export']").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def left(page: Page) -> str | None:
    return page.locator("#counter").get_attribute("data-left")


def test_accepting_counts_down_and_goes_on_to_the_next(visit: Opener) -> None:
    page = visit(HOMS).page
    assert left(page) == "2"
    page.keyboard.press("n")
    accept(page, "as the agency has it")
    assert left(page) == "1"
    expect(page.locator(f"[id='{FIRST}']")).to_contain_text("Not an error")
    expect(page.locator(".card.chosen")).to_have_id(SECOND)
    page.keyboard.press("x")
    assert left(page) == "1", "what is marked is still wrong in the text"
    expect(page.locator("#counter")).to_contain_text("1 to be corrected")
    expect(page.locator(f"[id='{SECOND}']")).to_contain_text("To be corrected")
    page.locator(f"[id='head-{SECOND}']").click()
    accept(page, "agreed")
    assert left(page) == "0"
    expect(page.locator("#counter")).to_contain_text("Ready for publication")


def test_a_reason_is_needed_and_none_is_proposed(visit: Opener) -> None:
    page = visit(HOMS).page
    page.keyboard.press("n")
    for key in ("a", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#reason")).to_have_value("")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    accept(page, "  ")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert left(page) == "2"


def test_the_panes_stay_where_they_are_at_the_first_decision(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("n")
    before = page.locator("#text").bounding_box()
    page.keyboard.press("x")
    expect(page.locator(".card.is-correction")).to_have_count(1)
    assert page.locator("#text").bounding_box() == before


def test_a_decision_shows_in_the_text_and_draws_no_more_than_its_rows(visit: Opener) -> None:
    page = visit(homs()).page
    page.keyboard.press("f")
    page.keyboard.press("n")
    page.locator(".row").evaluate_all("rows => rows.forEach((row) => { row.dataset.old = '' })")
    page.keyboard.press("x")
    expect(page.locator("#text mark.is-correction")).to_have_count(3)
    expect(page.locator(".row:not([data-old])")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator("#text mark.is-correction")).to_have_count(0)


def test_undo_takes_back_step_by_step(visit: Opener) -> None:
    page = visit(HOMS).page
    marked = page.locator(".card.is-correction")
    page.keyboard.press("n")
    page.keyboard.press("c")
    page.keyboard.press("x")
    expect(marked).to_have_count(2)
    page.keyboard.press("u")
    expect(marked).to_have_count(1)
    expect(page.locator(".card.chosen")).to_have_id(SECOND)
    page.keyboard.press("u")
    expect(marked).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator("#status")).to_contain_text("nothing to undo")


def test_decisions_are_there_on_the_next_visit(visit: Opener) -> None:
    seen = visit(HOMS)
    seen.page.keyboard.press("n")
    accept(seen.page, "rounded")
    seen.page.reload()
    assert left(seen.page) == "1"
    other = seen.window()
    accept(seen.page, "rounded")
    expect(other.locator("#counter")).to_have_attribute("data-left", "0")


def test_a_browser_that_keeps_nothing_says_so_and_works(visit: Opener, tmp_path: Path) -> None:
    page = visit(HOMS, script=NO_STORAGE).page
    expect(page.locator(".notice")).to_contain_text("does not keep decisions")
    page.keyboard.press("n")
    accept(page, "rounded")
    assert left(page) == "1"
    assert len(json.loads(exported(page, tmp_path).read_bytes())["entries"]) == 1


def test_what_was_accepted_is_exported_sorted_and_imported_back(
    visit: Opener, tmp_path: Path
) -> None:
    page = visit(HOMS, pair()).page
    for _ in range(2):
        page.keyboard.press("n")
        accept(page, "перевірено «🙂»")
        page.keyboard.press("p")
    path = exported(page, tmp_path)
    document: dict[str, Any] = json.loads(path.read_bytes())
    assert document["schema"] == "transcheck-baseline/1"
    entries = document["entries"]
    assert [e["fingerprint"] for e in entries] == sorted(e["fingerprint"] for e in entries) or [
        (e["article"], e["code"]) for e in entries
    ] == sorted((e["article"], e["code"]) for e in entries)
    assert {e["reason"] for e in entries} == {"перевірено «🙂»"}
    assert entries[-1]["message"] == HOMS.findings[0].text

    fresh = visit(HOMS, pair()).page
    with fresh.expect_file_chooser() as chooser:
        fresh.locator(".menu summary").click()
        fresh.locator("[data-key='import']").click()
    chooser.value.set_files(path)
    expect(fresh.locator("#counter")).to_have_attribute("data-left", str(4 - len(entries)))
    assert exported(fresh, tmp_path).read_bytes() == path.read_bytes()


def test_importing_keeps_entries_of_other_pages(visit: Opener, tmp_path: Path) -> None:
    entry = {"article": "a", "code": "NUM001", "fingerprint": "0" * 16, "message": "m",
             "reason": "r"}  # fmt: skip
    path = tmp_path / "other.json"
    path.write_text(json.dumps({"schema": "transcheck-baseline/1", "entries": [entry]}))
    page = visit(HOMS).page
    with page.expect_file_chooser() as chooser:
        page.locator(".menu summary").click()
        page.locator("[data-key='import']").click()
    chooser.value.set_files(path)
    assert json.loads(exported(page, tmp_path).read_bytes())["entries"] == [entry]


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "x"}', "\x00"])
def test_a_file_that_is_no_baseline_changes_nothing(
    visit: Opener, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    page = visit(HOMS).page
    with page.expect_file_chooser() as chooser:
        page.locator(".menu summary").click()
        page.locator("[data-key='import']").click()
    chooser.value.set_files(path)
    expect(page.locator("#status")).to_contain_text("no file of decisions")
    assert left(page) == "2"


def test_what_the_baseline_accepts_already_stays_in_the_export(
    visit: Opener, tmp_path: Path
) -> None:
    before = replace(HOMS.findings[0], suppressed=Suppression("baseline", "agreed in May"))
    page = visit(replace(HOMS, findings=(before, *HOMS.findings[1:]))).page
    (entry,) = json.loads(exported(page, tmp_path).read_bytes())["entries"]
    assert (entry["fingerprint"], entry["reason"]) == (FIRST, "agreed in May")


def test_the_note_has_the_sentence_in_every_edition(visit: Opener) -> None:
    page = visit(HOMS).page
    page.keyboard.press("n")
    page.keyboard.press("y")
    expect(page.locator("#status")).to_contain_text("clipboard")
    note = page.evaluate("navigator.clipboard.readText()")
    assert note.startswith(HOMS.editions[1].title)
    for edition in HOMS.editions:
        assert f"[{edition.language}]" in note
        assert edition.segments[2].text in note.replace("[2,500]", "2,500").replace(
            "[1 500]", "1 500"
        )
    assert "About [2,500] fighters" in note
    assert "[en] ▸ to correct stories/homs/en.txt:5" in note


def test_every_translator_gets_the_notes_of_all_corrections_in_one_message(visit: Opener) -> None:
    page = visit(HOMS).page
    page.keyboard.press("n")
    for _ in range(2):
        page.keyboard.press("x")
    page.locator(".menu summary").click()
    page.locator("[data-key='notes']").click()
    for language in ("en", "ru"):
        page.locator(f"[data-notes='{language}']").click()
        expect(page.locator("#status")).to_contain_text("1 note")
        notes = page.evaluate("navigator.clipboard.readText()")
        assert notes.count("Please correct") == 1
        assert f"[{language}] ▸" in notes


def test_what_the_page_holds_has_a_version(visit: Opener) -> None:
    page = visit(HOMS).page
    index = json.loads(page.locator("#index").text_content() or "")
    assert index["schema"] == SCHEMA


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "transcheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_gate_takes_what_the_page_exports(browser: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "page.html"
    assert run("report", CASE, "--output", page_file).returncode == 1
    context = browser.new_context(offline=True, locale="en-GB")
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.keyboard.press("n")
    for _ in range(int(left(page) or 0)):
        accept(page, "as the agency has it")
    assert left(page) == "0"
    baseline = exported(page, tmp_path)
    context.close()
    assert run("gate", CASE).returncode == 1
    assert run("gate", CASE, "--baseline", baseline).returncode == 0


def test_all_three_states_are_exported_and_imported(visit: Opener, tmp_path: Path) -> None:
    page = visit(HOMS).page
    page.keyboard.press("n")
    accept(page, "agreed")
    page.keyboard.press("x")
    path = exported(page, tmp_path)
    document = json.loads(path.read_bytes())
    assert [entry["fingerprint"] for entry in document["entries"]] == [FIRST]
    assert [entry["fingerprint"] for entry in document["corrections"]] == [SECOND]
    fresh = visit(HOMS).page
    with fresh.expect_file_chooser() as chooser:
        fresh.locator(".menu summary").click()
        fresh.locator("[data-key='import']").click()
    chooser.value.set_files(path)
    expect(fresh.locator(".card.is-accepted")).to_have_count(1)
    expect(fresh.locator(".card.is-correction")).to_have_count(1)
    assert exported(fresh, tmp_path).read_bytes() == path.read_bytes()


def test_what_a_baseline_accepts_can_be_taken_back(visit: Opener, tmp_path: Path) -> None:
    before = replace(HOMS.findings[0], suppressed=Suppression("baseline", "agreed in May"))
    page = visit(replace(HOMS, findings=(before, *HOMS.findings[1:]))).page
    assert left(page) == "1"
    page.locator(f"[id='head-{FIRST}']").click()
    page.locator("[data-key='reopen']").click()
    assert left(page) == "2"
    assert json.loads(exported(page, tmp_path).read_bytes())["entries"] == []
