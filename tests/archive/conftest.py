"""What the tests of tables share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from spark_cluster import QUICK_JAVA, cluster


@pytest.fixture(scope="session")
def spark_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one cluster for all tests that need a worker: starting it takes longer than most of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("JAVA_TOOL_OPTIONS", QUICK_JAVA)
        with cluster(tmp_path_factory.mktemp("spark")) as address:
            yield address
