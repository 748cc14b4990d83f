"""Damaged input: nothing raises, nothing takes long, and what is left out is said.

    python -m benchmarks.fuzz [--count 1000] [--seed 0] [--slowest 10]
    python -m benchmarks.fuzz --growth

Takes stories of the newsroom benchmark, in one of the formats, and damages their editions:
bytes lost, doubled and exchanged, other encodings, markup that never closes, endless numbers
and lists, one edition in the place of another. Each must end in a report whose `skipped` says
what could not be read, within ten seconds; a traceback, an exception other than those of
`transcheck.errors`, or a message that calls itself a defect is a failure. Everything is drawn
from the seed, so that a failure can be seen again: its number is its name.

`--growth` takes four inputs that once cost time with the square of their size, larger and
larger, and prints the exponent b of seconds = a · size^b between the first and the last.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from transcheck.api import check_article
from transcheck.errors import TranscheckError

STORIES = Path(__file__).parent / "newsroom" / "data" / "stories" / "clean"
LANGUAGES = ("uk", "en", "ru")
LIMIT = 10.0
"""Seconds of the processor that an article may take."""
_STRANGE = "\0\x01\x1b\u00ad\u200b\u202e\u2028\ufeff\ufffd\U0001f6a8<>&{}[]|`*_#\\«»“”'\"—-1.,;:"
_UNITS = (
    *("1 ", "7", "one hundred and ", "мільйон ", "сто двадцять ", "12.05.2024, ", "№ 5 ", "(("),
    *("Іваненко, ", "Kyiv and ", "« ", "5 % ", "- ", "$1 ", "10:45 ", "a", "ї", "<b>", "| "),
)
_OPENED = (
    *("<table><tr><td>", "<div>", "<!--", "<script>", "<article><p>", "<blockquote>", "> "),
    *("<![CDATA[", "```", "---\n", "+++\n", "{% raw %}", "<svg", "- ", "[a](", "<h1>"),
)

Damage = Callable[[random.Random, str], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one damaged article."""

    number: int
    damages: tuple[str, ...]
    seconds: float
    failure: str = ""
    """Empty, or the traceback or message that there must not be."""


def _cut(rng: random.Random, text: str) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.randrange(200) :]


def _double(rng: random.Random, text: str) -> str:
    start = rng.randrange(len(text) + 1)
    part = text[start : start + rng.randrange(1, 300)]
    return text[:start] + part * rng.randrange(2, 40) + text[start:]


def _sprinkle(rng: random.Random, text: str) -> str:
    for _ in range(rng.randrange(1, 30)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_STRANGE) * rng.randrange(1, 4) + text[at:]
    return text


def _endless(rng: random.Random, text: str) -> str:
    unit = rng.choice(_UNITS)
    at = rng.randrange(len(text) + 1)
    return text[:at] + " " + unit * rng.randrange(100, 6000) + text[at:]


def _shuffle(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    rng.shuffle(lines)
    return "".join(lines)


def _drop_lines(rng: random.Random, text: str) -> str:
    kept = [line for line in text.splitlines(keepends=True) if rng.random() < 0.4]
    return "".join(kept)


def _join_lines(rng: random.Random, text: str) -> str:
    return rng.choice(("", " ", "\r", "\t")).join(text.split())


def _markup(rng: random.Random, text: str) -> str:
    opened = rng.choice(_OPENED)
    at = rng.choice((0, rng.randrange(len(text) + 1)))
    return text[:at] + opened * rng.choice((1, 2, 500)) + text[at:]


DAMAGES: dict[str, Damage] = {
    "cut": _cut,
    "double": _double,
    "sprinkle": _sprinkle,
    "endless": _endless,
    "shuffle": _shuffle,
    "drop lines": _drop_lines,
    "join lines": _join_lines,
    "markup": _markup,
}


def damaged(number: int, seed: int, folder: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Write the editions of one damaged article, and return their files and what was done."""
    rng = random.Random(f"{seed}:{number}")  # noqa: S311 - nothing secret
    stories = sorted(path.name for path in STORIES.iterdir())
    suffix = rng.choice((".txt", ".md", ".html"))
    story = rng.choice(stories)
    files: dict[str, Path] = {}
    done: list[str] = []
    for language in LANGUAGES:
        own = rng.choice(stories) if rng.random() < 0.05 else story
        of = rng.choice(LANGUAGES) if rng.random() < 0.05 else language
        text = (STORIES / own / f"{of}.txt").read_text(encoding="utf-8")
        if suffix == ".html":
            text = _page(language, text)
        for _ in range(rng.choice((0, 1, 1, 2, 3))):
            name = rng.choice(list(DAMAGES))
            text = DAMAGES[name](rng, text)
            done.append(f"{language} {name}")
        raw = text.encode(rng.choice(("utf-8",) * 8 + ("utf-16", "windows-1251")), "replace")
        if rng.random() < 0.1:
            at = rng.randrange(len(raw) + 1)
            raw = raw[:at] + rng.randbytes(rng.randrange(1, 20)) + raw[at + 3 :]
            done.append(f"{language} bytes")
        files[language] = folder / f"{language}{suffix}"
        files[language].write_bytes(raw)
    return files, tuple(done)


def _page(language: str, text: str) -> str:
    headline, *paragraphs = text.split("\n\n")
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f'<html lang="{language}"><body><h1>{escape(headline)}</h1>\n{body}</body></html>\n'


def outcome(number: int, seed: int = 0) -> Outcome:
    """Check one damaged article."""
    with tempfile.TemporaryDirectory() as folder:
        files, done = damaged(number, seed, Path(folder))
        start = time.process_time()
        failure = ""
        try:
            report = check_article(files, name=f"fuzz {number}")
            defects = [s.reason for s in report.skipped if "defect of transcheck" in s.hint]
            failure = "; ".join(defects)
        except TranscheckError:
            pass
        except Exception:
            failure = traceback.format_exc()
        return Outcome(number, done, time.process_time() - start, failure)


Texts = dict[str, str | Path]


def _said(words: str) -> Texts:
    heads = ("Рада розподілила кошти", "The council shares out money", "Совет распределил деньги")
    return {la: f"{head}\n\n{head}: {words}.\n" for la, head in zip(LANGUAGES, heads, strict=True)}


def _sentences(size: int) -> Texts:
    texts = _said("100 000")
    extra = " ".join(f"The {n}th stood up." for n in range(size))
    return texts | {"en": f"{texts['en']}\n{extra}\n"}


def _tables(size: int) -> Texts:
    nested = "<table><tr><td>" * size
    return {la: f"<h1>{text}</h1>{nested}<p>{text}</p>" for la, text in _said("1").items()}


GROWING: dict[str, tuple[Callable[[int], Texts], tuple[int, ...]]] = {
    "numbers in one sentence": (
        lambda size: _said(", ".join(str(20_000 + 7 * n) for n in range(size))),
        (400, 1600, 6400),
    ),
    "characters of «1 1 1»": (lambda size: _said("1 " * (size // 2)), (25_000, 100_000, 400_000)),
    "extra short sentences": (_sentences, (500, 2000, 8000)),
    "nested tables": (_tables, (500, 2000, 8000)),
}
"""What grows, and how far."""


def growth() -> Iterator[tuple[str, list[tuple[int, float]], float]]:
    """Yield each input with seconds by size, and the exponent of its growth."""
    check_article(_said("1"))  # tables and dictionaries are read once a process
    for name, (make, sizes) in GROWING.items():
        points = []
        for size in sizes:
            texts = make(size)
            start = time.process_time()
            check_article(texts)
            points.append((size, time.process_time() - start))
        (small, before), (large, after) = points[0], points[-1]
        yield name, points, math.log(after / before) / math.log(large / small)


def main() -> int:
    """Check damaged articles and print what went wrong and what took longest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--slowest", type=int, default=10)
    parser.add_argument("--growth", action="store_true")
    args = parser.parse_args()
    if args.growth:
        for name, points, exponent in growth():
            costs = ", ".join(f"{size:,}: {seconds:.2f} s" for size, seconds in points)
            print(f"{name}: {costs}; exponent {exponent:.2f}")
        return 0
    done = []
    for number in range(args.first, args.first + args.count):
        one = outcome(number, args.seed)
        done.append(one)
        if one.failure or one.seconds > LIMIT:
            print(f"{number} {one.seconds:.1f} s, {', '.join(one.damages)}\n{one.failure}")
    failed = sum(bool(one.failure) for one in done)
    slow = sum(one.seconds > LIMIT for one in done)
    print(f"{len(done)} damaged articles: {failed} failed, {slow} took over {LIMIT:.0f} s")
    for one in sorted(done, key=lambda o: -o.seconds)[: args.slowest]:
        print(f"  {one.number}: {one.seconds:.2f} s, {', '.join(one.damages)}")
    return 1 if failed or slow else 0


if __name__ == "__main__":
    sys.exit(main())
