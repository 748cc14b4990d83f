"""Lines that the runner of GitHub Actions would take for commands, made ordinary.

It obeys ``::command::`` at the start of any line of a job's log, and ``##[command]``
anywhere in it (`ActionCommand.cs` of actions/runner; actions/runner#4692). Its search for
them is that of .NET, which looks past characters without a shape of their own.
"""

from __future__ import annotations

import re
import unicodedata

_COMMAND = re.compile(r"^\s*:(?=:)|##(?=\[)")
_SHAPELESS = frozenset({"Cf", "Cc", "Mn", "Me"})


def breaks(line: str) -> list[int]:
    """Return the offsets at which a blank has to go into a line, so that it is no command."""
    kept = [
        offset
        for offset, character in enumerate(line)
        if character.isspace() or unicodedata.category(character) not in _SHAPELESS
    ]
    seen = "".join(line[offset] for offset in kept)
    return [kept[match.end()] for match in _COMMAND.finditer(seen)]


def ordinary(line: str) -> str:
    """Return a line of a log that is no command, whatever it says."""
    for offset in reversed(breaks(line)):
        line = f"{line[:offset]} {line[offset:]}"
    return line
