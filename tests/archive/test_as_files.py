"""However claims are kept, read and screened, the findings are the same."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from factories import Entry, c, document, workspace
from tables import ATTRIBUTES, table_files, without_places

VALUES = {
    "aid": ("$14 billion", "around $14 billion", "$14.6 billion", "at least $2 million", "€3 million"),
    "start": ("1999", "July 2000", "late 1990s", "2000-07-13"),
    "members": ("20,000", "about 20,000", "19,500", "7,000", "hundreds"),
    "groups": ("Norte, Sur", "Norte", "Este, Sur"),
    "status": ("open", "closed", "ajar"),
}
SUBJECTS = ("Plan Colombia", "plan Colombia", "The Plan Colombia", "Plan Columbia", "FARC", "F.A.R.C.", "Élan")
QUALIFIED = ({"by": "Ecuador"}, {"by": "ecuador", "stage": "given"}, {"stage": "planned"})


def any_claims(seed: int, count: int) -> list[Entry]:
    """Claims as they come, with and without ids, on a few items."""
    pick = random.Random(seed)
    made = []
    for number in range(count):
        attribute = pick.choice(list(VALUES))
        keys: dict[str, Any] = {"quote": f"words {pick.randint(1, 3)}"} if pick.random() < 0.3 else {}
        if pick.random() < 0.2:
            keys["id"] = f"claim-{number}"
        if pick.random() < 0.3:
            keys["said_by"] = pick.choice(("Uribe", "Pastrana"))
            keys |= {"stance": pick.choice(("asserts", "reports", "disputes"))} if pick.random() < 0.5 else {}
        if pick.random() < 0.3:
            keys["when"] = pick.choice(("2000", "2001/2003", "2002"))
        if pick.random() < 0.3:
            keys["scope"] = pick.choice(QUALIFIED)
        value = pick.choice(VALUES[attribute])
        if value != "€3 million":
            made.append(c(pick.choice("stuv"), pick.choice(SUBJECTS), attribute, value, **keys))
    return made


IN_LANGUAGES = [
    c("s", "Plan Colombia", "aid", "14 billion dollars"),
    c("t", "Plan Colombia", "aid", "15.000 millones de dólares", language="es"),
    c("u", "Plan Colombia", "cost", "2 mil millones de pesos", language="es-CO"),
    c("s", "Plan Colombia", "cost", "COP 2 billion"),
    c("s", "Plan Colombia", "start", "5 October 2025", id="begun"),
    c("t", "Plan Colombia", "start", "6 de octubre de 2025", language="es"),
    c("s", "FARC", "members", "about 20,000"),
    c("t", "FARC", "members", "20.000", language="es"),
    c("u", "FARC", "members", "25,000", language="es-MX"),
    c("s", "Attack", "deaths", "35 people killed"),
    c("t", "Attack", "deaths", "35 muertos", language="es"),
    c("u", "Attack", "deaths", "36 víctimas", language="es"),
    c("v", "FARC", "members", "veinte mil", language="es", read_as="19,000"),
]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_claim_in_a_language_of_its_own_is_read_alike_in_tables(format: str, tmp_path: Path) -> None:
    """The currency that `u` declares holds for its claim in another language, too."""
    claims = sorted(IN_LANGUAGES, key=lambda entry: entry.source)
    more = {"claims/sources.yaml": "source: {id: u, currency: COP, language: fr}\nclaims: []\n"}
    told = document(workspace(tmp_path / "yaml", claims, files=more))
    assert told.get("findings"), told
    found = document(workspace(tmp_path / "table", table_files(claims, format, tmp_path), files=more))
    assert json.dumps(without_places(found)) == json.dumps(without_places(told))
    agreed = {finding["attribute"] for finding in told["findings"] if finding["verdict"] == "agreement"}
    assert (found["summary"]["contradiction"], agreed) == (4, {"cost", "deaths", "members"}), told["findings"]


NAMES = """
United States: {aliases: [USA, {text: Estados Unidos, language: es}, {text: Estados Unidos, language: pt}]}
Norway: {aliases: [{text: Noruega, language: es}, {text: Norvegia, language: it}]}
Gustavo Petro: {aliases: [{text: el presidente Petro, language: es-CO}]}
given: {aliases: [{text: entregada, language: es}]}
"""
SPOKEN = """
source: {id: s, language: es-CO}
claims: []
"""
NAMED = {
    "aid": ("14.000 millones de dólares", "$14 billion", "$15 billion", "15 bilhões de dólares"),
    "groups": ("Estados Unidos y Noruega", "Noruega", "Norway, United States", "Noruega e Estados Unidos"),
    "said": ("no vamos a retroceder ni un paso", "we will not step back", "we will not step back now"),
    "change": ("-15%", "fell 15%", "rose 15%", "cayó un 15 %"),
}
NAMED_ATTRIBUTES = """
aid: {kind: money, unit: USD, separated_by: [by]}
groups: {kind: names}
said: {kind: quotation}
change: {kind: share}
"""


def named_claims(seed: int, count: int) -> list[Entry]:
    """Claims on subjects, of speakers and with scopes that are one only in some language."""
    pick = random.Random(seed)
    made = []
    for _ in range(count):
        attribute = pick.choice(list(NAMED))
        value = pick.choice(NAMED[attribute])
        language = "es" if " y " in value or any(sign in value for sign in "óá") or "mill" in value else "en"
        language = "pt" if " e " in value or "bilh" in value else language
        keys: dict[str, Any] = {"language": pick.choice((language, f"{language}-CO"))}
        if pick.random() < 0.3:
            keys["said_by"] = pick.choice(("el presidente Petro", "Gustavo Petro", "Lula"))
        if pick.random() < 0.4:
            keys["scope"] = {"by": pick.choice(("los Estados Unidos", "United States", "entregada", "given"))}
        if attribute == "groups" and pick.random() < 0.5:
            keys["exhaustive"] = "true"
        subject = pick.choice(("Estados Unidos", "los Estados Unidos", "USA", "Noruega", "Norway", "Norvegia"))
        made.append(c(pick.choice("stuv"), subject, attribute, value, **keys))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_names_in_a_language_are_the_same_in_tables(seed: int, tmp_path: Path) -> None:
    """Of `s`, whose language a file says, and of the others, of which each claim says its own."""
    format = ("csv", "jsonl", "parquet")[seed]
    claims = sorted(named_claims(seed, 60), key=lambda entry: entry.source)
    for entry in claims:
        if entry.source == "s" and entry.keys["language"].startswith("es"):
            del entry.keys["language"]
    files = {"rules/names.yaml": NAMES, "rules/attributes.yaml": NAMED_ATTRIBUTES, "claims/s-head.yaml": SPOKEN}
    told = document(workspace(tmp_path / "yaml", claims, files=files))
    found = document(workspace(tmp_path / "table", table_files(claims, format, tmp_path), files=files))
    assert json.dumps(without_places(found)) == json.dumps(without_places(told))
    assert {"United States", "Norway"} <= {finding["subject"] for finding in told["findings"]}


@pytest.mark.parametrize("seed", range(16))
def test_random_claims_have_the_same_findings_in_tables(seed: int, tmp_path: Path) -> None:
    """Of each format four; `test_random.py` has more ways in which claims can differ."""
    format = ("csv", "jsonl", "parquet", "mixed")[seed % 4]
    claims = sorted(any_claims(seed, 60), key=lambda entry: entry.source)
    if format == "mixed":
        claims = [entry for entry in claims[:-3] if entry.source != "u"] + [c("u", "X", "aid", "$1")] * 3
    told = document(workspace(tmp_path / "yaml", claims, attributes=ATTRIBUTES))
    files = table_files(claims, format, tmp_path)
    found = document(workspace(tmp_path / "table", files, attributes=ATTRIBUTES))
    assert json.dumps(without_places(found)) == json.dumps(without_places(told))
