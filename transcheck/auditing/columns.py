"""Which columns of an archive's rows say what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields

from transcheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns; a row is one edition of an article."""

    article: str = "article"
    """What the editions of one article share: a slug, a number."""
    language: str = "language"
    text: str = "text"
    """Plain text; where a row has HTML too, that is read."""
    html: str = "html"
    """A page or the body of one."""
    title: str = "title"
    url: str = "url"
    date: str = "date"
    """The day of publication: a date, or text that begins with one as in ISO 8601."""
    given: frozenset[str] = field(default=frozenset(), compare=False)
    """The fields above that the user named: such a column must be there."""

    def check(self, there: Collection[str], file: str) -> None:
        """Make sure that a file has the columns.

        Raises:
            UsageError: one is missing; the message names those that there are.
        """
        wanted = {"article", "language"} | self.given
        missing = [getattr(self, f) for f in ROLES if f in wanted and getattr(self, f) not in there]
        if not missing and not {self.text, self.html} & set(there):
            missing = [f"{self.text} or {self.html}"]
        if missing:
            raise UsageError(
                f"{file} has no column {', '.join(missing)}; its columns: {', '.join(there)}",
                hint=f"say which column is what: --column {ROLES[0]}=NAME, also "
                f"{', '.join(ROLES[1:])}",
            )


ROLES = tuple(one.name for one in fields(Columns) if one.name != "given")
"""What columns can be named for."""


def columns_named(given: Sequence[str]) -> Columns:
    """Return the columns that ``ROLE=NAME`` texts name, the others by their usual names.

    Raises:
        UsageError: one is no such text, or a role is named twice.
    """
    named: dict[str, str] = {}
    for text in given:
        role, equals, name = text.partition("=")
        if role not in ROLES or not equals or not name or role in named:
            wrong = "is named twice" if role in named else "does not name a column"
            raise UsageError(
                f"--column {text} {wrong}", hint=f"write ROLE=NAME; roles: {', '.join(ROLES)}"
            )
        named[role] = name
    return Columns(**named, given=frozenset(named))
