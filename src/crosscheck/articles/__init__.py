"""Articles: what a text says, matched with the items of a workspace."""
