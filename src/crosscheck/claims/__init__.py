"""Claims as written become claims as read, and these become items.

`sources` says who speaks and when, `kinds` what undeclared attributes measure, `values` reads one value on the axis of
its attribute, `reader` reads claims into rows, and `items` groups rows by what they speak of.
"""
