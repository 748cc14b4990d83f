"""One JSON list written item by item, so that a report need not fit into memory."""

from __future__ import annotations

import json
from typing import IO


def dump(value: object) -> str:
    """Return `value` as JSON on one line, keys sorted, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


class JsonList:
    """A document that is, or ends in, one long list."""

    def __init__(self, stream: IO[bytes], head: str) -> None:
        """Write `head`, the document up to the list's opening bracket."""
        self._stream = stream
        self._before = ""
        self._write(f"{head}[")

    def add(self, item: object) -> None:
        """Write one item on a line of its own."""
        self._write(f"{self._before}\n{dump(item)}")
        self._before = ","

    def finish(self, tail: str) -> None:
        """Close the list and write `tail`, the rest of the document."""
        self._write(f"\n]{tail}\n")

    def _write(self, text: str) -> None:
        # What has no UTF-8 form never gets here as such; if it does, JSON can spell it.
        self._stream.write(text.encode("utf-8", "backslashreplace"))
