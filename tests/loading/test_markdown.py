"""Markdown: blocks, front matter, places."""

from __future__ import annotations

import datetime as dt

import pytest

from transcheck.loading.markdown import parse


def parsed(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


def places(text: str) -> list[str]:
    """Return what stands in the source where the characters of each block come from."""
    return [
        "".join(text[block.source_offset(index)] for index in range(len(block.text)))
        for block in parse(text).blocks
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A *b* c #\n\nText.", [("headline", "A b c"), ("body", "Text.")]),
        ("Title\n=====\n\nText.", [("headline", "Title"), ("body", "Text.")]),
        ("## A\n\nText.\n\n## B", [("headline", "A"), ("body", "Text."), ("heading", "B")]),
        ("# A\n\n# B\n\nText.", [("headline", "A"), ("heading", "B"), ("body", "Text.")]),
        ("**Title**\n\nA. B.", [("headline", "Title"), ("body", "A. B.")]),
        ("Opened. Closed.\n\nText.", [("body", "Opened. Closed."), ("body", "Text.")]),
        ("# A\n\n[a b](http://c 'd e') f", [("headline", "A"), ("body", "a b f")]),
        ("# A\n\n[a][r] <http://b>\n\n[r]: http://c", [("headline", "A"), ("body", "a")]),
        ("# A\n\nwrapped\nline", [("headline", "A"), ("body", "wrapped line")]),
        ("# A\n\n> q1\n> q2\n\n> > q3", [("headline", "A"), ("quote", "q1 q2"), ("quote", "q3")]),
        ("# A\n\n- a\n- b\n  1. c", [("headline", "A"), *(("body", x) for x in "abc")]),
        ("# A\n\n```\ncode\n```\n\n    code\n\nx `y` z", [("headline", "A"), ("body", "x z")]),
        ("# A\n\n![alt](b.png 'cap')", [("headline", "A"), ("caption", "alt"), ("caption", "cap")]),
        ("# A\n\n![](b.png)\n\n*c*\n\n*d*", [("headline", "A"), ("caption", "c"), ("body", "d")]),
        ("# A\n\n![x](b.png)\n*cap*", [("headline", "A"), ("caption", "x"), ("caption", "cap")]),
        ("# A\n\n|a|b|\n|-|-|\n|c|d|", [("headline", "A"), *(("body", x) for x in "abcd")]),
        ("# A\n\n<!-- more -->\n\nb <!-- c --> d", [("headline", "A"), ("body", "b d")]),
        ("# A\n\n<div>b <b>c</b></div>", [("headline", "A"), ("body", "b c")]),
        ("# A\n\n<figure><figcaption>b</figure>", [("headline", "A"), ("caption", "b")]),
        ("# A\n\n&laquo;b&raquo; \\* c", [("headline", "A"), ("body", "«b» * c")]),
        ("# A\n\nBe.  \nCe,  \nde", [("headline", "A"), ("body", "Be."), ("body", "Ce, de")]),
        (
            "# A\n\n**Read also:** [x](y)\n\nB.",
            [("headline", "A"), ("furniture", "Read also: x"), ("body", "B.")],
        ),
        (
            "# A\n\nRead also:\n\n- [x](y)\n- [z](y)\n\nB.",
            [
                ("headline", "A"),
                *(("furniture", text) for text in ("Read also:", "x", "z")),
                ("body", "B."),
            ],
        ),
        ("# A\n\n---\n\nB.", [("headline", "A"), ("body", "B.")]),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert parsed(source) == expected


FRONT = """---
title: The bridge is open
author: Ann Lee
date: 2023-03-14T07:00:00Z
lang: en-GB
lead: Three years of work are over.
transcheck-ignore:
  - NUM001 the agency corrected it
  - DATE
---
"""


def test_front_matter_gives_headline_lead_byline_and_the_rest() -> None:
    document = parse(FRONT + "\nText.\n\n## Sub\n")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("headline", "The bridge is open"),
        ("lead", "Three years of work are over."),
        ("byline", "Ann Lee"),
        ("body", "Text."),
        ("heading", "Sub"),
    ]
    assert document.title == "The bridge is open"
    assert document.author == "Ann Lee"
    assert document.published == dt.date(2023, 3, 14)
    assert document.language == "en-GB"
    assert [(m.code, m.reason) for m in document.ignores] == [
        ("NUM001", "the agency corrected it"),
        ("DATE", ""),
    ]


def test_heading_of_the_first_rank_goes_before_the_title_of_the_front_matter() -> None:
    assert parsed(FRONT + "# Open at last\n\nText.")[0] == ("headline", "Open at last")


def test_lead_that_the_text_repeats_is_there_once() -> None:
    texts = [text for _, text in parsed(FRONT + "Three years of work are over. At last.")]
    assert texts.count("Three years of work are over.") == 0
    assert "Three years of work are over. At last." in texts


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("a <!-- transcheck: ignore NUM001 why --> b", ["NUM001"]),
        ("a\n\n<!-- transcheck: ignore num001, NAM002: why -->", ["NUM001", "NAM002"]),
        ("a\n\n<div><!--transcheck:ignore DAT--></div>", ["DAT"]),
        ("a\n\n`<!-- transcheck: ignore NUM001 -->`", []),
        ("a <!-- transcheck: ignore -->", ["?"]),
        ("a <!-- ignore NUM001 -->", []),
    ],
)
def test_ignores(source: str, codes: list[str]) -> None:
    assert [mark.code for mark in parse(source).ignores] == codes


@pytest.mark.parametrize(
    "source",
    [
        '# A *b* [c d](e "c d") `f g`\n',
        "> > - a **b** _c_\n",
        "1. a\n\n   b [c](<d e>) f\n",
        "| a a | a |\n|--|--|\n| b a | a b |\n",
        "Title\n---\n\n***a** b* c\n",
        '![a *b*](c "d") e ![f](g)\n',
        "<http://a.b> * c ** d _ e [f ]g\n",
        "---\ntitle: 'a b'\nauthor: c d\n---\ne f\n",
        "- ``a ` b`` c\n- d\\* e\n",
        "<p>a <b>b</b> c</p>\n\n<i>d</i> e\n",
    ],
)
def test_every_character_knows_its_place(source: str) -> None:
    assert places(source) == [block.text for block in parse(source).blocks]


def test_references_and_joined_lines_have_the_place_where_they_begin() -> None:
    source = "# A\n\n> b &amp; c\n> d\n"
    (_, quote) = parse(source).blocks
    assert quote.text == "b & c d"
    assert [source[quote.source_offset(i)] for i in (0, 2, 4, 6)] == ["b", "&", "c", "d"]
