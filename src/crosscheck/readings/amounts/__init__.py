"""Money, counts, shares, durations and quantities."""
