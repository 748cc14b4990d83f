"""Pages: what is the article's and what is the site's."""

from __future__ import annotations

import pytest

from transcheck.loading.formats import UnreadableError
from transcheck.loading.html import charset, parse

P1 = "Місто відкрило новий міст після трьох років ремонту, повідомили в мерії."
P2 = "Першими ним проїхали тролейбуси, за ними пішоходи й кілька велосипедистів."
P3 = "Ремонт коштував сто вісімдесят чотири мільйони гривень, гроші дала область."


def parsed(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(source).blocks]


def page(inside: str, *, before: str = "") -> list[tuple[str, str]]:
    """Return the blocks of an article with `inside` between its first and second paragraph."""
    source = (
        f"<title>Міст відкрили</title><h1>Міст відкрили</h1>{before}"
        f"<div class=article-body><p>{P1}</p>{inside}<p>{P2}</p></div>"
    )
    blocks = [block for block in parsed(source) if block[0] != "furniture"]
    assert blocks[0] == ("headline", "Міст відкрили")
    assert blocks[-1] == ("body", P2)
    middle = blocks[1:-1]
    assert ("body", P1) in middle
    middle.remove(("body", P1))
    return middle


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        (f"<p>{P3}", [("body", P3)]),
        ("<h2>Далі</h2>", [("heading", "Далі")]),
        ("<h3>Далі<br>буде</h3>", [("heading", "Далі буде")]),
        ("<blockquote>Так</blockquote>", [("quote", "Так")]),
        ("<blockquote><p>Так</p><p>Ні</p></blockquote>", [("quote", "Так"), ("quote", "Ні")]),
        ("<figure><img><figcaption>Міст</figcaption></figure>", [("caption", "Міст")]),
        ("<p class=wp-caption-text>Міст</p>", [("caption", "Міст")]),
        ("<div class='photo'><span class=photo-credit>УНІАН</span></div>", [("caption", "УНІАН")]),
        ("<p>Фото: УНІАН</p>", [("caption", "Фото: УНІАН")]),
        (
            "<figure><figcaption>Міст <i class=credit>Фото: УНІАН</i></figcaption></figure>",
            [("caption", "Міст"), ("caption", "Фото: УНІАН")],
        ),
        ("<figcaption><b>Міст.</b><b>Ніч</b></figcaption>", [("caption", "Міст. Ніч")]),
        ("<ul><li>а далі;<li>б потім.</ul>", [("body", "а далі;"), ("body", "б потім.")]),
        ("<p>а<b>б</b>в<i> було.</i></p>", [("body", "абв було.")]),
        ("<p>а&nbsp;&mdash; о&#x301; було.</p>", [("body", "а — о було.")]),
        ("<p>Так.<br><br>Ні.</p>", [("body", "Так."), ("body", "Ні.")]),
        ("<p>Так, може<br>бути.<br>Ні.</p>", [("body", "Так, може бути."), ("body", "Ні.")]),
        ("<p>Так<p>Ні", [("body", "Так"), ("body", "Ні")]),
        ("<div>Так<p>Ні</p>Може</div>", [("body", "Так"), ("body", "Ні"), ("body", "Може")]),
        (
            "<table><tr><td>а далі;<td>б далі;<tr><td>в потім.</table>",
            [("body", "а далі;"), ("body", "б далі;"), ("body", "в потім.")],
        ),
        ("<pre>Так.\n\nНі.</pre>", [("body", "Так."), ("body", "Ні.")]),
        ("<p>Він <a href=x>сказав</a></p>", [("heading", "Він сказав")]),
        ("<p><a href=x>Ухвалила закон</a></p>", [("heading", "Ухвалила закон")]),
    ],
)
def test_parts_of_the_article(inside: str, blocks: list[tuple[str, str]]) -> None:
    assert page(inside) == blocks


@pytest.mark.parametrize(
    "inside",
    [
        "<script>document.write('<p>x</p>')</script>",
        "<style>p{}</style><template><p>x</template><noscript><p>x</noscript>",
        "<nav><a href=x>Меню</a></nav>",
        "<aside><p>Довга довідка збоку, яка не належить до статті, хоча й стоїть у ній.</aside>",
        "<div class=share-buttons>Поділитися</div>",
        "<div class='b-articleTags'><a href=x>міст</a></div>",
        "<div id=comments><p>Це дуже довгий коментар, довший за абзац, і він зайвий.</div>",
        "<div class=related><a href=x>Інша</a><p>Про що ця інша стаття, розказано тут.</div>",
        "<div role=navigation>Сюди</div>",
        "<p hidden>Сховано</p>",
        "<p style='display: none'>Сховано</p>",
        "<div aria-hidden=true>Сховано</div>",
        "<ins class=adsbygoogle>Реклама</ins>",
        "<form><input><button>Підписатися</button></form>",
        "<p>Читайте також: <a href=x>Інша новина</a></p>",
        "<p><strong>Читайте також</strong> <a href=x>Інша новина дня</a></p>",
        "<p>Смотрите также</p><ul><li><a href=x>Другая новость</a><li><a href=y>И ещё</a></ul>",
        "<ul><li><a href=x>Інша новина</a><li><a href=y>І ще</a></ul>",
        "<div><a href=x>Інша новина</a></div>",
        "<h3><a href=x>Інша новина</a></h3>",
        "<p>Підписуйтесь на наш Telegram</p>",
        "<p>* * *</p>",
        "<h2>Міст відкрили</h2>",
        "<svg><text>x</text></svg>",
        "<!-- Сховано -->",
    ],
)
def test_what_is_the_sites_is_left_out(inside: str) -> None:
    assert page(inside) == []


@pytest.mark.parametrize(
    ("before", "blocks"),
    [
        ("<p class=lead>Коротко</p>", [("lead", "Коротко")]),
        ("<h2>Ще одна назва</h2>", [("lead", "Ще одна назва")]),
        (f"<p>{P3}</p>", [("lead", P3)]),
        ("<div class=author>Іван Гук</div>", [("byline", "Іван Гук")]),
        ("<a rel=author href=x>Іван Гук</a>", [("byline", "Іван Гук")]),
        ("<p>Автор: Іван Гук</p>", [("byline", "Автор: Іван Гук")]),
        (
            "<div class=meta>7 травня <b class=byline>Іван Гук</b> 15</div>",
            [("byline", "Іван Гук")],
        ),
        ("<div><i itemprop=author>Іван Гук</i> | 15</div>", [("byline", "Іван Гук")]),
        ("<figure><figcaption>Міст</figcaption></figure>", [("caption", "Міст")]),
        ("<time>7 травня 2024, 12:30</time>", []),
        ("<div>Політика</div><div>12457</div>", []),
        ("<a href=x>Розділ новин про мости та дороги нашого міста й області</a>", []),
    ],
)
def test_what_stands_between_headline_and_body(before: str, blocks: list[tuple[str, str]]) -> None:
    assert page("", before=before) == blocks


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{P1}<p>{P2}",
        f"{P1}<br><br>{P2}",
        f"<div class='post has-sidebar category-ads tag-comments'><p>{P1}</p><p>{P2}</p></div>",
        f"<form id=aspnetForm><div><p>{P1}</p><p>{P2}</p></div></form>",
        f"<article class=comment><p>{P1}</p><p>{P2}</p></article>",
        f"<div class=post-text><p>{P1}</p></div><img><div class=post-text><p>{P2}</p></div>",
        f"<div><div><p>{P1}</p></div></div><div><div><p>{P2}</p></div></div>",
        f"<table><tr><td><a href=x>Меню</a><td>{P1}<br>{P2}</table>",
    ],
    ids=[
        "no structure at all", "text in the body itself", "names that say what it is about",
        "the whole page is a form", "called a comment", "a body in two",
        "a box for each paragraph", "a table for layout",
    ],
)  # fmt: skip
def test_body_is_found_whatever_it_is_called(source: str) -> None:
    assert [text for _, text in parsed(source)] == [P1, P2]


def test_box_with_the_headline_is_no_furniture_whatever_it_is_called() -> None:
    source = f"<div class=social-wrapper><h1>Міст відкрили</h1><p>{P1}</p><p>{P2}</p></div>"
    assert [text for _, text in parsed(source)] == ["Міст відкрили", P1, P2]


def test_second_article_below_the_first_is_left_out() -> None:
    second = f"<h1>Інша стаття</h1><div class=article-body><p>{P3}</p><p>{P3}</p><p>{P3}</p></div>"
    source = f"<h1>Міст відкрили</h1><div class=article-body><p>{P1}</p><p>{P2}</p></div>{second}"
    assert [text for _, text in parsed(source)] == ["Міст відкрили", P1, P2]


@pytest.mark.parametrize(
    "source",
    [
        f"<h1>А</h1><article><h1>А</h1><p>{P1}</p><h1>Б</h1><p>{P2}</p></article>",
        f"<h1>А</h1><div class=post-text><p>{P1}</p><section><h1>Б</h1><p>{P2}</p></section></div>",
        f"<div><h1>А</h1><p>{P1}</p><h1>Б</h1><p>{P2}</p></div>",
        f"<div><h1>А</h1><ul><li>{P1}</li></ul><h1>Б</h1><p>{P2}</p></div>",
    ],
    ids=["in an article", "in sections of the body", "beside the text", "beside a list"],
)
def test_headings_of_the_first_rank_inside_an_article_do_not_end_it(source: str) -> None:
    assert [text for _, text in parsed(source)] == ["А", P1, "Б", P2]


@pytest.mark.parametrize(
    "source",
    [
        f"<p class=post-text>{P1}</p><blockquote>{P3}</blockquote><p class=post-text>{P2}",
        f"<div><div class=post-text>{P1}</div></div><p>{P3}</p><div><p class=post-text>{P2}</div>",
    ],
    ids=["quote between", "in boxes of their own"],
)
def test_what_stands_between_the_parts_of_a_body_is_kept(source: str) -> None:
    assert [text for _, text in parsed(f"<h1>А</h1><main>{source}</main>")] == ["А", P1, P3, P2]


def test_what_is_called_a_lead_is_one_only_above_the_body() -> None:
    assert page(f"<p class=lead>{P3}") == [("body", P3)]
    above = f"<h1>А</h1><p class=lead>{P3}</p><div class=post-body><p>{P1}</p><p>{P2}</p></div>"
    assert parsed(above)[1] == ("lead", P3)


def test_article_that_a_script_fills_in_is_read_where_browsers_without_scripts_have_it() -> None:
    script = f"<script type=text/template><p>{P1}</p><p>{P2}</p></script>"
    without = f"<noscript><p>{P1}</p><p>Вода &amp; хліб. {P2}</noscript>"
    source = f"<h1>А</h1><div class=post-body>{script}{without}</div>"
    blocks = parse(source).blocks
    assert [block.text for block in blocks] == ["А", P1, f"Вода & хліб. {P2}"]
    assert blocks[2].source_offset(blocks[2].text.index("хліб")) == source.index("хліб")


def test_headline_is_the_heading_that_the_metadata_name() -> None:
    source = (
        "<title>Міст відкрили | Наше місто</title><h1>Наше місто</h1><div><h2>Міст відкрили</h2>"
        f"<div class=article-body><p>{P1}</p><p>{P2}</p></div></div>"
    )
    assert parsed(source)[0] == ("headline", "Міст відкрили")


def test_headline_may_be_no_heading_at_all() -> None:
    source = (
        f"<title>Газета - Міст нарешті відкрили</title><b>Міст нарешті відкрили</b><p>{P1}<p>{P2}"
    )
    assert parsed(source) == [("headline", "Міст нарешті відкрили"), ("body", P1), ("body", P2)]


def test_text_behind_an_end_tag_too_many_is_kept() -> None:
    source = (
        f"<main><h1>А</h1><div class=article-body><p>{P1}</p></div></div><p>{P2} {P2}</p></main>"
    )
    assert [text for _, text in parsed(source)] == ["А", P1, f"{P2} {P2}"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "without an article"),
        ("<nav><a href=x>Меню</a></nav>", "without an article"),
        ("<h1>Назва</h1><p class=author>Іван Гук</p>", "without an article"),
        ("<p><a href=x>Новина дня в місті</a></p>" * 40, "page of links"),
        (f"<article><h2><a href=x>Новина</a></h2><p>{P1}</p></article>" * 5, "page of links"),
    ],
)
def test_page_that_is_no_article_is_refused(source: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        parse(source)


def test_comments_ask_to_ignore() -> None:
    source = f"<p>{P1}</p>\n<!-- transcheck: ignore NUM001, DAT — так треба --><!-- ignore X -->"
    marks = parse(source).ignores
    assert [(mark.code, mark.reason) for mark in marks] == [
        ("NUM001", "так треба"),
        ("DAT", "так треба"),
    ]
    assert {mark.offset for mark in marks} == {source.index("<!--")}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<meta charset=windows-1251>", "windows-1251"),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=KOI8-R">', "koi8-r"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p charset=x>", ""),
        (b"", ""),
    ],
)
def test_declared_encoding_is_found(head: bytes, name: str) -> None:
    assert charset(head) == name
