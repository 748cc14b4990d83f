"""What is found out about a sentence, remembered while the edition it stands in is read.

Several extractors ask for the same of every sentence, one after the other: all of a long
edition must be remembered, and hardly anything of the article before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

from transcheck.limits import REMEMBERING_FEW, REMEMBERING_MOST

T = TypeVar("T")


_MEMOS: list[_lru_cache_wrapper[Any]] = []


def of_sentences(work: Callable[..., T]) -> _lru_cache_wrapper[T]:
    """Return a function about a sentence that remembers what it returned."""
    memo = lru_cache(maxsize=REMEMBERING_MOST)(work)
    _MEMOS.append(memo)
    return memo


def begin_edition() -> None:
    """Forget the sentences of other editions, where they are many."""
    for memo in _MEMOS:
        if memo.cache_info().currsize > REMEMBERING_FEW:
            memo.cache_clear()
