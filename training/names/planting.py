"""Plants slips (one wrong letter) and swaps (another name) into articles that are right.

Names are anchored by their English letters alone, without asking the tool that is to find
them. Of an article several copies are made, each with a few errors in different beads.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from transcheck.languages import named
from transcheck.model import Comparison
from transcheck.naming.attested import written_so
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.tables import entities
from transcheck.naming.vocabulary import common

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_ALIKE, _UNLIKE = 66, 45
"""Likeness of Latin letters from which on two words are held for one name, and below which
for two."""
_VOWELS = {"en": "aeiou", "uk": "аеиіоу", "ru": "аеиоу"}
_CONSONANTS = {"en": "bdfgklmnprstvz", "uk": "бвдзклмнпрстф", "ru": "бвдзклмнпрстф"}
_ALL_VOWELS = frozenset("aeiouyаеиіоуюяєїыэё")
_SOFT = tuple(
    map(
        frozenset,
        ("gh", "kc", "vw", "sz", "ie", "гх", "ии", "иі", "еи", "ие", "ао", "ei", "ou", "ea", "iy",
         "ау", "оу", "dt", "дт", "бп", "зс", "гк", "фв", "вф", "pb", "fv", "ae"),
    )
)  # fmt: skip
"""Letters that customs of transliteration exchange."""
_HARD = 0.6
"""Share of slips in which such letters are not exchanged: a slip may be soft, too."""
_OF_ARTICLE = 0.3
"""Share of swaps with another name of the article."""
EVERYWHERE, _STEM = 0.35, 4
"""Share of slips that are made wherever the word stands, in any case, and letters of its stem."""
_WHOLE = 0.4
"""Share of swaps in which the next word of the name is replaced, too, if there is one."""
_SILENT = frozenset("ьйh'’ʼыy")
_IOTATED = {"uk": ("юяє", "уае"), "ru": ("юя", "уа")}
"""Vowels that soften the letter before, and those that do not."""
_FOREIGN = {"uk": {"и": "ы", "е": "э", "є": "э"}, "ru": {"и": "і", "ы": "і", "е": "є", "й": "ї"}}
"""Letters of the other Cyrillic language that a writer's hand takes for one of this."""
_TWINS = 0.05
"""Share of slips in a Cyrillic word that are such letters."""
_ENDS, _ENDED = {"uk": "аеєиіїоуюя", "ru": "аеиоуыэюя"}, 0.07
"""Letters that a writer's hand puts at the end, and the share of slips there in Cyrillic words."""
_LIKE = 0.4
"""Share of swaps of names of tables with another name of tables: Lithuania for Latvia."""
KINDS = ("vowel", "consonant", "dropped", "added", "turned")
_RARER, _RARE = ("doubled", "iotated"), 0.12
"""Kinds that only some words have a place for, and their share."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One name of a bead: where each edition has it, as (segment, start, word)."""

    bead: int
    places: dict[str, tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Planted:
    """One error that was planted."""

    kind: str
    language: str
    segment: int
    start: int
    before: str
    after: str
    others: dict[str, str]
    said_once: bool
    opening: bool


def anchors(comparison: Comparison) -> Iterator[Anchor]:
    """Yield the names that all editions have in beads of one sentence each."""
    editions = comparison.article.editions
    for number, bead in enumerate(comparison.alignment.beads):
        if not all(len(side) == 1 for side in bead.sides):
            continue
        words = {
            edition.language: [
                (side[0], m.start(), m.group())
                for m in _WORD.finditer(edition.segments[side[0]].text)
                if len(m.group()) > 3 and m.group()[0].isupper() and not m.group().isupper()
            ]
            for edition, side in zip(editions, bead.sides, strict=True)
        }
        for place in words.get(ENGLISH, ()):
            word = place[2]
            if common(word, ENGLISH):
                continue
            found = {ENGLISH: place}
            for language, others in words.items():
                if language != ENGLISH and others:
                    best = max(others, key=lambda other: _likeness(other[2], word))
                    if _likeness(best[2], word) >= _ALIKE:
                        found[language] = best
            if len(found) == len(editions):
                yield Anchor(number, found)


def _likeness(word: str, english: str) -> float:
    return fuzz.ratio(anyascii(word).lower()[: len(english) + 1], english.lower())


def slip(
    word: str, language: str, rng: random.Random, *, soft: bool = True
) -> tuple[str, str] | None:
    """Return a kind of slip and the word with it, or None where the kind drawn has no place.

    Without `soft` there are no letters that customs exchange, that are of the other Cyrillic
    alphabet, are doubled or soften, or stand at the end: what is left nobody writes on purpose.
    """
    letters = language if is_cyrillic(word) else ENGLISH
    last = len(word) if letters == ENGLISH else len(word) - 2
    if soft and letters != ENGLISH and rng.random() < _TWINS:
        found = [(i, t) for i, c in enumerate(word) if (t := _FOREIGN[letters].get(c))]
        if found:
            at, twin = rng.choice(found)
            return "foreign", word[:at] + twin + word[at + 1 :]
    if soft and letters != ENGLISH and rng.random() < _ENDED:
        found = _ended(word, letters, rng)
        return ("end", found) if found else None
    kind = rng.choice(_RARER if soft and rng.random() < _RARE else KINDS)
    places = list(range(0 if rng.random() < 0.15 else 1, last))
    rng.shuffle(places)
    for i in places:
        if kind in _RARER:
            changed = _doubled_or_iotated(word, i, kind, letters, last) if i else None
        else:
            hard = 1.0 if not soft else _HARD
            changed = _changed(word, i, kind, letters, last, rng, hard)
        if changed is not None:
            return kind, changed
    return None


def _changed(
    word: str, i: int, kind: str, letters: str, last: int, rng: random.Random, hard: float
) -> str | None:
    here, before, after = word[i].lower(), word[i - 1 : i].lower(), word[i + 1 : i + 2].lower()
    pools = {"vowel": _VOWELS[letters], "consonant": _CONSONANTS[letters]}
    if kind in pools:
        others = [x for x in pools[kind] if x != here]
        if rng.random() < hard:
            others = [x for x in others if {x, here} not in _SOFT]
        if here not in pools[kind] or not others:
            return None
        new = rng.choice(others)
        return word[:i] + (new.upper() if word[i].isupper() else new) + word[i + 1 :]
    if i == 0:
        return None
    if kind == "dropped":
        ending = i == len(word) - 1 and here in "sае"
        if len(word) < 5 or here in (before, after) or here in _SILENT or ending:
            return None
        return word[:i] + word[i + 1 :]
    if kind == "added":
        new = rng.choice((_CONSONANTS if before in _ALL_VOWELS else _VOWELS)[letters])
        return None if new in (here, before) else word[:i] + new + word[i:]
    if i + 1 >= last or here == after or here in "ьй" or after in "ьй":
        return None
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _ended(word: str, letters: str, rng: random.Random) -> str | None:
    """Return a word with another last letter or without it, if no text has it so."""
    ends = [word[:-1] + end for end in ("", *_ENDS[letters]) if end != word[-1]]
    strange = [new for new in ends if not written_so(new, letters)]
    return rng.choice(strange) if strange and len(word) > _STEM else None


def _doubled_or_iotated(word: str, i: int, kind: str, letters: str, last: int) -> str | None:
    here, before, after = word[i].lower(), word[i - 1 : i].lower(), word[i + 1 : i + 2].lower()
    if kind == "iotated":
        soft, hard = _IOTATED.get(letters, ("", ""))
        at = (soft + hard).find(here)
        return None if at < 0 else word[:i] + (hard + soft)[at] + word[i + 1 :]
    if here not in _CONSONANTS[letters] or before == here or i == last - 1:
        return None
    return word[:i] + word[i + 1 :] if here == after else word[:i] + here + word[i:]


def plant(
    comparison: Comparison,
    texts: dict[str, str],
    pool: dict[str, Sequence[str]],
    rng: random.Random,
    *,
    errors: int,
    swaps: float,
    soft: bool = True,
) -> tuple[dict[str, str], list[Planted]]:
    """Return the texts with errors, in different beads and names, and what they are.

    Without `soft` each is in one place and such as nobody writes on purpose.
    """
    found = list(anchors(comparison))
    rng.shuffle(found)
    texts, used, planted = dict(texts), set[int](), list[Planted]()
    touched = set[str]()
    segments = {e.language: e.segments for e in comparison.article.editions}
    for anchor in found:
        if len(planted) >= errors:
            break
        english = anchor.places[ENGLISH][2]
        language = rng.choice(sorted(anchor.places))
        segment, start, word = anchor.places[language]
        if anchor.bead in used or english in touched:
            continue
        swapped = rng.random() < swaps
        partner = _partner(anchor, found, language) if swapped and rng.random() < _WHOLE else None
        if partner is not None:
            put = [_other(w, texts[language], [], pool[language], rng) for w in (word, partner)]
            kind, new = "swap", " ".join(filter(None, put)) if all(put) else None
            word = f"{word} {partner}"
        elif swapped:
            there = [a.places[language][2] for a in found] if rng.random() < _OF_ARTICLE else []
            kind, new = "swap", _other(word, texts[language], there, pool[language], rng)
        else:
            kind, new = slip(word, language, rng, soft=soft) or ("", None)
        sentence = segments[language][segment].text
        if new is None or texts[language].count(sentence) != 1:
            continue
        at = texts[language].index(sentence) + start
        stem = word[: max(4, len(word) - 2)] if is_cyrillic(word) else word
        once = texts[language].count(stem) == 1
        texts[language] = texts[language][:at] + new + texts[language][at + len(word) :]
        others = {code: place[2] for code, place in anchor.places.items() if code != language}
        opening = not sentence[:start].rstrip() or sentence[:start].rstrip()[-1] in '.!?:«“"—–-'
        forms = [new] if kind == "swap" or not soft or rng.random() > EVERYWHERE else []
        if not forms:
            texts[language], forms = everywhere(texts[language], word, new)
        for one in (part for form in forms for part in form.split(" ")):
            planted.append(
                Planted(kind, language, segment, start, word, one, others, once, opening)
            )
        used.add(anchor.bead)
        touched.add(english)
    return texts, planted


def everywhere(text: str, word: str, slipped: str) -> tuple[str, list[str]]:
    """Return a text with a slip made in every form of its word, and the forms that it has now.

    In the text the slip is made once. Where it is not in the stem, it stays so.
    """
    same = Prefix.similarity(word, slipped)
    behind = Postfix.similarity(word[same:], slipped[same:])
    behind = max(0, behind - 1)  # so that a letter more or less can be told
    right, wrong = word[: len(word) - behind], slipped[: len(slipped) - behind]
    if len(right) < _STEM:
        right, wrong = word[:_STEM], slipped[: _STEM + len(slipped) - len(word)]
        if not word.startswith(right) or word[len(right) :] != slipped[len(wrong) :]:
            return text, [slipped]
    text = re.sub(rf"\b(?!{re.escape(wrong)}){re.escape(right)}", wrong, text)
    return text, sorted(set(re.findall(rf"\b{re.escape(wrong)}\w*", text)) | {slipped})


def _partner(anchor: Anchor, found: Sequence[Anchor], language: str) -> str | None:
    """Return the word behind another in the same name of all editions."""
    for other in found:
        gaps = {
            (place[0], place[1] + len(place[2]) + 1) == other.places[code][:2]
            for code, place in anchor.places.items()
        }
        if other.bead == anchor.bead and gaps == {True}:
            return other.places[language][2]
    return None


def _other(
    word: str, text: str, there: Sequence[str], pool: Sequence[str], rng: random.Random
) -> str | None:
    """Return a name unlike another: one of the article, if any are given, or one not in it.

    For a name of the tables it is often another one of them, which may be like it.
    """
    mine = _entity(word)
    if mine and not there and rng.random() < _LIKE:
        like = [w for w in pool if w not in text and (key := _entity(w)) and key.isdisjoint(mine)]
        if like:
            return rng.choice(like)
    for _ in range(20):
        other = rng.choice(there or pool)
        unlike = fuzz.ratio(anyascii(other).lower(), anyascii(word).lower()) < _UNLIKE
        if unlike and (there or other not in text):
            return other
    return None


def files_of(folder: Path) -> list[Path]:
    """Return the editions of an article's folder."""
    return sorted(p for p in folder.iterdir() if p.suffix == ".txt" and named(p.stem))


@cache
def _entity(word: str) -> frozenset[str]:
    """Return what the tables of any Cyrillic language, or of English, know a word for."""
    codes = ("uk", "ru") if is_cyrillic(word) else (ENGLISH,)
    return frozenset(key for code in codes for key in entities([word], code)[0])
