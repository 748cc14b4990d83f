"""Ukrainian to Russian and back, by apertium's rules (Debian package apertium-rus-ukr).

The package's own pipeline, but for one step: its statistical tagger crashes on some
sentences, so that of several readings of a word the first is taken.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

DATA = Path("/usr/share/apertium/apertium-rus-ukr")
READINGS = re.compile(r"\^([^/^$]*)/([^/^$]*)(?:/[^$]*)?\$")


def translate(texts: Sequence[str], source: str, target: str) -> list[str]:
    """Return the texts in the other language; unknown words stay as they are.

    Raises:
        FileNotFoundError: apertium-rus-ukr is not installed.
        ValueError: apertium returned another number of lines than it was given.
    """
    mode = DATA / f"{_code(source)}-{_code(target)}"
    rules = DATA / f"apertium-rus-ukr.{mode.name}"
    analysed = _pipe(
        "\n".join(texts) + "\n",
        ["apertium-destxt", "-n"],
        ["lt-proc", "-w", f"{mode}.automorf.bin"],
        ["cg-proc", "-w", f"{mode}.rlx.bin"],
    )
    translated = _pipe(
        READINGS.sub(r"^\2$", analysed),
        ["apertium-pretransfer"],
        ["lt-proc", "-b", f"{mode}.autobil.bin"],
        ["lrx-proc", "-m", f"{mode}.autolex.bin"],
        ["apertium-transfer", "-b", f"{rules}.t1x", f"{mode}.t1x.bin"],
        ["apertium-interchunk", f"{rules}.t2x", f"{mode}.t2x.bin"],
        ["apertium-postchunk", f"{rules}.t3x", f"{mode}.t3x.bin"],
        ["lt-proc", "-n", f"{mode}.autogen.bin"],
        ["lt-proc", "-p", f"{mode}.autopgen.bin"],
        ["apertium-retxt"],
    ).split("\n")[:-1]
    if len(translated) != len(texts):
        raise ValueError(f"{len(texts)} texts, but {len(translated)} translations")
    return translated


def _code(language: str) -> str:
    return {"uk": "ukr", "ru": "rus"}[language]


def _pipe(text: str, *commands: list[str]) -> str:
    data = text.encode()
    for command in commands:
        data = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, check=True, env=_environment()
        ).stdout
    return data.decode()


def _environment() -> dict[str, str]:
    return {"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"}
