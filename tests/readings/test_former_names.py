"""Names that rules of workspaces may import or use for one version more; each warns and names the new one."""

from __future__ import annotations

import pytest

from crosscheck import vocabulary
from crosscheck.readings import names
from readings.helpers import reading


def test_names_are_vocabulary() -> None:
    with pytest.warns(FutureWarning, match=r"crosscheck\.vocabulary"):
        assert names.normalise is vocabulary.normalise


def test_grain_is_precision() -> None:
    with pytest.warns(FutureWarning, match="precision"):
        assert reading("March 2024").grain == "month"
