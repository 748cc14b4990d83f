"""The command: a process that starts, answers and ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from transcheck.cli import main
from transcheck.errors import installing


def started(*options: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "transcheck", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    told = process.stderr.readline()
    address = re.search(r"http://[\w.:\[\]]+", told)
    assert address, told
    return process, address[0]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_gracefully_when_asked_to(ending: signal.Signals) -> None:
    process, address = started()
    asked = {"editions": {"uk": "Міст відкрили 5 грудня.", "en": "It was opened on 5 December."}}
    assert httpx.post(f"{address}/api/check", json=asked, timeout=60).status_code == 200
    process.send_signal(ending)
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()


def test_several_processes_compare() -> None:
    process, address = started("--jobs", "2")
    asked = {"editions": {"uk": "Міст відкрили 5 грудня.", "en": "It was opened on 6 December."}}
    answers = [httpx.post(f"{address}/api/check", json=asked, timeout=60) for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["summary"]["checked"] == 1
    process.terminate()
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    process.stderr.close()


def test_a_port_that_is_taken_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "another program listens there already" in capfd.readouterr().err


def test_without_the_extra_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in [each for each in sys.modules if each.startswith("transcheck.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve"]) == 2
    assert installing("serve") in capfd.readouterr().err


def test_a_folder_that_is_none_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["serve", "--port", "0", "--store", str(tmp_path / "file" / "x")]) == 2
    assert "cannot be kept" in capfd.readouterr().err
