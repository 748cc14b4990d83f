"""A registry: named things, each defined in a module of its own.

Checks, reporters, loaders and encoders are added by dropping one file into their
package: the file calls `Registry.add` when it is imported, and the registry
imports the package's modules the first time anything is looked up.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Generic, TypeVar

from transcheck.errors import UnknownNameError

T = TypeVar("T")


class Registry(Generic[T]):
    """Things of one kind by name, filled by importing the modules of one package."""

    def __init__(self, what: str, package: str) -> None:
        """Say what is registered (for messages) and which package's modules register it."""
        self._what = what
        self._package = package
        self._items: dict[str, T] = {}
        self._names: tuple[str, ...] = ()
        self._filled = False

    def add(self, name: str, item: T) -> T:
        """Register `item` under `name` and return it.

        Raises:
            ValueError: the name is taken; two files define the same thing.
        """
        if name in self._items:
            raise ValueError(f"two {self._what}s are named {name!r}")
        self._items[name] = item
        self._names = tuple(sorted(self._items))
        return item

    def get(self, name: str) -> T:
        """Return the item called `name`.

        Raises:
            UnknownNameError: there is none; the error lists the names there are.
        """
        self._fill()
        try:
            return self._items[name]
        except KeyError:
            raise UnknownNameError(self._what, name, self._items) from None

    def names(self) -> tuple[str, ...]:
        """Return all names, sorted."""
        self._fill()
        return self._names

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items in the order of their names."""
        return (self._items[name] for name in self.names())

    def _fill(self) -> None:
        if self._filled:
            return
        package = importlib.import_module(self._package)
        for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
            importlib.import_module(f"{self._package}.{module}")
        self._filled = True
