"""Articles: the sentences of a text, and the values, quotations and names that stand in them."""
