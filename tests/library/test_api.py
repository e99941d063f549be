"""The public API is the documented API: what the package offers, what it lists, and what the manual names are the same."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

import unimicro_schema

ROOT = Path(__file__).parents[2]
MANUAL = [
    ROOT / "README.md",
    *sorted((ROOT / "docs/toolkit").glob("*.md")),
    *sorted((ROOT / "docs/toolkit").glob("*.py")),
]
SOURCE = ast.parse(Path(unimicro_schema.__file__).read_text(encoding="utf-8"))


def imported_for_types() -> set[str]:
    """The names that type checkers are shown."""
    [block] = [node for node in SOURCE.body if isinstance(node, ast.If)]
    return {
        alias.asname or alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def named(text: str) -> set[str]:
    """The names of the package that a text imports, or names by their full path."""
    imports = re.findall(r"from unimicro_schema import (?:\(([^)]*)\)|(.*))", text)
    listed = {
        name.split(" as ")[0].strip() for both in imports for name in re.split(r"[,\n]", "".join(both).split("#")[0])
    }
    return {name for name in listed if name} | set(re.findall(r"\bunimicro_schema\.(\w+)", text))


def test_what_is_listed_is_what_is_offered_and_what_type_checkers_are_shown() -> None:
    assert set(unimicro_schema.__all__) == set(unimicro_schema._HOMES) == imported_for_types()
    assert unimicro_schema.__all__ == sorted(
        unimicro_schema.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )


@pytest.mark.parametrize("name", unimicro_schema.__all__)
def test_each_name_leads_to_its_home_and_says_what_it_gives(name: str) -> None:
    home = import_module(f"unimicro_schema.{unimicro_schema._HOMES[name]}")
    value = getattr(unimicro_schema, name)
    assert value is getattr(home, name)
    assert name in dir(unimicro_schema)
    assert name.isupper() or (inspect.getdoc(value) or "").strip()


def test_the_table_of_the_manual_has_every_public_name_and_no_other() -> None:
    page = (ROOT / "docs/toolkit/index.md").read_text(encoding="utf-8")
    table = page.partition("| name | what it gives |\n")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", table)) - {"LookupError"} == set(unimicro_schema.__all__)


@pytest.mark.parametrize("page", MANUAL, ids=lambda path: path.name)
def test_what_the_manual_imports_is_there(page: Path) -> None:
    for name in named(page.read_text(encoding="utf-8")):
        assert hasattr(unimicro_schema, name) or import_module(f"unimicro_schema.{name}"), name


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match=r"^module unimicro_schema has no attribute validat$"):
        unimicro_schema.validat  # noqa: B018  # looking it up is the test
