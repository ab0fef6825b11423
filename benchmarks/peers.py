"""Other programs at crosscheck's question: which items hold two claims whose values do not meet.

    .venv-bench/bin/python benchmarks/peers.py NAME TABLE

Reads a Parquet table of claims on attributes that do not change, whose values are numbers, and prints the items that
conflict, one a line. Numbers of a table are points, so two of them meet if they are equal. Each peer is asked in the
way that suits it best.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Item = tuple[str, str]
"""Subject and attribute."""


def duckdb_pairs(table: Path) -> Iterable[Item]:
    """All pairs of claims on one item, by DuckDB's hash join; the condition is part of the join."""
    import duckdb

    return duckdb.execute(f"""
        SELECT DISTINCT l.subject, l.attribute
        FROM '{table}' AS l JOIN '{table}' AS r
        ON l.subject = r.subject AND l.attribute = r.attribute AND l.value < r.value
    """).fetchall()


def duckdb_groups(table: Path) -> Iterable[Item]:
    """No pairs: intervals meet if the highest low is below the lowest high, as crosscheck's own screen has it."""
    import duckdb

    return duckdb.execute(f"""
        SELECT subject, attribute FROM '{table}' GROUP BY subject, attribute HAVING min(value) < max(value)
    """).fetchall()


def pandas(table: Path) -> Iterable[Item]:
    """All pairs of claims on one item, merged, then compared."""
    import pandas

    claims = pandas.read_parquet(table, columns=["subject", "attribute", "value"])
    pairs = claims.merge(claims, on=["subject", "attribute"])
    apart = pairs[pairs["value_x"] < pairs["value_y"]]
    return apart[["subject", "attribute"]].drop_duplicates().itertuples(index=False, name=None)


def recordlinkage(table: Path) -> Iterable[Item]:
    """Blocked by subject and attribute, the values compared exactly."""
    import pandas
    import recordlinkage

    claims = pandas.read_parquet(table, columns=["subject", "attribute", "value"])
    index = recordlinkage.Index()
    index.block(["subject", "attribute"])
    compare = recordlinkage.Compare()
    compare.exact("value", "value", label="same")
    same = compare.compute(index.index(claims), claims)["same"]
    apart = same.index[same == 0].get_level_values(0).unique()
    return claims.loc[apart, ["subject", "attribute"]].drop_duplicates().itertuples(index=False, name=None)


def splink(table: Path) -> Iterable[Item]:
    """A deterministic link in DuckDB; its one blocking rule is the whole condition, so that only conflicts are made."""
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator
    from splink.blocking_rule_library import CustomRule

    connection = duckdb.connect()
    connection.execute(f"""
        CREATE TABLE claims AS SELECT row_number() OVER () AS unique_id, subject, attribute, value FROM '{table}'
    """)
    condition = "l.subject = r.subject AND l.attribute = r.attribute AND l.value <> r.value"
    settings = SettingsCreator(
        "dedupe_only",
        blocking_rules_to_generate_predictions=[CustomRule(condition)],
        additional_columns_to_retain=["subject", "attribute"],
    )
    linker = Linker(DuckDBAPI(connection).register("claims"), settings, log_level=None)
    pairs = linker.inference.deterministic_link().physical_name
    return connection.execute(f"SELECT DISTINCT subject_l, attribute_l FROM {pairs}").fetchall()


def pyshacl(table: Path) -> Iterable[Item]:
    """A graph of subjects with their values, and for each attribute a shape that allows one: sh:maxCount 1."""
    import duckdb
    from pyshacl import validate
    from rdflib import RDF, SH, BNode, Graph, Literal, Namespace

    subjects, attributes = Namespace("urn:subject:"), Namespace("urn:attribute:")
    claims, shapes = Graph(), Graph()
    for subject, attribute, value in duckdb.execute(f"SELECT subject, attribute, value FROM '{table}'").fetchall():
        claims.add((subjects[subject.replace(" ", "_")], attributes[attribute], Literal(value)))
    for attribute in set(claims.predicates()):
        shape, property = BNode(), BNode()
        shapes.add((shape, RDF.type, SH.NodeShape))
        shapes.add((shape, SH.targetSubjectsOf, attribute))
        shapes.add((shape, SH.property, property))
        shapes.add((property, SH.path, attribute))
        shapes.add((property, SH.maxCount, Literal(1)))
    _, report, _ = validate(claims, shacl_graph=shapes)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        subject, attribute = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        yield subject.removeprefix(subjects).replace("_", " "), attribute.removeprefix(attributes)


PEERS: dict[str, Callable[[Path], Iterable[Item]]] = {
    peer.__name__: peer for peer in (duckdb_pairs, duckdb_groups, pandas, recordlinkage, splink, pyshacl)
}


def main() -> None:
    name, table = sys.argv[1:]
    for subject, attribute in sorted(PEERS[name](Path(table))):
        print(f"{subject} / {attribute}")


if __name__ == "__main__":
    main()
