"""The page and the command line write the same baseline file, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Opener
from tests.sample_reports import homs
from transcheck.accepting import Baseline, Entry


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([], id="nothing accepted"),
        pytest.param(
            [
                Entry("homs", "NUM001", "0b", 'a "b" \\ / <c>', "two\nlines\ttab"),
                Entry("homs", "NUM001", "0a", "en “862”, uk «826»", "так у агенції"),
            ],
            id="ordinary text",
        ),
        pytest.param(
            [
                Entry("\ufffd", "b", "0c", "\x00\x07\x1b\x7f\x80\u2028\ufeff", "\ud800"),
                Entry("\U0001f600", "b", "0d", "e\u0301", ""),
                Entry("\U0001f600a", "b", "0e", "", ""),
            ],
            id="odd characters, sorted by code points",
        ),
    ],
)
def test_the_page_exports_what_the_command_line_writes(
    visit: Opener, tmp_path: Path, entries: list[Entry]
) -> None:
    file = tmp_path / "baseline.json"
    # In another order than the file's own, so that the page has to sort, too.
    file.write_text(Baseline(tuple(entries[::-1])).text(), encoding="utf-8")
    page = visit(homs()).page
    with page.expect_file_chooser() as chooser:
        page.locator(".menu summary").click()
        page.locator("[data-key='import']").click()
    chooser.value.set_files(file)
    expect(page.locator("#status")).not_to_be_empty()
    with page.expect_download() as download:
        page.locator("[data-key='export']").click()
    expected = Baseline.of(entries).text()
    assert download.value.path().read_bytes() == expected.encode()
