"""Values as a TOML file has them."""

from __future__ import annotations

import json


def toml(value: object) -> str:
    """Return a value as a TOML file has it; of types that TOML has not, Python's writing."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            # Strings of TOML are those of JSON, DEL apart, which JSON lets stand as it is.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{toml(name)} = {toml(own)}' for name, own in value.items())}}}"
        case int() | float():
            return str(value)
    return repr(value)
