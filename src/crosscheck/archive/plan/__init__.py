"""The plan: from the rows of all tables to the items that somebody has to look at, as SQL.

raw → attributes → voices → readings → times → lines → groups → items → verdicts → rows of suspects. A *line* is a claim
with what its words mean (lines.py). A *group* is all claims of one spelling, of which only what can be merged is kept:
least, greatest, any, all, how many (groups.py). An *item* is all groups of one key, with the reasons for which it is
suspect (suspicion.py), and a *verdict* is what that comes to (verdicts.py). The claims of suspects are found by what
their ids are made of (suspect_rows.py). Columns that no table has are left out when the SQL is made (shape.py). What an
engine does not know of words is read in Python, each different text once, and joined back (distinct.py).
"""
