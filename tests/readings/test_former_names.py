"""Names that rules of workspaces may import or use for one version more; each warns and names the new one."""

from __future__ import annotations

import pytest

from readings.helpers import reading


def test_grain_is_precision() -> None:
    with pytest.warns(FutureWarning, match="precision"):
        assert reading("March 2024").grain == "month"
