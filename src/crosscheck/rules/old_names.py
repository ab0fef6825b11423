"""What rules of workspaces were written with before `crosscheck.rules.api`: it works for one version, with a warning.

This module goes with the next version, and its two calls in `__init__` with it.
"""

from __future__ import annotations

import builtins
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

NEW_NAMES = {
    "ALIKE": "SIMILAR",
    "Categories": "CategoryComparator",
    "Given": "CombinedClaim",
    "NameSets": "NameSetComparator",
    "Number": "OptionValue",
    "OnAxis": "IntervalComparator",
    "Quotations": "QuotationComparator",
    "TOLD": "NAMED_CASES",
    "Values": "Comparator",
}
HOMES = (
    "crosscheck.comparing",
    "crosscheck.model",
    "crosscheck.problems",
    "crosscheck.readings",
    "crosscheck.relations",
)


def accept(module: ModuleType) -> None:
    """Let `module`, which has not run yet, import what is in `crosscheck.rules.api` from where it was."""
    vars(module)["__builtins__"] = {**vars(builtins), "__import__": _import}


def survey_of(module: ModuleType) -> Callable[..., Any] | None:
    """What `check_workspace` was called."""
    survey: Callable[..., Any] | None = getattr(module, "survey", None)
    if survey is not None:
        line = getattr(getattr(survey, "__code__", None), "co_firstlineno", 1)
        message = "survey(overview) is called check_workspace(overview) now"
        warnings.warn_explicit(message, FutureWarning, module.__file__ or "", line)
    return survey


def _import(name: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] = (), level: int = 0) -> Any:
    if fromlist and not level and ".".join(name.split(".")[:2]) in HOMES:
        api = import_module("crosscheck.rules.api")
        new = {old: NEW_NAMES.get(old, old) for old in fromlist}
        if all(hasattr(api, known) for known in new.values()):
            names = ", ".join(new.values())
            warnings.warn(f"import {names} from crosscheck.rules.api, not from {name}", FutureWarning, stacklevel=2)
            return SimpleNamespace(**{old: _WRAPPED.get(old, getattr(api, known)) for old, known in new.items()})
    return builtins.__import__(name, globals, locals, fromlist, level)


class _Finding:
    """Makes findings of rules that say `tell` for `identity_key`."""

    def __new__(cls, *parts: Any, **named: Any) -> Any:
        if "tell" in named:
            warnings.warn("tell= of a Finding is called identity_key= now", FutureWarning, stacklevel=2)
            named["identity_key"] = named.pop("tell")
        return import_module("crosscheck.rules.api").Finding(*parts, **named)


class _Compatible:
    """A comparator whose `compatible` is called `meet`."""

    def __init__(self, comparator: Any) -> None:
        self.differ, self.compatible = comparator.differ, comparator.meet


def _accepting_meet(name: str) -> Callable[..., Any]:
    """A function of the api whose last argument may be a comparator with `meet`."""

    def call(*arguments: Any) -> Any:
        *others, comparator = arguments
        if hasattr(comparator, "meet") and not hasattr(comparator, "compatible"):
            warnings.warn("meet(a, b) of a comparator is called compatible(a, b) now", FutureWarning, stacklevel=2)
            comparator = _Compatible(comparator)
        return getattr(import_module("crosscheck.rules.api"), name)(*others, comparator)

    return call


_WRAPPED = {"Finding": _Finding, **{name: _accepting_meet(name) for name in ("findings_of", "sides_of")}}
