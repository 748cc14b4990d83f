"""Tokens of HTML: cut as browsers cut them, and each at its place."""

from __future__ import annotations

import random

import pytest

from benchmarks import fuzz
from transcheck.loading.markup import Mark, tokens
from transcheck.loading.page import read_page

Short = list[tuple[str, ...]]


def short(source: str) -> Short:
    """Return tokens as (first letter of what it is, data, attributes as written here)."""
    return [
        (t.mark.name[0], t.data, *(f"{name}={value}" for name, value in t.attributes.items()))
        for t in tokens(source)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<P Class='a b' id=x data-Y>т</P >", [("S", "p", "class=a b", "id=x", "data-y="),
                                               ("T", "т"), ("E", "p")]),
        ('<a href="?a=1&copy=2&amp;b">', [("S", "a", "href=?a=1&copy=2&b")]),
        ("<a href=/x/>", [("S", "a", "href=/x/")]),
        ("<a x=1 X=2 =y>", [("S", "a", "x=1", "=y=")]),
        ("<br/><hr / >", [("S", "br"), ("S", "hr")]),
        ("a < b <3 </ c", [("T", "a "), ("T", "<"), ("T", " b "), ("T", "<"), ("T", "3 "),
                           ("C", " c")]),
        ("</>x", [("T", "x")]),
        ("x</", [("T", "x"), ("T", "<"), ("T", "/")]),
        ("x<p class='", [("T", "x")]),
        ("x<p class", [("T", "x")]),
        ("<!DOCTYPE html><!x><?php y ?>", [("C", "x"), ("C", "?php y ?")]),
        ("<!-- a --!>b<!-->c<!--->d<!---->e", [("C", " a "), ("T", "b"), ("C", ""), ("T", "c"),
                                               ("C", ""), ("T", "d"), ("C", ""), ("T", "e")]),
        ("a<!-- b", [("T", "a"), ("C", " b")]),
        ("<title>a <b>&amp;</Title >c", [("S", "title"), ("T", "a <b>"), ("R", "&"),
                                         ("E", "title"), ("T", "c")]),
        ("<noscript><p>a</p></noscript>", [("S", "noscript"), ("T", "<p>a</p>"),
                                           ("E", "noscript")]),
        ("<style></styles></style>", [("S", "style"), ("T", "</styles>"), ("E", "style")]),
        ("<script><!--<script></script>--></script>x",
         [("S", "script"), ("T", "<!--<script></script>-->"), ("E", "script"), ("T", "x")]),
        ("<script>'<script>'</script>x", [("S", "script"), ("T", "'<script>'"), ("E", "script"),
                                          ("T", "x")]),
        ("<script><!--></script>x", [("S", "script"), ("T", "<!-->"), ("E", "script"), ("T", "x")]),
        ("<svg><title/><style/></svg>x", [("S", "svg"), ("S", "title"), ("S", "style"),
                                          ("E", "svg"), ("T", "x")]),
        ("<svg/><title>a<b></title>", [("S", "svg"), ("S", "title"), ("T", "a<b>"),
                                       ("E", "title")]),
    ],
)  # fmt: skip
def test_tokens_are_those_of_browsers(source: str, expected: Short) -> None:
    assert short(source) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&amp;", "&"),
        ("&nbsp;", "\xa0"),
        ("&notit;", "¬it;"),
        ("&notin;", "∉"),
        ("&NotEqualTilde;", "≂̸"),
        ("&#1110;&#x456", "іі"),
        ("&#151;", "—"),
        ("&#0;&#xD800;&#x110000;", "���"),
        (f"&#{'0' * 5000}65;", "A"),
        (f"&#{'9' * 5000};", "�"),
        ("& &; &#; &#x; &bogus; &1;", "& &; &#; &#x; &bogus; &1;"),
    ],
)
def test_references_mean_what_they_mean_in_browsers(written: str, meant: str) -> None:
    assert "".join(token.data for token in tokens(written)) == meant


@pytest.mark.parametrize("number", range(10))
def test_every_text_stands_in_the_source_where_it_says(number: int) -> None:
    rng = random.Random(number)  # noqa: S311 - nothing secret
    source = (
        "<table><tr><td class=x>Міст &amp; брід &mdash; <b>два</b></table><!-- ні --><p>Так" * 9
    )
    for name in ("sprinkle", "markup", "cut", "shuffle"):
        source = fuzz.DAMAGES[name](rng, source)
    end = 0
    for mark, data, offset, _ in tokens(source):
        assert offset >= end
        if mark is Mark.TEXT:
            end = offset + len(data)
            assert source[offset:end] == data
        else:
            assert source[offset] in "<&"


@pytest.mark.parametrize(
    "unit",
    ["<!", "<!--", "&a", "a&#9", "<a ", '<a "', "</", "<div>", "<title>", "<!--<script>", "<p =",
     "</script", "</ >", "<!x>", "<svg>", "--", "<script><!--"],
)  # fmt: skip
def test_endless_markup_is_read_to_its_end_in_one_go(unit: str) -> None:
    """Were the rest of the source searched anew at each sign, this would take minutes."""
    assert read_page(unit * 100_000).elements
