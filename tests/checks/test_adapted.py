"""MIS001, ADD001 and ADD003: what may be adapted, other versions, and other stories."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

import transcheck

STORY = {
    "uk": (
        "Рятувальники розібрали завали біля мосту у Броварах",
        (
            "Рятувальники завершили розбір завалів біля мосту у Броварах у понеділок. Під уламками "
            "знайшли 14 автомобілів."
        ),
        "Мешканці сусідніх вулиць повернулися додому ввечері. Школа №3 відновить уроки у четвер.",
        "Відбудова мосту коштуватиме 37 млн грн, повідомив мер Ігор Сапожко.",
        "Комунальники обіцяють відкрити рух до кінця місяця.",
    ),
    "en": (
        "Rescuers clear rubble by bridge in Brovary",
        "Rescuers finished clearing rubble by the bridge on Monday. They found 14 cars under it.",
        "Residents went home in the evening. School No. 3 will resume classes on Thursday.",
        "Rebuilding the bridge will cost UAH 37 million, Mayor Ihor Sapozhko said.",
        "Municipal services promise to reopen traffic by the end of the month.",
    ),
    "ru": (
        "Спасатели разобрали завалы у моста в Броварах",
        (
            "Спасатели завершили разбор завалов у моста в Броварах в понедельник. Под обломками "
            "нашли 14 автомобилей."
        ),
        "Жители соседних улиц вернулись домой вечером. Школа №3 возобновит уроки в четверг.",
        "Восстановление моста обойдется в 37 млн грн, сообщил мэр Игорь Сапожко.",
        "Коммунальщики обещают открыть движение до конца месяца.",
    ),
}
BACKGROUND = {
    "uk": "Нагадаємо, торік у липні міст уже закривали на ремонт через тріщини в опорах.",
    "en": "As reported, the bridge was closed for repairs last July, with cracks in its piers.",
    "ru": "Напомним, в июле прошлого года мост уже закрывали на ремонт из-за трещин в опорах.",
}
OTHER = (
    "Museum opens exhibition of children's drawings",
    "The town museum has opened an exhibition of children's drawings on the theme of the sea.",
    "The works were sent in by pupils of nine schools. Admission is free at weekends.",
    "The best three artists will travel to Warsaw in the autumn, the director said.",
)


def told(**changed: tuple[str, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return code, severity and suspects of what is found about passages."""
    texts = {code: "\n\n".join(changed.get(code, own)) + "\n" for code, own in STORY.items()}
    found = transcheck.check_article(texts, name="bridge").findings
    return [(f.code, f.severity.value, f.suspects) for f in found if f.code[:3] in ("MIS", "ADD")]


def with_background(language: str, place: int) -> tuple[str, ...]:
    """Return an edition with a paragraph of background before one of its paragraphs."""
    own = STORY[language]
    return (*own[:place], BACKGROUND[language], *own[place:])


@pytest.mark.parametrize("place", [3, 5])
@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_added_background_is_a_warning(language: str, place: int) -> None:
    assert told(**{language: with_background(language, place)}) == [
        ("ADD001", "warning", (language,))
    ]


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_dropped_background_is_a_warning(language: str) -> None:
    changed = {code: with_background(code, 3) for code in STORY if code != language}
    assert told(**changed) == [("MIS001", "warning", (language,))]


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_a_last_paragraph_is_a_warning_and_a_fact_of_the_story_an_error(language: str) -> None:
    own = STORY[language]
    assert told(**{language: own[:-1]}) == [("MIS001", "warning", (language,))]
    assert told(**{language: (*own[:3], *own[4:])}) == [("MIS001", "error", (language,))]


SUBHEADING = {"uk": "Що далі з мостом", "en": "What is next", "ru": "Что дальше с мостом"}


def test_a_subheading_that_one_edition_adds_is_info_and_one_it_lacks_a_warning() -> None:
    headed = {la: (*own[:3], SUBHEADING[la], *own[3:]) for la, own in STORY.items()}
    assert told(uk=headed["uk"]) == [("ADD001", "info", ("uk",))]
    assert told(uk=headed["uk"], ru=headed["ru"]) == [("MIS001", "warning", ("en",))]
    assert told(**headed) == []


def test_an_explanation_for_readers_abroad_is_a_warning_only_in_their_edition() -> None:
    own = STORY["en"]
    english = (*own[:2], f"{own[2]} Brovary is a suburb east of the capital, Kyiv.", *own[3:])
    assert told(en=english) == [("ADD001", "warning", ("en",))]
    own = STORY["uk"]
    ukrainian = (*own[:2], f"{own[2]} Бровари — місто-супутник на схід від Києва.", *own[3:])
    assert told(uk=ukrainian) == [("ADD001", "error", ("uk",))]


def test_an_edition_of_another_story_is_one_finding() -> None:
    assert told(en=OTHER) == [("ADD003", "error", ("en",))]


def test_with_two_editions_nobody_is_suspected_and_nothing_else_is_compared() -> None:
    texts = {"uk": "\n\n".join(STORY["uk"]), "en": "\n\n".join(OTHER)}
    (finding,) = transcheck.check_article(texts, name="bridge").findings
    assert (finding.code, finding.suspects) == ("ADD003", ())
    assert [o.language for o in finding.occurrences] == ["uk", "en"]


def test_every_sentence_is_aligned_all_the_same() -> None:
    texts = {code: "\n\n".join(OTHER if code == "uk" else own) for code, own in STORY.items()}
    report = transcheck.check_article(texts, name="bridge")
    for n, own in enumerate(report.editions):
        there = sorted(i for bead in report.alignment.beads for i in bead.sides[n])
        assert there == [segment.index for segment in own.segments]


def test_a_summary_is_no_other_story() -> None:
    codes = [code for code, *_ in told(en=(STORY["en"][0], STORY["en"][1], STORY["en"][3]))]
    assert codes
    assert "ADD003" not in codes


def test_another_version_is_one_finding_that_points_at_all_it_lacks() -> None:
    more = {
        code: (*own[:2], BACKGROUND[code], own[2], own[3], own[4]) for code, own in STORY.items()
    }
    own = more["en"]
    first, second = own[1].split(". ", 1)[0] + ".", own[3].split(". ", 1)[0] + "."
    texts = {code: "\n\n".join(text) for code, text in more.items()}
    texts["en"] = "\n\n".join((own[0], first, second, own[4]))
    found = transcheck.check_article(texts, name="bridge").findings
    (finding,) = (f for f in found if f.code == "MIS001")
    assert finding.message.template == "short"
    assert len([o for o in finding.occurrences if o.language == "uk"]) == 4


FIXTURES = Path(__file__).parents[2] / "fixtures"
PRINTED = {
    "uk": ("Фото", "дим над Растаном", "Автор: Олена Марчук"),
    "en": ("Photo", "smoke over Rastan", "Author: Olena Marchuk"),
    "ru": ("Фото", "дым над Растаном", "Автор: Елена Марчук"),
}


def as_printed(text: str, language: str) -> str:
    """Return a story with what its site prints around it, as editors paste it."""
    photo, caption, author = PRINTED[language]
    headline, lead, *rest = filter(None, text.splitlines())
    credited = f"{headline} {photo}: {caption} (Getty Images)"
    above = ("ua en ru", headline, credited, author, lead, f"{headline}{photo}: Google Maps")
    return "\n\n".join((*above, *rest)) + "\n"


@pytest.mark.parametrize(
    "printed", [("uk", "en", "ru"), *combinations(("uk", "en", "ru"), 1)], ids="-".join
)
def test_the_story_of_rastan_as_its_site_prints_it_shows_rustan_alone(
    printed: tuple[str, ...],
) -> None:
    texts = {
        language: (FIXTURES / folder / f"{language}.txt").read_text(encoding="utf-8")
        for language, folder in (
            ("uk", "articles/homs"), ("en", "divergent/homs-rustan"), ("ru", "articles/homs"),
        )
    }  # fmt: skip
    texts |= {language: as_printed(texts[language], language) for language in printed}
    report = transcheck.check_article(texts, name="homs")
    (found,) = (f for f in report.findings if f.severity.value != "info")
    assert {place.text for place in found.occurrences if place.language == "en"} >= {"Rustan"}
