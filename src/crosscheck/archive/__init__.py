"""Tables of claims (CSV, Parquet, JSON Lines): one relational plan finds what files and people have to look at.

scan.py makes a description of each file, plan.py the SQL, distinct.py reads different texts, suspects.py makes claims.
The plan runs on DuckDB (duckdb.py) or on Apache Spark (spark.py); what differs between the two is in dialect.py.
"""
