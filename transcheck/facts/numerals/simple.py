"""Numbers that stand alone, in digits or in one word: most are, and need no grammar."""

from __future__ import annotations

from transcheck.facts.exact import Exact
from transcheck.facts.numerals.atoms import Atoms
from transcheck.facts.numerals.record import Form, Numeral, Written

_DASHES, _POINTS = frozenset("-–"), frozenset(".,")
"""Marks that right before digits may be a sign or a decimal point."""
_SIGNED = "($€£…"
"""Marks that a minus may touch."""
_BEHIND = frozenset("/'-")
"""Marks behind digits that may go on with the number."""
_FORMS = {
    "cardinal": Form.CARDINAL,
    "collective": Form.COLLECTIVE,
    "ordinal": Form.ORDINAL,
}
"""Of words that are a whole number where no other one stands beside them."""


def read_simple(atoms: Atoms, i: int) -> tuple[Numeral, int] | None:
    """Return the number at the atom `i` and the index behind it, if nothing belongs to it.

    None says nothing: the grammar of numbers is to be asked.
    """
    before = atoms.texts[i - 1] if i else ""
    if before in atoms.lexicon.minus or not _ends(atoms, i):
        return None
    if atoms.kind(i) == "digits":
        if (before in _POINTS and atoms.touch(i - 1)) or (before in _DASHES and _signs(atoms, i)):
            return None
        value: Exact = int(atoms.texts[i])
        return _numeral(atoms, i, value, Form.CARDINAL, Written.DIGITS), i + 1
    entry = atoms.entries[i]
    if entry is None or entry.role not in _FORMS or entry.value.denominator != 1:
        return None
    if entry.role == "ordinal" and (
        before in atoms.lexicon.part_articles or atoms.text(i + 1) in atoms.lexicon.part_nouns
    ):
        # "A third of" and «п'яту частину» are fractions.
        return None
    if i and atoms.owners[i - 1] == atoms.owners[i]:
        return None
    return _numeral(atoms, i, entry.value, _FORMS[entry.role], Written.WORDS), i + 1


def _signs(atoms: Atoms, i: int) -> bool:
    """Return whether the dash before the digits at `i` may be a minus."""
    if not atoms.touch(i - 1):
        return False
    return i == 1 or not atoms.touch(i - 2) or atoms.texts[i - 2] in _SIGNED


def _ends(atoms: Atoms, i: int) -> bool:
    """Return whether what is behind the number at `i` surely is no part of it."""
    at = i + 1
    if at == len(atoms.texts):
        return True
    kind, text = atoms.kind(at), atoms.texts[at]
    if kind == "mark":
        if text in _POINTS:
            return at + 1 == len(atoms.texts) or atoms.kind(at + 1) != "digits"
        return text not in _BEHIND
    if kind == "digits" or atoms.entries[at] is not None or atoms.touch(i):
        return False
    return text not in atoms.lexicon.plus_starts


def _numeral(atoms: Atoms, i: int, value: Exact, form: Form, written: Written) -> Numeral:
    end, owner = atoms.ends[i], atoms.owners[i]
    return Numeral(
        atoms.starts[i], end, owner, owner + 1, value, value, form, written, 1, (value,), 1, "", end
    )
