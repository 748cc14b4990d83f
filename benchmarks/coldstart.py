"""Where the time of a single run goes, from the start of the process to its end.

    python benchmarks/coldstart.py                          # transcheck diff of a fixture
    python benchmarks/coldstart.py --times 9 uk.html en.html ru.html

`transcheck diff` runs in fresh processes, in each of them twice: the second time nothing is left
to import or to load, so what it costs is the work itself. Milliseconds are the processor's, on
one core, of the process that used the least; each stretch counts once, at the innermost of the
rows that it belongs to. `tables` are word lists being read, `patterns` regular expressions being
compiled, `records` dataclasses being made, `garbage` Python's collector. Under the table: the
files that are read, and what it costs to do nothing but read them again, from the system's memory.
"""

from __future__ import annotations

import sys
import time

_STARTED = time.process_time()
"""First of all: what was used until here is the interpreter's."""

import functools  # noqa: E402
import gc  # noqa: E402
import importlib  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
from collections import defaultdict  # noqa: E402
from collections.abc import Callable, Iterator, Mapping, Sequence  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from typing import Any  # noqa: E402

CHILD = "--in-this-process"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
FIXTURE = [f"{ROOT}/fixtures/articles/homs/{language}.txt" for language in ("uk", "en", "ru")]
STAGES = ("load", "segment", "encode", "align", "extract", "compare", "report")
PREPARING = ("tables", "model", "dictionaries", "patterns", "records", "garbage")
WATCHED: Mapping[str, Mapping[str, str]] = {
    "re._compiler": {"compile": "patterns"},
    "dataclasses": {"_process_class": "records"},
    "transcheck.languages": dict.fromkeys(("read_words", "read_rows", "_read_texts"), "tables"),
    "transcheck.embedding.static": {"StaticEncoder.__init__": "model"},
    "transcheck.morphology": {"_analyser": "dictionaries", "_table": "dictionaries"},
    "transcheck.pipeline": {
        "collect": "load", "segment": "segment", "_encode": "encode", "_align": "align",
        "probes": "align", "find_cuts": "align", "extract": "extract", "run_checks": "compare",
    },
    "transcheck.cli.outputs": {"Delivery.article": "report", "Delivery.finish": "report"},
}  # fmt: skip
"""Functions whose time is counted apart, by module."""
Used = dict[str, float]


class Watch:
    """Adds up processor time by what is going on; of what goes on within it, the innermost."""

    def __init__(self) -> None:
        """Start with nothing used."""
        self.used: defaultdict[str, float] = defaultdict(float)
        self._doing = ["rest"]
        self._watched: set[tuple[str, str]] = set()
        self._since = time.process_time()

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Count the time until the end of the block as that of `what`."""
        self._count()
        self._doing.append(what)
        try:
            yield
        finally:
            self._count()
            self._doing.pop()

    def _count(self) -> None:
        now = time.process_time()
        self.used[self._doing[-1]] += now - self._since
        self._since = now

    def taken(self) -> Used:
        """Return what was used since the last time."""
        self._count()
        used = dict(self.used)
        self.used.clear()
        return used

    def around(self, what: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function whose time counts as that of `what`."""

        @functools.wraps(work)
        def timed(*args: Any, **options: Any) -> Any:
            with self.doing(what):
                result = work(*args, **options)
                return tuple(result) if hasattr(result, "__next__") else result

        return timed

    def watch_garbage(self) -> None:
        """Count the time that Python's collector takes."""
        within: list[Any] = []

        def collecting(phase: str, _info: object) -> None:
            if phase == "start":
                within.append(self.doing("garbage"))
                within[-1].__enter__()
            else:
                within.pop().__exit__(None, None, None)

        gc.callbacks.append(collecting)

    def watch_imports(self) -> None:
        """Count what modules need to be imported, and watch `WATCHED` in them."""
        for name in WATCHED:
            if name in sys.modules:
                self._watch(sys.modules[name], WATCHED[name])
        frozen: Any = vars(importlib)["_bootstrap"]
        real = vars(frozen)["_find_and_load"]  # called for what is not there yet

        def find_and_load(name: str, *rest: Any) -> Any:
            with self.doing(f"import {_package(name)}"):
                module = real(name, *rest)
            if name in WATCHED and name in sys.modules:
                self._watch(sys.modules[name], WATCHED[name])
            return module

        setattr(frozen, real.__name__, find_and_load)

    def _watch(self, module: Any, functions: Mapping[str, str]) -> None:
        for path, what in functions.items():
            *owners, name = path.split(".")
            owner = functools.reduce(getattr, owners, module)
            if (module.__name__, path) not in self._watched and hasattr(owner, name):
                self._watched.add((module.__name__, path))
                setattr(owner, name, self.around(what, getattr(owner, name)))


def _package(module: str) -> str:
    """Return what a module is counted as: stages of our own, packages of others."""
    own, *parts = module.split(".")
    if own == "transcheck":
        return ".".join((own, *parts[:1]))
    return "Python's own" if own.lstrip("_") in _STANDARD else own.lstrip("_")


_STANDARD = {name.lstrip("_") for name in sys.stdlib_module_names}


def child(files: Sequence[str]) -> None:
    """Run twice and print, as JSON, what was used."""
    watch = Watch()
    read: dict[str, None] = {}
    sys.addaudithook(lambda event, args: _note(read, event, args))
    watch.watch_imports()
    watch.watch_garbage()
    with watch.doing("rest"):
        from transcheck.cli.entry import main

        main(["diff", *files, "-o", f"terminal={os.devnull}", "--quiet"])
    first = {"interpreter": _STARTED, **watch.taken()}
    main(["diff", *files, "-o", f"terminal={os.devnull}", "--quiet"])
    again = watch.taken()
    seen = [path for path in read if os.path.isfile(path)]  # noqa: PTH113
    start = time.process_time()
    size = sum(len(_bytes(path)) for path in seen)
    reading = time.process_time() - start
    print(json.dumps([first, again, [len(seen), size, reading], time.process_time()]))


def _note(read: dict[str, None], event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(args[0], str) and args[0] != os.devnull:
        read[args[0]] = None
    elif event == "import" and args[1]:
        read[args[1]] = None


def _bytes(path: str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123 - no more modules than the run itself has
        return stream.read()


def main(files: Sequence[str], times: int) -> None:
    """Print the table of the process that used the least."""
    runs = [_run(files) for _ in range(times)]
    first, again, (number, size, reading), end = min(runs, key=lambda run: sum(run[0].values()))
    first["end of the process"] = end
    _table(first, again)
    print(f"\n{number} files are read, {size / 1e6:.0f} MB; to read them again: {_ms(reading)} ms")


def _run(files: Sequence[str]) -> tuple[Used, Used, tuple[int, int, float], float]:
    import subprocess

    command = [sys.executable, __file__, CHILD, *files]
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, **one}
    )
    assert process.stdout  # noqa: S101
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(command)}")
    first, again, read, until = json.loads(printed.splitlines()[-1])
    return first, again, read, max(0.0, used.ru_utime + used.ru_stime - until)


def _table(first: Used, again: Used) -> None:
    whole = sum(first.values())
    imports = {name: used for name, used in first.items() if name.startswith("import ")}
    print(f"{'':28} {'ms':>7} {'share':>6} {'again':>7}")

    def row(name: str, used: float, left: float = 0.0) -> None:
        print(f"{name:28} {_ms(used):>7} {used / whole:6.1%} {_ms(left):>7}")

    row("interpreter", first["interpreter"])
    row("imports", sum(imports.values()))
    few = 0.0
    for name, used in sorted(imports.items(), key=lambda one: -one[1]):
        if used < whole / 200:
            few += used
        else:
            row(f"  {name.removeprefix('import ')}", used)
    row("  others", few)
    for name in (*PREPARING, *STAGES, "rest", "end of the process"):
        row(name, first.get(name, 0.0), again.get(name, 0.0))
    row("all", whole, sum(again.values()))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f}"


if __name__ == "__main__":
    if CHILD in sys.argv:
        sys.path.insert(0, ROOT)
        child(sys.argv[2:])
    else:
        import argparse

        parser = argparse.ArgumentParser(
            description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        parser.add_argument("files", nargs="*", default=FIXTURE)
        parser.add_argument("--times", type=int, default=5, help="processes (default: 5)")
        options = parser.parse_args()
        main(options.files, options.times)
