"""The reference pages: what they say of the contract is right, and complete."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.facts import facts
from unimicro_schema.registry import published

WORDS = ("guide", "platform", "observed", "assumed")

# An entity, one of its properties, and the marks that are on its page, in order.
MARKS = [
    ("Customer", "ID", ["required"]),
    ("Customer", "CustomerNumber", ["may be absent"]),
    ("Customer", "CustomerNumberKidAlias", ["may be absent", "may be null"]),
    ("Customer", "OrgNumber", ["may be absent", "may be null"]),
    ("CustomerCreate", "ID", ["may be absent"]),
    ("Customer", "Info", ["may be absent", "may be null"]),
    ("Customer", "Sellers", ["may be absent"]),
    ("Customer", "CreatedAt", ["may be absent", "may be null", "read-only"]),
    ("Customer", "UpdatedBy", ["may be absent", "may be null", "read-only"]),
    ("Customer", "CustomerInvoiceReminderSettingsID", ["may be absent", "may be null", "deprecated"]),
    ("Customer", "_links", ["may be absent", "seen in responses only"]),
    ("Phone", "Type", ["may be absent", "recommended"]),
    ("Phone", "_createguid", ["may be absent", "may be null", "seen in requests only"]),
    ("ServerError", "Message", ["required", "may be null"]),
    ("ReportDefinition", "ID", ["required"]),
]


@pytest.fixture(scope="module")
def reference(root: Path) -> Path:
    """The folder of the pages."""
    return root / "docs" / "reference"


def page(reference: Path, name: str) -> str:
    folder = next(folder for folder in ("entities", "errors") if (reference / folder / f"{name}.md").is_file())
    return (reference / folder / f"{name}.md").read_text(encoding="utf-8")


def entry(text: str, name: str) -> str:
    """What a page says of one property, without the indentation of a closed list."""
    lines = [line.strip() for line in text.splitlines()]
    start = lines.index(f"### `{name}` {{ #property-{name.lower()} }}")
    end = next((i for i, line in enumerate(lines) if i > start and line.startswith(("### ", "???", "Is some"))), None)
    return "\n".join(lines[start:end])


@pytest.mark.parametrize(("entity", "name", "marks"), MARKS)
def test_a_property_has_the_marks_of_the_contract(reference: Path, entity: str, name: str, marks: list[str]) -> None:
    assert re.findall(r'<span class="mark[^"]*">([^<]+)</span>', entry(page(reference, entity), name)) == marks


def shown(text: str) -> str:
    """A description as pages have it: with the marks of its sentences as those of facts."""
    return re.sub(r" \((guide|platform|observed|assumed)\)", r' <span class="provenance \1">\1</span>', text)


def test_every_property_has_type_marks_provenance_and_description(reference: Path, contract: Contract) -> None:
    for entity, schema in contract.schemas.items():
        text = page(reference, entity) if "properties" in schema else ""
        for name, node in schema.get("properties", {}).items():
            found = entry(text, name)
            word = node["x-provenance"]
            assert f'<span class="provenance {word}">{word}</span>' in found, f"{entity}.{name}"
            assert shown(node["description"]) in found, f"{entity}.{name}"
            assert f"at most {node['maxLength']} characters" in found if "maxLength" in node else True, (
                f"{entity}.{name}"
            )
            required = name in schema.get("required", [])
            assert (">required<" in found, ">may be absent<" in found) == (required, not required), f"{entity}.{name}"
            assert (">read-only<" in found) == bool(node.get("readOnly")), f"{entity}.{name}"
            nullable = {"type": "null"} in node.get("anyOf", []) or "null" in node.get("type", [])
            assert (">may be null<" in found) == nullable, f"{entity}.{name}"


def test_a_deprecated_property_names_its_replacement_and_a_foreign_key_its_object(
    reference: Path, contract: Contract
) -> None:
    linked = 0
    for entity, schema in contract.schemas.items():
        for name, node in schema.get("properties", {}).items():
            found = entry(page(reference, entity), name)
            for key in ("x-replaced-by", "x-foreign-key", "x-not-repeated-in"):
                if key in node:
                    assert f"[`{node[key]}`](#property-{node[key].lower()})" in found, f"{entity}.{name}"
                    linked += 1
            if key := node.get("x-foreign-key"):
                assert f"in [`{name}`](#property-{name.lower()})" in entry(page(reference, entity), key), (
                    f"{entity}.{key}"
                )
    assert linked > 50


def test_a_property_that_takes_codes_says_what_they_mean(reference: Path, contract: Contract) -> None:
    seen = set()
    for entity, schema in contract.schemas.items():
        for name, node in schema.get("properties", {}).items():
            for item in (node, *node.get("anyOf", [])):
                enum = item.get("$ref", "").rpartition("/")[2]
                for code, meaning in zip(*map(contract.schemas.get(enum, {}).get, _CODES, ([], [])), strict=True):
                    link = f"[`{code}`](../codes.md#{enum.lower()}-{code})"
                    assert re.search(
                        rf"- {re.escape(link)} \*\*\w+\*\*: {re.escape(shown(meaning))}",
                        entry(page(reference, entity), name),
                    )
                    seen.add(enum)
    assert seen == {name for name, node in contract.schemas.items() if "enum" in node}


_CODES = ("enum", "x-enum-descriptions")


def test_every_operation_says_what_it_does_to_the_data(reference: Path, contract: Contract) -> None:
    for operation in contract.operations:
        text = (reference / "operations" / f"{operation.id}.md").read_text(encoding="utf-8")
        assert ("It is *safe*" in text) == (operation.method == "GET"), operation.id
        repeat = operation.node.get("x-repeat", {"description": "The same answer again.", "idempotent": None})
        word = {
            True: "*Idempotent.* ",
            False: "*Not idempotent.* ",
            "unknown": "*Not known to be idempotent.* ",
            None: "",
        }[repeat["idempotent"]]
        assert f":   {word}{shown(repeat['description'])}" in text, operation.id
        assert ("Status afterwards" in text) == ("x-status-after" in operation.node), operation.id
        for note in operation.node.get("x-notes", []):
            assert f"- {shown(note['description'])} <span" in text, operation.id
        for file, title in operation.node["x-guide"].items():
            assert f"[{title}](../../guide/{file})" in text, operation.id


def test_the_title_of_a_guide_page_is_the_one_that_it_has(root: Path, contract: Contract) -> None:
    nodes = [operation.node for operation in contract.operations] + list(contract.schemas.values())
    named = {(file, title) for node in nodes for file, title in node.get("x-guide", {}).items()}
    for file, title in sorted(named):
        lines = (root / "docs" / "guide" / file).read_text(encoding="utf-8").splitlines()
        assert f"# {title}" in lines, f"x-guide: {file} has another title; correct it in openapi/"


def test_every_page_of_facts_names_its_source_and_leads_to_the_form(reference: Path, contract: Contract) -> None:
    pages = [
        *(reference / "operations").iterdir(),
        *(reference / "entities").iterdir(),
        *(reference / "errors").iterdir(),
    ]
    for path in pages:
        if path.name != "index.md":
            name = f"{path.parent.name}/{path.stem}"
            last = path.read_text(encoding="utf-8").split("\n\n")[-1].replace("\n", " ")
            found = re.search(
                r"\?page=([\w/]+)\)\. The facts of this page come from `openapi/([\w./-]+)(?:#([^`]+))?`", last
            )
            assert found, name
            assert found[1] == name
            assert contract.source.at(found[2], found[3] or "")["description"], name


@pytest.mark.parametrize("way", ["url", "email"])
def test_the_form_gives_the_address_that_the_contract_has(contract: Contract, way: str) -> None:
    from unimicro_schema.build.pages import report

    assert "have not published a contact" in report.page(contract)
    address = {"url": "https://example.no/reports", "email": "feil@example.no"}[way]
    info = contract.bundle["info"] | {"contact": {"name": "The maintainers", way: address}}
    told = report.page(Contract(contract.bundle | {"info": info}, contract.operations, contract.source))
    assert f"The maintainers: <{address}>." in told
    assert "have not published a contact" not in told


def declared(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every node of the contract's files that says how it is known, read without the build."""
    for path in sorted((root / "openapi").rglob("*.yaml")):
        waiting = [yaml.safe_load(path.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                if "x-provenance" in node and "x-actions" not in node and isinstance(node["x-provenance"], str):
                    yield path.stem, node
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node


def numbers(reference: Path, title: str) -> dict[str, list[str]]:
    """The rows of one table of the page of numbers, by their first cells without links."""
    text = (reference / "health.md").read_text(encoding="utf-8").split(f"## {title}")[1].split("\n## ")[0]
    lines = [line[1:-1].split("|") for line in text.splitlines() if line.startswith("| ")][2:]
    rows = [[re.sub(r"\[([^]]+)]\([^)]+\)|\*\*|`", r"\1", cell).strip() for cell in line] for line in lines]
    return {first: rest for first, *rest in rows}


def test_the_numbers_of_how_facts_are_known_are_those_of_the_files(root: Path, reference: Path) -> None:
    rows = numbers(reference, "How the facts are known")
    total = [int(number) for number in rows.pop("All")]
    assert total == [sum(int(row[index] or 0) for row in rows.values()) for index in range(len(WORDS))]
    nodes = [node for _, node in declared(root) if not node.get("x-abstract")]
    for index, word in enumerate(WORDS):
        marked = sum(node.get("description", "").count(f"({word})") for node in nodes)
        marked += sum(item.count(f"({word})") for node in nodes for item in node.get("x-enum-descriptions", []))
        limits = sum(node.get("x-limit-provenance") == word for node in nodes)
        assert total[index] >= marked + limits, word
        assert marked + limits > 0, word


def test_a_limit_a_null_a_name_of_a_code_and_a_sentence_show_how_just_they_are_known(reference: Path) -> None:
    badge = '<span class="provenance {0}">{0}</span>'.format
    line = entry(page(reference, "Address"), "PostalCode")
    assert f"at most 100 characters {badge('platform')} ·" in line
    assert line.splitlines()[2].endswith(badge("guide"))
    seller = entry(page(reference, "Customer"), "DefaultSellerID")
    assert f"Send `0` to clear it {badge('observed')}." in seller
    codes = (reference / "codes.md").read_text(encoding="utf-8")
    assert f"| `0`{{ #onconflict-0 }} {badge('guide')} | Replace {badge('platform')} | " in codes
    assert f"The platform's rule replaces the company's {badge('assumed')}." in codes


BESIDE_NULL = [
    ("Customer", "OrgNumber", "observed"),
    ("BankAccount", "BusinessRelationID", "observed"),
    ("Account", "Description", "assumed"),
    ("Customer", "CustomerNumberKidAlias", None),
    ("Customer", "_createguid", "assumed"),
    ("ServerError", "Message", None),
]


@pytest.mark.parametrize(("entity", "name", "word"), BESIDE_NULL)
def test_how_it_is_known_that_a_request_may_have_null_is_beside_that_mark(
    reference: Path, entity: str, name: str, word: str | None
) -> None:
    found = re.search(
        r'>may be null</span>(?: <span class="provenance (\w+)">\1</span> ·)?', entry(page(reference, entity), name)
    )
    assert found
    assert found[1] == word


def test_every_mark_of_a_property_is_explained_and_every_explained_mark_is_used(reference: Path) -> None:
    pattern = re.compile(r'<span class="mark[^"]*">([^<]+)</span>')
    explained = set(pattern.findall((reference / "entities/index.md").read_text(encoding="utf-8")))
    pages = [
        path for folder in ("entities", "errors") for path in (reference / folder).glob("*.md") if path.stem != "index"
    ]
    used = {word for path in pages for word in pattern.findall(path.read_text(encoding="utf-8"))}
    assert explained == used


def test_a_page_says_that_a_request_takes_no_other_property_unless_the_contract_is_open_there(
    reference: Path, contract: Contract
) -> None:
    sentence = 'Any other property is an error when it is sent. <span class="provenance assumed">assumed</span>'
    closed = {fact.owner for fact in facts(contract) if fact.text.startswith("Any other property")}
    assert {"CustomerCreate", "Phone"} <= closed
    for path in (reference / "entities").glob("*.md"):
        assert (sentence in path.read_text(encoding="utf-8")) == (path.stem in closed), path.stem


def test_no_limit_is_counted_as_one_of_the_guide(contract: Contract) -> None:
    limits = [fact for fact in facts(contract) if re.match("It has at (most|least) ", fact.text)]
    assert len(limits) > 50
    assert {fact.provenance for fact in limits} == {"platform"}


def test_each_property_that_can_be_sent_counts_as_one_decision_about_null(contract: Contract) -> None:
    """Known from the guide where its sample has null, from code where a mark says so, and assumed by the rule elsewhere."""
    nulls = {fact.label: fact for fact in facts(contract) if "be sent as null" in fact.text}
    assert nulls["Customer.CreditDays"].provenance == "guide"
    assert nulls["Customer.Companies"].provenance == "observed"
    assert nulls["Customer.VatTypeID"].provenance == "assumed"
    assert nulls["Customer.CustomerNumber"].text == "May not be sent as null."
    assert nulls["Customer.CustomerNumber"].provenance == "assumed"
    assert all(fact.by_rule == (fact.provenance == "assumed") for fact in nulls.values())
    closed = {fact.owner for fact in facts(contract) if fact.text.startswith("Any other property is an error")}
    assert {"CustomerCreate", "CustomerUpdate", "Phone"} <= closed
    assert "Project" not in closed


def test_the_numbers_of_what_there_is_are_those_of_the_files(root: Path, reference: Path) -> None:
    schemas = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (root / "openapi/schemas").glob("*.yaml")]
    concrete = [node for node in schemas if not node.get("x-abstract")]
    enums = [node["enum"] for node in concrete if "enum" in node]
    own = [item for node in schemas for item in node.get("properties", {}).values()]
    generated = root / "tools/unimicro_schema/generated"
    payloads = published.examples()
    valid = [path for path in payloads if fits(path)]
    composed = [path for path in payloads if "/composed-" in path]
    rows = {name: cells[0] for name, cells in numbers(reference, "What there is").items()}
    plain = [item for item in own if {"string", "integer", "number", "boolean"} & set(kinds(item))]
    assert rows == {
        "Operations": str(len(json.loads((generated / "operations.json").read_bytes())["operations"])),
        "Entities and bodies": str(len(concrete) - len(enums)),
        "Enums": str(len(enums)),
        "Codes": str(sum(map(len, enums))),
        "Error bodies": str(sum("x-error" in node for node in concrete)),
        "Properties, each counted where it is declared": str(len(own)),
        "Properties with a description": f"{sum('description' in item for item in own)} of {len(own)}",
        "Plain properties with an example": f"{sum('examples' in item for item in plain)} of {len(plain)}",
        "Files of sample payloads": str(len(list((root / "openapi/examples").iterdir()))),
        "Examples of bodies, by hand": str(len(payloads) - len(composed)),
        "Examples of bodies, composed from those of the properties": str(len(composed)),
        "Examples of bodies that fit their schemas": f"{len(valid)} of {len(payloads)}",
    }


def kinds(node: dict[str, Any]) -> list[str]:
    found = node.get("type", [])
    return [found] if isinstance(found, str) else found


def fits(path: str) -> bool:
    """Whether a published example fits its published schema, by the reference implementation."""
    schema = json.loads(published.schema(path.rpartition("/")[0]))
    return bool(Draft202012Validator(schema).is_valid(json.loads(published.examples()[path])))


def test_the_numbers_of_each_operation_are_those_of_the_published_examples(root: Path, reference: Path) -> None:
    generated = root / "tools/unimicro_schema/generated"
    rows = numbers(reference, "Examples and errors of each operation")
    known = json.loads((generated / "operations.json").read_bytes())["operations"]
    shapes = json.loads((generated / "errors.json").read_bytes())["errors"]
    assert list(rows) == [operation["id"] for operation in known]
    for operation in known:
        sent, answers, covered, shown = rows[operation["id"]]
        paths = [path.split("/") for path in published.examples()]
        named = [body for name, body, file in paths if name == operation["id"] and not file.startswith("composed-")]
        errors = [status for status in operation["responses"] if status >= "400"]
        own = [shape["statuses"] for shape in shapes if operation["id"] in shape["operations"]]
        bodies = sum(status in statuses for statuses in own for status in errors)
        assert sent == (str(named.count("request")) if operation["request"] else "no body")
        answered = any(answer["body"] for status, answer in operation["responses"].items() if status < "400")
        assert answers == (str(sum(body.isdecimal() and body < "400" for body in named)) if answered else "no body")
        assert covered == f"{sum(named.count(status) > 0 for status in errors)} of {len(errors)}"
        assert shown == f"{sum(named.count(status) for status in errors)} of {bodies}"


def test_everything_assumed_is_an_open_question_with_a_link(root: Path, reference: Path) -> None:
    text = (reference / "open-questions.md").read_text(encoding="utf-8")
    listed = text.split("## Assumed")[1].split("## Not known")[0]
    wanted = []
    for _, node in declared(root):
        parts = re.split(r"(?<=[.!?])\s+", node.get("description", ""))
        plain = " ".join(part for part in parts if shown(part) == part)
        wanted += [plain] if plain and node["x-provenance"] == "assumed" else []
        wanted += [part.replace(" (assumed)", "") for part in parts if "(assumed)" in part]
    assert wanted
    for description in set(wanted):
        assert re.search(rf"^\| \[[^]]+]\([\w./#-]+\) \| {re.escape(description)} \|$", listed, re.MULTILINE), (
            description
        )
