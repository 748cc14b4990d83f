"""Options of checks: what a newsroom may set, declared next to the check that heeds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

T = TypeVar("T", bound="int | float | tuple[str, ...]")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One thing that can be set about a check; the type of the default is its type."""

    name: str
    """Kebab-case, as a configuration file has it."""
    default: T
    about: str
    """What it does, in a sentence or two."""
    least: float = 0
    """The least number allowed; nothing for a list of words."""
    most: float | None = None
    """The greatest number allowed; None where there is no limit."""

    @property
    def allowed(self) -> str:
        """Return what a value must be, in a few words that go behind "must be"."""
        if isinstance(self.default, tuple):
            return "a list of words or names"
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        if self.most is None:
            return f"{kind} from {self.least:g}"
        return f"{kind} from {self.least:g} to {self.most:g}"

    def read(self, value: object) -> T:
        """Return the value that a configuration file gives.

        Raises:
            ValueError: it is not what `allowed` says.
        """
        found = self._words(value) if isinstance(self.default, tuple) else self._number(value)
        if found is None:
            raise ValueError(self.allowed)
        return cast("T", found)

    def _words(self, value: object) -> tuple[str, ...] | None:
        if isinstance(value, list | tuple) and all(isinstance(v, str) and v.strip() for v in value):
            return tuple(value)
        return None

    def _number(self, value: object) -> int | float | None:
        whole = isinstance(self.default, int)
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
            return None
        within = self.least <= value and (self.most is None or value <= self.most)
        return (value if whole else float(value)) if within else None  # NaN is not within
