"""The words and tables of words that the grammar knows: data only."""
