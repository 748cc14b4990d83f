from __future__ import annotations

import datetime as dt
import doctest
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import transcheck
from transcheck import Text, api, pipeline
from transcheck.embedding import Vectors
from transcheck.embedding.static import StaticEncoder

UK = "Міст через річку відкрили 5 грудня.\n\nЙого будували 20 років, повідомила міська рада.\n"
EN = "The bridge was opened on 5 December.\n\nIt took {} years, the city council said.\n"
RU = "Мост через реку открыли 5 декабря.\n\nЕго строили 20 лет, сообщил городской совет.\n"
TEXTS = {"uk": UK, "en": EN.format(12), "ru": RU}
ROOT = Path(__file__).parents[2]


def codes(report: transcheck.ArticleReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_the_example_in_the_documentation_is_true() -> None:
    result = doctest.testmod(api)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in TEXTS.items():
        (tmp_path / "bridge").mkdir(exist_ok=True)
        (tmp_path / f"bridge/{language}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_texts_give_what_files_of_the_same_name_give(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    editions = {language: Path(f"bridge/{language}.txt") for language in TEXTS}
    from_files = transcheck.check_article(editions, name="bridge")
    assert codes(from_files) == ["NUM001"]
    assert transcheck.check_article(TEXTS, name="bridge") == from_files
    mixed: dict[str, str | Path] = {"uk": UK, "en": str(EN.format(12)), "ru": Path("bridge/ru.txt")}
    assert transcheck.check_article({**mixed}, name="bridge") == from_files


def test_the_first_edition_is_the_reference() -> None:
    assert [e.language for e in transcheck.check_article(TEXTS).editions] == ["uk", "en", "ru"]
    other = {"ru": RU, "ua": UK}
    assert [e.language for e in transcheck.check_article(other).editions] == ["ru", "uk"]


@pytest.mark.parametrize(
    ("content", "format_", "kinds"),
    [
        pytest.param("<p>Один.</p><p>Два рази.</p>", "", ["body", "body"], id="a tag: HTML"),
        pytest.param("\n<!DOCTYPE html><p>Один.</p>", "", ["body"], id="a page"),
        pytest.param("< 5 років тому це було.", "", ["body"], id="no tag"),
        pytest.param("# Один\n\nДва рази.", "", ["headline", "body"], id="not Markdown unasked"),
        pytest.param("# Один\n\nДва рази.", "markdown", ["headline", "body"], id="Markdown"),
        pytest.param("<p>Один.</p>", "plain text", ["body"], id="tags in plain text"),
    ],
)
def test_formats(content: str, format_: str, kinds: list[str]) -> None:
    document = Text(content, format_).document(Path("a/uk"), "uk")
    assert [block.kind.value for block in document.blocks] == kinds
    assert ("#" in document.blocks[0].text) == (format_ == "" and content.startswith("#"))
    assert ("<p>" in document.blocks[0].text) == (format_ == "plain text")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("Його будували 20 років.", 3, id="plain text"),
        pytest.param("<p>Його будували 20 років.</p>", 3, id="a fragment of HTML"),
        pytest.param("Міст відкрили & освятили\n\nЙого будували 20 років.", 3, id="there already"),
        pytest.param(
            "<h1>Міст відкрили & освятили</h1>\n<p>Його будували 20 років.</p>", 2, id="a heading"
        ),
    ],
)
def test_a_title_stands_above_a_text_that_has_none(content: str, line: int) -> None:
    document = Text(content, title=" Міст відкрили\n& освятили ").document(Path("a/uk"), "uk")
    assert document.title == "Міст відкрили & освятили"
    assert [block.text for block in document.blocks] == [document.title, "Його будували 20 років."]
    place = document.blocks[1].source_offset(0)
    assert sum(start <= place for start in document.line_starts) == line


def test_a_url_is_the_place_and_editions_with_the_same_one_stay_apart() -> None:
    editions = {
        "uk": Text(UK, url="https://example.org/uk/bridge?x=1"),
        "en": Text(EN.format(20), url="https://example.org/uk/bridge"),
    }
    report = transcheck.check_article(editions, name="bridge")
    assert [e.path.as_posix() for e in report.editions] == [
        "example.org/uk/bridge",
        "bridge/en.txt",
    ]


def test_the_day_of_publication_is_what_is_said() -> None:
    day = dt.date(2024, 12, 6)
    assert Text(UK, published=day).document(Path("a/uk"), "uk").published == day
    page = f'<meta property="article:published_time" content="2024-12-05"><p>{UK}</p>'
    assert Text(page).document(Path("a/uk"), "uk").published == dt.date(2024, 12, 5)


@pytest.mark.parametrize(
    ("editions", "error", "says"),
    [
        pytest.param({"uk": UK}, transcheck.UsageError, "two editions", id="one edition"),
        pytest.param({"uk": UK, "xx": EN}, transcheck.UsageError, "'xx'", id="no language"),
        pytest.param({"uk": UK, "en": 5}, transcheck.UsageError, "en is a int", id="no text"),
        pytest.param({"uk": UK, "en": b"a"}, transcheck.UsageError, "a bytes", id="bytes"),
        pytest.param(
            {"uk": UK, "en": Text("a", "pdf")}, transcheck.UsageError, "'pdf'", id="no format"
        ),
    ],
)
def test_wrong_arguments(editions: Mapping[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        transcheck.check_article(editions)


@pytest.mark.parametrize(
    ("english", "says"),
    [
        pytest.param("", "article/en.txt is empty", id="empty"),
        pytest.param("a\0b", "NUL", id="binary"),
        pytest.param("\ud800", "UTF-8", id="half a character"),
        pytest.param(UK, "but its text is Ukrainian", id="another language"),
        pytest.param(Path("absent.txt"), "absent.txt does not exist", id="no such file"),
        pytest.param("<p></p>", "article/en.html", id="a page without text"),
    ],
)
def test_an_edition_that_cannot_be_read_hides_no_other(english: str | Path, says: str) -> None:
    report = transcheck.check_article({"uk": UK, "en": english, "ru": RU})
    assert [e.language for e in report.editions] == ["uk", "ru"]
    (skipped,) = report.skipped
    assert says in skipped.reason
    assert not report.checked


def test_a_configuration_decides(tmp_path: Path) -> None:
    assert codes(transcheck.check_article(TEXTS)) == ["NUM001"]
    assert codes(transcheck.check_article(TEXTS, config=transcheck.Config(ignore=("NUM",)))) == []
    path = tmp_path / "transcheck.toml"
    path.write_text('severity = { NUM = "info" }\n', encoding="utf-8")
    (finding,) = transcheck.check_article(TEXTS, config=path).findings
    assert finding.severity is transcheck.Severity.INFO
    path.write_text("selct = []\n", encoding="utf-8")
    with pytest.raises(transcheck.UsageError, match="selct"):
        transcheck.check_article(TEXTS, config=path)


def test_no_configuration_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcheck.toml").write_text('ignore = ["NUM"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert codes(transcheck.check_article(TEXTS)) == ["NUM001"]


def test_a_baseline_accepts(folder: Path) -> None:
    path = folder / "baseline.json"
    command = [sys.executable, "-m", "transcheck", "baseline", "update", ".", "-q"]
    subprocess.run([*command, "--baseline", path, "--reason", "so it is"], cwd=folder, check=True)
    (finding,) = transcheck.check_article(TEXTS, name="bridge", baseline=path).findings
    assert finding.suppressed is not None
    assert finding.suppressed.reason == "so it is"
    (report,) = transcheck.check_folder(folder, baseline=path).articles
    assert report.findings[0].suppressed == finding.suppressed
    (other,) = transcheck.check_article(TEXTS, name="another", baseline=path).findings
    assert other.suppressed is None


class Own:
    name, family = "own", "static"

    def __init__(self) -> None:
        self.texts = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return StaticEncoder().encode(texts)


def test_an_encoder_of_ones_own() -> None:
    encoder = Own()
    assert codes(transcheck.check_article(TEXTS, encoder=encoder)) == ["NUM001"]
    assert encoder.texts
    with pytest.raises(transcheck.EncoderError, match="no-such"):
        transcheck.check_article(TEXTS, encoder="/no-such")


def test_a_folder_gives_what_gate_gives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "alone.uk.txt").write_text(UK, encoding="utf-8")
    report = transcheck.check_folder(".")
    gate = [sys.executable, "-m", "transcheck", "gate", ".", "-q", "-f", "json"]
    shown = subprocess.run(gate, cwd=folder, capture_output=True, check=False)
    assert shown.returncode == 1
    assert transcheck.render(report, "json") == shown.stdout
    assert [a.article for a in report.articles] == ["alone", "bridge"]
    summary = transcheck.summarise(report.articles)
    assert (summary.articles, summary.checked, summary.errors) == (2, 1, 1)
    assert summary.waiting == 1
    assert transcheck.check_folder(folder, jobs=2).articles[1].findings


@pytest.mark.parametrize("arguments", [(), ("absent",)], ids=["no folder", "not there"])
def test_what_is_wrong_with_a_folder_is_raised_before_the_first_report(
    arguments: tuple[str, ...],
) -> None:
    with pytest.raises(transcheck.UsageError):
        transcheck.iterate_folder(*arguments)


def test_reports_come_one_by_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    real = pipeline.check_many

    def watched(groups: Any, *rest: Any) -> Any:
        compared.extend(group.name for group in groups)
        return real(groups, *rest)

    monkeypatch.setattr(pipeline, "check_many", watched)
    reports = transcheck.iterate_folder(folder)
    assert compared == []
    assert next(reports).article == "bridge"


THREADS = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
import transcheck
texts = json.loads(sys.argv[1])
def check(number):
    editions = {**texts, "en": texts["en"].replace("12", str(11 + number % 10))}
    return transcheck.check_article(editions, name=f"bridge {number}")
with ThreadPoolExecutor(8) as threads:
    at_once = list(threads.map(check, range(40)))
assert at_once == [check(number) for number in range(40)]
assert [len(report.findings) for report in at_once] == [int(n % 10 != 9) for n in range(40)]
"""


def test_threads_that_start_at_once_get_what_one_gets() -> None:
    program = [sys.executable, "-c", THREADS, json.dumps(TEXTS)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
