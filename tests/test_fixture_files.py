"""The fixtures by themselves: a case differs from its article, and only where it says so."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.fixture_cases import (
    COMPARED,
    FIXTURES,
    LANGUAGES,
    WITH_MARKUP,
    case_folders,
    case_ids,
    edition_paths,
    expectation,
    read_source,
    readable,
)

FAITHFUL = ("court", "economy", "energy", "homs", "parliament", "sport")
DERIVED = [folder for folder in COMPARED if folder.parent.name != "articles"]
KEYS = {"about", "base", "edited", "issue", "findings", "loaded", "furniture"}
FINDING_KEYS = {"family", "suspects", "contains", "severity", "most"}
FACT_FAMILIES = {"number", "date", "name"}

# What must be planted in at least two editions, by the word in the names of the cases.
PLANTED = {
    *("missing", "added", "foreign", "partial", "moved", "language"),
    *("digit", "scale", "numword", "hedge", "points", "unit", "currency"),
    *("year", "month", "day", "weekday", "time", "typo", "swap", "rustan"),
}


def paragraphs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").strip().split("\n\n")


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("folder", COMPARED, ids=case_ids(COMPARED))
def test_expectation_is_written_in_the_documented_format(folder: Path) -> None:
    expected = expectation(folder)
    assert expected["about"].endswith(".")
    assert set(expected) <= KEYS
    assert len(edition_paths(folder)) >= 2
    for finding in expected["findings"]:
        assert set(finding) <= FINDING_KEYS
        assert set(finding["suspects"]) | set(finding["contains"]) <= set(edition_paths(folder))
        assert set(finding.get("severity", ())) <= {"error", "warning", "info"}
        assert finding["family"] not in FACT_FAMILIES or expected["issue"] == 4
    assert ("issue" in expected) == bool(expected["findings"])
    assert (folder.parent.name == "divergent") == bool(expected["findings"])


@pytest.mark.parametrize("folder", DERIVED, ids=case_ids(DERIVED))
def test_case_differs_from_its_base_in_the_edited_editions_only(folder: Path) -> None:
    expected = expectation(folder)
    base = FIXTURES / expected["base"]
    for language, path in edition_paths(folder).items():
        origin = edition_paths(base)[language]
        if language in expected["edited"]:
            assert path.read_bytes() != origin.read_bytes()
        elif path.suffix == origin.suffix:
            assert path.read_bytes() == origin.read_bytes()
        before, after = words_of(readable(origin)), words_of(readable(path))
        lost = sum((before - after).values()) / sum(before.values())
        assert lost < 0.1, f"{language} has lost {lost:.0%} of the words of its base"


@pytest.mark.parametrize("folder", COMPARED, ids=case_ids(COMPARED))
def test_expected_words_stand_in_the_edition(folder: Path) -> None:
    for finding in expectation(folder)["findings"]:
        for language, words in finding["contains"].items():
            assert words in readable(edition_paths(folder)[language])


def test_every_kind_of_divergence_is_planted_in_two_editions_or_more() -> None:
    suspects: dict[str, set[str]] = defaultdict(set)
    for folder in case_folders("divergent"):
        for finding in expectation(folder)["findings"]:
            suspects[folder.name.split("-")[1]].update(finding["suspects"])
    assert {kind for kind in PLANTED if len(suspects[kind]) < 2} == set()


@pytest.mark.parametrize("slug", FAITHFUL)
def test_faithful_editions_have_the_same_paragraphs(slug: str) -> None:
    lengths = {len(paragraphs(FIXTURES / "articles" / slug / f"{x}.txt")) for x in LANGUAGES}
    assert len(lengths) == 1


MONTHS = {
    "uk": "січн лют берез квіт трав черв лип серп верес жовт листопад груд",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ru": "январ феврал март апрел мая июн июл август сентябр октябр ноябр декабр",
}
WEEKDAYS = {
    "uk": r"понеділ вівтор серед[уи]\b четвер п.ятниц субот неділ",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник сред[уы] четверг пятниц суббот воскресень",
}


def dates_in(language: str, text: str) -> tuple[Counter[str], ...]:
    """Return the years, the days with their months and the weekdays that a text names."""
    years = Counter(re.findall(r"\b(?:1[69]\d\d|20[0-3]\d)\b(?! (?:грн|МВт|MW))", text))
    days: Counter[str] = Counter()
    for number, month in enumerate(MONTHS[language].split(), 1):
        for day in re.findall(rf"\b(\d\d?) {month}", text):
            days[f"{number:02}-{int(day):02}"] += 1
    weekdays = Counter(
        {
            str(number): len(re.findall(rf"(?i)\b{weekday}", text))
            for number, weekday in enumerate(WEEKDAYS[language].split(), 1)
        }
    )
    return years, days, weekdays


@pytest.mark.parametrize("slug", FAITHFUL)
def test_faithful_editions_name_the_same_dates_paragraph_by_paragraph(slug: str) -> None:
    editions = {x: paragraphs(FIXTURES / "articles" / slug / f"{x}.txt") for x in LANGUAGES}
    for uk, en, ru in zip(*editions.values(), strict=True):
        assert dates_in("uk", uk) == dates_in("en", en) == dates_in("ru", ru)


@pytest.mark.parametrize("slug", FAITHFUL)
def test_faithful_editions_differ_in_digits_only_by_their_scale(slug: str) -> None:
    """Digits are the same but for 60,000 and 60 тисяч, and for the 12-hour clock."""

    def digits(text: str) -> str:
        text = re.sub(r"\d[\d:]* ?(?:[ap]\.?m\b\.?)|\d\d?:\d\d", "", text)
        text = re.sub(r"(?<=\d)[\u00a0,. ](?=\d)", "", text)
        return " ".join(sorted(n.removesuffix("000") for n in re.findall(r"\d+", text) if n))

    article = FIXTURES / "articles" / slug
    uk, en, ru = (paragraphs(article / f"{language}.txt") for language in LANGUAGES)
    assert [digits(text) for text in uk] == [digits(text) for text in ru]
    different = [
        n for n, pair in enumerate(zip(uk, en, strict=True)) if digits(pair[0]) != digits(pair[1])
    ]
    assert len(different) <= 3, [(uk[n], en[n]) for n in different]


@pytest.mark.parametrize("folder", WITH_MARKUP, ids=case_ids(WITH_MARKUP))
def test_markup_holds_the_whole_article_and_what_is_to_be_loaded(folder: Path) -> None:
    expected = expectation(folder)
    article = FIXTURES / "articles" / folder.name.split("-")[0]
    for language, path in edition_paths(folder).items():
        seen = " ".join(readable(path).split())
        source = html.unescape(read_source(path))
        if language not in expected["edited"]:
            for paragraph in paragraphs(article / f"{language}.txt")[1:]:
                assert " ".join(paragraph.split()) in seen
        loaded = expected["loaded"][language]
        assert all(words in seen for words in (*loaded["headings"], *loaded["captions"]))
        assert loaded["title"] in source
        assert loaded["author"] in source
        assert loaded["published"] in source
        for words in expected.get("furniture", {}).get(language, ()):
            assert words in seen


def test_layouts_are_copies_of_faithful_editions() -> None:
    copies = [path for path in (FIXTURES / "layouts").rglob("*") if path.is_file()]
    assert len(copies) == 12
    for path in copies:
        article, *middle = path.name.removesuffix(path.suffix).split(".")
        language = (middle or [path.parent.name])[0].replace("ua", "uk")
        folder = f"{article}-md" if path.suffix == ".md" else article
        origin = FIXTURES / "articles" / folder / f"{language}{path.suffix}"
        assert path.read_bytes() == origin.read_bytes()
