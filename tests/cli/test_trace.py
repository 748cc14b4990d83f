"""``transcheck trace``: why something was reported, or was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stand_ins import Run

UK = "Місто підбиває підсумки.\n\nПро це повідомив мер Олег Дубняк.\n"
EN = "The city takes stock.\n\nMayor Oleh Dubniak reported this.\n"
RU = "Город подводит итоги.\n\nОб этом сообщил мэр Олег Дубгяк.\n"


@pytest.fixture
def editions(tmp_path: Path) -> list[str]:
    for language, text in (("uk", UK), ("en", EN), ("ru", RU)):
        (tmp_path / f"{language}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / f"{language}.txt") for language in ("uk", "en", "ru")]


def test_shows_bead_facts_evidence_and_finding(run: Run, editions: list[str]) -> None:
    result = run("trace", *editions, "--find", "Дубгяк")
    assert result.code == 0
    assert "en:1 Mayor Oleh Dubniak reported this." in result.out
    assert "name “Олег Дубгяк”" in result.out
    assert "wrong letter in ru “Дубгяк”, meant “дубняк”" in result.out
    assert "letters of en “Oleh” not weighed: " in result.out
    assert "log-odds" in result.out
    assert "reported: warning NAM002" in result.out
    assert "takes stock" not in result.out


def test_a_sentence_is_asked_for_by_its_number(run: Run, editions: list[str]) -> None:
    result = run("trace", *editions, "--at", "uk:0")
    assert "en:0 The city takes stock." in result.out
    assert "Dubniak" not in result.out
    assert "reported: nothing" in result.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--find", "Рустан"], "no sentence has that", id="unknown-word"),
        pytest.param(["--at", "de:1"], "is no sentence of these editions", id="language"),
        pytest.param(["--at", "uk"], "is no sentence of these editions", id="no-number"),
    ],
)
def test_what_is_not_there_is_said(
    run: Run, editions: list[str], options: list[str], said: str
) -> None:
    result = run("trace", *editions, *options)
    assert result.code == 2
    assert said in result.err


def test_one_edition_is_no_comparison(run: Run, editions: list[str]) -> None:
    assert run("trace", editions[0]).code == 2
