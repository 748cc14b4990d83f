"""Whole sites in the layouts that real repositories have: set up, checked, changed, accepted."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.repositories import ISOLATED, Repository
from tests.stand_ins import Run

ROOT = Path(__file__).parents[2]
LANGUAGES = ("uk", "en", "ru")
STORIES = ("court", "homs", "sport")
OTHERS = (
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "kk", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "sv", "tr", "zh-cn",
)  # fmt: skip
GERMAN = "# Die Brücke\n\nDie Brücke über den Fluss wurde am Dienstag mit 12 Wagen eröffnet.\n"
LAYOUTS: Mapping[str, Mapping[str, str]] = {
    "hugo, folders": dict.fromkeys(LANGUAGES, "content/{language}/news/{story}/index.md"),
    "hugo, suffixes": {
        "en": "content/{story}/index.md",
        "uk": "content/{story}/index.uk.md",
        "ru": "content/{story}/index.ru.md",
    },
    "hugo, translations apart": {
        "en": "content/{story}/index.md",
        "uk": "content/translations/uk/{story}/index.md",
        "ru": "content/translations/ru/{story}/index.md",
    },
    "jekyll, folders": dict.fromkeys(LANGUAGES, "_posts/{language}/2024-12-05-{story}.md"),
    "jekyll, english outside": {
        "en": "_posts/2024-12-05-{story}.md",
        "uk": "_posts/uk/2024-12-05-{story}.md",
        "ru": "_posts/ru/2024-12-05-{story}.md",
    },
    "readmes, a suffix": {
        "en": "{story}/README.md",
        "uk": "{story}/README.ua.md",
        "ru": "{story}/README.ru.md",
    },
    "readmes, in docs": {
        "en": "README.md",
        "uk": "docs/README.ua.md",
        "ru": "docs/README.ru.md",
    },
    "ukrainian first": {
        "uk": "{story}/README.md",
        "en": "{story}/README.en.md",
        "ru": "{story}/README.ru.md",
    },
    "a folder lang": {
        "en": "{story}.md",
        "uk": "lang/uk/{story}.md",
        "ru": "lang/ru/{story}.md",
    },
    "hugo, a key": dict.fromkeys(LANGUAGES, "content/{language}/{story}-{language}-slug.md"),
    "jekyll, a key": dict.fromkeys(LANGUAGES, "_posts/2024-12-05-{story}-{language}-slug.md"),
}
KEYS = {
    "hugo, a key": '---\ntitle: ""\ntranslationKey: {story}\n---\n',
    "jekyll, a key": "---\nlang: {language}\nref: {story}\n---\n",
}


def text(story: str, language: str) -> str:
    return (ROOT / "fixtures/articles" / story / f"{language}.txt").read_text(encoding="utf-8")


def stories(layout: str) -> tuple[str, ...]:
    return STORIES if "{story}" in LAYOUTS[layout]["en"] else STORIES[:1]


@pytest.fixture(params=LAYOUTS)
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, Repository]:
    """Return a layout and a repository in it, set up by init, with 31 other languages."""
    layout = str(request.param)
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    repository = Repository(tmp_path / "site")
    for story in stories(layout):
        for language in LANGUAGES:
            repository.write(
                place(layout, story, language),
                text=KEYS.get(layout, "").format(story=story, language=language)
                + text(story, language),
            )
        for other in OTHERS:
            where = (
                LAYOUTS[layout]["uk"]
                .replace(".ua.", ".{language}.")
                .replace(".uk.", ".{language}.")
            )
            where = where.replace("/uk/", "/{language}/")
            if "{language}" in where and layout not in KEYS:
                repository.write(where.format(language=other, story=story), text=GERMAN)
    repository.commit()
    monkeypatch.chdir(repository.folder)
    return layout, repository


def place(layout: str, story: str, language: str) -> str:
    return LAYOUTS[layout][language].format(story=story, language=language)


def checked(run: Run, *options: str) -> Mapping[str, list[str]]:
    """Return which editions were compared in each article of which there are two."""
    result = run("gate", ".", "-q", "-f", "json", "--allow-empty", *options)
    assert result.code in (0, 1), result.err
    found = json.loads(result.out)
    assert not any(article["skipped"] for article in found["articles"])
    return {
        article["editions"][0]["path"]: [e["language"] for e in article["editions"]]
        for article in found["articles"]
        if len(article["editions"]) > 1
    }


def test_init_finds_the_articles_and_gate_compares_them(
    run: Run, site: tuple[str, Repository]
) -> None:
    layout, _ = site
    out = run("init").out
    assert f"{len(stories(layout))} article" in out
    everything = {place(layout, story, "uk"): list(LANGUAGES) for story in stories(layout)}
    assert checked(run) == everything
    assert run("gate", ".", "-q").code == 0
    written = tomllib.loads(Path("transcheck.toml").read_text(encoding="utf-8"))
    assert run("gate", ".", "-q", "--fail-on", "info").code in (0, 1), written


def test_what_changed_is_checked_and_nothing_else(run: Run, site: tuple[str, Repository]) -> None:
    layout, repository = site
    run("init")
    repository.commit("set up")
    changed, *others = (place(layout, story, "en") for story in stories(layout))
    assert checked(run, "--changed-since", "HEAD") == {}
    file = Path(changed)
    file.write_text(file.read_text("utf-8").replace("seven", "nine"), "utf-8")
    first = place(layout, STORIES[0], "uk")
    assert list(checked(run, "--changed-since", "HEAD")) == [first]
    repository.commit("changed")
    Path(place(layout, STORIES[0], "ru")).unlink()
    assert checked(run, "--changed-since", "HEAD") == {first: ["uk", "en"]}
    for other in others:
        assert Path(other).exists()


def test_a_planted_error_fails_the_gate_and_a_baseline_accepts_it(
    run: Run, site: tuple[str, Repository]
) -> None:
    layout, _ = site
    run("init")
    file = Path(place(layout, "court", "en"))
    file.write_text(file.read_text("utf-8").replace("seven", "nine"), "utf-8")
    Path(place(layout, "court", "ru")).unlink()
    assert run("gate", ".", "-q").code == 1
    assert run("gate", ".", "-q", "--require", "uk,en,ru").code == 1
    assert run("baseline", "update", ".", "-q", "--require", "uk,en,ru").code == 0
    assert run("gate", ".", "-q", "--require", "uk,en,ru").code == 0


def test_a_single_file_stands_for_its_article(run: Run, site: tuple[str, Repository]) -> None:
    layout, _ = site
    run("init")
    for language in LANGUAGES:
        result = run("gate", place(layout, "court", language), "-q", "-f", "json")
        (article,) = json.loads(result.out)["articles"]
        assert [e["language"] for e in article["editions"]] == list(LANGUAGES), language


def test_a_commit_that_deletes_an_edition_is_seen(run: Run, site: tuple[str, Repository]) -> None:
    layout, repository = site
    run("init")
    repository.commit("set up")
    assert run("gate", "--with-deleted", "--allow-empty", "-q").code == 0
    repository.git("rm", "--quiet", place(layout, "court", "ru"))
    result = run("gate", "--with-deleted", "-q", "-f", "json", "--require", "uk,en,ru")
    (article,) = json.loads(result.out)["articles"]
    (finding,) = article["findings"]
    assert (finding["code"], finding["confidence"]) == ("MIS002", 1)
    missing = {
        "hugo, a key": "a file in ru with translationKey: court",
        "jekyll, a key": "a file in ru with ref: court",
    }
    said = missing.get(layout) or place(layout, "court", "ru")
    assert finding["message"] == f"there is no ru edition: {said}"
