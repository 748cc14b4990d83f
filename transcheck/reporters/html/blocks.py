"""Data in a page: JSON that no text in it can break out of."""

from __future__ import annotations

import json


def block(name: str, value: object) -> str:
    """Return `value` as a script element of type ``application/json`` with the id `name`.

    A browser neither runs such an element nor reads markup in it; only ``</script`` and
    ``<!--`` mean something there (HTML Standard, 13.1.2), hence no ``<`` is left in it.
    """
    data = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = data.replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{data}</script>\n'
