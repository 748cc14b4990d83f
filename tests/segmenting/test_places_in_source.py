"""Line and column of every character of a sentence, whatever the markup around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.loading import load
from transcheck.model import Segment
from transcheck.segmenting import segment

BRIDGE = "The bridge was hit by 8 rockets and 12 shells. Nobody was killed there."


def segments(path: Path, text: str) -> tuple[Segment, ...]:
    path.write_text(text, encoding="utf-8")
    return segment(load(path)).segments


def source_at(source: str, line: int, column: int) -> str:
    return source.splitlines()[line - 1][column - 1 :]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("en.txt", f"{BRIDGE}\n", id="one line"),
        pytest.param("en.txt", BRIDGE.replace(" ", "\n", 9), id="a word a line"),
        pytest.param("en.md", f"# Title\n\n{BRIDGE.replace('8', '**8**', 1)}\n", id="emphasis"),
        pytest.param(
            "en.md",
            f"{BRIDGE}\n".replace("hit by 8 rockets", "[hit by 8\nrockets](https://a.b/c)"),
            id="a link over two lines",
        ),
        pytest.param(
            "en.html",
            "<html lang=en><body><article><h1>The bridge at night</h1>\n<p>The bridge&nbsp;was "
            "hit by\n  <b>8</b> rockets and\n<a href=x>12</a> shells. Nobody was killed there.</p>"
            f"<p>{'The mayor of the town said so on the next day in a short address. ' * 3}</p>"
            "</article></body></html>\n",
            id="tags, entities and indented lines",
        ),
    ],
)
def test_each_word_is_where_its_place_says(tmp_path: Path, name: str, source: str) -> None:
    found = segments(tmp_path / name, source)
    words = 0
    for sentence in found:
        assert sentence.place(0) == (sentence.line, sentence.column)
        end = sentence.place(len(sentence.text) - 1)
        assert end == (sentence.end_line, sentence.end_column - 1)
        offset = 0
        for word in sentence.text.replace("\u00a0", " ").split(" "):
            assert source_at(source, *sentence.place(offset)).startswith(word), word
            offset += len(word) + 1
            words += 1
    assert words >= len(BRIDGE.split())
