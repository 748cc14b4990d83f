"""The page about a whole archive, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.conftest import Visit
from tests.page.test_access import violations
from transcheck.reporters.html.archive import Count, Overview, Unchecked, Worst, page

NASTY = "</style><script>window.owned = 1</script><img src=x onerror='window.owned = 2'>"
BUSY = Overview(
    articles=12_345,
    unchecked=2,
    findings=Count("", 30, 8, 4),
    accepted=5,
    families=(Count("number", 25, 3, 0, 20), Count("missing", 5, 5, 4, 9)),
    editions=(Count("en", 20, 6, 0, 15), Count("none", 10, 2, 4, 12)),
    months=(Count("2024-01", 30, 0, 0, 700), Count("none", 0, 8, 4, 11_645)),
    worst=(
        Worst("homs", "2024-01", "Мер Гомса", "homs/uk.html", 3, 1, 0, ("en says 2,500",)),
        Worst(NASTY, "", NASTY, "x/" + "long" * 60, 0, 1, 0, (NASTY,)),
    ),
    reasons=(Unchecked("homs-2", "holds no text of an article", "check that it is the right file"),
             Unchecked(NASTY, NASTY, "")),
    signature="encoder=static|thresholds=1+2",
)  # fmt: skip
QUIET = Overview(3, 0, Count(""), 0, (), (), (Count("none", articles=3),), (), (), "encoder=static")


def opened(browser: Browser, tmp_path: Path, overview: Overview, **options: object) -> Visit:
    path = tmp_path / "summary.html"
    path.write_text(page(overview), encoding="utf-8")
    return Visit(browser.new_context(offline=True, **options), path)  # type: ignore[arg-type]


def test_it_needs_no_network_and_takes_no_text_for_markup(browser: Browser, tmp_path: Path) -> None:
    seen = opened(browser, tmp_path, BUSY)
    assert seen.requests == [seen.path.as_uri()]
    assert seen.errors == []
    assert seen.page.evaluate("window.owned") is None
    assert seen.page.locator("img, script").count() == 0
    assert "12,345 articles · 42 findings" in seen.page.locator(".lead").inner_text()
    assert seen.page.locator("#worst ~ .table tbody tr").count() == 2
    seen.context.close()


def test_bars_are_as_long_as_their_counts(browser: Browser, tmp_path: Path) -> None:
    seen = opened(browser, tmp_path, BUSY)
    widths = seen.page.locator("section[aria-labelledby=chart-kind] rect").evaluate_all(
        "all => all.map(one => one.getBBox().width)"
    )
    assert [round(width) for width in widths] == [89, 11, 0, 18, 18, 14]
    colours = seen.page.locator("rect").evaluate_all(
        "all => all.map(r => getComputedStyle(r).fill)"
    )
    assert len(set(colours[:3])) == 3, "the style of the report applies"
    seen.context.close()


def test_many_months_are_shown_as_years(browser: Browser, tmp_path: Path) -> None:
    months = [Count(f"{2020 + n // 12}-{n % 12 + 1:02}", n, 1) for n in range(30)]
    seen = opened(browser, tmp_path, replace(BUSY, months=(*months, Count("none", 5))))
    shown = seen.page.locator("section[aria-labelledby=chart-year] tbody tr").all_inner_texts()
    assert [row.split() for row in shown] == [
        ["2020", "66", "12", "0"],
        ["2021", "210", "12", "0"],
        ["2022", "159", "6", "0"],
        ["none", "5", "0", "0"],
    ]
    seen.context.close()


@pytest.mark.parametrize("overview", [BUSY, QUIET], ids=["findings", "nothing found"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, overview: Overview, theme: str, width: int
) -> None:
    size = {"width": width, "height": 900}
    options = {"viewport": size, "color_scheme": theme, "bypass_csp": True}
    seen = opened(browser, tmp_path, overview, **options)
    assert violations(seen.page) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.context.close()
