"""What all tests share: properties are not timed, and a CI run tries the same examples every time."""

from __future__ import annotations

import os
import signal
import tempfile

from hypothesis import HealthCheck, settings

from browser import chromium  # noqa: F401 - one fixture for all modules: playwright cannot be started twice

# The key of the cache is not that of the user who runs the tests.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="crosscheck-tests-")

# In the background of a script a shell has Ctrl-C ignored, which processes inherit: tests of it would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "crosscheck", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("crosscheck")
