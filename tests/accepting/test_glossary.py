from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.accepting.glossary import Equivalents, Glossary, read
from transcheck.errors import UsageError

CITY = Equivalents(
    (("uk", "Київ"), ("en", "Kyiv"), ("en", "Kiev"), ("ru", "Киев")),
    ("NAM", "DAT"),
    "both are ours",
)


def table(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "uk\ten\tru\tcode\treason\nКиїв\tKyiv|Kiev\tКиев\tNAM DAT\tboth are ours\n", id="tabs"
        ),
        pytest.param(
            "uk,en,ru,code,reason\nКиїв,Kyiv|Kiev,Киев,NAM DAT,both are ours\n", id="commas"
        ),
        pytest.param(
            'uk;en;ru;code;reason\r\n"Київ";Kyiv|Kiev;Киев;"nam,dat";both are ours\r\n',
            id="semicolons, quotes, codes with a comma",
        ),
        pytest.param(
            "\ufeffUA\tEN\tRu\tCode\tReason\nКиїв\tKyiv | Kiev\tКиев \tNAM DAT\tboth are ours",
            id="a mark of byte order, capitals, another code, spaces",
        ),
        pytest.param(
            "# ours\n\nuk\ten\tru\tcode\treason\n\n#\n"
            "Київ\tKyiv|Kiev\tКиев\tNAM DAT\tboth are ours\n",
            id="comments and empty lines",
        ),
    ],
)
def test_tables_as_spreadsheets_write_them(tmp_path: Path, text: str) -> None:
    assert read([table(tmp_path / "glossary.csv", text)]) == Glossary((CITY,))


def test_columns_may_stand_in_any_order_and_cells_be_empty(tmp_path: Path) -> None:
    path = table(tmp_path / "a.tsv", "reason\ten\tuk\n\tnearly half|45%\n")
    (entry,) = read([path]).entries
    assert entry.forms == (("en", "nearly half"), ("en", "45%"))
    assert str(entry) == "nearly half = 45%"
    assert entry.about("NUM001")


def test_several_files_make_one_glossary(tmp_path: Path) -> None:
    files = [table(tmp_path / f"{n}.tsv", f"uk\ten\nа{n}\tb{n}\n") for n in range(3)]
    assert [str(entry) for entry in read(files).entries] == ["а0 = b0", "а1 = b1", "а2 = b2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "g.tsv has no head", id="empty"),
        pytest.param("# nothing\n", "g.tsv has no head", id="comments only"),
        pytest.param("uk\tpl\nа\tb\n", "g.tsv:1: unknown column 'pl' (known: en, ru, uk, code,",
                     id="no such language"),
        pytest.param("uk\tua\nа\tb\n", "g.tsv:1: two columns are for uk", id="twice"),
        pytest.param("code\treason\nNUM\tb\n", "g.tsv:1: no column is for a language", id="none"),
        pytest.param("uk\ten\nа\tb\tc\n", "g.tsv:2: 3 fields, but the head has 2", id="too many"),
        pytest.param("uk\ten\n\nа|\t\n", "g.tsv:3: one wording alone", id="one wording"),
        pytest.param("uk\ten\tcode\nа\tb\tNUX\n", "g.tsv:2: no check's code starts with NUX",
                     id="no such check"),
        pytest.param("uk\ten\nа\t—\n", "g.tsv:2: no letter or digit in —", id="nothing in a cell"),
        pytest.param('uk\ten\n"а\tb\n', "g.tsv:2: no row of a table", id="an open quote"),
    ],
)  # fmt: skip
def test_errors_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read([table(tmp_path / "g.tsv", text)])
    assert f"{tmp_path / message}" in str(caught.value)


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    one = table(tmp_path / "one.tsv", "uk\ten\nа\n\nа\tb\tc\n")
    with pytest.raises(UsageError) as caught:
        read([one, tmp_path / "absent.tsv"])
    message = str(caught.value)
    for part in ("one.tsv:2:", "one.tsv:4:", "absent.tsv cannot be read"):
        assert part in message
