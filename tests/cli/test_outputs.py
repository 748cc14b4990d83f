from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.cli.outputs import plan
from transcheck.errors import UsageError
from transcheck.reporters import REPORTERS, Reporter
from transcheck.reporters.json_ import JsonWriter


@pytest.mark.parametrize(
    ("format_", "outputs", "expected"),
    [
        pytest.param(None, (), {("terminal", None)}, id="nothing asked for"),
        pytest.param("json", (), {("json", None)}, id="a format"),
        pytest.param("json", ("a.txt",), {("json", "a.txt")}, id="a format and a file"),
        pytest.param(None, ("a.json",), {("json", "a.json")}, id="the suffix tells the format"),
        pytest.param(None, ("a.out",), {("terminal", "a.out")}, id="a suffix that tells nothing"),
        pytest.param("json", ("-",), {("json", None)}, id="standard output by name"),
        pytest.param(
            None,
            ("json=a.x", "terminal=b.x"),
            {("json", "a.x"), ("terminal", "b.x")},
            id="formats by file leave standard output empty",
        ),
        pytest.param(
            "terminal",
            ("json=a.x",),
            {("terminal", None), ("json", "a.x")},
            id="a format of its own for standard output",
        ),
        pytest.param(
            None,
            ("json=a.x", "terminal=-"),
            {("json", "a.x"), ("terminal", None)},
            id="standard output among files",
        ),
        pytest.param(None, ("./b=c.json",), {("json", "b=c.json")}, id="an equals sign in a path"),
    ],
)
def test_what_goes_where(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: str | None,
    outputs: tuple[str, ...],
    expected: set[tuple[str, str | None]],
) -> None:
    monkeypatch.chdir(tmp_path)
    planned = plan(format_, outputs, "terminal")
    assert {(o.reporter.name, o.path.name if o.path else None) for o in planned} == expected


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        pytest.param(("a.json", "b.json"), "without a format", id="two plain files"),
        pytest.param(("json=a", "terminal=./a"), "two reports", id="one file for two formats"),
        pytest.param(("json=-", "terminal=-"), "two reports", id="two on standard output"),
        pytest.param(("xml=a",), "no format named 'xml'", id="no such format"),
        pytest.param(("absent/a.json",), "no folder absent", id="no such folder"),
        pytest.param((".",), "is a folder", id="a folder"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        plan(None, outputs, "terminal")


def test_a_file_without_the_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(UsageError, match="cannot be written"):
        plan(None, (str(tmp_path / "a.json"),), "terminal")


def test_a_binary_format_needs_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Reporter("sheet", "", ".xlsx", binary=True, open=JsonWriter)
    monkeypatch.setattr(REPORTERS, "get", lambda _name: sheet)
    with pytest.raises(UsageError, match="cannot be shown here"):
        plan("sheet", (), "terminal")
