"""Tables of claims (CSV, Parquet, JSON Lines): one relational plan finds what files and people have to look at.

scan.py makes a description of each file, plan/ the SQL, distinct.py reads different texts. An `Archive` has the steps:
tables.py (rows as one relation), attributes.py, reading.py (what they mean, and groups), then verdicts on items.
fetching.py and rows.py make claims of the rows that somebody asks for; remarks.py asks about names and titles of all.
The plan runs on DuckDB (duckdb.py) or on Apache Spark (spark.py); what differs between the two is in dialect.py.
"""
