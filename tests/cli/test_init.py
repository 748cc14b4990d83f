"""``transcheck init`` with the real command in real folders."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.stand_ins import Run
from transcheck.configuration import Config, read
from transcheck.configuration.keys import key_of, keys

LINES = {
    "uk": "У місті відкрили міст через річку.\n",
    "en": "A bridge over the river was opened in the city.\n",
    "ru": "В городе открыли мост через реку.\n",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def editions(*patterns: str, languages: Iterable[str] = LINES) -> None:
    """Write the editions of an article to every path, ``{}`` being the language."""
    for pattern in patterns:
        for language in languages:
            path = Path(pattern.format(language))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(LINES[language], encoding="utf-8")


def active() -> dict[str, object]:
    """Return the keys that are set in the configuration here, with their values."""
    config = read(Path("transcheck.toml"))
    return {
        name: getattr(config, key.name)
        for name, key in keys().items()
        if getattr(config, key.name) != getattr(Config(), key.name)
    }


@pytest.mark.parametrize(
    ("pattern", "layout"),
    [
        ("news/{}.txt", "<article>/<language>  (1, as news/uk.txt)"),
        ("news.{}.txt", "<article>.<language>  (1, as news.uk.txt)"),
        ("{}/news.txt", "<language>/<article>  (1, as uk/news.txt)"),
    ],
)
def test_the_usual_layouts_need_no_pattern(run: Run, pattern: str, layout: str) -> None:
    editions(pattern)
    result = run("init")
    assert (result.code, result.err) == (0, "")
    assert "Found in this folder: 1 article, 1 of them in all languages." in result.out
    assert layout in result.out
    assert "uk (1), en (1), ru (1)" in result.out
    assert "required   uk, en, ru: without the key an edition that is missing fails" in result.out
    assert "Written: transcheck.toml" in result.out
    assert active() == {"require": ("uk", "en", "ru")}


@pytest.mark.parametrize(
    ("paths", "pattern"),
    [
        pytest.param(["a/news_{}.txt", "a/talk_{}.txt"], "{article}_{language}.*", id="joined"),
        pytest.param(["{}-news.txt", "{}-talk.txt"], "{language}-{article}.*", id="in front"),
    ],
)
def test_another_layout_becomes_a_pattern_that_gate_understands(
    run: Run, paths: list[str], pattern: str
) -> None:
    editions(*paths)
    assert f"layout     {pattern}  (2, as " in run("init").out
    assert active()["patterns"] == (pattern,)
    report = json.loads(run("gate", ".", "-q", "-f", "json").out)
    assert report["summary"]["checked"] == 2


def test_a_language_without_its_name_in_the_path(run: Run) -> None:
    editions("{}/news.txt", languages=("en", "ru"))
    Path("news.txt").write_text(LINES["uk"], encoding="utf-8")
    run("init")
    assert active()["patterns"] == ("{language=uk}/{article}.*",)
    report = json.loads(run("gate", ".", "-q", "-f", "json").out)
    assert [e["language"] for e in report["articles"][0]["editions"]] == ["uk", "en", "ru"]


def test_languages_are_not_required_that_some_article_lacks(run: Run) -> None:
    editions("news.{}.txt")
    editions("talk.{}.txt", languages=("uk", "en"))
    result = run("init")
    assert "2 articles, 1 of them in all languages" in result.out
    assert "required" not in result.out
    assert active() == {}


def test_what_is_no_edition_is_named(run: Run) -> None:
    editions("news.{}.txt")
    editions("talk.{}.txt", languages=("uk",))
    for name in ("README.md", "a.md", "b.md", "c.md"):
        Path(name).write_text("Text.\n", encoding="utf-8")
    out = run("init").out
    assert "alone      talk\n" in out
    assert "left out   README.md, a.md, b.md and 1 more: no edition by its name" in out


def test_an_empty_folder_gets_a_configuration_too(run: Run) -> None:
    result = run("init")
    assert (result.code, result.err) == (0, "")
    assert "No article in two languages or more was found in this folder." in result.out
    assert "where the editions are (patterns)" in result.out
    assert active() == {}


def test_another_folder_than_this_one(run: Run) -> None:
    editions("site/news.{}.txt")
    out = run("init", "site").out
    assert "Written: site/transcheck.toml" in out
    assert "transcheck gate site " in out
    assert not Path("transcheck.toml").exists()
    assert read(Path("site/transcheck.toml")).require == ("uk", "en", "ru")


def test_a_configuration_that_is_there_is_replaced_by_force_only(run: Run) -> None:
    Path("transcheck.toml").write_text("# mine\n", encoding="utf-8")
    result = run("init")
    assert (result.code, result.out) == (2, "")
    assert "transcheck.toml is there already" in result.err
    assert "--force replaces it" in result.err
    assert Path("transcheck.toml").read_text(encoding="utf-8") == "# mine\n"
    assert run("init", "--force").code == 0
    assert "# mine" not in Path("transcheck.toml").read_text(encoding="utf-8")


def test_a_table_in_a_pyproject_is_not_hidden_by_a_file_of_its_own(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.transcheck]\n", encoding="utf-8")
    for options in ((), ("--force",), ("--pyproject",)):
        result = run("init", *options)
        assert result.code == 2
        assert "pyproject.toml has a table [tool.transcheck] already" in result.err
    assert not Path("transcheck.toml").exists()


def test_a_pyproject_is_added_to_where_that_is_asked_for(run: Run) -> None:
    editions("news.{}.txt")
    before = '[project]\nname = "site"  # ours\n'
    Path("pyproject.toml").write_text(before, encoding="utf-8")
    assert run("init", "--pyproject").code == 0
    assert Path("pyproject.toml").read_text(encoding="utf-8").startswith(before)
    assert read(Path("pyproject.toml")).require == ("uk", "en", "ru")
    assert not Path("transcheck.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("init", "--pyproject"), "there is no pyproject.toml", id="no pyproject"),
        pytest.param(("init", "absent"), "there is no folder absent", id="no folder"),
    ],
)
def test_what_cannot_be_written(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_the_configuration_above_is_named(run: Run) -> None:
    Path("transcheck.toml").write_text("", encoding="utf-8")
    Path("site").mkdir()
    assert f"used in place of {Path.cwd() / 'transcheck.toml'}" in run("init", "site").out


@pytest.mark.parametrize("shared", [False, True], ids=["own file", "pyproject"])
def test_every_line_that_is_commented_out_is_valid_without_its_sign(run: Run, shared: bool) -> None:
    name = "pyproject.toml" if shared else "transcheck.toml"
    if shared:
        Path(name).write_text("", encoding="utf-8")
    run("init", *(["--pyproject"] if shared else []))
    text = Path(name).read_text(encoding="utf-8")
    path = Path(name)
    path.write_text(re.sub(r"^#(?! )", "", text, flags=re.MULTILINE), encoding="utf-8")
    config = read(path)
    assert {
        n
        for n in keys()
        if re.search(
            rf"^\[*(tool\.transcheck\.)?{n}\b", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    } == set(keys())
    assert config.overrides[0].reason
    assert config.severity
    assert config.checks


def test_every_key_is_explained(run: Run) -> None:
    run("init")
    words = " ".join(re.sub(r"^# ", "", Path("transcheck.toml").read_text(encoding="utf-8"),
                            flags=re.MULTILINE).split())  # fmt: skip
    for key in keys().values():
        assert key_of(key).about in words
