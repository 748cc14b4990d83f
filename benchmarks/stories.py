"""Makes articles of any length and number for measuring speed, no two sentences alike.

A story is put together from the sentences of the fixtures that stand one to one in their
three editions. So that nothing that remembers texts looks faster than it is, every story has
numbers of its own (the same in all editions; years stay years, days of a month stay as they
are), and a sentence without such a number is said by somebody with a made-up surname in one of
the cities of the package's table. The same seed makes the same bytes. What this cannot give is
the vocabulary of a real archive: measure your own with ``--folder``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from transcheck.languages import read_rows
from transcheck.loading import load
from transcheck.segmenting import segment

FIXTURES = Path(__file__).parents[1] / "fixtures" / "articles"
LANGUAGES = ("uk", "en", "ru")
_SAYS = ("{} заявив у місті {}: {}", "{} said in the city of {}: {}", "{} заявил в городе {}: {}")
_CONSONANTS = dict(zip("bdklmnprstvz", "бдклмнпрствз", strict=True))
_VOWELS = {"a": "а", "o": "о", "u": "у"}
_DAYS, _YEARS = range(32), range(1900, 2100)
_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d+(?![\d]*[-–]?[^\W\d])")
"""A number that no ordinal's ending and no zero stands at."""

Passage = tuple[str, ...]
"""What one sentence says in each of `LANGUAGES`."""


def write(folder: Path, articles: int, sentences: int, seed: int = 1) -> None:
    """Write so many articles of three editions, each of so many sentences, into a folder."""
    for number in range(articles):
        chance = random.Random(f"{seed}/{articles}/{sentences}/{number}")  # noqa: S311
        home = folder / f"{number // 1000:03}" / f"story-{number:05}"
        home.mkdir(parents=True)
        paragraphs = list(_paragraphs(_story(sentences, chance), chance))
        for place, language in enumerate(LANGUAGES):
            texts = (" ".join(passage[place] for passage in block) for block in paragraphs)
            (home / f"{language}.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")


def _story(sentences: int, chance: random.Random) -> Iterator[Passage]:
    left: list[Passage] = []
    for _ in range(sentences):
        if not left:
            left = chance.sample(_pool(), len(_pool()))
        passage = left.pop()
        change = _numbers(chance)
        changed = tuple(_NUMBER.sub(change, text) for text in passage)
        yield _said(changed, chance) if passage == changed else changed


def _paragraphs(story: Iterator[Passage], chance: random.Random) -> Iterator[list[Passage]]:
    """Yield a headline, then paragraphs of one to four sentences."""
    size = 1
    while block := [passage for _, passage in zip(range(size), story, strict=False)]:
        yield block
        size = chance.randint(1, 4)


def _said(passage: Passage, chance: random.Random) -> Passage:
    city = chance.choice(read_rows("cities")[1:])
    syllables = [(chance.choice([*_CONSONANTS]), chance.choice([*_VOWELS])) for _ in range(3)]
    latin = "".join(c + v for c, v in syllables).capitalize() + "nenko"
    cyrillic = "".join(_CONSONANTS[c] + _VOWELS[v] for c, v in syllables).capitalize() + "ненко"
    names = {"en": (latin, city[0]), "uk": (cyrillic, city[1]), "ru": (cyrillic, city[2])}
    spelled = ([name.split("|")[0] for name in names[language]] for language in LANGUAGES)
    return tuple(
        says.format(*name, text) for says, name, text in zip(_SAYS, spelled, passage, strict=True)
    )


def _numbers(chance: random.Random) -> Callable[[re.Match[str]], str]:
    """Return what puts one number for another, always the same for the same one."""
    known: dict[str, str] = {}

    def change(found: re.Match[str]) -> str:
        digits = found[0]
        if digits not in known:
            known[digits] = str(_alike(int(digits), chance))
        return known[digits]

    return change


def _alike(value: int, chance: random.Random) -> int:
    if value in _DAYS:
        return value
    low = 10 ** (len(str(value)) - 1)
    return chance.choice(_YEARS) if value in _YEARS else chance.randrange(low, 10 * low)


@cache
def _pool() -> list[Passage]:
    """Return the sentences of paragraphs that have equally many in all three languages."""
    pool: list[Passage] = []
    for home in sorted(FIXTURES.iterdir()):
        files = [home / f"{language}.txt" for language in LANGUAGES]
        if not all(file.exists() for file in files):
            continue
        blocks: list[dict[int, list[str]]] = []
        for file in files:
            blocks.append({})
            for sentence in segment(load(file)).segments:
                blocks[-1].setdefault(sentence.block, []).append(sentence.text)
        for block in blocks[0]:
            editions = [edition.get(block, []) for edition in blocks]
            if len({len(edition) for edition in editions}) == 1:
                pool.extend(zip(*editions, strict=True))
    return pool
