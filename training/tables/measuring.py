"""Measure the letter model on names that it was not trained on, as a classifier.

For each pair of languages: the right spellings of held-out names against the same with a letter
slipped, and against other names of the same kind. AUC is the probability that a right pair has
less surprise than a wrong one; EER the error where as many right pairs are refused as wrong ones
taken.

Run: python -m training.tables.measuring
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import numpy as np

from training.tables.pairs import ENGLISH, RUSSIAN, UKRAINIAN, Spelled, all_names
from transcheck.naming.letter_model import model
from transcheck.naming.letters import folded, latin

SEED, MOST, SHORTEST = 7, 1500, 4
PAIRS = ((UKRAINIAN, RUSSIAN), (ENGLISH, UKRAINIAN), (ENGLISH, RUSSIAN))
OURS = frozenset({"places", "first", "last", "patronymic", "settlements"})
LETTERS = {"latin": "abcdefghiklmnoprstuvyz", "cyrillic": "абвгдежзийклмнопрстуфхцчшьюя"}
VOWELS = frozenset("aeiouyаеиоуюя")


def spelled(name: Spelled, language: str) -> str:
    """Return the first spelling of a name as the model takes it, or nothing."""
    forms = {ENGLISH: name.en, UKRAINIAN: name.uk, RUSSIAN: name.ru}[language]
    if not forms or " " in forms[0] or "-" in forms[0]:
        return ""
    return latin(forms[0]) if language == ENGLISH else folded(forms[0])


def slipped(word: str, chance: Random) -> str:
    """Return a word with one letter replaced, dropped, added or two exchanged."""
    letters = LETTERS["latin" if word.isascii() else "cyrillic"]
    while True:
        at = chance.randrange(len(word))
        kind = chance.choice(["replace", "replace", "drop", "add", "swap"])
        alike = [c for c in letters if (c in VOWELS) is (word[at] in VOWELS)]
        if kind == "replace":
            found = word[:at] + chance.choice(alike) + word[at + 1 :]
        elif kind == "drop":
            found = word[:at] + word[at + 1 :]
        elif kind == "add":
            found = word[:at] + chance.choice(letters) + word[at:]
        else:
            found = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        if found != word:
            return found


def scores(one: str, other: str, *, ours: bool) -> Iterator[tuple[float, float, float]]:
    """Yield the surprise a letter of right pairs, slips and other names."""
    table = model("letters_latin" if one == ENGLISH else "letters_cyrillic")
    chance = Random(SEED)  # noqa: S311
    rows = [
        (left, right)
        for name in all_names()
        if name.held and (name.kind in OURS) is ours
        if len(left := spelled(name, one)) >= SHORTEST
        and len(right := spelled(name, other)) >= SHORTEST
    ]
    rows = chance.sample(sorted(set(rows)), min(MOST, len(set(rows))))

    def surprise(left: str, right: str) -> float:
        return table.surprise(f"^{left}$", right) / len(right)

    for left, right in rows:
        wrong = chance.choice(rows)[1]
        slip = (left, slipped(right, chance)) if chance.random() < 0.5 else ("", "")
        if not slip[0]:
            slip = slipped(left, chance), right
        yield surprise(left, right), surprise(*slip), surprise(left, wrong)


def quality(right: list[float], wrong: list[float]) -> tuple[float, float]:
    """Return AUC and EER."""
    good, bad = np.sort(right), np.sort(wrong)
    auc = float(np.mean((np.searchsorted(bad, good, "right") * -1 + len(bad)) / len(bad)))
    refused = 1 - np.searchsorted(good, bad, "right") / len(good)
    taken = np.arange(1, len(bad) + 1) / len(bad)
    at = int(np.argmin(np.abs(refused - taken)))
    return auc, float((refused[at] + taken[at]) / 2)


def main() -> None:
    """Print a table."""
    print("| pair | names | n | slips AUC | EER | others AUC | EER | median right | p95 right |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for one, other in PAIRS:
        for ours in (True, False):
            right, slips, others = map(list, zip(*scores(one, other, ours=ours), strict=True))
            (a, e), (b, f) = quality(right, slips), quality(right, others)
            cells = (
                f"{one}-{other}", "Ukrainian" if ours else "of the world", f"{len(right)}",
                f"{a:.3f}", f"{e:.3f}", f"{b:.4f}", f"{f:.4f}",
                f"{np.median(right):.2f}", f"{np.percentile(right, 95):.2f}",
            )  # fmt: skip
            print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
