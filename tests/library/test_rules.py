"""The table of rules has every rule that the code can break, so that no finding lacks its severity and its documentation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from unimicro_schema.rules import RULES, Rule

PACKAGE = Path(__file__).parents[2] / "tools/unimicro_schema"
MADE = {"Defect", "Finding", "Flaw", "Wrong", "broken", "finding"}  # what has the id of a rule as its first argument

# Where the id comes from another of these, or from the table itself.
PASSED_ON = {"defect.rule", "rule.id", "wrong.rule"}

# A module, the variable that holds the id, and where the variable gets it.
LOOKED_UP = {
    ("validation/walk.py", "rule"): "the table of the keywords of JSON Schema",
    ("query/flaws.py", "rule"): "whoever calls `broken`, which is one of these",
    ("rules.py", "rule"): "whoever calls `finding`, which is one of these",
    ("validation/advice.py", "rule"): "the contract: x-recommended",
}


def ids(module: ast.Module, argument: ast.expr) -> list[str]:
    """The ids that an argument can be, as far as the module writes them out."""
    if isinstance(argument, ast.IfExp):
        return [*ids(module, argument.body), *ids(module, argument.orelse)]
    if isinstance(argument, ast.Name):
        values = [
            node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == argument.id
        ]
        return [found for value in values for found in ids(module, value)]
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def calls() -> Iterator[tuple[str, str, list[str]]]:
    """Where something is made with the id of a rule: the file with the line, what is written there, and the ids that it can be."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ast.parse(path.read_bytes())
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE:
                rule = node.args[0] if node.args else next(item.value for item in node.keywords if item.arg == "rule")
                place = f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
                yield place, ast.unparse(rule), ids(module, rule)


CALLS = list(calls())


@pytest.mark.parametrize(
    ("place", "written", "rules"), CALLS, ids=[f"{place} {written}" for place, written, _ in CALLS]
)
def test_every_rule_that_the_code_names_is_in_the_table(place: str, written: str, rules: list[str]) -> None:
    assert [rule for rule in rules if rule not in RULES] == [], f"{place}: add the rule to rules.json"
    known = bool(rules) or written in PASSED_ON or (place.partition(":")[0], written) in LOOKED_UP
    assert known, f"{place}: {written} is not written out; say in this test where the id comes from, and test that"


def test_every_sentence_of_a_keyword_of_json_schema_is_in_the_table() -> None:
    from unimicro_schema.validation import walk

    argument, value = {"maxLength": 1, "minimum": 1, "maximum": 1, "pattern": next(iter(walk._FORMATS))}, "xx"
    for keyword, defects in walk._NAMED.items():
        for defect in defects(argument.get(keyword, ["ID"]), value, ()):
            assert "{" not in RULES[defect.rule].message(defect.sentence, defect.values)


def written(node: ast.AST) -> Iterator[str]:
    """The texts that a module writes out."""
    return (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant) and isinstance(inner.value, str))


@pytest.mark.slow
@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.sentences], ids=lambda rule: rule.id)
def test_every_sentence_of_the_table_is_said_somewhere(rule: Rule) -> None:
    modules = [
        ast.parse(path.read_bytes())
        for room in ("validation", "query", "commands")
        for path in (PACKAGE / room).glob("*.py")
    ]
    assert rule.sentences.keys() - {text for module in modules for text in written(module)} == set()


def test_the_contract_can_recommend_what_the_table_advises_and_nothing_else() -> None:
    from unimicro_schema.build import dialect

    assert set(dialect.VALUES["x-recommended"]) == {rule.id for rule in RULES.values() if rule.severity == "advice"}


def test_every_id_of_the_table_is_used_once() -> None:
    from unimicro_schema import rules

    assert len(rules._TABLE["rules"]) == len(RULES)
