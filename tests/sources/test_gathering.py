"""Every way a story comes in: addresses, streams, JSON, several editions in one."""

from __future__ import annotations

import io
import json
import os
import threading
from pathlib import Path

import pytest

from tests.sites import ARTICLE, LANGUAGES, Answer, Site, hreflang, page, serving
from transcheck.discovery import ArticleFiles
from transcheck.errors import LoadError, UsageError
from transcheck.model import Document
from transcheck.sources import ALONE, gather, story_files


def text(language: str) -> str:
    return (ARTICLE / f"{language}.txt").read_text(encoding="utf-8")


def documents(files: ArticleFiles) -> list[Document]:
    return [files.texts[path]() for path in files.editions]


def languages(files: ArticleFiles) -> list[str]:
    return [document.language for document in documents(files)]


PATHS = {language: f"/{language}/homs" for language in LANGUAGES}


def site(head: str = "", above: str = "") -> Site:
    return {PATHS[language]: Answer(page(language, head, above)) for language in LANGUAGES}


SWITCHER = '<nav><a href="/">UA</a><a href="/uk/homs">UA</a> <a href="/ru/homs">RU</a></nav>'
WORKS = """<script type="application/ld+json">{"@type": "NewsArticle", "workTranslation": [
{"inLanguage": "uk", "url": "/uk/homs"}, {"inLanguage": "ru", "@id": "/ru/homs"}]}</script>"""


@pytest.mark.parametrize(
    ("head", "above", "how"),
    [
        (hreflang(**PATHS), "", "hreflang"),
        (hreflang(**{"uk-UA": "/uk/homs", "en": "/en/homs", "x-default": "/"}), "", "hreflang"),
        ("", SWITCHER, "switcher"),
        (WORKS, "", "JSON-LD"),
    ],
)  # fmt: skip
def test_one_address_brings_the_editions_that_its_page_names(
    head: str, above: str, how: str
) -> None:
    with serving(site(head, above)) as served:
        files = gather([f"{served.root}/en/homs"])
        found = languages(files)
        assert found[:2] == ["en", "uk"]
        assert files.notes[0] == f"the uk edition is {served.root}/uk/homs, by {how}"
        assert {path for path, _ in served.asked} <= set(PATHS.values())
        assert files.name == "homs"


def test_a_page_that_names_no_other_edition_says_so() -> None:
    with serving(site()) as served:
        files = gather([f"{served.root}/en/homs"])
    assert files.notes == (f"{served.root}/en/homs names no edition in another language", ALONE)
    assert files.alone


def test_addresses_named_one_by_one_bring_no_others() -> None:
    with serving(site(hreflang(**PATHS))) as served:
        files = gather([f"{served.root}/en/homs", f"{served.root}/ru/homs"])
        assert languages(files) == ["en", "ru"]
        assert len(served.asked) == 2


def test_a_request_for_consent_is_told_from_a_page_without_an_article() -> None:
    wall = "<h1>Before you continue</h1><p>We value your privacy.</p><button>Accept all cookies"
    with serving({"/a": Answer(wall), "/b": Answer("<p>soon</p>")}) as served:
        with pytest.raises(LoadError, match="request for consent"):
            gather([f"{served.root}/a"])
        with pytest.raises(LoadError, match=f"^{served.root}/b has too little text"):
            gather([f"{served.root}/b"])


def test_a_page_in_windows_1251_that_only_its_server_declares() -> None:
    old = page("ru").replace('<meta charset="utf-8">', "").encode("cp1251", "replace")
    answer = Answer(old, Content_Type="text/html; charset=windows-1251")
    with serving({"/a": answer}) as served:
        (document,) = documents(gather([f"{served.root}/a"]))
    assert document.title.startswith("Сирийские")


def test_standard_input_is_read_once_and_in_the_language_said() -> None:
    stream = io.BytesIO(text("uk").encode())
    files = gather(["-", str(ARTICLE / "en.txt")], language="ua", stream=stream)
    assert files.languages == ("uk", "en")
    with pytest.raises(UsageError, match="named twice"):
        gather(["-", "-"])
    with pytest.raises(UsageError, match="goes with standard input"):
        gather([str(ARTICLE / "en.txt")], language="en")


@pytest.mark.parametrize("order", [("uk", "en", "ru"), ("ru", "en")])
def test_several_editions_in_one_stream(order: tuple[str, ...]) -> None:
    pasted = "\n\n".join(map(text, order)).encode()
    files = gather(["-"], stream=io.BytesIO(pasted))
    assert files.languages == order
    number = {2: "two", 3: "three"}[len(order)]
    assert files.notes == (f"{number} editions in standard-input: {', '.join(order)}",)


def test_a_pipe_is_read_as_process_substitution_makes_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(page("ru").encode()))
    writer.start()
    files = gather([str(pipe), str(ARTICLE / "en.txt")])
    writer.join()
    assert files.languages == ("ru", "en")


STORY = {
    "id": "homs",
    "editions": {
        language: {"title": text(language).split("\n\n")[0], "published": "2024-12-06",
                   "html": "".join(f"<p>{p}</p>" for p in text(language).split("\n\n")[1:])}
        for language in LANGUAGES
    },
}  # fmt: skip
POSTS = [
    {"id": number, "slug": f"homs-{language}", "lang": language, "date": "2024-12-06T10:00:00",
     "link": f"https://news.example/{language}/homs",
     "title": {"rendered": STORY["editions"][language]["title"]},  # type: ignore[index]
     "content": {"rendered": STORY["editions"][language]["html"]},  # type: ignore[index]
     "translations": {"uk": 1, "en": 2, "ru": 3}}
    for number, language in enumerate(LANGUAGES, 1)
]  # fmt: skip
WPML = [
    {key: value for key, value in post.items() if key not in {"lang", "translations"}}
    | {"wpml_current_locale": locale,
       "wpml_translations": [{"locale": "x", "id": each} for each in (1, 2, 3)]}
    for post, locale in zip(POSTS, ("uk", "en_US", "ru_RU"), strict=True)
]  # fmt: skip
ROWS = [{"article": "homs", "language": language, "text": text(language)} for language in LANGUAGES]


@pytest.mark.parametrize(
    "value", [STORY, [STORY], POSTS, WPML, ROWS], ids=["story", "list", "polylang", "wpml", "rows"]
)
def test_a_story_as_a_cms_gives_it(tmp_path: Path, value: object) -> None:
    path = tmp_path / "story.json"
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    files = gather([str(path)])
    found = documents(files)
    assert [document.language for document in found] == list(LANGUAGES)
    assert {document.title for document in found} == {
        text(language).split("\n\n")[0] for language in LANGUAGES
    }
    piped = gather(["-"], stream=io.BytesIO(path.read_bytes()))
    assert piped.languages == files.languages


def test_an_edition_may_be_a_file_beside_the_json(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(text("en"), encoding="utf-8")
    editions = {**STORY["editions"], "en": "en.md"}  # type: ignore[dict-item]
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"id": 7, "editions": editions}), encoding="utf-8")
    files = gather([str(path)])
    assert files.editions[1] == tmp_path / "en.md"
    assert files.editions[1] not in files.texts
    assert files.name == "7"


def test_many_stories_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    lines = [json.dumps({**STORY, "id": f"homs-{n}"}) for n in range(3)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [files.name for files in story_files(path)] == ["homs-0", "homs-1", "homs-2"]
    with pytest.raises(UsageError, match="3 stories"):
        gather([str(path)])


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("{", "is no JSON"),
        ("[]", "holds no story"),
        ("7", "holds no story"),
        ('{"id": "a"}', "no language"),
        ('{"id": "a", "editions": {}}', "no id, or no editions"),
        ('{"id": "a", "editions": {"de": {}}}', "'de' is no language"),
        ('{"id": "a", "editions": {"uk": 7}}', "is no object"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_other_json_says_what_is_wrong(tmp_path: Path, written: str, reason: str) -> None:
    path = tmp_path / "story.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UsageError, match=reason) as error:
        gather([str(path)])
    assert str(path) in error.value.message


@pytest.mark.parametrize(
    ("first", "language"), [(page("en").encode(), "en"), (text("ru").encode(), "ru")]
)
def test_bytes_without_a_name_are_told_by_what_they_are(first: bytes, language: str) -> None:
    files = gather(["-"], stream=io.BytesIO(first))
    assert languages(files) == [language]
