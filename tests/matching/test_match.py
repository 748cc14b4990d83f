from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.matching.two_days import FIRST, SECOND
from transcheck import embedding
from transcheck.matching import Matching, Portrait, match
from transcheck.matching.gathering import find, gather

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
NAMES = ("court", "economy", "energy", "homs", "parliament", "sport")
LANGUAGES = ("uk", "en", "ru")


def shuffled(folder: Path, without: Iterable[str] = ()) -> dict[str, str]:
    """Copy the fixtures under names that say nothing; return what each file is."""
    numbers = random.Random(7).sample(range(100, 999), len(NAMES) * len(LANGUAGES))  # noqa: S311
    files = {}
    for name in NAMES:
        for language in LANGUAGES:
            number = numbers.pop()
            if f"{name}/{language}" not in without:
                shutil.copy(ARTICLES / name / f"{language}.txt", folder / f"{number}.txt")
                files[str(number)] = f"{name}/{language}"
    return files


def portraits(folder: Path) -> tuple[Portrait, ...]:
    read = gather(find([folder]).files, embedding.load())
    assert not read.skipped
    return read.portraits


def groups(matching: Matching, files: Mapping[str, str]) -> list[list[str]]:
    return sorted([files[m.path.stem] for m in story.members] for story in matching.stories)


def written(folder: Path, *stories: tuple[str, Mapping[str, str]]) -> Path:
    for name, editions in stories:
        for language, text in editions.items():
            (folder / f"{name}-in-{language}.txt").write_text(text, encoding="utf-8")
    return folder


def joined(matching: Matching) -> list[list[str]]:
    return sorted([m.path.stem for m in story.members] for story in matching.stories)


def test_editions_are_found_whatever_they_are_called(tmp_path: Path) -> None:
    files = shuffled(tmp_path)
    matching = match(portraits(tmp_path))
    assert groups(matching, files) == [[f"{name}/{la}" for la in LANGUAGES] for name in NAMES]
    assert matching.languages == LANGUAGES
    assert all(not story.missing and story.score > 0.9 for story in matching.stories)


def test_a_story_without_an_edition_is_reported_and_takes_no_other(tmp_path: Path) -> None:
    files = shuffled(tmp_path, without=("homs/en", "sport/uk", "sport/ru", "court/ru", "energy/uk"))
    matching = match(portraits(tmp_path))
    missing = {
        files[story.members[0].path.stem].partition("/")[0]: story.missing
        for story in matching.stories
    }
    assert missing == {
        "court": ("ru",), "economy": (), "energy": ("uk",), "homs": ("en",),
        "parliament": (), "sport": ("uk", "ru"),
    }  # fmt: skip


def test_stories_that_have_nothing_to_do_with_each_other_stay_alone(tmp_path: Path) -> None:
    for name, language in zip(NAMES, LANGUAGES * 2, strict=True):
        shutil.copy(ARTICLES / name / f"{language}.txt", tmp_path / f"{name}.txt")
    matching = match(portraits(tmp_path))
    assert joined(matching) == [[name] for name in NAMES]
    assert all(story.score == 1 and not story.links for story in matching.stories)


def test_two_days_of_one_event_are_two_stories(tmp_path: Path) -> None:
    written(tmp_path, ("tuesday", FIRST), ("wednesday", SECOND))
    assert joined(match(portraits(tmp_path))) == [
        [f"{day}-in-{language}" for language in LANGUAGES] for day in ("tuesday", "wednesday")
    ]


def test_the_other_day_does_not_stand_in_for_an_edition_that_is_missing(tmp_path: Path) -> None:
    here, there = {la: FIRST[la] for la in ("uk", "ru")}, {la: SECOND[la] for la in ("uk", "en")}
    written(tmp_path, ("tuesday", here), ("wednesday", there))
    assert joined(match(portraits(tmp_path))) == [
        ["tuesday-in-uk", "tuesday-in-ru"],
        ["wednesday-in-uk", "wednesday-in-en"],
    ]


@pytest.mark.parametrize(("one", "other"), [(2, 20), (20, 2)], ids=["first", "second"])
def test_days_between_publication_decide_where_the_texts_do_not(
    tmp_path: Path, one: int, other: int
) -> None:
    written(tmp_path, ("one", FIRST), ("other", {"en": FIRST["en"]}))
    days = {"one-in-en": one, "other-in-en": other, "one-in-uk": 1, "one-in-ru": 1}
    read = [
        replace(portrait, published=dt.date(2025, 3, days[portrait.path.stem]))
        for portrait in portraits(tmp_path)
    ]
    story = max(match(read).stories, key=lambda story: len(story.members))
    assert [days[member.path.stem] for member in story.members] == [1, 2, 1]
    assert [link.days for link in story.links] == [1, 0, 1]


def test_a_translation_that_comes_weeks_later_is_still_found(tmp_path: Path) -> None:
    shuffled(tmp_path)
    read = portraits(tmp_path)
    late = [
        replace(portrait, published=dt.date(2025, 3, 1 + 25 * (portrait.language == "en")))
        for portrait in read
    ]
    plain, weak = match(read).stories, match(late).stories
    assert [story.members for story in weak] == [story.members for story in plain]
    assert {link.days for story in weak for link in story.links} == {0, 25}


def test_a_document_without_numbers_and_names_is_matched_by_what_it_says(tmp_path: Path) -> None:
    texts = {
        "uk": "Чому коти люблять спати на теплих підвіконнях\n\nВони шукають сонце і тишу.\n"
        "Учені кажуть, що тепло допомагає їм берегти сили для нічного полювання.\n",
        "en": "Why cats love to sleep on warm windowsills\n\nThey look for sun and quiet.\n"
        "Scientists say that warmth helps them save strength for hunting at night.\n",
    }
    shuffled(tmp_path)
    written(tmp_path, ("cats", texts))
    assert ["cats-in-uk", "cats-in-en"] in joined(match(portraits(tmp_path)))


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path) -> None:
    shuffled(tmp_path, without=("homs/en", "court/uk"))
    read = list(portraits(tmp_path))
    straight = match(read)
    random.Random(3).shuffle(read)  # noqa: S311
    assert match(read) == straight


def test_an_edition_is_in_one_story_only(tmp_path: Path) -> None:
    written(tmp_path, ("one", FIRST), ("copy", {"uk": FIRST["uk"]}))
    matching = match(portraits(tmp_path))
    assert sorted(len(story.members) for story in matching.stories) == [1, 3]
    lone = min(matching.stories, key=lambda story: len(story.members))
    assert lone.missing == ("en", "ru")


def test_versions_of_one_text_are_never_joined_whatever_language_they_are_named_after(
    tmp_path: Path,
) -> None:
    """A copy that waits for its translation, or a version of a manual, says all the same."""
    written(tmp_path, ("one", FIRST))
    by_language = {portrait.language: portrait for portrait in portraits(tmp_path)}
    ukrainian, english, russian = (by_language[language] for language in LANGUAGES)
    said = english.sentences
    for copied in (said, said[: len(said) // 2 + 1]):
        version = replace(ukrainian, sentences=copied)
        assert joined(match([version, english])) == [["one-in-en"], ["one-in-uk"]]
        assert joined(match([version, english, russian])) in (
            [["one-in-en", "one-in-ru"], ["one-in-uk"]],
            [["one-in-en"], ["one-in-uk", "one-in-ru"]],
        )
    version = replace(ukrainian, sentences=np.union1d(ukrainian.sentences, said[:1]))
    assert joined(match([version, english, russian])) == [["one-in-uk", "one-in-en", "one-in-ru"]]


def test_short_stories_are_found(tmp_path: Path) -> None:
    """The first sentences of the fixtures, three to five of each."""
    for number, name in enumerate(NAMES):
        for language in LANGUAGES:
            paragraphs = (ARTICLES / name / f"{language}.txt").read_text("utf-8").split("\n\n")
            text = "\n\n".join(paragraphs[1 : 3 + number % 2])
            (tmp_path / f"{name}-in-{language}.txt").write_text(text, encoding="utf-8")
    read = portraits(tmp_path)
    assert joined(match(read)) == [[f"{name}-in-{la}" for la in LANGUAGES] for name in NAMES]


def test_of_two_stories_with_one_stem_each_has_a_name_of_its_own(tmp_path: Path) -> None:
    for suffix, name in ((".txt", "court"), (".md", "sport")):
        shutil.copy(ARTICLES / name / "uk.txt", tmp_path / f"story{suffix}")
    names = [story.name for story in match(portraits(tmp_path)).stories]
    assert [Path(name).name for name in names] == ["story.md", "story.txt"]


def test_no_document_no_story() -> None:
    assert match([]) == Matching((), ())


@pytest.mark.parametrize("size", [3000, 15000], ids=["compared exactly", "in cells"])
def test_many_documents(size: int) -> None:
    """Made-up vectors: above a limit the index searches cells, and finds nearly as much."""
    chance = np.random.default_rng(5)
    meant = chance.standard_normal((size // 3, 64), dtype=np.float32)
    read = []
    for language in LANGUAGES:
        said = meant + 0.5 * chance.standard_normal(meant.shape, dtype=np.float32)
        said /= np.linalg.norm(said, axis=1, keepdims=True)
        for number, vector in enumerate(said):
            marks = np.arange(number * 8, number * 8 + 8, dtype=np.uint32)
            read.append(Portrait(Path(f"{number}-{language}.txt"), language, vector, marks, 900.0))
    stories = match(read).stories
    whole = [s for s in stories if len({m.path.stem.partition("-")[0] for m in s.members}) == 1]
    assert len(whole) == len(stories)
    assert sum(len(story.members) == 3 for story in stories) >= 0.99 * size / 3
