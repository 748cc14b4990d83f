"""From three texts to three corrected texts, at the desk."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import docx
import odfdo
import pytest
from playwright.sync_api import Page, Response, expect

from tests.desk.conftest import Opener, copied, edit, upload
from tests.desks import EXAMPLE
from tests.desks import serving as kept_desk
from tests.sites import Answer, hreflang, page, serving
from transcheck.accepting import glossary
from transcheck.serving import Limits, Options

SENTENCE = "While it was repaired, buses to the hospital made a detour through Moskalenky."
RIGHT = {
    **EXAMPLE,
    "en": EXAMPLE["en"]
    .replace("2,500", "1,500")
    .replace("the mayor said.", f"the mayor said. {SENTENCE}"),
}


def left(page: Page) -> str | None:
    return page.locator("#counter").get_attribute("data-left")


def settled(page: Page) -> None:
    page.locator("#main[aria-busy='false']").wait_for()


def test_all_is_corrected_by_buttons_and_typing_and_copied_to_the_byte(at_work: Page) -> None:
    page = at_work
    expect(page.locator(".card")).to_have_count(2)
    assert left(page) == "2"
    expect(page.locator("#ready")).to_have_count(0)
    page.keyboard.press("n")
    page.get_by_role("button", name="Replace “2,500” with “1,500”").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    expect(page.locator(".card.done")).to_contain_text("about 2,500")
    page.get_by_role("button", name="Add after the sentence").click()
    page.keyboard.type(SENTENCE)
    expect(page.locator("#counter")).to_have_attribute("data-left", "0")
    page.keyboard.press("Enter")
    expect(page.locator("#ready")).to_contain_text("Ready for publication")
    for language, text in RIGHT.items():
        assert copied(page, language) == text


def test_findings_come_and_go_as_one_types(at_work: Page) -> None:
    page = at_work
    edit(page, 0, "46 млн")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ремонт тривав вісім місяців і коштував 64 млн гривень.")
    expect(page.locator("#counter")).to_have_attribute("data-left", "3")
    expect(page.locator(".card .status.new")).to_have_text("new")
    assert page.locator(".sentence.editing").evaluate("span => document.activeElement === span")
    page.wait_for_function(
        "words => [...(CSS.highlights.get('transcheck-odd') || [])].join() === words",
        arg="64 млн гривень",
    )
    page.keyboard.type(" Тривав довго.")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence.changed")).to_have_count(2)
    page.locator("[data-key='undo']").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "2")
    expect(page.locator(".sentence.changed")).to_have_count(0)
    assert copied(page, "uk") == EXAMPLE["uk"]


def test_escape_leaves_the_sentence_as_it_was(at_work: Page) -> None:
    edit(at_work, 2, "46 млн")
    at_work.keyboard.type("сто ")
    settled(at_work)
    at_work.keyboard.press("Escape")
    expect(at_work.locator(".sentence.editing")).to_have_count(0)
    assert copied(at_work, "ru") == EXAMPLE["ru"]
    expect(at_work.locator("[data-key='undo']")).to_be_disabled()


def test_the_keyboard_is_enough(visit: Opener) -> None:
    page = visit().page
    page.keyboard.insert_text(EXAMPLE["uk"])
    for language in ("en", "ru"):
        page.keyboard.press("Tab")
        page.keyboard.insert_text(EXAMPLE[language])
    page.keyboard.press("Control+Enter")
    page.locator(".card").first.wait_for()
    page.keyboard.press("n")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.textContent").startswith("According to Panchuk")
    page.keyboard.press("Control+A")
    page.keyboard.type("According to Panchuk, about 1,500 cars use the bridge every day.")
    page.keyboard.press("Enter")
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    page.keyboard.press("n")
    page.keyboard.press("e")
    page.keyboard.type(SENTENCE)
    page.keyboard.press("Enter")
    expect(page.locator("#ready")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")


def test_a_reload_keeps_the_story_and_another_window_has_its_own(visit: Opener) -> None:
    visitor = visit()
    page = visitor.paste(*EXAMPLE.values())
    page.keyboard.press("n")
    page.locator("[data-key='advice']").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    page.reload()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    expect(page.locator(".sentence.changed")).to_have_count(1)
    expect(page.locator(".card.done")).to_have_count(1)
    other = visitor.window()
    expect(other.locator("#text-0")).to_be_visible()


def test_what_is_no_error_is_no_more_counted_in_either_window(visit: Opener) -> None:
    visitor = visit()
    page = visitor.paste(*EXAMPLE.values())
    page.keyboard.press("n")
    page.keyboard.press("x")
    assert left(page) == "2", "what is to be corrected is still wrong"
    page.keyboard.press("p")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_visible()
    page.locator("#reason").fill("the agency has it so")
    page.keyboard.press("Enter")
    assert left(page) == "1"
    expect(page.locator("#ready")).to_have_count(0)


def test_one_text_with_three_languages(visit: Opener) -> None:
    page = visit().paste("\n\n".join(EXAMPLE.values()))
    expect(page.locator(".heads .head")).to_have_count(3)
    page.keyboard.press("n")
    page.locator("[data-key='advice']").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    with page.expect_download() as saved:
        page.locator(".head [data-save='en']").click()
    expected = "\n\n".join(EXAMPLE.values()).replace("2,500", "1,500")
    assert Path(saved.value.path()).read_text("utf-8") == expected


def document(language: str) -> bytes:
    made = docx.Document()
    title, *paragraphs = EXAMPLE[language].strip().split("\n\n")
    made.add_heading(title, 0)
    for paragraph in paragraphs:
        words = made.add_paragraph().add_run(paragraph[:40])
        words.bold = True
        made.paragraphs[-1].add_run(paragraph[40:])
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_documents_in_documents_out(visit: Opener) -> None:
    visitor = visit()
    page = visitor.page
    page.locator("#files").set_input_files(
        [upload(f"{language}.docx", document(language)) for language in EXAMPLE]
    )
    expect(page.locator(".taken li")).to_have_count(3)
    visitor.check()
    page.keyboard.press("n")
    page.locator("[data-key='advice']").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    with page.expect_download() as saved:
        page.locator(".head [data-save='en']").click()
    assert saved.value.suggested_filename == "en.docx"
    after = docx.Document(str(saved.value.path()))
    before = docx.Document(io.BytesIO(document("en")))
    texts = [paragraph.text for paragraph in after.paragraphs]
    assert texts == [p.text.replace("2,500", "1,500") for p in before.paragraphs]
    assert [[r.bold for r in p.runs] for p in after.paragraphs] == [
        [r.bold for r in p.runs] for p in before.paragraphs
    ]


def open_document(language: str) -> bytes:
    title, *paragraphs = EXAMPLE[language].strip().split("\n\n")
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, title))
    for text in paragraphs:
        paragraph = odfdo.Paragraph(text[:40])
        paragraph.append(odfdo.Span(text[40:], style="Emphasis"))
        made.body.append(paragraph)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_open_documents_are_typed_in_and_given_back(visit: Opener) -> None:
    visitor = visit()
    page = visitor.page
    given = {language: open_document(language) for language in EXAMPLE}
    page.locator("#files").set_input_files(
        [upload(f"{language}.odt", data) for language, data in given.items()]
    )
    expect(page.locator(".taken li")).to_have_count(3)
    visitor.check()
    edit(page, 1, "2,500")
    page.keyboard.press("Control+A")
    page.keyboard.type("According to Panchuk, about 1,500 cars & vans use the bridge every day.")
    page.keyboard.press("Enter")
    with page.expect_download() as saved:
        page.locator(".head [data-save='en']").click()
    assert saved.value.suggested_filename == "en.odt"
    with (
        zipfile.ZipFile(saved.value.path()) as after,
        zipfile.ZipFile(io.BytesIO(given["en"])) as before,
    ):
        assert after.namelist() == before.namelist()
        for name in set(before.namelist()) - {"content.xml"}:
            assert after.read(name) == before.read(name)
        held, wanted = (canonicalize(each.read("content.xml").decode()) for each in (after, before))
    assert held == wanted.replace("2,500 cars", "1,500 cars &amp; vans")


def test_where_nothing_can_be_read_the_form_says_why(visit: Opener) -> None:
    page = visit().page
    page.locator("#files").set_input_files(upload("uk.txt", b"\x00\x01\x02\x03" * 9))
    page.locator(".taken").wait_for()
    page.locator("[data-key='check']").click()
    expect(page.locator("#desk-problem")).to_contain_text("uk.txt is binary")
    expect(page.locator("#desk-problem")).to_be_focused()


def test_one_edition_is_checked_alone(visit: Opener) -> None:
    page = visit().paste(EXAMPLE["uk"].replace("у вівторок, 3 грудня", "у середу, 3 грудня"))
    expect(page.locator(".heads .head")).to_have_count(1)
    expect(page.locator(".card")).to_have_count(1)
    edit(page, 0, "середу")
    page.keyboard.press("Control+A")
    page.keyboard.type(EXAMPLE["uk"].split("\n\n")[1].split(" Про це")[0])
    page.keyboard.press("Enter")
    expect(page.locator("#ready")).to_be_visible()
    assert copied(page, "uk") == EXAMPLE["uk"]


def test_a_file_of_another_kind_is_not_taken(visit: Opener) -> None:
    page = visit().page
    page.locator("#files").set_input_files(upload("a.pdf", b"%PDF"))
    expect(page.locator("#status")).to_contain_text(".docx")
    expect(page.locator(".taken")).to_have_count(0)


def test_one_address_and_the_editions_that_its_page_names(visit: Opener) -> None:
    links = hreflang(uk="/uk/homs", en="/en/homs", ru="/ru/homs")
    site = {f"/{language}/homs": Answer(page(language, links)) for language in EXAMPLE}
    with serving(dict(site)) as served:
        visitor = visit()
        visitor.page.locator("#text-0").fill(f"{served.root}/uk/homs")
        shown = visitor.check()
        expect(shown.locator(".heads .head")).to_have_count(3)
    edit(shown, 0, "Хомс")
    shown.keyboard.press("Control+End")
    shown.keyboard.type(" Ось так.")
    shown.keyboard.press("Enter")
    settled(shown)
    with shown.expect_download() as saved:
        shown.locator(".head [data-save='uk']").click()
    text = Path(saved.value.path()).read_text("utf-8")
    assert text.replace(" Ось так.", "") == page("uk", links)


def test_a_bookmark_brings_addresses_which_are_checked_when_the_editor_says_so(
    visit: Opener,
) -> None:
    visitor = visit()
    opened = visitor.window("#url=https%3A%2F%2Fa.example%2Fuk&url=javascript%3Aalert(1)")
    expect(opened.locator("#addresses")).to_have_value("https://a.example/uk")
    expect(opened.locator("[data-key='check']")).to_be_focused()
    assert not [url for url in visitor.requests if url.endswith("/desk/check")]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "<meta charset='utf-8'><b id='docs-internal-guid-1'><p dir='ltr'>Заголовок</p>"
            "<br><p dir='ltr'><span>Перше</span><span> речення.</span></p><p>Друге.</p></b>",
            "Заголовок\n\nПерше речення.\n\nДруге.", id="Google Docs",
        ),
        pytest.param(
            "<html><head><style>p {margin: 0}</style></head><body><!--StartFragment-->"
            "<p class=MsoNormal>Перше&nbsp;речення<o:p></o:p></p><p class=MsoNormal>Друге.</p>",
            "Перше речення\n\nДруге.", id="Word",
        ),
        pytest.param(
            "<table><tr><td>Українською</td><td>In English</td></tr>"
            "<tr><td>Перше.</td><td>First.</td></tr></table>",
            "Українською\n\nПерше.\n\nIn English\n\nFirst.", id="a table with a column each",
        ),
        pytest.param(
            "<p onclick='x()'>Одне<script>window.owned = 1</script></p>"
            "<p>Два<img src=x onerror='window.owned = 1'></p>",
            "Одне\n\nДва", id="hostile",
        ),
    ],
)  # fmt: skip
def test_pasted_paragraphs_stay_apart(visit: Opener, markup: str, expected: str) -> None:
    page = visit().page
    page.evaluate(
        """async (markup) => {
            const data = new DataTransfer();
            data.setData("text/html", markup);
            data.setData("text/plain", "plain");
            const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true});
            document.getElementById("text-0").dispatchEvent(paste);
        }""",
        markup,
    )
    expect(page.locator("#text-0")).to_have_value(expected)
    assert page.evaluate("window.owned") is None


def test_a_story_that_the_server_keeps_is_opened_by_somebody_else(
    visit: Opener, tmp_path: Path
) -> None:
    with kept_desk(Options(store=tmp_path, limits=Limits(rate=0))) as keeping:
        visitor = visit(keeping.root)

        def saved(answer: Response) -> bool:
            return answer.request.method == "POST" and answer.url.endswith("/desk/stories")

        with visitor.page.expect_response(saved):
            page = visitor.paste(*EXAMPLE.values())
        page.keyboard.press("n")
        page.locator("[data-key='advice']").click()
        expect(page.locator("#counter")).to_have_attribute("data-left", "1")
        with page.expect_response(saved):
            page.keyboard.press("n")
            page.keyboard.press("a")
            page.locator("#reason").fill("it was left out on purpose")
            page.keyboard.press("Enter")
        other = visit(keeping.root).page
        other.locator(".shelf .title").click()
        expect(other.locator("#ready")).to_be_visible()
        expect(other.locator(".card.done")).to_have_count(1)
        expect(other.locator(".sentence.changed")).to_have_count(1)
        other.locator("[data-key='history']").click()
        other.locator(".states button").last.click()
        expect(other.locator("#counter")).to_have_attribute("data-left", "2")


def test_what_is_always_so_holds_for_all_stories_of_a_store(visit: Opener, tmp_path: Path) -> None:
    pair = (EXAMPLE["uk"], EXAMPLE["en"])
    with kept_desk(Options(store=tmp_path, limits=Limits(rate=0))) as keeping:
        page = visit(keeping.root).paste(*pair)
        expect(page.locator("#counter")).to_have_attribute("data-left", "2")
        page.locator(".card-head", has_text="2,500").click()
        page.locator("[data-key='always']").first.click()
        expect(page.locator("#counter")).to_have_attribute("data-left", "1")
        another = (text.replace("Богуслав", "Канев").replace("Bohuslav", "Kanev") for text in pair)
        other = visit(keeping.root).paste(*another)
        expect(other.locator("#counter")).to_have_attribute("data-left", "1")
        other.locator(".menu summary").click()
        other.locator("[data-key='house']").click()
        expect(other.locator("dialog")).to_contain_text("близько 1 500")
        other.locator("[data-key='house-remove']").click()
        expect(other.locator("#counter")).to_have_attribute("data-left", "2")
        page.locator("[data-key='undo']").click()
        expect(page.locator("#counter")).to_have_attribute("data-left", "2")


def test_the_last_correction_is_kept_whatever_is_done_next(visit: Opener, tmp_path: Path) -> None:
    with kept_desk(Options(store=tmp_path, limits=Limits(rate=0))) as keeping:
        page = visit(keeping.root).paste(*EXAMPLE.values())
        page.keyboard.press("n")
        page.get_by_role("button", name="Replace").click()
        page.locator("[data-key='others']").click()
        expect(page.locator(".shelf li")).to_contain_text("1 finding")


def test_a_note_says_what_it_was_what_it_should_be_and_where_to_go(at_work: Page) -> None:
    at_work.keyboard.press("n")
    at_work.keyboard.press("y")
    expect(at_work.locator("#status")).to_contain_text("clipboard")
    note = at_work.evaluate("navigator.clipboard.readText()")
    assert note.startswith("Bridge over the Ros in Bohuslav reopens after repairs\n")
    assert "Was “2,500” → should be “1,500”" in note
    assert "According to Panchuk, [about 2,500] cars" in note
    assert "https://cms.example/" in note
    assert "/en\n" in note


def test_what_is_always_so_becomes_a_row_of_the_glossary(visit: Opener, tmp_path: Path) -> None:
    page = visit().paste(EXAMPLE["uk"], EXAMPLE["en"])
    page.locator(".card-head", has_text="2,500").click()
    page.locator("[data-key='always']").first.click()
    expect(page.locator("#status")).to_contain_text("glossary")
    expect(page.locator(".card.is-suppressed")).not_to_have_count(0)
    page.locator(".menu summary").click()
    page.locator("[data-key='house']").click()
    with page.expect_download() as saved:
        page.locator("[data-key='house-save']").click()
    path = tmp_path / "glossary.csv"
    saved.value.save_as(path)
    assert len(glossary.read([path]).entries) == 1


def test_one_fact_in_two_places_is_corrected_at_once(visit: Opener) -> None:
    again = {
        "uk": " За близько 1 500 автомобілів подякували всі.",
        "en": " All were thankful for about 2,500 cars.",
        "ru": " За около 1 500 автомобилей благодарны все.",
    }
    page = visit().paste(*(text.rstrip() + again[code] for code, text in EXAMPLE.items()))
    page.locator(".card", has_text="2 places").locator(".card-head").click()
    page.locator("[data-key='advice']").click()
    expect(page.locator("#counter")).to_have_attribute("data-left", "1")
    expected = (EXAMPLE["en"].rstrip() + again["en"]).replace("2,500", "1,500")
    assert copied(page, "en") == expected
    page.locator("[data-key='undo']").click()
    assert copied(page, "en") == expected.replace("1,500", "2,500")
