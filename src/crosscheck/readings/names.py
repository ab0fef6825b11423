"""Where `Names`, `normalise` and `slug` were: rules of a workspace that import them from here work for one version."""

from __future__ import annotations

import warnings
from typing import Any

from crosscheck import vocabulary


def __getattr__(name: str) -> Any:
    found = getattr(vocabulary, name)
    warnings.warn(f"crosscheck.readings.names is crosscheck.vocabulary now: import {name} from there", FutureWarning, 2)
    return found
