"""Articles: the sentences of a text, the values, quotations and names in them, and the items that these speak of."""
