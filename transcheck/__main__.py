"""Run the command line: ``python -m transcheck``."""

from __future__ import annotations

import sys

from transcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
