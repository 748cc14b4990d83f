"""Word and OpenDocument files, made by LibreOffice and by libraries: read, and corrected."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import odfdo
import pytest

from transcheck.errors import LoadError
from transcheck.loading import format_for, load, load_bytes, office
from transcheck.loading.formats import Cell, Edit
from transcheck.model import Kind

DATA = Path(__file__).parents[1] / "data" / "office"
ENDINGS = (".docx", ".odt")
SCHOOL = [
    (Kind.HEADLINE, "A new school opens in Romny"),
    (Kind.BODY, "A school for 340 pupils opened in Romny, Sumy Oblast, on Friday, 5 September."),
    (
        Kind.BODY,
        '"The children waited three years for this," said the headteacher, Oksana Pylypchuk.',
    ),
    (Kind.BODY, "The construction cost 86 million hryvnias."),
    (Kind.BODY, "The work took 14 months."),
    (Kind.BODY, "The old school burned down in 2022."),
    (Kind.CAPTION, "The opening of the school. Photo: city council"),
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_changes_are_accepted_notes_follow_and_comments_are_left_out(ending: str) -> None:
    document = load(DATA / f"school.en{ending}")
    assert [(block.kind, block.text) for block in document.blocks] == SCHOOL


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_is_paragraph_and_character(ending: str) -> None:
    document = load(DATA / f"school.en{ending}")
    cost = document.blocks[3]
    offset = cost.source_offset(cost.text.index("86"))
    assert (document.line_starts[3], offset - document.line_starts[3]) == (
        cost.source_offset(0),
        len("The construction cost "),
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_correcting_changes_nothing_else(ending: str) -> None:
    path = DATA / f"school.en{ending}"
    data, reader = path.read_bytes(), format_for(ending)
    text = reader.read(data).text
    year, town = text.index("2022"), text.index("Romny")
    changed = reader.edit(
        data, [Edit(town, town + 5, "Rïmny & <Co>"), Edit(year, year + 4, "2021")]
    )
    expected = text.replace("2022", "2021").replace("Romny", "Rïmny & <Co>", 1)
    assert reader.read(changed).text == expected
    assert _others(changed) == _others(data)


def _others(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document that hold no text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {"content.xml", "word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}
        return {name: archive.read(name) for name in archive.namelist() if name not in texts}


def _written_docx(lines: list[tuple[str, str]]) -> bytes:
    document = docx.Document()
    for style, text in lines:
        document.add_paragraph(text, style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _written_odt(lines: list[tuple[str, str]]) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    for style, text in lines:
        header = style.startswith("Heading")
        document.body.append(odfdo.Header(1, text) if header else odfdo.Paragraph(text, style))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("ending", "write"), [(".docx", _written_docx), (".odt", _written_odt)])
def test_styles_tell_kinds_in_what_libraries_write(
    ending: str, write: Callable[[list[tuple[str, str]]], bytes]
) -> None:
    lines = [("Title", "Міст відкрили"), ("Heading 1", "Скільки коштувало"), ("Caption", "Міст")]
    data = write([*lines[:2], ("Normal" if ending == ".docx" else "", "Міст відкрили."), lines[2]])
    (document,) = load_bytes(Path(f"uk{ending}"), data, format_for(ending), language="uk")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.HEADLINE, Kind.HEADING, Kind.BODY, Kind.CAPTION]


@pytest.mark.parametrize("ending", ENDINGS)
def test_cells_are_known_by_row_and_column(ending: str) -> None:
    content = format_for(ending).read((DATA / f"table{ending}").read_bytes())
    assert content.cells[:4] == (Cell(1, 0, 0), Cell(1, 0, 1), Cell(1, 0, 2), Cell(1, 1, 0))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and nothing more", "damaged or protected"),
        (b"no archive at all", "damaged or protected"),
        (b"", "damaged or protected"),
    ],
)
def test_a_damaged_document_says_so(ending: str, data: bytes, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        load_bytes(Path(f"uk{ending}"), data, format_for(ending))


@pytest.mark.parametrize(
    ("ending", "name"), [(".docx", "word/document.xml"), (".odt", "content.xml")]
)
def test_what_unpacks_to_far_more_is_refused(
    ending: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "OFFICE_MOST_BYTES", 1000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * 100_000)
    with pytest.raises(LoadError, match="unpacks to more than"):
        load_bytes(Path(f"uk{ending}"), stream.getvalue(), format_for(ending))


@pytest.mark.parametrize(
    ("ending", "name"), [(".docx", "word/document.xml"), (".odt", "content.xml")]
)
def test_entities_are_not_expanded(ending: str, name: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "boom">]><x>&a;</x>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, bomb)
    with pytest.raises(LoadError) as error:
        load_bytes(Path(f"uk{ending}"), stream.getvalue(), format_for(ending))
    assert "boom" not in str(error.value)
