from __future__ import annotations

from pathlib import Path

import pytest

from transcheck import configuration as config
from transcheck.configuration import Config
from transcheck.configuration.keys import Limit, key_of, keys
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
    assert config.read(path) == Config(
        encoder="labse", fail_on=Limit(Severity.WARNING), format="json"
    )


def test_never_is_no_limit(tmp_path: Path) -> None:
    assert config.read(written(tmp_path / "transcheck.toml", 'fail-on = "never"')).fail_on == Limit(
        None
    )


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
        pytest.param("transcheck.toml", b"a = " + b"[" * 100_000, id="nested too deeply"),
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


def errors(path: Path, text: str) -> list[str]:
    """Return the lines of the message about a configuration that is not valid."""
    with pytest.raises(UsageError) as caught:
        config.read(written(path, text))
    first, *rest = caught.value.message.splitlines()
    assert first == f"{path} is not valid:"
    return [line.strip() for line in rest]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("glosary = []", "unknown key 'glosary'; did you mean glossary? (known: fail",
                     ", overrides)", id="a key"),
        pytest.param("select = 'NUM'", "select must be a list of codes", 'not "NUM"', id="no list"),
        pytest.param("select = ['NUM', 1]", "select[2] must be a check's code", "not 1", id="item"),
        pytest.param("select = ['NUX']", "select[1]: no check is called 'NUX'; did you mean NUM",
                     "(transcheck explain lists all)", id="no such check"),
        pytest.param("ignore = ['']", "ignore[1]: no check is called ''", "", id="no name"),
        pytest.param("severity = 'error'", "severity must be a table of checks and error, warning",
                     'not "error"', id="no table"),
        pytest.param("severity.NUM = 'eror'", "severity.NUM must be one of error, warning, info, "
                     'off, not "eror"', "; did you mean error?", id="a severity"),
        pytest.param("severity.NUX = 'off'", "severity.NUX: no check is", "", id="a graded check"),
        pytest.param("checks.NUM001.tolerance = 51", "checks.NUM001.tolerance must be a number "
                     "from 0 to 50, not 51", "", id="an option's value"),
        pytest.param("checks.NUM001.tolerence = 1", "unknown option 'checks.NUM001.tolerence'; "
                     "did you mean tolerance? (known: tolerance)", "", id="an option"),
        pytest.param("checks.NUM002.x = 1", "unknown option 'checks.NUM002.x' (known: none)", "",
                     id="a check without options"),
        pytest.param("checks.NUX001.x = 1", "checks.NUX001: no check is called", "", id="checks"),
        pytest.param("checks.NUM001 = 1", "checks.NUM001 must be a table of options, not 1", "",
                     id="options that are no table"),
        pytest.param("overrides = [{ignore = ['NUM']}]", "overrides[1] must be a table with paths",
                     "it has no paths", id="an override of nothing"),
        pytest.param("overrides = [{paths = ['a'], ignor = []}]", "unknown key 'overrides[1].igno",
                     "did you mean ignore? (known: paths, ignore, severity, reason)", id="its key"),
        pytest.param("output = ['junit']", "output[1] must be FORMAT=FILE with one of csv,",
                     'as format, not "junit"', id="no file"),
        pytest.param(r'glossary = ["a\u0000"]', "glossary[1] must be the path of a file",
                     r'not "a\u0000"', id="a path that cannot be"),
        pytest.param(r'output = ["csv=a\u0000"]', "output[1] must be FORMAT=FILE",
                     r'not "csv=a\u0000"', id="an output that cannot be"),
        pytest.param("output = ['xml=a']", "output[1] must be FORMAT=FILE with one of csv,",
                     'as format, not "xml=a"', id="no format"),
        pytest.param("patterns = ['a/{language}']", "patterns[1]: the pattern 'a/{language}' lacks "
                     "{article}", "", id="a pattern"),
        pytest.param("include = ['']", "include[1] must be a glob", 'not ""', id="a glob"),
        pytest.param("require = ['uk', 'pl']", "require[2] must be one of en, ru, uk",
                     'not "pl"', id="a language"),
        pytest.param("encoder = ['a']", "encoder must be the name of an encoder", 'not ["a"]',
                     id="a list for a name"),
        pytest.param("fail-on = false", "fail-on must be one of error,", "not false", id="false"),
    ],
)  # fmt: skip
def test_an_error_tells_the_key_and_what_is_allowed(
    tmp_path: Path, text: str, start: str, end: str
) -> None:
    (error,) = errors(tmp_path / "transcheck.toml", text)
    assert error.startswith(start)
    assert end in error


def test_errors_in_tables_are_told_at_once_with_the_way_to_each(tmp_path: Path) -> None:
    text = """
        [tool.transcheck]
        ignore = ["NUX", "DAX"]
        [tool.transcheck.severity]
        NUM = "grave"
        NUY = "error"
        [tool.transcheck.checks.NUM001]
        tolerance = "much"
        tolerence = 1
    """
    found = errors(tmp_path / "pyproject.toml", text)
    keys = ("ignore[1]", "ignore[2]", "severity.NUM", "severity.NUY", "checks.NUM001.tolerance")
    for key, error in zip(keys, found, strict=False):
        assert error.startswith(f"tool.transcheck.{key}")
    assert found[5].startswith("unknown option 'tool.transcheck.checks.NUM001.tolerence'")
    assert len(found) == 6


def test_relative_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    text = 'glossary = ["a.tsv", "/b.tsv"]\nbaseline = "../known.json"\noutput = ["csv=c", "csv=-"]'
    read = config.read(written(tmp_path / "site/transcheck.toml", text))
    folder = tmp_path / "site"
    assert read.glossary == (folder / "a.tsv", Path("/b.tsv"))
    assert read.baseline == folder / "../known.json"
    assert read.output == (f"csv={folder / 'c'}", "csv=-")


def test_an_encoder_may_be_a_folder_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "models/own").mkdir(parents=True)
    path = written(tmp_path / "transcheck.toml", 'encoder = "models/own"')
    assert config.read(path).encoder == str(tmp_path / "models/own")
    path = written(tmp_path / "transcheck.toml", 'encoder = "models/own:float32"')
    assert config.read(path).encoder == str(tmp_path / "models/own") + ":float32"
    (tmp_path / "static").mkdir()
    path = written(tmp_path / "transcheck.toml", 'encoder = "static"')
    assert config.read(path).encoder == "static"


def test_languages_are_read_by_any_name(tmp_path: Path) -> None:
    read = config.read(written(tmp_path / "transcheck.toml", 'require = ["ua", "EN", "ru-RU"]'))
    assert read.require == ("uk", "en", "ru")


def test_every_key_says_what_it_means_and_what_is_allowed() -> None:
    for name, key in keys().items():
        assert key_of(key).about.endswith("."), name
        assert key_of(key).kind.allowed(), name
