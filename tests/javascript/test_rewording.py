"""One click applies the suggestion of the query tool, wherever the finding is, and loses nothing of the query."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from helpers.node import executable

PROGRAM = """
const { corrected } = await import(process.argv[1]);
const { checkQuery } = await import(process.argv[2]);
const findings = (text) => checkQuery(text).findings;
const first = (text) => findings(text).find(({ suggestion }) => suggestion !== null);
console.log(JSON.stringify(process.argv.slice(3).map((text) => corrected(text, first(text), findings))));
"""

CORRECTED = {
    "filter=Info.Nme eq 'x'": "filter=Info.Name eq 'x'",
    "filter=Nme eq 'x' and Foo eq 1": "filter=Info.Name eq 'x' and Foo eq 1",
    "filter=Nme%20eq%20'x'%20and%20Foo%20eq%201": "filter=Info.Name%20eq%20'x'%20and%20Foo%20eq%201",
    "filter=ID%20gt%201%20and%20Info.Nme%20eq%20%27x%27": "filter=ID%20gt%201%20and%20Info.Name%20eq%20%27x%27",
    "filter=Info.Name eq '\U0001f389' and Nme eq 'x'": "filter=Info.Name eq '\U0001f389' and Info.Name eq 'x'",
    "expand=Info.DefaultEmial,Dimensions": "expand=Info.DefaultEmail,Dimensions",
    "expand=Info.Name": "expand=Info",
    "expand=Info/Phones": "expand=Info.Phones",
    "expand=Info.Phones[0]": "expand=Info.Phones",
    "select=Info.Nme": "select=Info.Name",
    "select=Info.Name": "select=Info.Name&expand=Info",
    "orderby=Info.Nme desc": "orderby=Info.Name desc",
    "filter=StatusCode == 30001": "filter=StatusCode eq 30001",
    "filter=StatusCode eq 'Active'": "filter=StatusCode eq 30001",
    "filter=CustomerNumber eq '14'": "filter=CustomerNumber eq 14",
    'filter=Info.Name eq "x y"': "filter=Info.Name eq 'x y'",
    'filter=Info.Name eq "O\'Brien"': "filter=Info.Name eq 'O''Brien'",
    "filter=Info.Name eq 'O'Brien'": "filter=Info.Name eq 'O''Brien'",
    "filter=Info.Name like A%": "filter=Info.Name like 'A%'",
    "filter=Info.Name%20eq%20'50%'": "filter=Info.Name%20eq%20'50%25'",
    "filter=ID gt 1 && ID lt 9": "filter=ID gt 1 and ID lt 9",
    "filter=Info.DefaultEmail.EmailAddress+eq+%27a+b+c@d.no%27": "filter=Info.DefaultEmail.EmailAddress+eq+%27a%2Bb%2Bc@d.no%27",
    "https://a.no/api/biz/customer?top=1": "https://a.no/api/biz/customers?top=1",
    "expand=Info;Dimensions": None,
    "filter=ID in (1,2)": None,
}  # fmt: skip
"""A query, and what becomes of it; None where no suggestion can be applied without a guess."""


@pytest.fixture(scope="module")
def corrected(root: Path, package: Path) -> dict[str, str | None]:
    """Each query with the first suggestion applied."""
    module = (root / "docs" / "assets" / "tools" / "rewording.js").as_uri()
    command = [executable(), "--input-type=module", "--eval", PROGRAM, module, (package / "index.js").as_uri()]
    done = subprocess.run([*command, *CORRECTED], capture_output=True, text=True, check=True, encoding="utf-8")
    return dict(zip(CORRECTED, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("query", CORRECTED)
def test_a_suggestion_is_applied_where_the_finding_is(corrected: dict[str, str | None], query: str) -> None:
    assert corrected[query] == CORRECTED[query]
