"""crosscheck: cross-check curated claims and detect where sources contradict each other."""

__version__ = "0.1.0"
