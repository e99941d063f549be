"""The navigation of the reference: the build writes it between two marks of mkdocs.yml, and leaves the rest alone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.building import configuration
from unimicro_schema import cli
from unimicro_schema.build.pages.navigation import BEGIN, END

PARTS = ("diagrams", "lists", "snippets")  # folders of what pages take in
LINE = '          - "List reports by type · GET": reference/operations/listReportsByType.md\n'


def pages(nav: list[Any]) -> Iterator[str]:
    """The pages of a navigation, at any depth."""
    for item in nav:
        value = next(iter(item.values())) if isinstance(item, dict) else item
        yield from pages(value) if isinstance(value, list) else [value]


def test_every_page_of_the_reference_is_in_the_navigation_once(root: Path) -> None:
    listed = [page for page in pages(configuration(root)["nav"]) if page.startswith("reference/")]
    folder = root / "docs/reference"
    present = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")]
    assert sorted(listed) == sorted(f"reference/{page}" for page in present if not page.startswith(PARTS))


def test_the_navigation_names_the_operations_in_the_order_of_the_contract(root: Path) -> None:
    from unimicro_schema import operations

    listed = [page for page in pages(configuration(root)["nav"]) if page.startswith("reference/operations/")]
    assert listed == [f"reference/operations/{operation.id}.md" for operation in operations()]


@pytest.mark.slow
def test_an_entry_that_is_missing_is_stale_and_the_build_writes_it(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = checkout / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count(LINE) == 1
    file.write_text(text.replace(LINE, "").replace("site_name: ", "site_name: My "), encoding="utf-8")
    assert cli.main(["build", "--check", "--root", str(checkout)]) == 1
    assert f"+{LINE}" in capsys.readouterr().out
    assert cli.main(["build", "--root", str(checkout)]) == 0
    assert file.read_text(encoding="utf-8") == text.replace("site_name: ", "site_name: My ")


SPOILT: dict[str, Callable[[str], str]] = {
    "no mark": lambda text: text.replace(END, "").replace(BEGIN, ""),
    "one mark": lambda text: text.replace(END, ""),
    "two first marks": lambda text: text.replace(BEGIN, f"{BEGIN}\n      {BEGIN}"),
    "the marks the other way round": lambda text: text.replace(END, "@").replace(BEGIN, END).replace("@", BEGIN),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", SPOILT)
def test_a_configuration_is_left_alone_that_has(checkout: Path, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = checkout / "mkdocs.yml"
    spoilt = SPOILT[case](file.read_text(encoding="utf-8"))
    file.write_text(spoilt, encoding="utf-8")
    assert cli.main(["build", "--root", str(checkout)]) == 1
    assert capsys.readouterr().err.startswith(f"mkdocs.yml#: must have the line {BEGIN!r} and, after the entries of")
    assert file.read_text(encoding="utf-8") == spoilt


@pytest.mark.slow
def test_a_checkout_without_a_site_is_built_without_navigation(checkout: Path) -> None:
    (checkout / "mkdocs.yml").unlink()
    assert cli.main(["build", "--root", str(checkout)]) == 0
    assert not (checkout / "mkdocs.yml").exists()
