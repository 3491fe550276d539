"""How far a build is: stages and their steps, told to whoever shows them. What is shown changes no result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .spreading import Mapper, size

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Progress:
    """Takes note of stages and steps; this one keeps silent."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins that has `total` steps, None where that isn't known."""

    def step(self) -> None:
        """A step is done."""

    def counted(self, items: Iterable[_Item], name: str, total: int | None = None) -> Iterator[_Item]:
        """`items` as they are, each a step of the stage `name`."""
        self.stage(name, total)
        for item in items:
            yield item
            self.step()

    def mapper(self, inner: Mapper, name: str, then: str = "") -> Mapper:
        """`inner` as a stage; `then` is the stage that begins when its results are all there."""

        def over(function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
            yield from self.counted(inner(function, items), name, size(items))
            if then:
                self.stage(then)

        return over


SILENT = Progress()
