"""The tables of screen names translate every label of the contract, both ways."""

import re

from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages import search
from unimicro_schema.build.pages.screens import called, labelled, tables
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
    by_label, by_name, _ = re.findall(r"start:\w+\] -->\n\n(.*?)\n\n<!--", tables(contract), re.DOTALL)
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
    for row in (*labelled(contract), *called(contract)):
        file, _, anchor = row.place.partition("#")
        entity = re.fullmatch(r"entities/(\w+)\.md", file)
        if entity:
            names = map(str.lower, ["", *contract.schemas[entity[1]]["properties"]])
            assert anchor.removeprefix("property-") in names
        elif anchor:
            assert anchor in map(str.lower, contract.schemas)
        else:
            assert file in {f"operations/{operation.id}.md" for operation in contract.operations}


def test_every_other_norwegian_word_is_in_its_table_and_found_at_its_entity(contract: Contract) -> None:
    declared: list[str] = []
    for file, value in contract.source.files.items():
        for _, node in walk(value):
            words = node.get("x-norwegian", []) if isinstance(node, dict) else []
            declared += words
            entity = file.removeprefix("schemas/").removesuffix(".yaml")
            assert not words or set(words) <= set(search.labels(contract, entity)), entity
    assert declared
    assert sorted(row.label for row in called(contract)) == sorted(declared)
    by_word = tables(contract).partition("[start:words]")[2]
    assert [word for word in declared if f"| {word} |" not in by_word] == []


def test_every_other_english_word_is_found_at_its_entity(contract: Contract) -> None:
    declared: dict[str, list[str]] = {}
    for file, value in contract.source.files.items():
        for _, node in walk(value):
            words = node.get("x-english", []) if isinstance(node, dict) else []
            declared.setdefault(file.removeprefix("schemas/").removesuffix(".yaml"), []).extend(words)
    found = {entity: words for entity, words in declared.items() if words}
    assert found
    lost = {entity: {*words} - {*search.labels(contract, entity)} for entity, words in found.items()}
    assert [entity for entity, words in lost.items() if words] == []


def test_a_norwegian_word_is_not_a_label_of_the_same_property(contract: Contract) -> None:
    labels = {(row.label.lower(), row.place) for row in labelled(contract)}
    assert labels.isdisjoint((row.label, row.place) for row in called(contract))


def test_a_word_with_norwegian_letters_is_one_tag() -> None:
    assert search.front(1, "fødselsnummer", "KidAlias")["tags"] == ["fødselsnummer", "KidAlias", "kid", "alias"]
