"""Numbers as written: figures, number words, and what rounding and hedges leave open."""
