"""What paths say of language and article."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.loading.naming import Name, article_name, find_slot, languages, read_name


@pytest.mark.parametrize(
    ("path", "article", "language"),
    [
        ("homs/uk.txt", "homs", "uk"),
        ("homs/ua.md", "homs", "uk"),
        ("homs/EN.html", "homs", "en"),
        ("homs/ru-RU.html", "homs", "ru"),
        ("homs/en_GB.html", "homs", "en"),
        ("homs.uk.txt", "homs", "uk"),
        ("a/story.ua.md", "a/story", "uk"),
        ("a/2020.01.02.rus.md", "a/2020.01.02", "ru"),
        ("en/story.html", "story", "en"),
        ("site/ua/story.html", "site/story", "uk"),
        ("en/uk.txt", "en", "uk"),
        ("ru/story.uk.txt", "ru/story", "uk"),
    ],
)
def test_language_is_read_from_the_path(path: str, article: str, language: str) -> None:
    assert read_name(Path(path)) == Name(Path(article), language)


@pytest.mark.parametrize(
    "path",
    [
        "story.txt",
        "uk-army.txt",
        "en-route.txt",
        "uk-eu.txt",
        "ukraine.txt",
        "story.v2.txt",
        "de.txt",
        "ru/news/story.txt",
        "enigma/story.txt",
        ".uk",
    ],
)
def test_words_that_only_begin_like_a_code_are_no_language(path: str) -> None:
    assert read_name(Path(path)).language is None


@pytest.mark.parametrize(
    ("paths", "name"),
    [
        (["x/homs/uk.txt", "x/homs/en.txt"], "homs"),
        (["x/homs.uk.txt", "x/homs.en.md"], "homs"),
        (["x/uk/homs.html", "x/en/homs.html"], "homs"),
        (["x/uk/bytva.html", "x/en/battle.html"], "x"),
        (["x/a.txt", "x/b.txt"], "x"),
        (["homs.txt"], "homs"),
    ],
)
def test_article_is_named_after_what_its_editions_share(paths: list[str], name: str) -> None:
    assert article_name([Path(path) for path in paths]) == name


def test_article_in_the_current_folder_has_the_folders_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "homs").mkdir()
    monkeypatch.chdir(tmp_path / "homs")
    assert article_name([Path("uk.txt"), Path("en.txt")]) == "homs"


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        pytest.param(["uk/2024/homs.txt", "en/2024/homs.txt"], ("uk", "en"), id="further up"),
        pytest.param(["ru/a/uk.txt", "en/a/homs.en.txt"], ("uk", "en"), id="the nearest part"),
        pytest.param(["2024/homs.txt", "en/2024/homs.txt"], (None, "en"), id="one of two"),
        pytest.param(["uk/x/a.txt", "uk/x/b.txt"], (None, None), id="a folder of both"),
        pytest.param(["uk/a.txt", "uk/b.txt"], ("uk", "uk"), id="their own folder"),
        pytest.param(["../uk/a.txt", "a.txt"], ("uk", None), id="another branch of the tree"),
        pytest.param(["uk/2024/homs.txt"], (None,), id="one alone"),
    ],
)
def test_folders_in_which_the_paths_differ_name_languages(
    paths: list[str], codes: tuple[str | None, ...]
) -> None:
    assert languages([Path(path) for path in paths]) == codes


def test_a_home_folder_named_like_a_language_says_nothing() -> None:
    assert languages([Path("/home/ru/a/x.txt"), Path("/home/ru/a/y.txt")]) == (None, None)


@pytest.mark.parametrize(
    ("path", "article", "pattern"),
    [
        ("uk.txt", "", "*.txt"),
        ("/uk.txt", "", "/*.txt"),
        ("site/uk/2024/homs.txt", "site/2024/homs", "site/*/2024/homs.txt"),
        ("a/homs.v2.uk.txt", "a/homs.v2", "a/homs.v2.*.txt"),
    ],
)
def test_what_editions_share_is_the_path_without_the_language(
    path: str, article: str, pattern: str
) -> None:
    slot = find_slot(path)
    assert slot is not None
    assert (slot.article, slot.pattern) == (article, pattern)
