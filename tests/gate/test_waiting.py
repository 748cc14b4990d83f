"""Editions that are still to come: they cost nothing unless they are required."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.repositories import Repository
from tests.stand_ins import Run

GATE = ("gate", "site", "--no-progress")
ALL = ("--require", "uk,en,ru")
HEAD = '---\ntitle: "{}"\n{}---\n\n'
UK = "У порту Ялинка у вівторок відкрили новий причал.\n\nВін приймає три судна на день.\n"
EN = "A new pier was opened on Tuesday in the port of Yalynka.\n\nIt takes three ships a day.\n"
RU = "В порту Ялинка во вторник открыли новый причал.\n\nОн принимает три судна в день.\n"
TEXTS = {"uk": UK, "en": EN, "ru": RU}


@pytest.fixture
def site(newsroom: Repository) -> Path:
    """Return a folder with one story in three languages; the working folder is above it."""
    for language, text in TEXTS.items():
        newsroom.write(f"site/{language}/pier.md", text=text)
    return newsroom.folder / "site"


def waiting(run: Run, *options: str) -> dict[str, list[tuple[str, str]]]:
    document = json.loads(run(*GATE, "-q", "-f", "json", *options).out)
    return {
        article["article"]: [(each["language"], each["reason"]) for each in article["waiting"]]
        for article in document["articles"]
    }


def test_a_story_in_one_language_is_listed_and_fails_nothing(run: Run, site: Path) -> None:
    (site / "uk/alone.md").write_text(UK, encoding="utf-8")
    result = run(*GATE)
    assert result.code == 0
    assert "  alone: only uk\n" in result.out
    assert "2 articles, 1 checked, 1 waiting for translations: no divergences\n" in result.out


def test_where_no_story_has_a_translation_nothing_is_said_to_agree(run: Run, site: Path) -> None:
    for language in ("en", "ru"):
        (site / f"{language}/pier.md").unlink()
    result = run(*GATE)
    assert result.code == 0
    assert result.out.endswith(
        "1 article, none checked, 1 waiting for translations\n"
        "Passed: there was nothing to compare.\n"
    )
    assert "no divergences" not in result.out


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        pytest.param("ru", HEAD.format("Причал", "draft: true\n") + RU, "draft", id="draft"),
        pytest.param("ru", "+++\ndraft = true\n+++\n" + RU, "draft", id="draft in TOML"),
        pytest.param("ru", HEAD.format("П", "published: false\n") + RU, "draft", id="unpublished"),
        pytest.param("ru", "", "empty", id="empty file"),
        pytest.param("ru", "---\nweight: 3\n---\n", "empty", id="front matter alone"),
        pytest.param("ru", EN * 5, "untranslated", id="still the English text"),
        pytest.param("uk", RU * 5, "untranslated", id="still the Russian text"),
    ],
)
def test_what_is_not_there_yet_is_waited_for_or_required(
    run: Run, site: Path, name: str, text: str, reason: str
) -> None:
    (site / f"{name}/pier.md").write_text(text, encoding="utf-8")
    assert waiting(run) == {"pier": [(name, reason)]}
    assert run(*GATE, "-q").code == 0
    result = run(*GATE, *ALL)
    assert result.code == 1
    assert "error MIS002 edition-missing" in result.out
    assert f"site/{name}/pier.md" in result.out


def test_drafts_in_all_languages_are_compared_before_they_are_published(
    run: Run, site: Path
) -> None:
    for language, text in TEXTS.items():
        draft = HEAD.format("Pier", "draft: true\n") + text.replace("three", "four")
        (site / f"{language}/pier.md").write_text(draft, encoding="utf-8")
    assert run(*GATE, "-q").code == 1
    assert waiting(run) == {"pier": []}


def test_a_text_under_the_wrong_name_is_still_an_error(run: Run, site: Path) -> None:
    other = "В музее нашли старинную карту города.\n\nЕё покажут на выставке в мае.\n"
    (site / "uk/pier.md").write_text(other * 5, encoding="utf-8")
    result = run(*GATE)
    assert result.code == 3
    assert "pier was compared without its uk edition" in result.out


def test_exchanged_texts_are_still_an_error(run: Run, site: Path) -> None:
    (site / "uk/pier.md").write_text(RU * 5, encoding="utf-8")
    (site / "ru/pier.md").write_text(UK * 5, encoding="utf-8")
    assert run(*GATE, "-q").code == 3


@pytest.mark.parametrize("how", ["baseline", "override", "front matter", "ignored", "severity"])
def test_a_missing_edition_can_be_accepted(run: Run, site: Path, how: str) -> None:
    (site / "ru/pier.md").unlink()
    assert run(*GATE, *ALL, "-q").code == 1
    ignoring = {
        "override": '[[overrides]]\npaths = ["site/"]\nignore = ["MIS002"]\n',
        "ignored": 'ignore = ["edition-missing"]\n',
        "severity": '[severity]\nMIS002 = "info"\n',
    }
    if how == "baseline":
        assert run("baseline", "update", "site", *ALL, "-q").code == 0
    elif how == "front matter":
        text = HEAD.format("Pier", "transcheck-ignore: MIS002 not for Russian readers\n") + EN
        (site / "en/pier.md").write_text(text, encoding="utf-8")
        (site / "uk/pier.md").unlink()
    else:
        Path("transcheck.toml").write_text(ignoring[how], encoding="utf-8")
    result = run(*GATE, *ALL, "-f", "json")
    assert result.code == 0, result.out


def test_a_text_that_cannot_be_read_fails_the_run_unless_nothing_is_to_fail(
    run: Run, site: Path
) -> None:
    (site / "ru/pier.md").write_bytes(b"\0\1\2")
    assert run(*GATE, "-q").code == 3
    result = run(*GATE, "--fail-on", "never")
    assert result.code == 0
    assert "1 article checked in part only" in result.out
    assert run(*GATE, "-q", "--exclude", "site/ru/pier.md").code == 0, "it is left out by name"
