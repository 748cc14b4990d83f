"""The line filter: what the site says becomes furniture, and no sentence of an article does."""

from __future__ import annotations

import pytest

from transcheck.loading import normalising
from transcheck.loading.cutting import dateline
from transcheck.loading.filtering import filtered
from transcheck.loading.plaintext import parse
from transcheck.model import Kind

STORY = {
    "uk": (
        "У Ковелі відкрили нову школу",
        "Школу на 420 місць відкрили в понеділок, 1 вересня, повідомили в міській раді.",
        "Будували її чотири роки, а гроші дали громада та фонд із Данії, сказала директорка.",
    ),
    "en": (
        "New school opens in Kovel",
        "The school for 420 pupils opened on Monday, September 1, the city council said.",
        "It took four years to build, with money from the town and a Danish fund, its head said.",
    ),
    "ru": (
        "В Ковеле открыли новую школу",
        "Школу на 420 мест открыли в понедельник, 1 сентября, сообщили в городском совете.",
        "Строили ее четыре года, а деньги дали община и фонд из Дании, сказала директор.",
    ),
}


def kinds(language: str, line: str, at: int) -> list[tuple[str, str]]:
    """Return the blocks of a story in which a line stands before its line number `at`."""
    lines = list(STORY[language])
    lines.insert(at, line)
    return [(block.kind.value, block.text) for block in parse("\n\n".join(lines)).blocks]


@pytest.mark.parametrize(
    ("language", "line", "at"),
    [
        ("uk", "УКР | РУС | ENG", 0),
        ("en", "UA RU EN", 0),
        ("ru", "Рус / Укр", 0),
        ("uk", "Новини Волині", 0),
        ("en", "Home / News / Education", 0),
        ("ru", "Главная > Образование", 0),
        ("uk", "Понеділок, 1 вересня 2025, 10:40", 1),
        ("en", "September 1, 2025 at 10:40 a.m.", 1),
        ("ru", "01.09.2025 | 10:40 | 215", 1),
        ("uk", "Оновлено 2 вересня о 09:15", 1),
        ("en", "Last updated September 2, 9:15 a.m.", 1),
        ("ru", "Обновлено сегодня в 09:15", 1),
        ("uk", "Час читання — 2 хвилини", 1),
        ("en", "2 min read", 1),
        ("ru", "Реклама", 2),
        ("uk", "Читайте також: Скільки коштує зібрати дитину до школи", 2),
        ("en", "READ ALSO: What it costs to send a child to school", 2),
        ("uk", "Підписуйтеся на наш канал у Телеграмі, щоб нічого не пропустити", 3),
        ("en", "Follow us on Facebook and X", 3),
        ("ru", "Поддержите нашу работу: от 100 гривен в месяц", 3),
        ("uk", "Теги: Ковель, школи, освіта", 3),
        ("en", "#kovel #schools", 3),
        ("ru", "215 просмотров", 3),
        ("uk", "Коментарі (4)", 3),
        ("en", "All rights reserved", 3),
        ("ru", "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter", 3),
        ("en", "Share on Telegram", 3),
        ("uk", "У Ковелі відкрили нову школу", 1),
        ("uk", "Чи задоволені ви школою, у яку ходять ваші діти?", 3),
        ("en", "Are you happy with your children's school?", 3),
        ("ru", "Довольны ли вы школой, в которую ходят ваши дети?", 3),
        ("uk", "Щоб дочитати, передплатіть нас за 80 гривень. Місяць безкоштовно.", 3),
        ("en", "Subscribe for 80 hryvnias to read the rest. One month is free.", 3),
        ("ru", "Чтобы дочитать, подпишитесь за 80 гривен. Месяц бесплатно.", 3),
        ("en", "September 1, 2025 10:40AM (UTC)", 1),
        ("uk", "Гортайте нижче, щоб читати далі", 2),
        ("en", "Our standards: how we check what we print.", 3),
        ("en", "Subscribe now to our weekend paper for the full story.", 3),
        ("en", "For the latest news from the town download our reader.", 3),
        ("en", "Explore further", 3),
        ("uk", "Проголосувало 3 570 читачів", 3),
        ("en", "3,570 readers have voted", 3),
        ("ru", "Проголосовали 3 570 читателей", 3),
        ("uk", "Ви вичерпали безкоштовні статті цього місяця", 3),
        ("en", "You've used all your free articles this month", 3),
        ("ru", "Вы прочитали все бесплатные статьи месяца", 3),
    ],
)
def test_what_the_site_says_is_furniture(language: str, line: str, at: int) -> None:
    found = kinds(language, line, at)
    assert found.pop(at) == ("furniture", line)
    assert found == list(zip(("headline", "body", "body"), STORY[language], strict=True))


@pytest.mark.parametrize(
    ("line", "at", "kind"),
    [
        ("By Olha Stets", 1, "byline"),
        ("Ольга Стець", 1, "byline"),
        ("Переклад: Ольга Стець", 3, "byline"),
        ("Edited by Olha Stets", 3, "byline"),
        ("Фото: Ковельська міська рада", 2, "caption"),
        ("Photo courtesy of the council", 3, "caption"),
        ("Учні на подвір'ї нової школи. Фото: Ольга Стець", 2, "caption"),
    ],
)
def test_names_and_credits_keep_their_kind(line: str, at: int, kind: str) -> None:
    assert kinds("uk", line, at)[at] == (kind, line)


@pytest.mark.parametrize(
    ("language", "line", "at"),
    [
        ("uk", "Їдальня ще не працює.", 2),
        ("en", "The canteen is still closed.", 3),
        ("ru", "Столовая пока не работает.", 3),
        ("uk", "Коментувати затримку підрядник відмовився.", 3),
        ("en", "Comments by parents were mixed.", 3),
        ("ru", "Подписка на учебники стоит 40 гривен.", 3),
        ("uk", "Читати діти починають з п'яти років.", 2),
        ("en", "Most parents learnt it from Telegram.", 3),
        ("ru", "Сегодня там 31 учитель.", 3),
        ("uk", "«Нас тут уже 420».", 2),
        ("en", "“See you on Monday,” she said.", 3),
        ("uk", "— Ви чекали довго?", 2),
        ("ru", "Уроки начались в 08:30.", 3),
        ("en", "By noon the yard was full.", 3),
        ("uk", "Чи вистачить місця всім?", 3),
        ("en", "Who will pay the teachers?", 3),
        ("ru", "Газету школа получает по подписке за 80 гривен в месяц.", 3),
        ("en", "The council has published this list:", 2),
        ("uk", "Проголосували 12 депутатів.", 3),
        ("en", "Twelve deputies voted.", 3),
        ("ru", "Проголосовали 12 депутатов.", 3),
    ],
)
def test_short_sentences_stay(language: str, line: str, at: int) -> None:
    assert kinds(language, line, at)[at] == ("body", line)


def test_everything_is_kept_and_an_article_of_labels_alone_is_text() -> None:
    text = "UA EN RU\n\nНовини"
    assert [block.text for block in parse(text).blocks] == ["UA EN RU", "Новини"]
    assert any(block.kind is not Kind.FURNITURE for block in parse(text).blocks)


def test_credit_glued_to_a_repeated_headline_is_cut_off() -> None:
    headline, first, second = STORY["en"]
    credited = f"{headline} Photo: pupils (Getty Images)"
    text = "\n\n".join((headline, credited, first, f"{headline}Photo: Maps", second))
    found = [(block.kind.value, block.text) for block in parse(text).blocks]
    assert found[1:3] == [("furniture", headline), ("caption", "Photo: pupils (Getty Images)")]
    assert found[4:6] == [("furniture", headline), ("caption", "Photo: Maps")]
    for block in parse(text).blocks:
        places = [block.source_offset(n) for n in range(len(block.text))]
        assert "".join(text[place] for place in places) == block.text


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("КОВЕЛЬ. 1 вересня. ", "Школу відкрили."),
        ("КОВЕЛЬ, 1 вересня, УНН – ", "Школу відкрили."),
        ("Ковель • УНН. ", "Школу відкрили."),
        ("УНІАН, Ковель. ", "Школу відкрили."),
        ("KOVEL, September 1 (Ukrinform) — ", "The school opened."),
        ("Kovel, Ukraine – ", "The school opened."),
        ("Ковель, 1 сентября /РБК/. ", "Школу открыли."),
        ("", "Ковель. Ранок. Школу відкрили."),
        ("", "Ковель, 1 вересня, чекав на школу."),
        ("", "UNESCO — the agency of culture — paid."),
        ("", "У Ковелі. 1 вересня."),
        ("", "The U.S. State Department agreed."),
        ("", "Мер, Ігор Чайка, відкрив школу."),
        ("", "Четверо поранені. 1 вересня школу закрили."),
    ],
)
def test_dateline_that_opens_a_text(opening: str, rest: str) -> None:
    assert dateline(opening + rest) == len(opening)


@pytest.mark.parametrize("label", ["ЧИТАЙТЕ ТАКОЖ:", "Read also:", "Читайте также:"])
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("У Рівному зупинили ремонт водогону", Kind.FURNITURE),
        ("У Рівному зупинили ремонт водогону.", Kind.BODY),
    ],
)
def test_a_line_behind_read_also_is_a_teaser_unless_it_ends_as_a_sentence(
    label: str, line: str, kind: Kind
) -> None:
    text = "Міст обстріляли вісім разів, повідомили в обласній адміністрації в понеділок."
    found = parse(f"Міст обстріляли\n\n{text}\n\n{label}\n\n{line}\n\nДвоє людей поранені.\n")
    assert [block.kind for block in found.blocks if block.text == line] == [kind]


@pytest.mark.parametrize("label", ["Найпопулярніше", "Most read", "Самое читаемое"])
def test_all_lines_below_a_label_at_the_end_are_teasers(label: str) -> None:
    teasers = ["1. У Рівному зупинили ремонт водогону", "2. Як обрати портфель першокласнику"]
    found = kinds("uk", "\n\n".join((label, *teasers)), 3)
    assert [kind for kind, _ in found] == ["headline", "body", "body", *["furniture"] * 3]
    inside = kinds("uk", "\n\n".join((label, *teasers)), 2)
    assert [kind for kind, _ in inside[3:5]] == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Що каже директорка", "heading"), ("Школа вже працює.", "body"), ("— 420 місць", "body")],
)
def test_a_short_line_between_two_paragraphs_is_a_subheading(line: str, kind: str) -> None:
    assert kinds("uk", line, 2)[2] == (kind, line)
    assert kinds("uk", line, 3)[3][0] != "heading"


@pytest.mark.parametrize("label", ["РЕКЛАМА", "Advertisement", "На правах рекламы"])
def test_the_line_behind_an_advertisements_label_is_the_advertisement(label: str) -> None:
    found = kinds("uk", f"{label}\n\nПральні машини з гарантією п’ять років", 2)
    assert [kind for kind, _ in found] == ["headline", "body", "furniture", "furniture", "body"]


@pytest.mark.parametrize("label", ["Реклама:", "Advertisement:", "На правах рекламы"])
def test_an_advertisements_label_is_no_caption(label: str) -> None:
    _, first, second = STORY["en"]
    told = ((Kind.BODY, first), (Kind.CAPTION, label), (Kind.CAPTION, "The yard"))
    blocks = [normalising.block(kind, [(text, 0)]) for kind, text in (*told, (Kind.BODY, second))]
    found = [block.kind for block in filtered(block for block in blocks if block)]
    assert found == [Kind.BODY, Kind.FURNITURE, Kind.CAPTION, Kind.BODY]


def test_a_page_leaves_a_doubtful_line_between_its_paragraphs_to_the_text() -> None:
    _, first, second = STORY["en"]
    blocks = [normalising.block(Kind.BODY, [(t, 0)]) for t in (first, "Next steps", second)]
    found = filtered(block for block in blocks if block)
    assert [block.kind for block in found] == [Kind.BODY, Kind.HEADING, Kind.BODY]
