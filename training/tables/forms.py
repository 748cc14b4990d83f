"""Write the table of Ukrainian word forms, each with the class of word it is.

What is `attested` labels some forms for certain; a logistic regression over their last and first
letters, and over the forms that the same stem has, gives the classes of all. Names are left out.
No chance is in it: two runs over the same packages write the same.

Run: python -m training.tables.forms UKR, where UKR is the file of that name of
https://github.com/unimorph/ukr. Packages: names-translator, scikit-learn, ua-gec, wordfreq.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from training.tables.attested import ONLY_UKRAINIAN, SEEN, WORD, Attested, attested, russian_forms
from transcheck.morphology import Kind
from transcheck.naming.inflection import case_forms

OUT = Path("transcheck/languages/data/uk/forms.txt")
HEAD = (
    "# Ukrainian word forms and what each is: n a noun, a an adjective or participle, o another\n"
    "# word that no name is of. A noun where it may be one. Licence: CC BY-SA 4.0. Sources:\n"
    "# wordfreq (Robyn Speer, CC BY-SA 4.0), UA-GEC (Syvokon and others, CC BY 4.0), English\n"
    "# Wiktionary by UniMorph (CC BY-SA 3.0), OpenCorpora (CC BY-SA 3.0), names-translator (MIT).\n"
    "# Written by training/tables/forms.py.\n"
)
PENALTY = 0.05
SHARED, LISTED, UNLIKELY = 4.0, 20.0, 0.05
"""How much likelier a class is that the word has in Russian, and that Wiktionary has it in; and
a name that has all endings of an adjective, or the suffix of an abstract noun."""
_ENDINGS = re.split(
    " ",
    " а у і и о ю я є е ом ем єм ою ею єю ам ям ами ями ах ях ів їв ей ий ій ого ому им их ими ої "
    "ього ьому ьої ові еві ти в ла ло ли ть ють уть ать ять є ємо ить імо ите ться вся лася лися "
    "лось тися но то ний на не ні ння ця ко мо те ємо єте ш єш иш",
)
_HARD = re.split(" ", "ий ого ому им их ими ої ій ою а у е і")
_FRONT = re.split(" ", "ій ього ьому ім іх іми ьої ьою я ю є і")
_PAST = ("в", "ла", "ло", "ли")
_PLURAL = ("ами", "ями", "ам", "ям", "ах", "ях")
_REFLEXIVE = re.compile(
    "(тися|ться|вся|лася|лося|лися|лась|лось|лись|юсь|юся|єшся|имось|ємося|имося)$"
)
_PRESENT = re.compile("(є|ємо|єте|єш|ють|ючи|й|йте|ймо|ю)$")
_FUTURE = re.compile("(?<=ти)(му|ме|муть|мемо)$")
_ABSTRACT = re.compile("(ність|ності|ністю|ння|ннями|нням|енням|аннях|еннях)$")
_FROM_PLACES = re.compile("[сцз]ьк(ий|ого|ому|им|их|ими|ої|ій|ою|а|у|е|і)$")
_MOST, _ENOUGH = 6, 3
_NAMED = 0.9


class Paradigms:
    """Which other forms the stems of a form have."""

    def __init__(self, known: Attested) -> None:
        self._known = known
        self._forms = known.frequency

    @cached_property
    def words(self) -> list[str]:
        """All forms, sorted."""
        return sorted(self._forms)

    def _having(self, stem: str, endings: Sequence[str]) -> int:
        return sum(stem + ending in self._forms for ending in endings)

    def adjective(self, word: str) -> bool:
        """Return whether a form has most of the endings of an adjective."""
        return any(
            stem + "ий" in self._forms
            and (stem + "ого" in self._forms or stem + "их" in self._forms)
            and self._having(stem, _HARD) >= _MOST
            for stem in _stems(word, _HARD)
        ) or any(
            stem.endswith("н")
            and stem + "ій" in self._forms
            and (stem + "ього" in self._forms or stem + "іх" in self._forms)
            and self._having(stem, _FRONT) >= _MOST
            for stem in _stems(word, _FRONT)
        )

    def adverb(self, word: str) -> bool:
        """Return whether a form is an adverb made from an adjective."""
        return word.endswith("о") and len(word) > 4 and self.adjective(word[:-1] + "ий")

    def verb(self, word: str) -> bool:
        """Return whether a form is one of a verb that has an infinitive and past forms."""
        future = _FUTURE.sub("", word)
        if self._present(word) or (future != word and future in self._forms):
            return True
        if _REFLEXIVE.search(word) and len(word) > 5:
            return True
        return any(
            self._infinitive(stem) and self._having(stem, _PAST) >= _ENOUGH
            for stem in _stems(word, (*_PAST, "ти", "но", "то"))
        )

    def _infinitive(self, stem: str) -> bool:
        return stem + "ти" in self._forms or stem + "тися" in self._forms

    def _present(self, word: str) -> bool:
        found = _PRESENT.search(word)
        stem = word[: found.start()] if found else ""
        if len(stem) <= 2 or self._having(stem, ("є", "ють")) < 2:
            return False
        past = stem + "ва" if stem[-1] in "ую" else stem
        return past + "ти" in self._forms and self._having(past, _PAST) >= _ENOUGH

    def plural(self, word: str) -> bool:
        """Return whether a nominative has a form in the plural, which surnames rarely have."""
        stems = [word]
        if word[-1] in "аяоеьйіи":
            stems.append(word[:-1])
        if len(word) > 4 and word[-2] in "еоі":
            stems.append(word[:-2] + word[-1])
        return any(self._having(stem, _PLURAL) for stem in stems)

    def features(self, word: str) -> dict[str, float]:
        """Return what speaks for the class of a form."""
        known, found = self._known, dict.fromkeys(_spelling(word), 1.0)
        for size in range(min(5, len(word) - 2)):
            stem = word[: len(word) - size]
            having = [e for e in _ENDINGS if stem + e != word and stem + e in self._forms]
            found.update(dict.fromkeys((f"{size}:{ending}" for ending in having), 1.0))
            found[f"having {size}"] = min(len(having), _MOST) / _MOST
        small, capital = known.small[word], known.capital[word]
        found["frequency"] = self._forms[word] / 6
        found["small"] = min(math.log2(1 + small), 5) / 5
        found["capital"] = min(math.log2(1 + capital), 5) / 5
        if small + capital:
            found["share"] = capital / (small + capital)
        tests = {
            "person": word in known.people,
            "verb": self.verb(word),
            "adverb": self.adverb(word),
        }
        tests |= {"adjective": self.adjective(word), "present": self._present(word)}
        return found | {name: 1.0 for name, holds in tests.items() if holds}

    def label(self, word: str) -> Kind | None:
        """Return the class of a form where what is known settles it, else None."""
        known = self._known
        small, capital = known.small[word], known.capital[word]
        if word in known.reviewed:
            return known.reviewed[word]
        if word in known.listed:
            return _first(known.listed[word])
        kinds = known.shared[word]
        common = kinds - {Kind.NAME}
        adjective = self.adjective(word)
        named = small == 0 and capital > 1
        if not (Kind.NOUN in common or adjective or named) and (
            self.verb(word) or self.adverb(word)
        ):
            return Kind.OTHER
        if Kind.NOUN not in common and adjective and small:
            return Kind.ADJECTIVE
        if small + capital >= _ENOUGH and capital / (small + capital) >= _NAMED:
            return Kind.ADJECTIVE if _first(common) is Kind.ADJECTIVE else Kind.NAME
        if common and small >= 2 and small >= 4 * capital:
            return _first(common)
        person = word in known.people and not common and not self.plural(word)
        if small == 0 and (kinds == {Kind.NAME} or person):
            return Kind.NAME
        if common and Kind.NAME not in kinds and (self._forms[word] > SEEN or small):
            return _first(common)
        return Kind.NOUN if small and re.search("(ння|ості|ість|істю)$", word) else None


def _stems(word: str, endings: Sequence[str]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: len(word) - len(ending)]


def _spelling(word: str) -> Iterator[str]:
    for size in range(1, min(5, len(word)) + 1):
        yield f"-{word[-size:]}"
    for size in range(1, 4):
        yield f"{word[:size]}-"
    if len(word) <= 4:
        yield word


def _first(kinds: frozenset[Kind]) -> Kind | None:
    """Return the class that counts of those a form may be of."""
    order = (Kind.NOUN, Kind.ADJECTIVE, Kind.OTHER, Kind.NAME)
    return next((kind for kind in order if kind in kinds), None)


def classes(known: Attested) -> dict[str, Kind]:
    """Return the likeliest class of every form."""
    paradigms = Paradigms(known)
    words = paradigms.words
    labels = [paradigms.label(word) for word in words]
    found = [paradigms.features(word) for word in words]
    vectorizer = DictVectorizer(dtype=np.float32)
    vectorizer.fit(f for f, label in zip(found, labels, strict=True) if label)
    everything = vectorizer.transform(found)
    rows = [row for row, label in enumerate(labels) if label]
    model = LogisticRegression(C=PENALTY, max_iter=300)
    model.fit(everything[rows], [label.value for label in labels if label])
    order = [Kind(value) for value in model.classes_]
    chances = model.predict_proba(everything)
    for word, chance in zip(words, chances, strict=True):
        _weigh(word, chance, order, paradigms, known)
    likeliest = chances.argmax(axis=1)
    return {word: order[at] for word, at in zip(words, likeliest, strict=True)}


def _weigh(
    word: str,
    chance: NDArray[np.float64],
    order: list[Kind],
    paradigms: Paradigms,
    known: Attested,
) -> None:
    """Weigh the chances of a form with what dictionaries have of it."""
    shared = known.shared[word]
    for kind in shared:
        chance[order.index(kind)] *= SHARED
    for kind in known.listed.get(word, ()):
        chance[order.index(kind)] *= LISTED
    if Kind.ADJECTIVE in shared and paradigms.adjective(word):
        chance[order.index(Kind.NAME)] *= UNLIKELY
    if _ABSTRACT.search(word):
        chance[order.index(Kind.NAME)] *= UNLIKELY


def kept(kinds: dict[str, Kind], known: Attested) -> Iterator[tuple[str, Kind]]:
    """Yield the forms that go into the table."""
    paradigms = Paradigms(known)
    yield from known.reviewed.items()
    for word in kinds.keys() - known.reviewed.keys():
        kind, shared = kinds[word], known.shared[word]
        place = _FROM_PLACES.search(word)
        if kind is Kind.NAME and (
            (shared and Kind.NAME not in shared) or (not place and paradigms.adjective(word))
        ):
            kind = Kind.NOUN  # a surname that is a word: казначей, лугова
        certain = kind in shared or word in known.listed
        seen = known.small[word] >= 2 or known.frequency[word] >= SEEN
        if kind is Kind.NAME or not (certain or seen):
            continue
        surname = place and word[: place.start(1)] + "ий" in known.people
        if kind is Kind.ADJECTIVE and surname and known.small[word] < 2:
            kind = Kind.NOUN  # no common word, whatever capital it has
        yield word, kind


def shared_forms(kinds: dict[str, Kind], known: Attested) -> Iterator[str]:
    """Yield forms that are not attested, of nouns that are the same in Russian and Ukrainian.

    They have the ending of a Ukrainian case, and stand in OpenCorpora, so that only they could
    be taken for Russian: скетчем, синглах.
    """
    for noun, kind in kinds.items():
        if kind is Kind.NOUN and not ONLY_UKRAINIAN.search(noun):
            for form in russian_forms(noun):
                new = form not in kinds and form not in known.russian and WORD.fullmatch(form)
                if new and noun in case_forms(form, "uk"):
                    yield form


def main() -> None:
    """Write the table."""
    known = attested(Path(sys.argv[1]))
    kinds = dict(kept(classes(known), known))
    kinds |= dict.fromkeys(shared_forms(kinds, known), Kind.NOUN)
    lines = [f"{word}\t{kinds[word].value}\n" for word in sorted(kinds, key=str.encode)]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(lines)} forms")


if __name__ == "__main__":
    main()
