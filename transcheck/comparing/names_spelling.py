"""Spellings that stand alone: one edition's form of a name against that of the two others."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_meant import LETTER, meant_word
from transcheck.comparing.names_passage import Cluster, NamePassage
from transcheck.comparing.names_units import Unit
from transcheck.naming.letters import is_cyrillic, latin, skeleton
from transcheck.naming.tables import named_by
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_PLACES = "cities:"
_FEWEST = 4
"""Letters below which a word is too short to be judged."""
_AGREEMENT = 12.0
"""Surprise up to which two editions agree on a spelling."""
_CUSTOMS = (("dzh", "g"), ("dj", "g"), ("j", "g"), ("q", "k"), ("kh", "h"))
"""Ways to write one consonant that are no mistakes, as two traditions have them."""
_VOWELS = str.maketrans("", "", "aeiouy")
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
                meant = "" if lone.another else meant_word(lone.unit, lone.others, lone.surprise)
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
    within, limit = names.spellings.surprise_within, _LEAST_MARGIN
    return (
        within(a, b, limit) <= limit
        and within(a, c, limit) <= limit
        and within(b, c, limit) <= limit
    )


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
    return len(alike) == 1 and names.spellings.surprise(unit, alike[0]) >= LETTER


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
