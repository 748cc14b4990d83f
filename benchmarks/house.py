"""Counts what makes the house large: modules, lines, small functions, classes of one name.

    python -m benchmarks.house            # of the package
    python -m benchmarks.house --list     # and where they are

Private functions that one place calls are often no help to a reader, and numbers in comparisons
are limits that nothing chose: those of a few common values, of lengths and places are left out.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import click

PACKAGE = Path(__file__).parent.parent / "transcheck"
PLAIN = frozenset({-1, 0, 1, 2, 3, 0.5})
"""Numbers that say nothing: none, one, a pair, three parts, a half."""
COUNTED = frozenset({4, 5, 10, 12, 20, 24, 31, 60, 100})
"""Numbers that readers of facts do not choose: what hours, months, years and words for numbers
are made of."""
DECIDING = (
    "aligning",
    "checks",
    "comparing",
    "detecting",
    "facts",
    "loading",
    "matching",
    "naming",
    "segmenting",
)
"""Packages that decide what is reported: their limits are in ``limits.py``."""
GIVEN = frozenset(
    {"BITS", "HASHES", "OFTEN", "_COMMON", "_CENTURY", "_DAY", "_FOUR_DIGITS", "_HALF_DAY",
     "_LAST_DAY", "_LEAP", "_LEAP_YEAR", "_LETTERS_END", "_NOON", "_ORDER", "ORDER",
     "_PLURAL_CARDINALS", "_QUARTER", "_ROUNDING", "_SAMPLES", "_SEED", "_SMALL"}
)  # fmt: skip
"""Numbers that nobody chooses: of the calendar, the clock, grammar, a file's layout, arithmetic."""
STANDARD = frozenset({"markup.py"})
"""Modules whose numbers a standard gives."""


@click.command()
@click.option("--list", "listed", is_flag=True, help="Say where everything is.")
def main(*, listed: bool) -> None:
    """Print the counts of the package."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in _modules()}
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in trees}
    nodes = [node for tree in trees.values() for node in ast.walk(tree)]
    functions = [f for f in nodes if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)]
    once, private = _used_once(trees)
    names = defaultdict[str, list[str]](list)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                names[node.name].append(_called(path))
    again = {name: places for name, places in names.items() if len(places) > 1}
    limits = [place for path, tree in trees.items() for place in _limits(path, tree)]
    single = [_called(path) for path, tree in trees.items() if _is_single(tree)]
    for label, count, found in (
        ("modules", len(trees), []),
        ("lines", sum(lines.values()), []),
        ("median lines of a module", int(median(lines.values())), []),
        ("functions", len(functions), []),
        ("median lines of a function", int(median(map(_length, functions))), []),
        ("private functions", private, []),
        ("of them used once", len(once), once),
        ("modules of one function", len(single), single),
        ("classes with the name of another", len(again), [f"{n}: {p}" for n, p in again.items()]),
        ("numbers in comparisons", len(limits), limits),
    ):
        click.echo(f"{label:<34} {count:>7,}")
        if listed:
            click.echo("".join(f"    {place}\n" for place in found), nl=False)


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _called(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function's body, without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


def _used_once(trees: dict[Path, ast.Module]) -> tuple[list[str], int]:
    """Return the private functions that one place names, and how many private ones there are."""
    once, private = [], 0
    for path, tree in trees.items():
        used = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        used += Counter(node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name[0] == "_" and node.name[1] != "_":
                private += 1
                if used[node.name] == 1:
                    once.append(f"{_called(path)}: {node.name}")
    return once, private


def _is_single(tree: ast.Module) -> bool:
    """Return whether a module is one public function, and no check, which is a file by rule."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return len(functions) == 1 and not classes and not functions[0].decorator_list


def scattered_limits() -> list[str]:
    """Return the numbers of the packages that decide which are not in ``limits.py``.

    They stand in comparisons, or have a name at the top of a module.
    """
    found: list[str] = []
    for path in _modules():
        if path.relative_to(PACKAGE).parts[0] in DECIDING and path.name not in STANDARD:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += _limits(path, tree)
            for node in tree.body:
                if isinstance(node, ast.Assign) and _is_number(node.value):
                    (target,) = node.targets
                    names = {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
                    if not names & GIVEN:
                        found.append(f"{_called(path)}:{node.lineno}: {', '.join(sorted(names))}")
    return found


def unexplained_limits() -> list[str]:
    """Return the limits behind which nothing stands that says what they are, or what chose them."""
    body = ast.parse((PACKAGE / "limits.py").read_text(encoding="utf-8")).body
    return [
        ast.unparse(node)
        for node, behind in zip(body, [*body[1:], None], strict=True)
        if isinstance(node, ast.Assign) and not isinstance(behind, ast.Expr)
    ]


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(_is_number, node.elts))
    if isinstance(node, ast.UnaryOp):
        return _is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) and _is_number(node.right)
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _limits(path: Path, tree: ast.Module) -> Iterator[str]:
    plain = PLAIN | COUNTED if path.is_relative_to(PACKAGE / "facts") else PLAIN
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for part in (node.left, *node.comparators):
                value = part.value if isinstance(part, ast.Constant) else None
                if isinstance(value, int | float) and value not in plain:
                    yield f"{_called(path)}:{node.lineno}: {value}"


if __name__ == "__main__":
    main()
