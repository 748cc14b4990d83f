from __future__ import annotations

from pathlib import Path

import pytest

from transcheck import configuration as config
from transcheck.configuration import Config
from transcheck.errors import UsageError
from transcheck.model import Severity
from transcheck.reporters import REPORTERS


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


VALUES = 'encoder = "labse"\nfail-on = "warning"\nformat = "json"\n'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("transcheck.toml", VALUES),
        ("pyproject.toml", f"[project]\nname = 'x'\n[tool.transcheck]\n{VALUES}"),
    ],
)
def test_reads_both_files(tmp_path: Path, name: str, text: str) -> None:
    path = written(tmp_path / name, text)
    assert config.read(path) == Config(encoder="labse", fail_on=Severity.WARNING, format="json")


def test_never_is_no_limit(tmp_path: Path) -> None:
    assert config.read(written(tmp_path / "transcheck.toml", 'fail-on = "never"')).fail_on is None


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    assert config.read(written(tmp_path / "transcheck.toml", "")) == Config()


def test_all_errors_are_told_at_once_with_what_is_allowed(tmp_path: Path) -> None:
    text = 'encoder = 1\nfail_on = "error"\nformat = "xml"\nfail-on = "grave"'
    with pytest.raises(UsageError) as caught:
        config.read(written(tmp_path / "transcheck.toml", text))
    message = str(caught.value)
    assert "transcheck.toml" in message
    assert "encoder must be the name of an encoder, not 1" in message
    assert "unknown key 'fail_on'; did you mean fail-on?" in message
    assert f'format must be one of {", ".join(REPORTERS.names())}, not "xml"' in message
    assert 'fail-on must be one of error, warning, info, never, not "grave"' in message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("transcheck.toml", b"= 1", id="no TOML"),
        pytest.param("transcheck.toml", b"a = '\xff'", id="no UTF-8"),
        pytest.param("pyproject.toml", b"[tool.other]", id="no table of ours"),
        pytest.param("pyproject.toml", b"tool = 1", id="a value instead of tables"),
        pytest.param("absent/transcheck.toml", None, id="no file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        config.read(path)
    assert str(path) in str(caught.value)


def test_finds_the_nearest(tmp_path: Path) -> None:
    far = written(tmp_path / "transcheck.toml", "")
    near = written(tmp_path / "a/b/pyproject.toml", "[tool.transcheck]")
    written(tmp_path / "a/b/c/pyproject.toml", "[tool.other]")
    assert config.find(tmp_path / "a/b/c") == near
    assert config.find(tmp_path / "a") == far
