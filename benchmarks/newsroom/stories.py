"""Stories in the style of Ukrainian newsrooms: what is alarmed, what is wanted, what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.newsroom.judging import (
    Alarm,
    Checked,
    check,
    in_half,
    read_lines,
    same_sentence,
    same_words,
    share,
    table,
)

FOLDER = Path(__file__).parent / "data" / "stories"
LANGUAGES = ("uk", "en", "ru")
FACTS = frozenset({"number", "date", "name", "meaning"})
"""Families of errors in which an edition can be blamed."""
PASSAGE = frozenset({"partial", "missing", "added", "number", "date", "name", "meaning"})
FITTING = {
    "missing": frozenset({"missing", "added"}),
    "added": frozenset({"missing", "added"}),
    "number": frozenset({"number", "date", "meaning"}),
    "date": frozenset({"number", "date"}),
    "name": frozenset({"name", "number", "meaning"}),
    "partial": PASSAGE,
    "meaning": frozenset({"meaning", "number", "date", "name", "partial"}),
}
"""Families of findings that say an error of a family that was planted."""
FITTING_DIFFERENCE = {
    "number": frozenset({"number", "date", "meaning"}),
    "date": frozenset({"number", "date"}),
    "name": frozenset({"name", "meaning"}),
    "missing": PASSAGE,
    "added": PASSAGE,
    "meaning": PASSAGE,
}
"""The same for differences that the stories have without any planting."""


@dataclass(slots=True)
class StoryFigures:
    """What a run over the stories amounts to."""

    stories: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    """Planted errors by kind."""
    found: Counter[str] = field(default_factory=Counter)
    blamable: int = 0
    """Found errors of facts."""
    blamed: int = 0
    """Of them those of which exactly the changed edition is suspected."""
    alarms: int = 0
    """Alarms on the stories as they are, without planted errors."""
    wanted: int = 0
    errors: int = 0
    errors_wanted: int = 0
    unwanted: Counter[str] = field(default_factory=Counter)
    """Alarms that no editor wants, by family."""
    failures: list[str] = field(default_factory=list)
    """A line for each planted error that was missed and each alarm that is unwanted."""

    def tables(self) -> Iterable[str]:
        """Yield the figures as tables in Markdown."""
        kinds = [(kind, self.found[kind], count) for kind, count in sorted(self.planted.items())]
        total = ("all", self.found.total(), self.planted.total())
        yield table(
            ("planted error", "found", "of", "share"),
            [(kind, found, of, share(found, of)) for kind, found, of in (*kinds, total)],
        )
        families = (f"{name} {n / self.stories:.2f}" for name, n in sorted(self.unwanted.items()))
        yield table(
            ("on the stories as they are", ""),
            [
                ("stories", self.stories),
                ("alarms a story", f"{self.alarms / self.stories:.2f}"),
                ("alarms that are wanted", share(self.wanted, self.alarms)),
                ("errors that are wanted", share(self.errors_wanted, self.errors)),
                ("unwanted alarms a story, by family", ", ".join(families) or "none"),
                ("changed facts blamed on their edition", share(self.blamed, self.blamable)),
            ],
        )


def measure(half: str | None = None, languages: Iterable[str] = LANGUAGES) -> StoryFigures:
    """Check the stories, as they are and with planted errors, and count.

    Args:
        half: ``a`` or ``b``, or None for all.
        languages: the editions to compare. Errors in others are left out.
    """
    kept = tuple(languages)
    planted = [
        row
        for row in read_lines(FOLDER / "planted.jsonl")
        if in_half(row["article"], half) and row["language"] in kept
    ]
    differences = [
        row for row in read_lines(FOLDER / "differences.jsonl") if in_half(row["article"], half)
    ]
    before = _check("clean", half, kept)
    after = _check("planted", half, kept)
    figures = StoryFigures(stories=len(before))
    for row in planted:
        _count_planted(figures, row, before[row["article"]], after[row["article"]])
    for name, checked in sorted(before.items()):
        marks = [row for row in differences if row["article"] == name and not row["harmless"]]
        for alarm in checked.alarms:
            _count_alarm(figures, name, alarm, marks)
    return figures


def _check(part: str, half: str | None, languages: tuple[str, ...]) -> dict[str, Checked]:
    with TemporaryDirectory() as folder:
        for story in sorted((FOLDER / part).iterdir()):
            if in_half(story.name, half):
                Path(folder, story.name).mkdir()
                for language in languages:
                    name = f"{language}.txt"
                    Path(folder, story.name, name).write_bytes((story / name).read_bytes())
        return check(Path(folder))


def _count_planted(
    figures: StoryFigures, row: Mapping[str, Any], before: Checked, after: Checked
) -> None:
    kind = row["kind"]
    figures.planted[kind] += 1
    known = {alarm.key for alarm in before.alarms}
    hits = [a for a in after.alarms if a.key not in known and says(row, a)]
    if not hits:
        change = f"{row['before']!r} is {row['after']!r}"
        figures.failures.append(f"missed {row['article']} {row['language']} {kind}: {change}")
        return
    figures.found[kind] += 1
    if row["family"] in FACTS:
        figures.blamable += 1
        figures.blamed += any(alarm.suspects == (row["language"],) for alarm in hits)


def says(row: Mapping[str, Any], alarm: Alarm) -> bool:
    """Tell whether an alarm says what was planted."""
    if alarm.family not in FITTING[row["family"]]:
        return False
    others, language, text = row["others"], row["language"], row["text"]
    elsewhere = any(
        same_sentence(sentence, others[la])
        for la in others
        for sentence in alarm.sentences.get(la, ())
    )
    if row["kind"] == "omission":
        return language not in alarm.sentences and elsewhere
    here = any(same_sentence(sentence, text) for sentence in alarm.sentences.get(language, ()))
    return here if row["kind"] in {"solo", "foreign"} else here or elsewhere


def _count_alarm(
    figures: StoryFigures, name: str, alarm: Alarm, marks: Iterable[Mapping[str, Any]]
) -> None:
    wanted = any(_marked(mark, alarm) for mark in marks)
    figures.alarms += 1
    figures.wanted += wanted
    if alarm.severity == "error":
        figures.errors += 1
        figures.errors_wanted += wanted
    if not wanted:
        figures.unwanted[alarm.family] += 1
        figures.failures.append(f"unwanted {name} {alarm.severity} {alarm.code} {alarm.message}")


def _marked(mark: Mapping[str, Any], alarm: Alarm) -> bool:
    """Tell whether a true difference, found by reading, is what an alarm points at."""
    texts = mark["texts"]
    return (
        alarm.family in FITTING_DIFFERENCE[mark["kind"]]
        and any(
            same_sentence(sentence, texts[language])
            for language, sentences in alarm.sentences.items()
            if texts.get(language)
            for sentence in sentences
        )
        and same_words(alarm, {la: mark[la] for la in LANGUAGES if mark.get(la)})
    )
