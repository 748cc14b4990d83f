"""``transcheck audit`` of Word and OpenDocument files: an edition each, and all in one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from odfdo import Document as OpenDocument
from odfdo import Paragraph

from transcheck.cli import main

OFFICE = Path(__file__).parents[1] / "data" / "office"
TEXTS = {
    "uk": ("Школу відкрили.", "Її будували 20 років."),
    "en": ("The school was opened.", "It took 12 years to build it."),
    "ru": ("Школу открыли.", "Её строили 20 лет."),
}


def write(path: Path, paragraphs: tuple[str, ...]) -> None:
    """Write a document as the libraries make it."""
    if path.suffix == ".docx":
        word = Document()
        for text in paragraphs:
            word.add_paragraph(text)
        word.save(str(path))
        return
    document = OpenDocument("text")
    document.body.clear()
    for text in paragraphs:
        document.body.append(Paragraph(text))
    document.save(path)


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_documents_are_editions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("stories", "school")
    folder.mkdir(parents=True)
    for language, paragraphs in TEXTS.items():
        write(folder / f"{language}{ending}", paragraphs)
    assert main(["audit", "stories", "-o", "audit", "--jobs=1", "--no-progress"]) == 0
    found = pd.read_parquet("audit/findings")
    assert list(found.code) == ["NUM001"]
    assert list(found.suspects) == ["en"]


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize("source", ["stories", "stories/school/story"])
def test_a_document_with_all_editions_is_sent_to_diff(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    source: str,
    ending: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    story = Path("stories", "school", f"story{ending}")
    story.parent.mkdir(parents=True)
    shutil.copy(OFFICE / f"three{ending}", story)
    path = source if source == "stories" else f"{source}{ending}"
    assert main(["audit", path, "-o", "audit", "--no-progress"]) == 2
    assert f"transcheck diff {story.as_posix()}" in capsys.readouterr().err
