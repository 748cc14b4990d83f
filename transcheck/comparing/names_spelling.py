"""Spellings that stand alone: one edition's form of a name against that of the two others."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names import ArticleNames, Cluster, NamePassage
from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import corresponds, surprise_of
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, latin, skeleton
from transcheck.naming.matching import words_of
from transcheck.naming.tables import named_by
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import known, known_among, listed

_PLACES = "cities:"
_FEWEST = 4
"""Letters below which a word is too short to be judged."""
_LETTER = 8.0
"""Surprise in nats that a wrong letter adds at least."""
_KNOWN = 5.0
"""Surprise by which a known word must fit better than one that is in no list."""
_AGREEMENT = 12.0
"""Surprise up to which two editions agree on a spelling."""
_CUSTOMS = (("dzh", "g"), ("dj", "g"), ("j", "g"), ("q", "k"), ("kh", "h"))
"""Ways to write one consonant that are no mistakes, as two traditions have them."""
_VOWELS = str.maketrans("", "", "aeiouy")
_EXACT, _REPLACED = 12.0, 10.0
"""Surprise up to which spellings correspond, and how much less one letter must make it. Of 539
names of the dev articles 3 look so without being wrong, of 133 of the list of pairs 2."""
_FAITHFUL = 3.0
"""The same for letters that English writes for another sound: u for a (Sturridge, Murchie)."""
_OTHER_SOUND = frozenset({("u", "a"), ("u", "e")})
_OTHER_CUSTOM = ("o", "u")
"""Arabic has one vowel for both: Jolani, Джулані."""
MARGIN, SCRIPT_MARGIN = 8.0, 33.0
"""Margins from which a letter is likely to be wrong, the second for an edition that is alone
in its script: English spells sounds in more ways than the letters tell. Measured on the dev
articles of the benchmark: nine in ten wrong letters have the first one."""
_LEAST_MARGIN, _MEAN_MARGIN = 5.0, 7.0
"""Margins to the nearer of two others, and to both on average, that tell a wrong vowel: of
1,056 names of the dev articles two more have them, both misspelled, and of wrong letters one
in twelve more."""

_Spelling = tuple[int, int]
"""Edition and number of a spelling."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A unit whose spelling two other editions contradict while they agree."""

    unit: Unit
    others: tuple[Unit, ...]
    """The nearest unit of each other edition."""
    surprise: float = float("inf")
    """Of the unit with the nearer of the two, in nats."""
    agreement: float = 0.0
    """Surprise of the two others with each other."""

    farther: float = 0.0
    """Surprise of the unit with the farther of the two."""
    another: bool = False
    """True for the name of another place, known by the tables: Бруклин for Brookline."""
    meant: str = ""
    """A word of the unit's language a letter away that fits the others much better: a known
    one, or any with one letter replaced that leaves nothing to explain."""

    @property
    def margin(self) -> float:
        """Return how much worse the unit fits than the others fit each other, in nats."""
        return self.surprise - self.agreement

    @property
    def wrong(self) -> bool:
        """Return whether the spelling is likely to be wrong, not just another custom."""
        if self.another:
            return True
        if self._translated or any(other_custom(self.unit, other) for other in self.others):
            return False
        if self.meant or self.margin >= (SCRIPT_MARGIN if self.script_alone else MARGIN):
            return True
        return self._unlike_both

    @property
    def _unlike_both(self) -> bool:
        """Return whether a word that no dictionary has is far from both others at once."""
        far = self.farther + self.surprise - 2 * self.agreement >= 2 * _MEAN_MARGIN
        near = self.margin < _LEAST_MARGIN or self.script_alone
        return far and not near and not listed(self.unit.text, self.unit.language)

    @property
    def _translated(self) -> bool:
        """Return whether it is a word of its language, as another's is: Шахтар, «Шахтёр»."""
        return listed(self.unit.text, self.unit.language) and any(
            listed(other.text, other.language)
            for other in self.others
            if is_cyrillic(other.text) == is_cyrillic(self.unit.text)
        )

    @property
    def script_alone(self) -> bool:
        """Return whether the unit is in another script than both others.

        Two editions in one script agree more easily, so that this asks for more margin.
        """
        mine = is_cyrillic(self.unit.text)
        return all(is_cyrillic(other.text) != mine for other in self.others)


def lone_spellings(
    names: ArticleNames, passage: NamePassage, among: Container[_Spelling] | None = None
) -> Iterator[Lone]:
    """Yield the units of a passage of three editions that fit the two others worst.

    Every unit with a positive margin of a cluster that all three editions have; the
    caller sets the margin that matters. Only clusters with a spelling `among` those given
    are looked at.
    """
    for cluster in passage.clusters:
        if len(cluster.places) != 3 or not all(cluster.places):
            continue
        if among is None or any(
            (u.edition, u.spelling) in among for p in cluster.places for u in p
        ):
            for lone in _lone(names, cluster):
                meant = "" if lone.another else _meant(lone.unit, lone.others, lone.surprise)
                yield replace(lone, meant=meant) if meant else lone


def suspicious(names: ArticleNames, passage: NamePassage) -> Iterator[Unit]:
    """Yield the units of which such a spelling may be `wrong`.

    In most names no two editions are so far apart that a letter could be wrong.
    """
    for cluster in passage.clusters:
        if len(cluster.places) == 3 and all(cluster.places) and not _close(names, cluster):
            for lone in _lone(names, cluster):
                if lone.another or lone.surprise >= _LEAST_MARGIN:
                    yield lone.unit


def _close(names: ArticleNames, cluster: Cluster) -> bool:
    """Return whether no unit of a name can be wrong, as any two are too much alike."""
    one, two, three = cluster.places
    if len(one) > 1 or len(two) > 1 or len(three) > 1:
        return False
    a, b, c = one[0], two[0], three[0]
    if (not a.entities) + (not b.entities) + (not c.entities) == 2:
        return False  # Perhaps another place.
    far = names.spellings.far
    return not (far(a, b, _LEAST_MARGIN) or far(a, c, _LEAST_MARGIN) or far(b, c, _LEAST_MARGIN))


def _lone(names: ArticleNames, cluster: Cluster) -> Iterator[Lone]:
    if any(_in_parts(side) for side in cluster.places):
        return
    for own in range(3):
        left, right = (cluster.places[n] for n in range(3) if n != own)
        agreement = min(names.spellings.surprise(a, b) for a in left for b in right)
        for unit in cluster.places[own]:
            if len(unit.text) < _FEWEST or unit.form is not Form.WORD:
                continue
            near = [names.spellings.nearest(unit, side) for side in (left, right)]
            others = tuple(other for _, other in near if other is not None)
            surprise, farther = sorted(value for value, _ in near)
            if len(others) == 2 and _another_place(names, unit, others):
                yield Lone(unit, others, surprise, agreement, another=True)
            elif len(others) == 2 and surprise > agreement and agreement <= _AGREEMENT:
                yield Lone(unit, others, surprise, agreement, farther)


def _another_place(names: ArticleNames, unit: Unit, others: Sequence[Unit]) -> bool:
    """Return whether a unit is the name of a place that neither of the others names.

    The other edition in the same script must spell it in another way.
    """
    places = {key for key in unit.entities if key.startswith(_PLACES)}
    if not places or any(other.entities for other in others):
        return False
    if any(other.text in named_by(sorted(places), other.language) for other in others):
        return False
    cyrillic = is_cyrillic(unit.text)
    alike = [other for other in others if is_cyrillic(other.text) == cyrillic]
    return len(alike) == 1 and names.spellings.surprise(unit, alike[0]) >= _LETTER


def _in_parts(side: Sequence[Unit]) -> bool:
    """Return whether a side has the name in several words: Kai-Fu for «Кайфу»."""
    names = [unit.name for unit in side]
    return len(set(names)) < len(names) and len({unit.spelling for unit in side}) > 1


def other_custom(one: Unit, two: Unit) -> bool:
    """Return whether the consonants of units differ only as customs of transliteration do."""
    alike = skeleton(one.text) == skeleton(two.text)
    return not alike and _by_custom(one.text) == _by_custom(two.text)


def _by_custom(word: str) -> str:
    """Return the consonants of a word, those made one that customs do not agree on.

    Arabic has a g that most write as a j, and sounds that are k or q, h or kh.
    """
    text = latin(word)
    for one, other in _CUSTOMS:
        text = text.replace(one, other)
    return text.translate(_VOWELS)


def _meant(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    """Return the word one letter away that fits the others best, if much better."""
    if surprise <= _LETTER or is_cyrillic(unit.text):
        return ""
    if listed(unit.text, unit.language) or known(unit.text, unit.language):
        return ""
    return _known_word(unit, others, surprise) or other_letter(unit, others, surprise)


def _known_word(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    fits = [
        (max(_fit(word, unit.language, other) for other in others), word)
        for word in sorted(known_among(_one_letter_away(unit.text.lower()), unit.language))
        if word + "s" != unit.text.lower()
    ]
    best, word = min(fits, default=(surprise, ""))
    return word if best <= surprise - _KNOWN else ""


def other_letter(unit: Unit, others: Sequence[Unit], surprise: float) -> str:
    """Return the Latin word with one letter replaced, not the last, that fits the others.

    `surprise` is that of the word itself; without such another one the answer is empty.
    Where English spells a sound in its own way, no other single letter makes a spelling
    that the others would be the usual transliteration of: Rangers, Schroeder, Kavanaugh.
    """
    if surprise < _REPLACED or unit.entities:
        return ""
    fits = [
        (max(_fit(word, unit.language, name) for name in others), word)
        for word, limit in _nearer(unit.text.lower(), others[0])
        if all(_corresponds(word, name, limit) for name in others)
    ]
    best, found = min(fits, default=(surprise, ""))
    return found if surprise - best >= _REPLACED else ""


def _nearer(word: str, name: Unit) -> Iterator[tuple[str, float]]:
    """Yield the words with one letter replaced, not the last, that have more of a name's letters.

    The letters are those of the name in Latin, in any case it may be of. With each comes
    the surprise up to which it must correspond.
    """
    parts = words_of(name.text) if name.several else (name.text,)
    forms = {latin(form) for part in parts for form in bases(part, name.language)}
    far = min(Levenshtein.distance(word, form) for form in forms)
    for i, old in enumerate(word[:-1]):
        for new in {letter for form in forms for letter in form} - {old}:
            if (old, new) == _OTHER_CUSTOM:
                continue
            other = word[:i] + new + word[i + 1 :]
            if min(Levenshtein.distance(other, form) for form in forms) < far:
                yield other, _FAITHFUL if (old, new) in _OTHER_SOUND else _EXACT


def _corresponds(word: str, name: Unit, limit: float) -> bool:
    parts = words_of(name.text) if name.several else (name.text,)
    return any(corresponds(word, part, name.language, limit) for part in parts)


def _fit(word: str, language: str, other: Unit) -> float:
    parts = words_of(other.text) if other.several else (other.text,)
    return min(surprise_of(word, language, part, other.language) for part in parts)


def _one_letter_away(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + c + b[1:] for a, b in cuts if b for c in ascii_lowercase),
        *(a + c + b for a, b in cuts for c in ascii_lowercase),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
    }
