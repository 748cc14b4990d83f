"""What a configuration decides about the checks, with the real command on a real article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.stand_ins import Run

TEXTS = {
    "uk": "Бої біля Хомса\n\nПоранено 1500 осіб, повідомив речник Хасан Гані в середу.\n",
    "en": "Fighting near Homs\n\n2,500 people were wounded, the spokesman said on Wednesday.\n",
    "ru": "Бои возле Хомса\n\nРанены 1500 человек, сообщил представитель Хасан Гани в среду.\n",
}
"""The English edition has another number (NUM001, error) and leaves a name out (NAM003)."""


@pytest.fixture(autouse=True)
def _stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("stories/homs", "archive/old"):
        Path(folder).mkdir(parents=True)
        for language, text in TEXTS.items():
            Path(folder, f"{language}.txt").write_text(text, encoding="utf-8")


def found(run: Run, *options: str, config: str = "", folder: str = "stories") -> dict[str, Any]:
    """Return the findings of a run by code."""
    Path("transcheck.toml").write_text(config, encoding="utf-8")
    result = run("gate", folder, "-q", "-f", "json", *options)
    assert result.err == ""
    (article,) = json.loads(result.out)["articles"]
    return {finding["code"]: finding for finding in article["findings"]}


@pytest.mark.parametrize(
    ("config", "options", "codes"),
    [
        pytest.param("", (), {"NUM001", "NAM003"}, id="everything by default"),
        pytest.param('select = ["NUM"]', (), {"NUM001"}, id="selected by prefix"),
        pytest.param('select = ["num001"]', (), {"NUM001"}, id="small letters"),
        pytest.param('select = ["number-differs"]', (), {"NUM001"}, id="selected by name"),
        pytest.param('ignore = ["NUM"]', (), {"NAM003"}, id="ignored by prefix"),
        pytest.param('select = ["NUM001"]\nignore = ["NUM"]', (), {"NUM001"}, id="longer selects"),
        pytest.param('select = ["N"]\nignore = ["NUM001"]', (), {"NAM003"}, id="longer ignores"),
        pytest.param('select = ["NUM"]\nignore = ["NUM"]', (), set(), id="as long: ignored"),
        pytest.param('severity = {NUM = "off"}', (), {"NAM003"}, id="off"),
        pytest.param(
            'severity = {NUM = "off", NUM001 = "info"}', (), {"NUM001", "NAM003"}, id="longer is on"
        ),
        pytest.param('ignore = ["NUM"]', ("--select", "NUM"), {"NUM001"}, id="line over file"),
        pytest.param(
            'severity = {NUM = "off"}', ("--select", "NUM"), {"NUM001"}, id="line over off"
        ),
        pytest.param('select = ["NUM"]', ("--select", "ALL"), {"NUM001", "NAM003"}, id="all"),
        pytest.param("", ("--select", "NUM,NAM003"), {"NUM001", "NAM003"}, id="with commas"),
        pytest.param("", ("--select", "N", "--ignore", "NUM"), {"NAM003"}, id="both on the line"),
        pytest.param(
            'ignore = ["NAM"]', ("--ignore", "NUM"), set(), id="the line ignores on top of the file"
        ),
    ],
)
def test_which_checks_run(run: Run, config: str, options: tuple[str, ...], codes: set[str]) -> None:
    assert set(found(run, *options, config=config)) & {"NUM001", "NAM003"} == codes


@pytest.mark.parametrize(
    ("config", "severities", "code"),
    [
        pytest.param("", ("error", "warning"), 1, id="as the checks decide"),
        pytest.param('severity = {NUM001 = "info"}', ("info", "warning"), 0, id="less grave"),
        pytest.param(
            'severity = {N = "error", number-differs = "warning"}',
            ("warning", "error"),
            1,
            id="the longer name decides",
        ),
        pytest.param(
            'severity = {NUM = "info"}\nfail-on = "warning"', ("info", "warning"), 1, id="limit"
        ),
    ],
)
def test_severities(run: Run, config: str, severities: tuple[str, str], code: int) -> None:
    findings = found(run, config=config)
    assert (findings["NUM001"]["severity"], findings["NAM003"]["severity"]) == severities
    assert run("gate", "stories", "-q", "-f", "json").code == code
    order = [f["severity"] for f in findings.values()]
    assert order == sorted(order, key=["error", "warning", "info"].index)


def test_other_severities_leave_fingerprints_as_they_are(run: Run) -> None:
    before, after = found(run), found(run, config='severity = {N = "info"}')
    assert {f["fingerprint"] for f in before.values()} == {f["fingerprint"] for f in after.values()}


def test_the_signature_tells_that_something_was_decided(run: Run) -> None:
    def signature(config: str) -> str:
        Path("transcheck.toml").write_text(config, encoding="utf-8")
        report = json.loads(run("gate", "stories", "-q", "-f", "json").out)
        return str(report["signature"])

    plain = signature("")
    assert plain == signature('fail-on = "never"')
    assert plain != signature('ignore = ["NUM"]') != signature('ignore = ["DAT"]')
    assert signature('ignore = ["NUM"]').startswith(plain)


def test_entries_of_checks_that_do_not_run_are_not_stale(run: Run) -> None:
    assert run("baseline", "update", "stories", "-q").code == 0
    entries = Path("transcheck-baseline.json").read_bytes()
    result = run("gate", "stories", "--no-progress", "--select", "DAT", "-f", "json")
    assert "stale" not in result.err
    assert run("baseline", "prune", "stories", "-q", "--ignore", "NUM").code == 0
    assert Path("transcheck-baseline.json").read_bytes() == entries


OVERRIDE = """
[[overrides]]
paths = ["archive/"]
ignore = ["NUM"]
severity = {NAM = "info"}
reason = "printed already"
"""


def test_overrides_hold_for_their_paths_only(run: Run) -> None:
    inside, outside = (found(run, config=OVERRIDE, folder=f) for f in ("archive", "stories"))
    assert inside["NUM001"]["suppressed"] == {"by": "config", "reason": "printed already"}
    assert inside["NAM003"]["severity"] == "info"
    assert outside["NUM001"]["suppressed"] is None
    assert outside["NAM003"]["severity"] == "warning"


def test_paths_of_overrides_are_relative_to_the_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("transcheck.toml").write_text(OVERRIDE, encoding="utf-8")
    monkeypatch.chdir("archive")
    assert run("gate", ".", "-q", "-f", "json").code == 0


def test_outputs_of_the_file_are_relative_to_it_and_give_way_to_the_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("transcheck.toml").write_text('output = ["json=all.json", "terminal=-"]', encoding="utf-8")
    monkeypatch.chdir("stories")
    result = run("gate", ".", "--no-progress")
    assert "NUM001" in result.out
    assert json.loads(Path("../all.json").read_bytes())["articles"]
    Path("../all.json").unlink()
    assert run("gate", ".", "-q", "-o", "own.json").code == 1
    assert not Path("../all.json").exists()
    assert json.loads(Path("own.json").read_bytes())["articles"]


def test_several_processes_follow_the_same_decisions(run: Run) -> None:
    Path("glossary.tsv").write_text("uk\ten\n1500\t2,500\n", encoding="utf-8")
    config = f"""
        glossary = ["glossary.tsv"]
        ignore = ["DAT"]
        severity = {{NAM = "error"}}
        checks.NUM001.tolerance = 1
        {OVERRIDE}
    """
    Path("transcheck.toml").write_text(config, encoding="utf-8")
    one, two = (run("gate", ".", "-q", "-f", "json", "--jobs", n) for n in ("1", "2"))
    assert one == two
    articles = {a["article"]: a["findings"] for a in json.loads(one.out)["articles"]}
    suppressed = {(name, f["code"]): f["suppressed"] for name, fs in articles.items() for f in fs}
    assert suppressed["stories/homs", "NUM001"] == {"by": "glossary", "reason": "1500 = 2,500"}
    assert suppressed["archive/old", "NUM001"] == {"by": "config", "reason": "printed already"}


def test_a_baseline_of_the_file_is_used(run: Run) -> None:
    assert run("baseline", "update", "stories", "-q", "--baseline", "archive/known.json").code == 0
    assert set(found(run, config='baseline = "archive/known.json"')) == {"NUM001", "NAM003"}
    assert run("gate", "stories", "-q").code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_checks_on_the_line_are_all_named(run: Run, option: str) -> None:
    result = run("gate", "stories", option, "NUM,DATE", option, "number-difers")
    assert (result.code, result.out) == (2, "")
    assert f"{option}: no check is called 'DATE'; did you mean DAT" in result.err
    assert "no check is called 'number-difers'; did you mean number-differs" in result.err
