from __future__ import annotations

import json
from pathlib import Path

import pytest

from transcheck.accepting import Baseline, Entry
from transcheck.accepting.baseline import SCHEMA, read
from transcheck.errors import UsageError

HOMS = Entry("homs", "NUM001", "00000000000000aa", "en “862”, uk “826”", "так у агенції")
KYIV = Entry("kyiv", "NAM001", "00000000000000ab", 'a "name"', "line\none")


def test_the_file_is_sorted_and_has_a_field_a_line() -> None:
    assert Baseline.of([KYIV, HOMS]).text() == (
        "{\n"
        '  "entries": [\n'
        "    {\n"
        '      "article": "homs",\n'
        '      "code": "NUM001",\n'
        '      "fingerprint": "00000000000000aa",\n'
        '      "message": "en “862”, uk “826”",\n'
        '      "reason": "так у агенції"\n'
        "    },\n"
        "    {\n"
        '      "article": "kyiv",\n'
        '      "code": "NAM001",\n'
        '      "fingerprint": "00000000000000ab",\n'
        '      "message": "a \\"name\\"",\n'
        '      "reason": "line\\none"\n'
        "    }\n"
        "  ],\n"
        '  "schema": "transcheck-baseline/1"\n'
        "}\n"
    )


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((), id="nothing accepted"),
        pytest.param((HOMS, KYIV), id="two"),
        pytest.param(
            (Entry("a", "b", "c", "\ud800 \u2028 \x07", "\U0001f600"),), id="odd characters"
        ),
    ],
)
def test_what_is_written_is_read(tmp_path: Path, entries: tuple[Entry, ...]) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(Baseline(entries).text().encode())
    assert read(path) == Baseline(entries)


def test_an_entry_that_a_merge_brought_twice_is_one(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    entry = json.loads(Baseline((HOMS,)).text())["entries"][0]
    path.write_text(json.dumps({"schema": SCHEMA, "entries": [entry, entry]}))
    assert read(path).entries == (HOMS,)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "No such file", id="no file"),
        pytest.param("", "not valid JSON", id="an empty file"),
        pytest.param("<<<<<<< HEAD\n{}", "not valid JSON", id="an open merge conflict"),
        pytest.param("[]", "no baseline", id="another kind of JSON"),
        pytest.param('{"schema": "transcheck-baseline/2"}', "no baseline", id="another version"),
        pytest.param(f'{{"schema": "{SCHEMA}"}}', 'no list "entries"', id="no entries"),
        pytest.param(
            f'{{"schema": "{SCHEMA}", "entries": [{{"article": "a", "code": 1}}]}}',
            "entry 1 has no text as code, fingerprint, message, reason",
            id="an entry without its fields",
        ),
        pytest.param(
            f'{{"schema": "{SCHEMA}", "entries": ["homs"]}}', "entry 1", id="no entry at all"
        ),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(
    tmp_path: Path, content: str | None, message: str
) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message) as error:
        read(path)
    assert str(path) in error.value.message
    assert error.value.hint


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes("так".encode("cp1251"))
    with pytest.raises(UsageError, match="not valid JSON"):
        read(path)
