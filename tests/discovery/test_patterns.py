"""Configured patterns: which paths they take, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.discovery import Globs, Search, discover
from transcheck.discovery.patterns import Pattern
from transcheck.errors import UsageError

HUGO = "{article}.{language=uk}.md"
URL = "{language=uk}/{article}/index.html"


@pytest.mark.parametrize(
    ("pattern", "path", "language", "article", "shared"),
    [
        pytest.param(
            "content/{language}/news/{article}/index.md",
            "content/ua/news/homs/index.md",
            "uk",
            "homs",
            "content/*/news/homs/index.md",
            id="folders around",
        ),
        pytest.param(
            "{article}_{language}.html",
            "2024/the_battle_en.html",
            "en",
            "2024/the_battle",
            "2024/the_battle_*.html",
            id="joined by an underscore, an article with folders",
        ),
        pytest.param(
            "{language}-{article}.md", "en-US-homs.md", "en", "homs", "*-homs.md", id="a region"
        ),
        pytest.param(
            "{article}/{article}.{language}.md",
            "homs/homs.ru.md",
            "ru",
            "homs",
            "homs/homs.*.md",
            id="a field twice",
        ),
        pytest.param(
            "**/{language}/*-{article}.*",
            "a/b/EN/2024-homs.html",
            "en",
            "homs",
            "a/b/*/2024-homs.html",
            id="wild cards are part of what editions share",
        ),
        pytest.param("./{language}/{article}.md", "uk/a.md", "uk", "a", "*/a.md", id="a dot ahead"),
        pytest.param(URL, "en/homs/index.html", "en", "homs", "*/homs/index.html", id="said"),
        pytest.param(URL, "homs/index.html", "uk", "homs", "*/homs/index.html", id="not said"),
        pytest.param(HUGO, "a/homs.en.md", "en", "a/homs", "a/homs.*.md", id="said, dotted"),
        pytest.param(HUGO, "a/homs.md", "uk", "a/homs", "a/homs.*.md", id="not said, dotted"),
    ],
)
def test_a_path_says_language_and_article(
    pattern: str, path: str, language: str, article: str, shared: str
) -> None:
    match = Pattern(pattern).match(path)
    assert match is not None
    assert (match.language.code, match.article, match.pattern) == (language, article, shared)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("{language}/{article}.md", "de/homs.md", id="no language of ours"),
        pytest.param("{language}/{article}.md", "uken/homs.md", id="more than a language"),
        pytest.param("{language}/{article}.md", "a/uk/homs.md", id="a folder further up"),
        pytest.param("{language}/{article}.md", "uk/homs.mdx", id="a longer suffix"),
        pytest.param("{article}/{article}.{language}.md", "a/b.uk.md", id="a field twice, unlike"),
        pytest.param("{language}/{article}.{language}.md", "uk/a.en.md", id="languages unlike"),
        pytest.param("{language}/*/{article}.md", "uk/homs.md", id="a folder that is not there"),
        pytest.param("a.{language}/{article}.md", "ab/uk/homs.md", id="a dot is a dot"),
        pytest.param(URL, "ru/index.html", id="the page of a language is no article"),
    ],
)
def test_a_path_that_does_not_meet_the_pattern(pattern: str, path: str) -> None:
    assert Pattern(pattern).match(path) is None


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param("{language}/index.md", r"lacks \{article\}", id="no article"),
        pytest.param("{article}.md", r"lacks \{language\}", id="no language"),
        pytest.param("", r"lacks \{language\}", id="nothing"),
        pytest.param("{lang}/{article}.md", r"has '\{lang\}' in it", id="an unknown field"),
        pytest.param("{language}/{article.md", r"has '\{article.md' in it", id="never closed"),
        pytest.param("{language=de}/{article}.md", "a language nobody knows", id="no language"),
    ],
)
def test_a_pattern_that_is_none_says_why(pattern: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Pattern(pattern)


def tree(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def found(path: Path, base: Path, *patterns: str) -> dict[str, list[tuple[str, str | None]]]:
    search = Search(patterns=Globs(patterns, base))
    return {
        article.name: [
            (edition.relative_to(base).as_posix(), language)
            for edition, language in zip(article.editions, article.languages, strict=True)
        ]
        for article in discover([path], search).articles
    }


SITE = ("homs/index.html", "en/homs/index.html", "ru/homs/index.html")


@pytest.mark.parametrize(
    "path", ["", "en", "en/homs/index.html", "homs/index.html", "homs"], ids=lambda p: p or "all"
)
def test_patterns_are_relative_to_their_base_wherever_the_search_begins(
    tmp_path: Path, path: str
) -> None:
    tree(tmp_path, *SITE, "en/kyiv/index.html", "kyiv/index.html")
    articles = found(tmp_path / path, tmp_path, URL)
    expected = [("homs/index.html", "uk"), *((name, name[:2]) for name in SITE[1:])]
    assert set(articles["homs"]) <= set(expected)
    if path.endswith(".html") or not path:
        assert articles["homs"] == expected
        assert len(articles) == (1 if path else 2)


def test_the_first_pattern_that_a_path_meets_decides(tmp_path: Path) -> None:
    tree(tmp_path, "uk/a.en.md", "uk/a.ru.md")
    patterns = ("{article}.{language}.md", "{language}/{article}.md")
    assert list(found(tmp_path, tmp_path, *patterns)) == ["uk/a"]


def test_editions_may_differ_in_format_where_the_pattern_says_so(tmp_path: Path) -> None:
    tree(tmp_path, "homs_uk.html", "homs_en.md")
    both = {"homs": [("homs_uk.html", "uk"), ("homs_en.md", "en")]}
    assert found(tmp_path, tmp_path, "{article}_{language}.*") == both
    assert found(tmp_path / "homs_en.md", tmp_path, "{article}_{language}.*") == both


def test_patterns_stand_in_place_of_the_layouts_and_the_rest_is_told(tmp_path: Path) -> None:
    tree(tmp_path, "homs_uk.html", "homs_en.html", "kyiv/uk.html", "kyiv/en.html")
    search = Search(patterns=Globs(("{article}_{language}.html",), tmp_path))
    discovery = discover([tmp_path], search)
    assert [article.name for article in discovery.articles] == ["homs"]
    assert discovery.strays == (tmp_path / "kyiv/en.html", tmp_path / "kyiv/uk.html")


def test_siblings_of_a_relative_path_are_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, *SITE)
    monkeypatch.chdir(tmp_path / "en")
    (article,) = discover(
        [Path("homs/index.html")], Search(patterns=Globs((URL,), tmp_path))
    ).articles
    assert [path.as_posix() for path in article.editions] == [
        "../homs/index.html",
        "homs/index.html",
        "../ru/homs/index.html",
    ]


def test_names_with_signs_of_globs_are_taken_literally(tmp_path: Path) -> None:
    tree(tmp_path, "a[1]/uk.md", "a[1]/en.md", "a1/en.md", "a1/uk.md")
    articles = found(tmp_path / "a[1]/uk.md", tmp_path, "{article}/{language}.md")
    assert articles == {"a[1]": [("a[1]/uk.md", "uk"), ("a[1]/en.md", "en")]}


def test_nothing_found_names_the_patterns(tmp_path: Path) -> None:
    tree(tmp_path, "homs/uk.txt")
    with pytest.raises(UsageError, match=r"no article found.*the patterns are \{language\}/"):
        found(tmp_path, tmp_path, "{language}/{article}.txt")
