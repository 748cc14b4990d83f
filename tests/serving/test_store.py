"""The folder of stories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.desks import Desk, serving
from transcheck.errors import UsageError
from transcheck.serving import Limits, Options
from transcheck.serving.store import MOST_STATES, Store

STORY = {"name": "Міст", "languages": ["uk", "en"], "left": 2, "content": {"sources": [1]}}


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("stories") / "new" / "folder"
    with serving(Options(store=folder, limits=Limits(rate=0))) as running:
        yield running


def test_a_story_is_saved_listed_opened_and_forgotten(keeping: Desk) -> None:
    number = keeping.post("/desk/stories", STORY).json()["id"]
    changed = {**STORY, "left": 0, "content": {"sources": [2]}}
    assert keeping.post("/desk/stories", changed).json()["id"] == number
    assert keeping.post("/desk/stories", changed).json()["id"] == number
    (listed,) = httpx.get(f"{keeping.root}/desk/stories").json()["stories"]
    assert (listed["name"], listed["left"], listed["languages"]) == ("Міст", 0, ["uk", "en"])
    address = f"{keeping.root}/desk/stories/{number}"
    told = httpx.get(address).json()
    assert told["content"] == {"sources": [2]}
    assert len(told["states"]) == 2, "what is the same is kept once"
    first = told["states"][-1]["id"]
    assert httpx.get(f"{address}?state={first}").json()["content"] == {"sources": [1]}
    assert httpx.delete(address).status_code == 204
    assert httpx.get(address).status_code == 404
    assert httpx.get(f"{keeping.root}/desk/stories").json()["stories"] == []


@pytest.mark.parametrize("key", list(STORY))
def test_what_is_no_story_is_not_kept(keeping: Desk, key: str) -> None:
    answer = keeping.post("/desk/stories", {**STORY, key: None})
    assert answer.status_code == 400


def test_a_name_is_a_name(keeping: Desk) -> None:
    nasty = "'); DROP TABLE stories; --"
    keeping.post("/desk/stories", {**STORY, "name": nasty})
    (listed,) = httpx.get(f"{keeping.root}/desk/stories").json()["stories"]
    assert listed["name"] == nasty


@pytest.mark.parametrize("state", ["x", "-1", "1;2", "9" * 30, "٣"])
def test_a_state_that_is_none_is_the_last(keeping: Desk, state: str) -> None:
    number = keeping.post("/desk/stories", STORY).json()["id"]
    answer = httpx.get(f"{keeping.root}/desk/stories/{number}", params={"state": state})
    assert answer.json()["content"] == STORY["content"]


def test_a_row_of_the_glossary_holds_for_every_check_until_it_is_taken_out(keeping: Desk) -> None:
    pair = (
        {"uk": "Мостом їздять 1 500 авто щодня.", "en": "The bridge carries 2,500 cars a day."},
    )

    def open_findings() -> int:
        asked = {"editions": pair[0]}
        report = keeping.post("/api/check", asked).json()["articles"][0]
        return sum(1 for finding in report["findings"] if finding["suppressed"] is None)

    assert open_findings() == 1
    row = {"uk": "1 500", "en": "2,500", "code": "NUM"}
    number = keeping.post("/desk/glossary", row).json()["id"]
    assert keeping.post("/desk/glossary", row).json()["id"] == number, "a row is there once"
    assert open_findings() == 0
    address = f"{keeping.root}/desk/glossary"
    assert httpx.get(address).json() == {"rows": [{"id": number, "row": row}]}
    assert httpx.delete(f"{address}/{number}").status_code == 204
    assert open_findings() == 1


@pytest.mark.parametrize("row", [{"uk": "одне"}, {"uk": 1, "en": 2}, {"xx": "a", "en": "b"}])
def test_what_is_no_row_is_not_kept(keeping: Desk, row: object) -> None:
    assert keeping.post("/desk/glossary", row).status_code == 400


def test_without_a_folder_nothing_is_kept(desk: Desk) -> None:
    assert desk.post("/desk/stories", STORY).status_code == 404
    assert httpx.get(f"{desk.root}/desk/stories").status_code == 404
    assert desk.post("/desk/glossary", {"uk": "а", "en": "b"}).status_code == 404


def test_the_oldest_states_go(tmp_path: Path) -> None:
    store = Store(tmp_path)
    story = 0
    for number in range(MOST_STATES + 5):
        story = store.save("a", ["uk"], 0, {"n": number})
    assert len(store.states(story)) == MOST_STATES
    assert store.state(story) == {"n": MOST_STATES + 4}
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be kept"):
        Store(tmp_path / "file" / "folder")
