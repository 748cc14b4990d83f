"""Editions in languages that are not compared, and words that look like their codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.discovery import Globs, Search, discover
from transcheck.discovery.heads import Head, parse
from transcheck.discovery.surveying import survey

OURS = ("site/en/a.md", "site/uk/a.md")


def tree(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("…", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("site/en/a.de.md", id="a suffix under a folder of ours"),
        pytest.param("site/en/README.pt-BR.md", id="with a region"),
        pytest.param("site/en/README.zh-Hans.md", id="with a script"),
        pytest.param("site/pl/a.md", id="a folder beside ours"),
        pytest.param("site/pt-br/news/a.md", id="a folder with a region, further up"),
        pytest.param("site/en/homs/pl.md", id="a file beside ours"),
    ],
)
@pytest.mark.parametrize("patterns", [(), ("{language=en}/{article}.*", "usual")])
def test_another_language_is_never_the_english_edition(
    tmp_path: Path, name: str, patterns: tuple[str, ...]
) -> None:
    tree(tmp_path, *OURS, "site/en/homs/uk.md", "site/en/homs/en.md", name)
    found = discover([tmp_path], Search(patterns=Globs(patterns, tmp_path)))
    assert found.foreign == (tmp_path / name,)
    editions = {edition for article in found.articles for edition in article.editions}
    assert tmp_path / name not in editions


@pytest.mark.parametrize(
    ("name", "article"),
    [
        pytest.param("site/en/it/a.md", "site/it/a", id="a section"),
        pytest.param("site/en/it.md", "site/it", id="an article"),
        pytest.param("site/en/a.v2.md", "site/a.v2", id="a version"),
        pytest.param("site/en/old.md", "site/old", id="three letters"),
    ],
)
def test_a_word_that_looks_like_a_code_is_none(tmp_path: Path, name: str, article: str) -> None:
    found = discover([tree(tmp_path, *OURS, name)])
    assert found.foreign == ()
    assert article in [each.name for each in found.articles]


def test_patterns_join_what_has_one_name(tmp_path: Path) -> None:
    tree(tmp_path, "content/x/index.md", "content/translations/uk/x/index.md", "content/y.md")
    lines = ("content/translations/{language}/{article}.*", "content/{language=en}/{article}.*")
    found = discover([tmp_path], Search(patterns=Globs(lines, tmp_path)))
    assert [(a.name, a.languages) for a in found.articles] == [
        ("x/index", ("uk", "en")),
        ("y", ("en",)),
    ]


def test_patterns_keep_apart_what_would_be_twice_in_a_language(tmp_path: Path) -> None:
    tree(tmp_path, *(f"{s}/{code}/a.md" for s in ("news", "blog") for code in ("uk", "en")))
    lines = ("news/{language}/{article}.md", "blog/{language}/{article}.md")
    found = discover([tmp_path], Search(patterns=Globs(lines, tmp_path)))
    assert [len(article.editions) for article in found.articles] == [2, 2]


PAGE = """<!doctype html><html lang="{own}"><head>
<link rel="canonical" href="https://a.example/{own}/{slug}">
<link rel="alternate" hreflang="uk" href="https://a.example/uk/mist/">
<link hreflang='en' rel='alternate' href='https://a.example/en/bridge'>
</head><p>…</p></html>"""


@pytest.mark.parametrize(
    ("suffix", "uk", "en"),
    [
        pytest.param(".md", "---\ntranslationKey: b\n---\n", "---\ntranslationKey: 'b'\n---\n",
                     id="translationKey"),
        pytest.param(".md", '+++\ntranslationKey = "b"\n+++\n', "---\ntranslationKey: b\n---\n",
                     id="in TOML"),
        pytest.param(".md", "---\nref: b\n---\n", "---\nref: b\n---\n", id="ref"),
        pytest.param(".md", "---\npermalink: /uk/b/\n---\n", "---\npermalink: /en/b\n---\n",
                     id="permalink"),
        pytest.param(".html", PAGE.format(own="uk", slug="mist"),
                     PAGE.format(own="en", slug="bridge"), id="hreflang"),
    ],
)  # fmt: skip
def test_translated_names_are_joined_by_a_key(
    tmp_path: Path, suffix: str, uk: str, en: str
) -> None:
    tree(tmp_path, f"uk/mist{suffix}", f"en/bridge{suffix}", f"en/other{suffix}")
    (tmp_path / f"uk/mist{suffix}").write_text(uk, encoding="utf-8")
    (tmp_path / f"en/bridge{suffix}").write_text(en, encoding="utf-8")
    found = {a.name: a.languages for a in discover([tmp_path]).articles}
    assert found == {"mist": ("uk", "en"), "other": ("en",)}


def test_a_key_that_two_texts_of_one_language_have_joins_nothing(tmp_path: Path) -> None:
    for name in ("uk/a.md", "uk/b.md", "en/c.md"):
        tree(tmp_path, name)
        (tmp_path / name).write_text("---\nref: home\n---\n", encoding="utf-8")
    assert [len(article.editions) for article in discover([tmp_path]).articles] == [1, 1, 1]


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        pytest.param(".md", b"---\nref: [\n", id="front matter that is not closed"),
        pytest.param(".md", b"\xff\xfe\0\0", id="no text"),
        pytest.param(".html", b"<link rel=alternate hreflang=", id="a tag cut short"),
        pytest.param(".txt", b"ref: b", id="plain text"),
    ],
)
def test_a_damaged_head_says_nothing(suffix: str, data: bytes) -> None:
    assert parse(suffix, data) == Head()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uk/report.html", '<!doctype html>\n<meta name="generator" content="transcheck 0.2.0">'),
        ("uk/report.md", "### ❌ transcheck: 3 articles, 3 checked: 1 error\n"),
        ("report.txt", "3 articles, 3 checked: no divergences\nPassed.\n"),
        ("en/report.txt", "── homs ──── uk 2 · en 2 sentences\n\nerror NUM001 number-differs\n"),
    ],
    ids=["page", "markdown", "clean run", "findings"],
)
def test_a_report_left_among_the_articles_is_passed_over(
    tmp_path: Path, name: str, text: str
) -> None:
    tree(tmp_path, "uk/a.md", "en/a.md", name)
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = discover([tmp_path])
    assert found.reports == (tmp_path / name,)
    assert [article.name for article in found.articles] == ["a"]
    assert survey(tmp_path).reports == (tmp_path / name,)
