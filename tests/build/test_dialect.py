"""The rules of the contract: it breaks none, and a contract that breaks one is not built."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from unimicro_schema import cli
from unimicro_schema.build import dialect, names
from unimicro_schema.build.source import Source

# A rule, or `load` for what no rule is about; a file, the edit that breaks it; where it is reported, and a part of the message.
Case = tuple[str, str, str, str, str, str, str]
CASES: list[Case] = [
    ("described", "schemas/Phone.yaml", "What the number is for, in the user's words.", "''",
     "schemas/Phone.yaml", "/properties/Description", "has no description"),
    ("described", "schemas/Phone.yaml", "x-recommended: phone-type-missing\n    x-provenance: guide", "x-recommended: phone-type-missing",
     "schemas/Phone.yaml", "/properties/Type", "has no x-provenance"),
    ("marked", "schemas/Address.yaml", "    x-limit-provenance: platform\n", "",
     "schemas/Address.yaml", "/properties/AddressLine1", "has a limit, and the guide has none"),
    ("marked", "schemas/Phone.yaml", "    examples: [Sentralbord]", "    examples: [Sentralbord]\n    x-limit-provenance: platform",
     "schemas/Phone.yaml", "/properties/Description/x-limit-provenance", "a limit that the property does not have"),
    ("marked", "schemas/Phone.yaml", "other guides have one (platform).", "other guides have one (platfrom).",
     "schemas/Phone.yaml", "/properties/CountryCode/description", "has the mark (platfrom)"),
    ("marked", "parameters.yaml", "Write a quote inside the text twice (observed)", "Write a quote inside the text twice (*observed*)",
     "parameters.yaml", "/filter/description", "has the mark (*observed*)"),
    ("described", "parameters.yaml", "x-provenance: observed", "x-provenance: hearsay",
     "parameters.yaml", "/orderby", "has no x-provenance"),
    ("described", "paths/report-type.yaml", "  x-provenance: guide\n", "",
     "paths/report-type.yaml", "/get", "has no x-provenance"),
    ("unions", "schemas/BusinessRelation.yaml", '- $ref: Phone.yaml\n      - type: "null"', '- type: "null"\n      - $ref: Phone.yaml',
     "schemas/BusinessRelation.yaml", "/properties/DefaultPhone/anyOf", "must be a $ref and then"),
    ("unions", "schemas/BadRequest.yaml", "anyOf:", "oneOf:",
     "schemas/BadRequest.yaml", "/oneOf", "oneOf is not used here"),
    ("recognised", "schemas/MessageText.yaml", "{kind: string}", "{kind: text}",
     "schemas/MessageText.yaml", "/x-recognised-by/kind", "it must be the type of this schema, one of object, array, string"),
    ("recognised", "schemas/MessageText.yaml", "{kind: string}", "{kind: number}",
     "schemas/MessageText.yaml", "/x-recognised-by/kind", "is number"),
    ("recognised", "schemas/ValidationResult.yaml", "{keys: [Messages]}", "{keys: []}",
     "schemas/ValidationResult.yaml", "/x-recognised-by", "must have keys or any-key"),
    ("recognised", "schemas/ValidationResult.yaml", "{keys: [Messages]}", "{keys: [Messages], kind: object}",
     "schemas/ValidationResult.yaml", "/x-recognised-by", "must have keys or any-key"),
    ("recognised", "schemas/ValidationMessage.yaml", "[EntityType, Level]", "[EntityType, Levle]",
     "schemas/ValidationMessage.yaml", "/x-recognised-by/keys/1", "there is no property Levle in this schema"),
    ("recognised", "schemas/MessageObject.yaml", "[Message, message]", "[Massage, message]",
     "schemas/MessageObject.yaml", "/x-recognised-by/any-key", "names no property of this schema"),
    ("recognised", "schemas/BadRequest.yaml", "anyOf:\n", "anyOf:\n  - $ref: ValidationResult.yaml\n",
     "schemas/BadRequest.yaml", "/anyOf/2", "is never recognised, because schemas/ValidationResult.yaml before it"),
    ("recognised", "schemas/EchoedEntity.yaml", ", anywhere: _validationResults", "",
     "schemas/BadRequest.yaml", "/anyOf/4", "is never recognised, because schemas/EchoedEntity.yaml before it"),
    ("named", "schemas/Phone.yaml", "  Description:\n", '  "":\n',
     "schemas/Phone.yaml", "/properties/", "has the name ''; it must be a word of letters a-z, digits and _"),
    ("named", "schemas/Phone.yaml", "  Description:\n", "  __proto__:\n",
     "schemas/Phone.yaml", "/properties/__proto__", "after one _ at most"),
    ("named", "parameters.yaml", "name: customerKidAlias", "name: customer alias",
     "parameters.yaml", "/customerKidAlias/name", "must be a word of letters a-z, digits and _, and begin with a letter"),
    ("shown", "paths/report-type.yaml", "            reports:\n", "            ../reports:\n",
     "paths/report-type.yaml", "/get/responses/200", "the example ../reports must have a name of lowercase letters"),
    ("shown", "paths/customers-id.yaml", "        expanded:\n", "        The expanded:\n",
     "paths/customers-id.yaml", "/get/x-actions/0/x-requests", "the example The expanded must have a name"),
    ("keywords", "schemas/Phone.yaml", "examples: [Sentralbord]", "examples: [Sentralbord]\n    const: Sentralbord",
     "schemas/Phone.yaml", "/properties/Description/const", "is not used here; the keywords of the contract are $ref, additionalProperties"),
    ("keywords", "schemas/Phone.yaml", "type: object", "type: object\nnot: {required: [Nothing]}",
     "schemas/Phone.yaml", "/not", "is not used here"),
    ("keywords", "headers.yaml", "minimum:", "exclusiveMinimum:",
     "headers.yaml", "/count/schema/exclusiveMinimum", "is not used here"),
    ("keywords", "schemas/Entity.yaml", "format: date-time", "format: datetime",
     "schemas/Entity.yaml", "/properties/CreatedAt/format", "is datetime, which is not one of date-time, double, int32, uuid"),
    ("parameters", "parameters.yaml", "  in: query", "  in: cookie",
     "parameters.yaml", "/customerIdQuery/in", "is cookie; programs send parameters in path or query"),
    ("parameters", "parameters.yaml", "in: path\n  required: true", "in: path",
     "parameters.yaml", "/customerId", "add required: true"),
    ("parameters", "parameters.yaml", "{type: string, maxLength: 255, x-check: digits}", "{type: array, items: {type: string}}",
     "parameters.yaml", "/customerKidAlias/schema", "must be of one of the types boolean, integer, number, string"),
    ("parameters", "parameters.yaml", "{type: string, maxLength: 255, x-check: digits}", "{type: string, enum: ['770042']}",
     "parameters.yaml", "/customerKidAlias/schema", "or a $ref to an enum in schemas/"),
    ("placed", "openapi.yaml", "{reportType}", "{kind}",
     "paths/report-type.yaml", "/get/parameters/0", "/api/report/type/{kind} has no {reportType}"),
    ("placed", "openapi.yaml", "{reportType}", "{reportType}/{kind}",
     "paths/report-type.yaml", "/get", "has no parameter kind with in: path"),
    ("payloads", "paths/report-type.yaml", "        application/json:", "        application/xml:",
     "paths/report-type.yaml", "/get/responses/200", "has a body of application/xml; only application/json is described here"),
    ("acted", "paths/customers.yaml", "action: deactivate", "action: Activate",
     "paths/customers.yaml", "/put/x-actions/1", "Activate is that of another entry"),
    ("keywords", "schemas/Phone.yaml", "$ref: PhoneType.yaml", "$ref: Entity.yaml#/properties/ID",
     "schemas/Phone.yaml", "/properties/Type/$ref", "leads into a schema"),
    ("needed", "schemas/Customer.yaml", "required: [ID]", "required: [Id]",
     "schemas/Customer.yaml", "/required/0", "there is no property Id in this schema"),
    ("tagged", "paths/report-type.yaml", "tags: [Reports]", "tags: [Report]",
     "paths/report-type.yaml", "/get/tags/0", "Report is not one of the tags Customers"),
    ("sent", "paths/customers-id.yaml", "            expand: Info,Info.DefaultEmail", "            expend: Info",
     "paths/customers-id.yaml", "/get/x-actions/0/x-requests/expanded/query/expend", "is not a parameter of this operation"),
    ("identities", "paths/report-type.yaml", "operationId: listReportsByType", "operationId: deletecustomer",
     "paths/report-type.yaml", "/get/operationId", "ids are unique, whatever their case"),
    ("load", "openapi.yaml", "servers:\n", "servers:\n  - {url: 'https://{a}.example', description: One., variables: {a: {default: b}}}\n",
     "openapi.yaml", "/servers/0/variables/a", '"description" is a required property'),
    ("keywords", "schemas/Phone.yaml", 'type: [string, "null"]\n    description: What', "type: [string, integer]\n    format: int32\n    description: What",
     "schemas/Phone.yaml", "/properties/Description/type", "must be one type, beside which there may be null"),
    ("load", "paths/report-type.yaml", "              summary: The reports for invoices\n", "",
     "paths/report-type.yaml", "/get/responses/200/content/application~1json/examples/reports", '"summary" is a required property'),
    ("load", "paths/customers-id.yaml", "          summary: A customer with its name and e-mail address\n", "",
     "paths/customers-id.yaml", "/get/x-actions/0/x-requests/expanded", '"summary" is a required property'),
    ("load", "paths/report-type.yaml", "    - $ref: ../parameters.yaml#/reportTypePath\n", "    - {name: a, in: query, schema: {type: string}}\n",
     "paths/report-type.yaml", "/get/parameters/0", '"description" is a required property'),
    ("load", "schemas/MessageText.yaml", "message: [", "message: [nowhere, ",
     "schemas/MessageText.yaml", "/x-error/message/0", "is not as OpenAPI has it"),
    ("codes", "schemas/PhoneType.yaml", "[150101, ", "[Phone, ",
     "schemas/PhoneType.yaml", "/enum/0", "is not an integer"),
    ("codes", "schemas/PhoneType.yaml", "150103, 0]", "150103, null]",
     "schemas/PhoneType.yaml", "/enum/3", "an enum that may be null is anyOf"),
    ("codes", "schemas/PhoneType.yaml", "[150101, ", "[150102, ",
     "schemas/PhoneType.yaml", "/enum", "has 150102 more than once"),
    ("codes", "schemas/PhoneType.yaml", "[Phone, Mobile,", "[Mobile, Mobile,",
     "schemas/PhoneType.yaml", "/x-enum-varnames", "has Mobile more than once"),
    ("codes", "schemas/PhoneType.yaml", "[Phone, Mobile,", "[__proto__, Mobile,",
     "schemas/PhoneType.yaml", "/x-enum-varnames/0", "must be a word"),
    ("load", "examples/create-lead.json", "{", '{"StatusCode": 20001, ',
     "examples/create-lead.json", "", "not JSON: the key StatusCode appears twice"),
    ("components", "schemas/Phone.yaml", "examples: [Sentralbord]", "examples: [Sentralbord]\n    enum: [Sentralbord]",
     "schemas/Phone.yaml", "/properties/Description", "give it a file of its own"),
    ("components", "schemas/BusinessRelation.yaml", "items:\n      $ref: Phone.yaml", "items: {type: string}",
     "schemas/BusinessRelation.yaml", "/properties/Phones/items", "must be a $ref"),
    ("examples", "schemas/Phone.yaml", "    examples: [Sentralbord]\n", "",
     "schemas/Phone.yaml", "/properties/Description", "has no examples"),
    ("integers", "schemas/Phone.yaml", "type: integer\n    format: int32", "type: integer",
     "schemas/Phone.yaml", "/properties/BusinessRelationID", "add format: int32"),
    ("integers", "schemas/Customer.yaml", "type: number\n    format: double", "type: number",
     "schemas/Customer.yaml", "/properties/AcceptableDelta4CustomerPayment", "add format: double"),
    ("enums", "schemas/PhoneType.yaml", "[Phone, Mobile, Fax, NotSet]", "[Phone, Mobile, Fax]",
     "schemas/PhoneType.yaml", "/x-enum-varnames", "must have 4 entries"),
    ("neighbours", "schemas/Address.yaml", "x-foreign-key: BusinessRelationID", "x-foreign-key: RelationID",
     "schemas/Address.yaml", "/properties/BusinessRelation/x-foreign-key", "no property RelationID"),
    ("neighbours", "schemas/BusinessRelation.yaml", "x-not-repeated-in: Phones", "x-not-repeated-in: Phone",
     "schemas/BusinessRelation.yaml", "/properties/DefaultPhone/x-not-repeated-in", "no property Phone "),
    ("asked", "schemas/Entity.yaml", "x-asked-by: hateoas", "x-asked-by: hateos",
     "schemas/Entity.yaml", "/properties/_links/x-asked-by", "no parameter hateos"),
    ("bases", "schemas/Phone.yaml", "- $ref: EntityWithStatus.yaml", "- $ref: EntityWithStatus.yaml\n  - $ref: Entity.yaml",
     "schemas/Phone.yaml", "/allOf", "must hold one $ref"),
    ("bases", "schemas/Entity.yaml", "x-abstract: true", "x-abstract: true\nallOf: [{$ref: EntityWithStatus.yaml}]",
     "schemas/Entity.yaml", "/allOf", "cannot contain itself"),
    ("extensions", "schemas/Phone.yaml", "x-recommended:", "x-recomended:",
     "schemas/Phone.yaml", "/properties/Type/x-recomended", "is not an extension of the dialect"),
    ("extensions", "schemas/Customer.yaml", "x-check: org-number", "x-check: orgnumber",
     "schemas/Customer.yaml", "/properties/OrgNumber/x-check", "is orgnumber, which is not one of org-number, gln, email"),
    ("errors", "schemas/ServerError.yaml", "retry: ", "again: ",
     "schemas/ServerError.yaml", "/x-error/retry", "must be one of never"),
    ("errors", "schemas/MessageText.yaml", "  title: Bare text\n", "",
     "schemas/MessageText.yaml", "/x-error/title", "is missing"),
    ("identities", "paths/report-type.yaml", "summary: List reports by type", "summary: List reports by type.",
     "paths/report-type.yaml", "/get/summary", "without a full stop"),
    ("identities", "paths/report-type.yaml", "operationId: listReportsByType", "operationId: list-reports",
     "paths/report-type.yaml", "/get/operationId", "camelCase"),
    ("identities", "paths/report-type.yaml", "operationId: listReportsByType", "operationId: deleteCustomer",
     "paths/report-type.yaml", "/get/operationId", "ids are unique"),
    ("answers", "paths/report-type.yaml", '    "403": {$ref: ../responses.yaml#/Forbidden}\n', "",
     "paths/report-type.yaml", "/get/responses", "does not document 403"),
    ("identities", "paths/customers.yaml", "operationId: deactivateCustomer", "operationId: activateCustomer",
     "paths/customers.yaml", "/put/x-actions/1/operationId", "ids are unique"),
    ("answers", "paths/report-type.yaml", '    "200":', '    "302":',
     "paths/report-type.yaml", "/get/responses", "documents no success"),
    ("payloads", "responses.yaml", "examples:\n        not-found:", "x-provenance: guide\n      example:\n        not-found:",
     "paths/report-type.yaml", "/get/responses/404", "no named example"),
    ("identities", "paths/customers.yaml", "get:\n", "get:\n  parameters: []\n",
     "paths/customers.yaml", "/get/parameters", "belongs in the entries of x-actions"),
    ("described", "paths/report-type.yaml", "means that no report is chosen.\n      x-provenance: observed", "means that no report is chosen.",
     "paths/report-type.yaml", "/get/x-notes/1", "has no x-provenance"),
    ("guided", "paths/report-type.yaml", "  x-guide:\n    default-reports.md: Default reports\n", "",
     "paths/report-type.yaml", "/get", "has no x-guide"),
    ("guided", "paths/customers-id.yaml", "idempotent: true", "idempotent: maybe",
     "paths/customers-id.yaml", "/put", "has no x-repeat"),
    ("errors", "schemas/NotFound.yaml", "x-error:", "x-recognised-by: {kind: object}\nx-eror:",
     "schemas/NotFound.yaml", "/x-recognised-by", "belongs to error bodies"),
    ("directions", "schemas/Address.yaml", "$ref: BusinessRelation.yaml", "$ref: CustomerUpdate.yaml",
     "paths/customers-id.yaml", "/put/requestBody", "schemas/CustomerUpdate.yaml is part of an answer too"),
    ("used", "schemas/Phone.yaml", "$ref: PhoneType.yaml", "$ref: ReportType.yaml",
     "schemas/PhoneType.yaml", "", "is used by no operation"),
    ("used", "parameters.yaml", "hateoas:\n", "unheard: {name: unheard, in: query, description: None., schema: {type: string}, example: a, x-provenance: guide}\nhateoas:\n",
     "parameters.yaml", "/unheard", "is used by no operation"),
    ("used", "paths/report-type.yaml", "reports-invoice.json", "customers-none.json",
     "examples/reports-invoice.json", "", "is used by no operation"),
    ("payloads", "responses.yaml", "schemas/NotFound.yaml", "schemas/Phone.yaml",
     "paths/report-type.yaml", "/get/responses/404", "the schema of an error must have x-error"),
    ("payloads", "paths/customers.yaml", "schema: {$ref: ../schemas/KidAliasUsable.yaml}", "schema: {type: boolean}",
     "paths/customers.yaml", "/get/x-actions/1/responses/200", "must be a $ref, or a list of one"),
    ("overlaps", "paths/customers.yaml", "schema: {$ref: ../schemas/KidAliasUsable.yaml}", "schema: {type: array, items: {$ref: ../schemas/Phone.yaml}}",
     "paths/customers.yaml", "/get/x-actions/1/responses/200", "the body can be a list, and so can that of listCustomers"),
    ("neighbours", "schemas/Entity.yaml", "    x-role: id\n", "",
     "schemas/Address.yaml", "/properties/BusinessRelation/x-foreign-key", "BusinessRelation.yaml has no property with x-role: id"),
    ("identified", "schemas/CustomerCreate.yaml", ", Info.Name]", ", Info.Nam]",
     "schemas/CustomerCreate.yaml", "/x-identity/1", "Info.Nam does not lead to a property that is a string"),
    ("identified", "schemas/CustomerCreate.yaml", "[OrgNumber, ", "[ID, ",
     "schemas/CustomerCreate.yaml", "/x-identity/0", "ID does not lead to a property that is a string"),
    ("diagrams", "schemas/BusinessRelation.yaml", "x-diagram: relations-contact", "x-diagram: status",
     "schemas/BusinessRelation.yaml", "/x-diagram", "status is the name of the diagram of the statuses"),
    ("diagrams", "schemas/BusinessRelation.yaml", "x-diagram: relations-contact", "x-diagram: ../contact",
     "schemas/BusinessRelation.yaml", "/x-diagram", "lowercase letters and hyphens"),
    ("diagrams", "schemas/Link.yaml", "type: object", "type: object\nx-diagram: relations-link",
     "schemas/Link.yaml", "/x-diagram", "has nothing to show"),
    ("statuses", "schemas/CustomerStatus.yaml", "x-status-of: Customer", "x-status-of: Phone",
     "schemas/CustomerStatus.yaml", "/x-status-of", "name an entity with a property that holds it"),
    ("statuses", "schemas/PhoneType.yaml", "type: integer", "type: integer\nx-status-of: Phone",
     "schemas/PhoneType.yaml", "/x-status-of", "is on schemas/CustomerStatus.yaml too"),
    ("statuses", "schemas/CustomerStatus.yaml", "x-status-of: Customer\n", "",
     "paths/customers.yaml", "/put/x-actions/0/x-status-after", "is not a code of the enum that has x-status-of"),
    ("unused", "paths/customers.yaml", "[CustomerNumberKidAlias, CustomerNumber]", "[CustomerNumberKidAlias, Role]",
     "paths/customers.yaml", "/get/x-actions/1/x-unused-in", "names properties that no entity has together"),
    ("overlaps", "schemas/KidAliasUsable.yaml", "type: boolean", "x-open: true",
     "paths/customers.yaml", "/get/x-actions/1/responses/200", "the body can be a list, and so can that of listCustomers"),
    ("overlaps", "paths/customers.yaml", "                usable:\n", "                none:\n",
     "paths/customers.yaml", "/get/x-actions/1/responses/200", "the example none is not the example none of listCustomers"),
    ("overlaps", "parameters.yaml", "name: customerKidAlias", "name: top",
     "paths/customers.yaml", "/get/x-actions/1/parameters/0", "the parameter top is not the parameter top of listCustomers"),
    ("load", "schemas/Phone.yaml", "$ref: PhoneType.yaml", "$ref: PhoneTypes.yaml",
     "schemas/Phone.yaml", "/properties/Type/$ref", "PhoneTypes.yaml leads nowhere"),
    ("load", "paths/report-type.yaml", "parameters.yaml#/reportTypePath", "parameters.yaml#/kind",
     "paths/report-type.yaml", "/get/parameters/0/$ref", "#/kind leads nowhere"),
    ("load", "responses.yaml", "BadRequest:\n", "One: {$ref: '#/Other'}\nOther: {$ref: '#/One'}\nBadRequest:\n",
     "responses.yaml", "/One/$ref", "leads to itself"),
    ("load", "paths/report-type.yaml", "parameters.yaml#/reportTypePath", "parameters.yaml#reportTypePath",
     "paths/report-type.yaml", "/get/parameters/0/$ref", "parameters.yaml#reportTypePath leads nowhere"),
    ("load", "paths/report-type.yaml", "  operationId: listReportsByType\n", "",
     "paths/report-type.yaml", "/get", '"operationId" is a required property'),
    ("load", "openapi.yaml", "$ref: paths/report-type.yaml", "$ref: paths/report.yaml",
     "openapi.yaml", "/paths/~1api~1report~1type~1{reportType}/$ref", "leads nowhere"),
    ("load", "examples/create-lead.json", "", "<deleted>",
     "paths/customers.yaml", "/post/requestBody/content/application~1json/examples/lead/externalValue",
     "../examples/create-lead.json leads nowhere"),
    ("load", "examples/create-lead.json", "20001", "20002",
     "examples/create-lead.json", "/StatusCode", "does not fit createCustomer, request"),
    ("load", "schemas/Phone.yaml", "examples: [Sentralbord]", "examples: [Sentralbord, 7]",
     "schemas/Phone.yaml", "/properties/Description/examples/1", "does not fit"),
    ("load", "parameters.yaml", "example: 10\n", "example: ten\n",
     "parameters.yaml", "/top/example", "does not fit"),
    ("load", "headers.yaml", "example: ", "exampl: ",
     "headers.yaml", "/count", "has no example"),
]  # fmt: skip
NAMES = [f"{case[0]}: {case[5]} {case[6]}" for case in CASES]


def test_the_contract_breaks_no_rule(root: Path) -> None:
    assert dialect.problems(Source(root / "openapi")) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_broken_contract_is_reported_with_file_and_pointer_and_nothing_is_written(
    edited: Callable[[str, str, str], Path], case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = edited(*case[1:4])
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    assert cli.main(["build", "--root", str(checkout)]) == 1
    out, err = capsys.readouterr()
    _, _, _, _, file, pointer, message = case
    lines = [line for line in err.splitlines() if line.startswith(f"openapi/{file}#{pointer}: ") and message in line]
    assert len(lines) == 1, err
    assert out == ""
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "case", [case for case in CASES if case[0] != "load"], ids=[n for n in NAMES if n[:4] != "load"]
)
def test_the_rule_that_a_case_names_is_the_one_that_finds_it(
    edited: Callable[[str, str, str], Path], case: Case
) -> None:
    source = Source(edited(*case[1:4]) / "openapi")
    rule = next(rule for rule in dialect.RULES if rule.__name__ == case[0])
    assert (case[4], case[5]) in {(problem.file, problem.pointer) for problem in rule(source)}


def test_every_rule_has_a_case() -> None:
    assert {case[0] for case in CASES} == {rule.__name__ for rule in dialect.RULES} | {"load"}


def test_every_rule_says_in_a_sentence_what_it_asks_for() -> None:
    assert [rule.__name__ for rule in dialect.RULES if not (rule.__doc__ or "").endswith(".")] == []


@pytest.mark.parametrize("extension", sorted(dialect.EXTENSIONS))
def test_the_manual_explains_every_extension(root: Path, extension: str) -> None:
    manual = (root / "docs/toolkit/dialect.md").read_text(encoding="utf-8")
    assert f"`{extension}" in manual, f"docs/toolkit/dialect.md: the table of extensions lacks {extension}; add a row"


@pytest.mark.parametrize("name", ["None", "Field", "Model", "Uuid", "RootModel", "Report", "Record"])
def test_a_schema_is_not_called_as_something_else_in_python_or_in_typescript(
    edited: Callable[[str, str, str], Path], name: str
) -> None:
    folder = edited("schemas/Link.yaml", "type: object", "type: object") / "openapi"
    shutil.copy(folder / "schemas/Link.yaml", folder / f"schemas/{name}.yaml")
    assert [(problem.file, problem.pointer) for problem in names.named(Source(folder))] == [
        (f"schemas/{name}.yaml", "")
    ]


def test_a_checkout_without_a_contract_is_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "--root", str(tmp_path)]) == 2
    assert "there is no openapi/openapi.yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_problems_are_sorted_by_file_and_pointer_and_stand_once(edited: Callable[[str, str, str], Path]) -> None:
    checkout = edited("parameters.yaml", "x-provenance: observed", "x-provenance: hearsay")
    found = dialect.problems(Source(checkout / "openapi"))
    assert [(problem.file, problem.pointer) for problem in found] == [
        ("parameters.yaml", "/orderby"),
        ("parameters.yaml", "/orderby/x-provenance"),
    ]
