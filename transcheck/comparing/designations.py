"""Whether two designations of two editions are of one model: digits exactly, letters as names."""

from __future__ import annotations

from functools import lru_cache

from transcheck.comparing.pairing import Likeness
from transcheck.facts.designations import Designation
from transcheck.limits import COMPARING_DESIGNATIONS_SHORT, COMPARING_DESIGNATIONS_TELLING
from transcheck.naming.distance import Verdict, verdict
from transcheck.naming.letters import latin

_SAME = Likeness(agrees=True, rank=0.0)
_UNLIKE = Likeness(agrees=False, rank=100.0)
_RIVALS = Likeness(agrees=False, rank=1.0, rival=True, far=True)
_OTHER_LETTERS = Likeness(agrees=True, rank=10.0, weak=True)
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХУІ", "ABEKMHOPCTXYI")


@lru_cache(maxsize=4096)
def compare_designations(
    left: Designation, left_language: str, right: Designation, right_language: str
) -> Likeness:
    """Return how two designations relate; the order of the two does not matter.

    A mark behind the digits that one edition leaves out is no difference: Т-72Б3, T-72.
    """
    same = left.digits == right.digits and _marks_agree(left.mark, right.mark)
    if _letters_agree(left.letters, left_language, right.letters, right_language):
        return _SAME if same else _RIVALS
    return (
        _OTHER_LETTERS if same and len(left.digits) >= COMPARING_DESIGNATIONS_TELLING else _UNLIKE
    )


def _marks_agree(left: str, right: str) -> bool:
    return not left or not right or bool(_ways(left) & _ways(right))


def _letters_agree(left: str, left_language: str, right: str, right_language: str) -> bool:
    if min(len(left), len(right)) <= COMPARING_DESIGNATIONS_SHORT:
        return bool(_ways(left) & _ways(right))
    return verdict(left, left_language, right, right_language) is not Verdict.DIFFERENT


def _ways(letters: str) -> frozenset[str]:
    """Return how letters are written in Latin ones: Х as Kh, and as the X that looks like it.

    Digits among them (the А3 of a Marder 1А3) stay as they are.
    """
    digits = "".join(filter(str.isdigit, letters))
    return frozenset({latin(letters) + digits, letters.upper().translate(_LOOKALIKES).lower()})
