from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.sample_reports import broken, clean, homs, pair
from tests.stand_ins import Pipeline, Run
from transcheck import embedding, workers
from transcheck.errors import EncoderError
from transcheck.model import ArticleReport
from transcheck.reporters.json_ import JsonWriter

GATE = ("gate", "stories", "--quiet")


@pytest.mark.parametrize(
    ("reports", "options", "code"),
    [
        pytest.param((clean(),), (), 0, id="no finding"),
        pytest.param((homs(),), (), 1, id="an error"),
        pytest.param((pair(),), (), 0, id="a warning is below the limit"),
        pytest.param((pair(),), ("--fail-on", "warning"), 1, id="a warning is at the limit"),
        pytest.param((pair(),), ("--fail-on", "info"), 1, id="a warning is above the limit"),
        pytest.param((homs(),), ("--fail-on", "never"), 0, id="no limit"),
        pytest.param((clean(), broken()), (), 3, id="an article could not be checked"),
        pytest.param((homs(), broken()), (), 3, id="an unchecked article outweighs findings"),
        pytest.param((broken(),), ("--fail-on", "never"), 0, id="no limit is about all texts"),
    ],
)
def test_the_exit_code_tells_the_result(
    run: Run,
    pipeline: Pipeline,
    reports: tuple[ArticleReport, ...],
    options: tuple[str, ...],
    code: int,
) -> None:
    pipeline.reports = reports
    assert run(*GATE, *options).code == code


def test_a_broken_article_hides_no_other(run: Run, pipeline: Pipeline) -> None:
    pipeline.reports = (broken(), homs())
    report = json.loads(run(*GATE, "-f", "json").out)
    assert [a["article"] for a in report["articles"]] == ["kherson", "homs"]
    assert report["articles"][1]["findings"]


def test_diff_compares_the_files_in_the_order_named(run: Run, pipeline: Pipeline) -> None:
    names = ("stories/homs/ru.txt", "stories/homs/uk.txt")
    result = run("diff", *names)
    assert (result.code, result.err) == (0, "")
    (files,) = pipeline.groups
    assert files.editions == tuple(Path(name) for name in names)


def test_diff_leaves_files_that_are_not_there_to_the_loader(run: Run, pipeline: Pipeline) -> None:
    pipeline.reports = (broken(),)
    assert run("diff", "stories/homs/uk.txt", "absent.en.txt").code == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("diff",), "name their files", id="diff without files"),
        pytest.param(("diff", "-", "-"), "named twice", id="standard input twice"),
        pytest.param(("diff", "uk.txt", "--language", "uk"), "--language", id="no use of it"),
        pytest.param(("gate",), "Missing argument", id="gate without a path"),
        pytest.param(("gate", "absent"), "absent", id="gate on a path that is not there"),
        pytest.param(("gate", "empty"), "no article found", id="gate on an empty folder"),
        pytest.param((*GATE, "-f", "jsn"), "'json'", id="a misspelt format"),
        pytest.param((*GATE, "-o", "jsn=a.json"), "jsn", id="a misspelt format of a file"),
        pytest.param((*GATE, "--fail-on", "grave"), "'error', 'warning'", id="no such limit"),
        pytest.param((*GATE, "--jobs", "0"), "from 1 nor 'auto'", id="no process"),
        pytest.param((*GATE, "--jobs", "many"), "'many'", id="no number of processes"),
        pytest.param((*GATE, "--config", "absent.toml"), "absent.toml", id="no such file"),
        pytest.param(("check", "stories"), "No such command", id="no such command"),
    ],
)
def test_wrong_usage_is_code_2_and_names_what_is_wrong(
    run: Run, pipeline: Pipeline, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err
    assert not pipeline.groups


def test_an_encoder_that_does_not_load_is_code_3_with_what_to_do(
    run: Run, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str, **_: object) -> None:
        raise EncoderError(f"{name} does not load", hint="install it")

    monkeypatch.setattr(embedding, "load", load)
    result = run(*GATE, "--encoder", "labse")
    assert (result.code, result.out) == (3, "")
    assert result.err == "transcheck: error: labse does not load\n  install it\n"
    assert not pipeline.groups


@pytest.mark.parametrize(
    ("options", "encoder"),
    [((), embedding.DEFAULT), (("--encoder", "labse"), "labse")],
    ids=["the embedded one", "the one asked for"],
)
def test_the_encoder(run: Run, pipeline: Pipeline, options: tuple[str, ...], encoder: str) -> None:
    run(*GATE, *options)
    assert pipeline.encoder == encoder


@pytest.mark.parametrize("command", ["gate", "report"])
@pytest.mark.parametrize(
    ("options", "asked"), [((), "auto"), (("--jobs", "auto"), "auto"), (("-j", "3"), 3)]
)
def test_the_number_of_processes(
    run: Run,
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    options: tuple[str, ...],
    asked: int | str,
) -> None:
    heard: list[object] = []

    def check_many(*_: object, jobs: int, **_more: object) -> Sequence[ArticleReport]:
        heard.append(jobs)
        return pipeline.reports

    def jobs_for(jobs: int | str, articles: int) -> int:
        heard.append(jobs)
        return articles

    monkeypatch.setattr(workers, "jobs_for", jobs_for)
    monkeypatch.setattr(workers, "check_many", check_many)
    assert run(command, "stories", "--quiet", "-o", "a.html", *options).code == 0
    assert heard == [asked, 1]


@pytest.mark.usefixtures("pipeline")
def test_an_internal_error_is_reported_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.delenv("TRANSCHECK_TRACEBACK", raising=False)
    monkeypatch.setattr(JsonWriter, "article", fail)
    result = run(*GATE, "-f", "json")
    assert result.code == 3
    assert "internal error" in result.err
    assert "ZeroDivisionError: by zero" in result.err
    assert "Traceback" not in result.err
    monkeypatch.setenv("TRANSCHECK_TRACEBACK", "1")
    assert "Traceback" in run(*GATE, "-f", "json").err


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Heed Ctrl-C even where the tests run in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"]
)
def test_a_signal_ends_the_run_without_a_report(
    run: Run, pipeline: Pipeline, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    def interrupt(done: int) -> None:
        if done == 1:
            os.kill(os.getpid(), number)

    (tmp_path / "report.json").write_text("of last time", encoding="utf-8")
    handler = signal.getsignal(signal.SIGTERM)
    pipeline.reports = (clean(), clean(), clean())
    pipeline.before = interrupt
    result = run(*GATE, "-f", "json", "-o", "json=report.json", "-o", "terminal=other.txt")
    assert (result.code, result.out) == (code, "")
    assert "interrupted: 1 of 1 articles were compared" in result.err
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "of last time"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json", "stories"]
    assert signal.getsignal(signal.SIGTERM) is handler


def test_a_reader_that_has_seen_enough_changes_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "transcheck", "explain"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


def test_several_outputs_of_one_run(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.reports = (homs(),)
    result = run(*GATE, "-f", "terminal", "-o", "json=a.json", "-o", "terminal=b.txt")
    assert json.loads((tmp_path / "a.json").read_bytes())["summary"]["articles"] == 1
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == result.out
    assert "NUM001" in result.out


@pytest.mark.usefixtures("pipeline")
def test_a_file_as_only_output_leaves_standard_output_empty(run: Run) -> None:
    result = run("gate", "stories", "--no-progress", "-o", "a.json")
    assert result.out == ""
    assert "a.json" in result.err
    assert run("gate", "stories", "--quiet", "-o", "a.json").err == ""


@pytest.mark.usefixtures("pipeline")
def test_a_written_file_has_the_rights_of_the_one_it_replaces(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text("", encoding="utf-8")
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        run(*GATE, "-o", f"json={old}", "-o", f"json={new}")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o644]


@pytest.mark.usefixtures("pipeline")
def test_a_link_as_output_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.json").touch()
    (tmp_path / "link.json").symlink_to("real.json")
    run(*GATE, "-o", "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_bytes())


@pytest.mark.usefixtures("pipeline")
def test_a_device_as_output_stays_a_device(run: Run) -> None:
    assert run(*GATE, "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.usefixtures("pipeline")
def test_a_report_that_cannot_be_written_is_code_3_and_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run(*GATE, "-o", "a.json")
    assert result.code == 3
    assert "cannot be written to a.json: No space left on device" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


def test_articles_are_written_as_they_come(
    run: Run, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = JsonWriter.article

    def article(self: JsonWriter, report: ArticleReport) -> None:
        written.append(report.article)
        real(self, report)

    monkeypatch.setattr(JsonWriter, "article", article)
    pipeline.reports = (clean(), homs(), pair())
    seen: list[int] = []
    pipeline.before = lambda _done: seen.append(len(written))
    run(*GATE, "-f", "json")
    assert seen == [0, 1, 2]


@pytest.mark.usefixtures("pipeline")
def test_strays_are_named_once_on_standard_error(run: Run, tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md", "d.md"):
        (tmp_path / "stories" / name).touch()
    result = run("gate", "stories", "--no-progress")
    assert result.err.count("\n") == 1
    assert "a.md" in result.err
    assert "and 1 more" in result.err
    assert run("gate", "stories", "--quiet").err == ""


@pytest.mark.usefixtures("pipeline")
def test_names_of_files_cannot_steer_the_terminal(run: Run) -> None:
    result = run("gate", "\x1b]0;title\x07")
    assert "\x1b" not in result.err
    assert "␛]0;title␇" in result.err
