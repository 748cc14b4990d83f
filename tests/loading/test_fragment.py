from __future__ import annotations

import pytest

from transcheck.loading import text_format
from transcheck.loading.fragment import is_fragment
from transcheck.model import Kind


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        pytest.param(
            "<p>Один.</p><p>Два.</p>",
            [(Kind.BODY, "Один."), (Kind.BODY, "Два.")],
            id="short paragraphs, which make no page",
        ),
        pytest.param(
            "<h1>Міст &amp; річка</h1><p>Один.</p><h2>Далі</h2><p>Два.</p>",
            [
                (Kind.HEADLINE, "Міст & річка"),
                (Kind.BODY, "Один."),
                (Kind.HEADING, "Далі"),
                (Kind.BODY, "Два."),
            ],
            id="a heading in front is the headline, another is not",
        ),
        pytest.param(
            "<p>Один.</p><script>var x = 1;</script><blockquote>Так.</blockquote>",
            [(Kind.BODY, "Один."), (Kind.QUOTE, "Так.")],
            id="what no reader sees is left out",
        ),
        pytest.param("<p> </p>", [], id="nothing"),
    ],
)
def test_all_of_a_fragment_is_the_article(source: str, blocks: list[tuple[Kind, str]]) -> None:
    parsed = text_format("html fragment").parse(source)
    assert [(block.kind, block.text) for block in parsed.blocks] == blocks


def test_comments_that_ask_to_ignore_are_heeded() -> None:
    source = "<p>Один.</p><!-- transcheck: ignore NUM001 agreed --><p>Два.</p>"
    (mark,) = text_format("html fragment").parse(source).ignores
    assert (mark.code, mark.reason) == ("NUM001", "agreed")


@pytest.mark.parametrize(
    ("source", "fragment"),
    [
        pytest.param("<p>Один.</p>", True, id="a paragraph"),
        pytest.param("<header>Один.</header>", True, id="a header is no head"),
        pytest.param("<!DOCTYPE html><p>Один.</p>", False, id="a declaration"),
        pytest.param("<title>x</title><body class='a'><p>Один.</p>", False, id="a body"),
    ],
)
def test_a_page_is_no_fragment(source: str, fragment: bool) -> None:
    assert is_fragment(source) is fragment
