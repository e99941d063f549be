"""The tables of screen names translate every label of the contract, both ways."""

import re

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.screens import labelled, tables
from unimicro_schema.pointers import walk


def test_every_label_of_the_contract_is_in_both_tables(contract: Contract) -> None:
    declared = []
    for value in contract.source.files.values():
        for _, node in walk(value):
            if isinstance(node, dict):
                declared += [node["x-screen-label"]] if "x-screen-label" in node else []
                declared += filter(None, node.get("x-enum-screen-labels", []))
    assert declared
    assert sorted(row.label for row in labelled(contract)) == sorted(declared)
    by_label, by_name = re.findall(r"start:\w+\] -->\n\n(.*?)\n\n<!--", tables(contract), re.DOTALL)
    for label in declared:
        assert f"| {label} |" in by_label
        assert f"| {label} |" in by_name


def test_a_property_is_named_by_its_path_from_the_customer(contract: Contract) -> None:
    names = {row.label: row.name for row in labelled(contract)}
    assert names["Fakturaadresse"] == "`Info.InvoiceAddress`"
    assert names["Poststed"] == "`Info.InvoiceAddress.City`"
    assert names["Organisasjonsnummer"] == "`OrgNumber`"
    assert names["Inaktiv"] == "`50001` InActive"
    assert names["Slett kunde"] == "`blockCustomer`"


def test_every_link_leads_to_a_page_and_an_anchor(contract: Contract) -> None:
    for row in labelled(contract):
        file, _, anchor = row.place.partition("#")
        entity = re.fullmatch(r"entities/(\w+)\.md", file)
        if entity:
            assert anchor.removeprefix("property-") in map(str.lower, contract.schemas[entity[1]]["properties"])
        elif anchor:
            assert anchor in map(str.lower, contract.schemas)
        else:
            assert file in {f"operations/{operation.id}.md" for operation in contract.operations}
