"""Values of a program: they are judged as they would be sent, and what would be lost on the way is refused with its place."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from helpers.node import executable

PROGRAM = """
import { runInNewContext } from "node:vm";
const { validate, checkQuery, explainError, minimalUpdate } = await import(process.argv[1]);
const customer = { OrgNumber: "914012708" };
const said = process.argv.slice(2).map((call) => {
  try {
    const given = eval(call);
    return given.findings ? given.findings.map(({ pointer, message }) => `${pointer} ${message}`) : [given.title ?? JSON.stringify(given)];
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
});
console.log(JSON.stringify(said));
"""

INSTEAD = "which JSON cannot hold; give text, a number, a list or a plain object"
A_NAME = "TypeError: the name of an operation is text, such as createCustomer, not of type"

JUDGED = [
    "validate({ OrgNumber: new String('914012708'), CreditDays: new Number(14) }, 'createCustomer')",
    "validate(new Map(Object.entries(customer)), 'createCustomer')",
    "validate(runInNewContext('({ OrgNumber: \"914012708\" })'), 'createCustomer')",
    "validate(runInNewContext('Uint8Array').from(Buffer.from(JSON.stringify(customer))), 'createCustomer')",
    "validate(new DataView(new TextEncoder().encode(JSON.stringify(customer)).buffer), 'createCustomer')",
    "validate(new (class { OrgNumber = '914012708' })(), 'createCustomer')",
    "validate({ OrgNumber: { toJSON: () => '914012708' } }, 'createCustomer')",
    "validate(new (class {})(), 'updateCustomer')",
]

REFUSED = {
    "validate(Promise.resolve(customer), 'updateCustomer')": "TypeError: the payload is of type Promise, which JSON cannot hold; await it",
    "minimalUpdate({ ID: 1 }, Promise.resolve({ ID: 1 }))": "TypeError: the payload is of type Promise, which JSON cannot hold; await it",
    "explainError(new Response('{}').text(), 400)": "TypeError: the payload is of type Promise, which JSON cannot hold; await it",
    "explainError(new Response('{}'), 400)": f"TypeError: the payload is of type Response, {INSTEAD}",
    "explainError()": f"TypeError: the payload is of type undefined, {INSTEAD}",
    "validate(new Blob(['{}']), 'updateCustomer')": f"TypeError: the payload is of type Blob, {INSTEAD}",
    "validate({ Info: new Set(['x']) }, 'updateCustomer')": f"TypeError: /Info is of type Set, {INSTEAD}",
    "validate({ Info: /x/ }, 'updateCustomer')": f"TypeError: /Info is of type RegExp, {INSTEAD}",
    "validate(new Error('x'), 'updateCustomer')": f"TypeError: the payload is of type Error, {INSTEAD}",
    "validate([, { ID: 1 }], 'bulkSaveCustomers')": "TypeError: /0 is of type undefined, which JSON cannot hold; leave it out",
    "validate({ CreatedAt: new Date('x') }, 'updateCustomer')": "TypeError: /CreatedAt is an invalid date, which JSON cannot hold; give a date or null",
    "validate({ Info: { '\\udc00': 1 } }, 'updateCustomer')": "TypeError: /Info has half of a character (a lone surrogate); give text without it",
    "validate({ Info: new Map([[1, 'x']]) }, 'updateCustomer')": "TypeError: /Info has a key of type number; keys of JSON are text",
    "validate(customer)": f"{A_NAME} undefined",
    "checkQuery('top=1', null)": f"{A_NAME} null",
    "checkQuery('top=1', { strict: true })": f"{A_NAME} object",
    "validate(customer, 'createCustomer', 201)": "TypeError: the options of validate are one object, { status, strict, readBack }, not of type number",
    "checkQuery('top=1', 'listCustomers', true)": "TypeError: the options of checkQuery are one object, { strict }, not of type boolean",
    "validate(customer, 'createCustomer', null)": "TypeError: the options of validate are one object, { status, strict, readBack }, not of type null",
}  # fmt: skip


@pytest.fixture(scope="module")
def said(package: Path) -> dict[str, str | list[str]]:
    """What each call gives: the findings of a report, or the error that it throws."""
    calls = [*JUDGED, *REFUSED]
    command = [executable(), "--input-type=module", "--eval", PROGRAM, (package / "index.js").as_uri(), *calls]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return dict(zip(calls, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("call", JUDGED)
def test_a_value_is_judged_as_it_would_be_sent(said: dict[str, str | list[str]], call: str) -> None:
    assert said[call] == []


@pytest.mark.parametrize("call", REFUSED)
def test_what_would_be_sent_as_something_else_is_refused(said: dict[str, str | list[str]], call: str) -> None:
    assert said[call] == REFUSED[call]
