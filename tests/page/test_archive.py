"""The page about a whole archive, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.page.conftest import Visit
from tests.windows import violations
from transcheck.reporters.html.archive import Count, Overview, Unchecked, Worst, page

SAID = {
    "code": "NUM001",
    "template": "default",
    "message": "en “2,500”, but uk “1500”",
    "parameters": {"one": {"sayings": [["en", "2,500"]]}, "others": {"sayings": [["uk", "1500"]]}},
}
NASTY = "</style><script>window.owned = 1</script><img src=x onerror='window.owned = 2'>"
OWNED = {"code": NASTY, "template": NASTY, "message": NASTY, "parameters": {"quote": NASTY}}
BUSY = Overview(
    articles=12_345,
    unchecked=2,
    findings=Count("", 30, 8, 4),
    accepted=5,
    families=(Count("number", 25, 3, 0, 20), Count("missing", 5, 5, 4, 9)),
    editions=(Count("en", 20, 6, 0, 15), Count("none", 10, 2, 4, 12)),
    months=(Count("2024-01", 30, 0, 0, 700), Count("none", 0, 8, 4, 11_645)),
    worst=(
        Worst("homs", "2024-01", "Мер Гомса", "homs/uk.html", 3, 1, 0, (SAID,), "uk"),
        Worst(NASTY, "", NASTY, "x/" + "long" * 60, 0, 1, 0, (OWNED,)),
    ),
    reasons=(Unchecked("homs-2", "holds no text of an article", "check that it is the right file"),
             Unchecked(NASTY, NASTY, "")),
    signature="encoder=static|thresholds=1+2",
)  # fmt: skip
QUIET = Overview(3, 0, Count(""), 0, (), (), (Count("none", articles=3),), (), (), "encoder=static")


def opened(
    browser: Browser, tmp_path: Path, overview: Overview, locale: str = "en-GB", **options: object
) -> Visit:
    path = tmp_path / "summary.html"
    path.write_text(page(overview), encoding="utf-8")
    context = browser.new_context(offline=True, locale=locale, **options)  # type: ignore[arg-type]
    return Visit(context, path)


def test_it_needs_no_network_and_takes_no_text_for_markup(browser: Browser, tmp_path: Path) -> None:
    seen = opened(browser, tmp_path, BUSY)
    assert seen.requests == [seen.path.as_uri()]
    assert seen.errors == []
    assert seen.page.evaluate("window.owned") is None
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("script").count() == 2, "the texts and the program"
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
        ["no", "date", "5", "0", "0"],
    ]
    seen.context.close()


def test_without_its_program_it_says_the_same_in_english(browser: Browser, tmp_path: Path) -> None:
    plain = opened(browser, tmp_path, BUSY, locale="uk-UA", java_script_enabled=False)
    said = opened(browser, tmp_path, BUSY, locale="en-GB")
    assert plain.page.locator("main").inner_text() == said.page.locator("main").inner_text()
    assert plain.page.title() == said.page.title()
    plain.context.close()
    said.context.close()


@pytest.mark.parametrize(
    ("locale", "language", "heading"),
    [
        pytest.param("uk-UA", "uk", "Матеріали з найсерйознішими розбіжностями", id="Ukrainian"),
        pytest.param("en-US", "en", "The articles with the gravest findings", id="English"),
        pytest.param("ru-RU", "ru", "Материалы с самыми серьёзными расхождениями", id="Russian"),
        pytest.param("pl-PL", "en", "The articles with the gravest findings", id="another one"),
    ],
)
def test_the_browser_chooses_the_language(
    browser: Browser, tmp_path: Path, locale: str, language: str, heading: str
) -> None:
    seen = opened(browser, tmp_path, BUSY, locale)
    assert seen.page.evaluate("document.documentElement.lang") == language
    assert seen.page.locator("#worst").inner_text() == heading
    assert seen.page.locator("#choose-language").input_value() == language
    seen.context.close()


def test_a_choice_by_hand_holds_in_the_address_and_on_the_next_visit(
    browser: Browser, tmp_path: Path
) -> None:
    seen = opened(browser, tmp_path, BUSY)
    seen.page.locator("#choose-language").select_option("uk")
    expect(seen.page.locator("h1")).to_have_text("Архів")
    assert seen.page.url.endswith("#language=uk")
    assert seen.page.title() == "Архів · transcheck"
    expect(seen.window().locator("h1")).to_have_text("Архів")
    expect(seen.window("#language=ru").locator("h1")).to_have_text("Архив")
    seen.page.locator("#choose-language").select_option("en")
    expect(seen.page.locator("h1")).to_have_text("The archive")
    seen.context.close()


@pytest.mark.parametrize(
    ("locale", "count", "lead"),
    [
        ("uk-UA", 1, "1 матеріал · 1 розбіжність: 1 помилка, 0 застережень, 0 приміток"),
        ("uk-UA", 2, "2 матеріали · 2 розбіжності: 2 помилки, 0 застережень, 0 приміток"),
        ("uk-UA", 21, "21 матеріал · 21 розбіжність: 21 помилка, 0 застережень, 0 приміток"),
        ("ru-RU", 5, "5 материалов · 5 расхождений: 5 ошибок, 0 предупреждений, 0 примечаний"),
        ("ru-RU", 1000, "1\u00a0000 материалов · 1\u00a0000 расхождений: 1\u00a0000 ошибок"),
        ("en-GB", 1, "1 article · 1 finding: 1 error, 0 warnings, 0 notes"),
    ],
)
def test_plural_forms_and_numbers(
    browser: Browser, tmp_path: Path, locale: str, count: int, lead: str
) -> None:
    counted = replace(QUIET, articles=count, findings=Count("", errors=count))
    seen = opened(browser, tmp_path, counted, locale)
    assert seen.page.locator(".lead").inner_text().startswith(lead)
    seen.context.close()


def test_what_a_finding_says_is_said_in_the_language(browser: Browser, tmp_path: Path) -> None:
    seen = opened(browser, tmp_path, BUSY, "uk-UA")
    row = seen.page.locator("#worst + .table tbody tr").first
    assert "в англійській версії «2,500», але в українській версії «1500»" in row.inner_text()
    assert row.locator(".title").first.get_attribute("lang") == "uk", "the title is as it was"
    reasons = seen.page.locator(".unchecked li")
    assert reasons.first.get_attribute("lang") == "en", "what the program said stays English"
    kinds = seen.page.locator("section[aria-labelledby=chart-kind] tbody th")
    assert kinds.all_inner_texts() == ["Число", "Пропущено"]
    editions = seen.page.locator("section[aria-labelledby=chart-edition] tbody th")
    assert editions.all_inner_texts() == ["en", "не визначено"]
    seen.context.close()


@pytest.mark.parametrize("overview", [BUSY, QUIET], ids=["findings", "nothing found"])
@pytest.mark.parametrize("locale", ["en-GB", "uk-UA", "ru-RU"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, overview: Overview, locale: str, theme: str, width: int
) -> None:
    size = {"width": width, "height": 900}
    options = {"viewport": size, "color_scheme": theme, "bypass_csp": True}
    seen = opened(browser, tmp_path, overview, locale, **options)
    assert violations(seen.page) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.context.close()
