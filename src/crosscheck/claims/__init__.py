"""Claims as written become claims as read, and these become items.

`ids` names each claim, `reader` reads claims into rows, `values` one value on the axis of its attribute, and `items`
groups rows by what they speak of.
"""
