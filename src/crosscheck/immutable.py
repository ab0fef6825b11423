"""Values that nobody changes, and of which a run makes millions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(cls: type[T]) -> type[T]:
    """Make a class a dataclass with slots that type checkers take for a frozen one.

    At run time nothing stands in the way of a change: a truly frozen one takes four times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
