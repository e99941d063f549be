"""The forms in which the contract is exported: comparing them with the contract finds its changes, and only those."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import orjson
import pytest

from helpers.changes_cases import GONE, edited
from unimicro_schema import openapi
from unimicro_schema.changes import compare
from unimicro_schema.changes.forms import FormError, alike

pytestmark = pytest.mark.slow

Run = Callable[..., tuple[int, str, str]]

FORMS = [
    f"--openapi {version}{dereferenced}{codes}"
    for version, dereferenced, codes in product(("3.1", "3.0"), ("", " --dereferenced"), ("", " --open-codes"))
]
BUNDLE = "tools/unimicro_schema/generated/openapi.json"


def document(form: str) -> dict[str, Any]:
    """The contract in a form, named by the switches of the command."""
    return openapi.document(form.split()[1], dereferenced="--dereferenced" in form, open_codes="--open-codes" in form)


@pytest.mark.parametrize("name", ["contract.json", "contract.yaml"])
@pytest.mark.parametrize("form", FORMS)
def test_every_exported_form_is_the_contract_that_is_installed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("openapi", "--output", name, *form.split())[0] == 0
    assert run("diff", name) == (0, "no changes\n", "")
    assert run("diff", name, name) == (0, "no changes\n", "")


@pytest.mark.parametrize("form", FORMS)
def test_a_break_is_found_in_every_form(form: str) -> None:
    bundle = openapi.document()
    changed = edited(bundle, "/components/schemas/Phone/properties/Number/maxLength", 3)
    changed = edited(changed, "/paths/~1api~1biz~1customers~1{id}/delete", GONE)
    (phones, *_) = [change for change in compare(document(form), changed).changes if change.rule == "limit-tightened"]
    assert phones.new == "maxLength 3"
    assert "operation-removed" in {change.rule for change in compare(document(form), changed).breaks}


STEPS = ("--dereferenced", "3.0", "--open-codes")
PAIRS = [(one, two) for one in FORMS for two in FORMS if one < two]


def too_late(taken: set[str], other: set[str]) -> bool:
    """Whether a form lacks a step of the other, and has taken a later one."""
    return any(step in other - taken and taken.intersection(STEPS[at:]) for at, step in enumerate(STEPS))


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_two_forms_are_found_to_be_the_same_or_are_refused_by_name(one: str, two: str) -> None:
    # A step of an export cannot be made up for once a later one has been taken.
    steps = [{part for part in STEPS if part in form} for form in (one, two)]
    if any(too_late(taken, other) for taken, other in (steps, reversed(steps))):
        with pytest.raises(FormError, match="cannot be compared with one that is"):
            compare(document(one), document(two))
    else:
        assert compare(document(one), document(two)).changes == ()


def test_a_form_that_cannot_be_compared_is_exit_code_2_and_a_sentence(run: Run, tmp_path: Path) -> None:
    for name, form in (("older.json", "--openapi 3.0"), ("flat.json", "--openapi 3.1 --dereferenced")):
        (tmp_path / name).write_bytes(orjson.dumps(document(form)))
    code, out, err = run("diff", str(tmp_path / "older.json"), str(tmp_path / "flat.json"))
    assert (code, out) == (2, "")
    assert err == (
        "unimicro-schema: a contract that is OpenAPI 3.0 cannot be compared with one that is dereferenced; "
        "export both in one form\n"
    )


def test_a_contract_that_cannot_be_written_in_the_form_of_the_other_is_refused(root: Path) -> None:
    bundle = orjson.loads((root / BUNDLE).read_bytes())
    strange = edited(bundle, "/components/schemas/Phone/properties/Number/contentEncoding", "base64")
    with pytest.raises(FormError, match=r"OpenAPI 3\.0 cannot be compared with one that is OpenAPI 3\.1 as it was"):
        compare(document("--openapi 3.0"), strange)


def test_contracts_of_one_form_are_compared_as_they_are() -> None:
    old, new = document(FORMS[-1]), document(FORMS[-1])
    assert all(one is two for one, two in zip(alike(old, new), (old, new), strict=True))


def test_codes_that_are_new_are_no_form() -> None:
    bundle = openapi.document()
    without = edited(bundle, "/components/schemas/TermsType", {"type": "integer", "description": "A code."})
    rules = {change.rule for change in compare(without, bundle).changes}
    assert "enum-introduced" in rules
