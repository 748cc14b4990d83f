"""What the collectors keep of their sources."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from training import packages
from training.settings import Settings
from training.sources import catalogues, chromium, places, prose, spread, tidy


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param("Save <b>all</b> files", "Save all files", id="markup"),
        pytest.param("Copied %d of %s files", "Copied of files", id="printf placeholders"),
        pytest.param("Hello {name}, welcome", "Hello , welcome", id="braces"),
        pytest.param("_Open a ~File", "Open a File", id="keyboard accelerators"),
        pytest.param("See https://example.org/x now", "See now", id="address"),
        pytest.param("Плата зросла на 20%.", "Плата зросла на 20%.", id="text is left alone"),
    ],
)
def test_messages_are_tidied(message: str, expected: str) -> None:
    assert tidy(message) == expected


def test_spread_is_seeded_and_its_beginning_does_not_depend_on_the_limit() -> None:
    texts = [str(number) for number in range(50)] * 2
    settings = Settings()
    assert spread(texts, settings) == spread(texts, settings)
    assert spread(texts, settings, limit=10) == spread(texts, settings)[:10]
    assert sorted(spread(texts, settings)) == sorted(set(texts))
    assert spread(texts, settings) != spread(texts, replace(settings, seed=1))


def test_wiktionary_entry_keeps_its_editors_examples_and_drops_quotations() -> None:
    source = (
        "{{помета|воен.}} [[большой]] [[отряд|отряда]] "
        "{{пример|Отряд {{выдел|вышел}} утром.}} "
        "{{пример|Он писал о войне.|автор=Л. Толстой|титул=Война и мир}}"
    )
    definition, examples = prose._entry(source)
    assert definition == "большой отряда"
    assert examples == ["Отряд вышел утром"]


FREE = {
    "Unicode-DFS-2016",
    "Apache-2.0",
    "MIT",
    "BSD-3-Clause",
    "PostgreSQL",
    "ISC",
    "WordNet 3.0",
    "public domain",
}


@pytest.mark.parametrize("package", list(packages.table()), ids=lambda package: package.name)
def test_every_package_of_the_table_is_free_to_use_and_pass_on(package: packages.Package) -> None:
    licence = package.licence
    assert licence in FREE or re.match(r"CC BY(-SA)? \d\.0( |$)", licence), licence
    assert package.registry in packages.FETCH
    assert not re.search(package.pattern, "GNU General Public License version 2 or later")


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        pytest.param("License: MIT\n", True, id="as in the table"),
        pytest.param("License: GPL-2+\n", False, id="another licence"),
        pytest.param(None, False, id="none at all"),
    ],
)
def test_licence_is_looked_up_in_the_package(
    tmp_path: Path, statement: str | None, stated: bool
) -> None:
    package = packages.Package("debian", "some", "MIT", "License: MIT", ("doc/*/copyright",))
    if statement is not None:
        (tmp_path / "doc/some").mkdir(parents=True)
        (tmp_path / "doc/some/copyright").write_text(statement, encoding="utf-8")
    assert packages.states_licence(package, tmp_path) is stated


def test_package_that_changed_its_licence_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(_requirement: str, folder: Path) -> None:
        (folder / "PKG-INFO").write_text("License: GPL-3\n", encoding="utf-8")

    monkeypatch.setitem(packages.FETCH, "pypi", fetch)
    with pytest.raises(ValueError, match="does not state that its licence is MIT"):
        packages.Packages(replace(Settings(), cache=tmp_path)).folder("indico")


def test_messages_of_a_pak_file_are_read_by_number() -> None:
    texts = ["Save the page", "Зберегти сторінку"]
    data = [text.encode() for text in texts]
    head = struct.pack("<IBxxxHH", 5, 1, len(data), 0)
    start = len(head) + 6 * (len(data) + 1)
    ends = [start, start + len(data[0]), start + len(data[0]) + len(data[1])]
    entries = b"".join(struct.pack("<HI", 40 + n, end) for n, end in enumerate(ends))
    assert chromium.read(head + entries + b"".join(data)) == {"40": texts[0], "41": texts[1]}
    with pytest.raises(ValueError, match="version 4"):
        chromium.read(struct.pack("<IBxxxHH", 4, 1, 0, 0))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Берлин", "Берлін", "Бэрлін"], ("Берлін", "Берлин"), id="both spellings"),
        pytest.param(["Київ", "Киев", "Кијев", "Kyiv"], ("Київ", "Киев"), id="other sounds"),
        pytest.param(["Варна", "Varna"], None, id="spelt alike: which is which is not known"),
        pytest.param(["Відень", "Беч"], None, id="only a name of another language"),
    ],
)
def test_town_is_taken_with_its_ukrainian_and_russian_name(
    names: list[str], expected: tuple[str, str] | None
) -> None:
    assert places.spellings(names) == expected


def test_message_is_gathered_once_with_the_translations_it_has() -> None:
    pairs = {
        "uk": [("Open the _file", "Відкрити файл"), ("{n, plural, other {# files}}", "Файли {#}")],
        "ru": [("Open the file", "Открыть файл"), ("Left in English", "Left in English")],
    }
    (meaning,) = catalogues.gather(lambda language: pairs[language])
    assert meaning.texts == {"en": "Open the file", "uk": "Відкрити файл", "ru": "Открыть файл"}
    assert meaning.taught == "en"


def test_catalogues_are_found_by_the_language_in_their_path() -> None:
    paths = {
        "some/locale/uk/LC_MESSAGES/some.mo": "uk",
        "some/locale/uk_UA/LC_MESSAGES/some.po": "uk",
        "mods/languages/data.ru.po": "ru",
        "locale/udm/LC_MESSAGES/ruler.mo": None,
        "locale/ukx/LC_MESSAGES/some.mo": None,
    }
    assert {path: catalogues.language_of(Path(path)) for path in paths} == paths
