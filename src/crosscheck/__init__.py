"""crosscheck: cross-check curated claims and detect where sources contradict each other.

In a notebook:

    import crosscheck

    result = crosscheck.load("newsroom").check()
    for finding in result.failing:
        print(finding.verdict, finding.message)
    result.to_frame()          # pandas: one row a claim of a finding
    crosscheck.read("around $14 billion").stated

What cannot be used raises `crosscheck.InputError`, whose `problems` are all complaints at once. Names are loaded when
they are first used, so `import crosscheck` takes no time.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as mypy knows it: `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from crosscheck.api import (
        Claim,
        DraftClaim,
        Finding,
        ListedItem,
        Reading,
        Resolution,
        Result,
        Side,
        Workspace,
        check,
        load,
        read,
    )
    from crosscheck.model import Verdict
    from crosscheck.problems import InputError, Problem

__version__ = "0.2.0"

__all__ = [
    "Claim",
    "DraftClaim",
    "Finding",
    "InputError",
    "ListedItem",
    "Problem",
    "Reading",
    "Resolution",
    "Result",
    "Side",
    "Verdict",
    "Workspace",
    "__version__",
    "check",
    "load",
    "read",
]

if not TYPE_CHECKING:  # a checker of types takes names from above, and sees those that there are not

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from crosscheck import api

        return getattr(api, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
