"""Numerals: the numbers a sentence writes, in digits, in words or in both."""

from __future__ import annotations

from transcheck.facts.numerals.reading import read, read_text
from transcheck.facts.numerals.record import Form, Numeral, Written

__all__ = ["Form", "Numeral", "Written", "read", "read_text"]
