"""The diagrams show all that the contract says, in plain SVG, and their links hold wherever a page takes them in."""

import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup

from helpers.building import GENERATORS, configuration
from unimicro_schema.build.contract import Contract
from unimicro_schema.build.pages.related import of_entity

STATUS = "status"
HUBS = {"relations-customer": "Customer", "relations-contact": "BusinessRelation"}
NAMES = [*HUBS, STATUS]
LINK = re.compile(r"\[(<.*?>)\]\(\.\./([^)]+)\)", re.DOTALL)


@pytest.fixture(scope="module")
def drawings(root: Path) -> dict[str, str]:
    """The text of every diagram by its name."""
    return {name: (root / f"docs/reference/diagrams/{name}.md").read_text(encoding="utf-8") for name in NAMES}


def boxes(drawing: str) -> list[tuple[str, list[str]]]:
    """What the links of a diagram lead to, each with the lines of text in it."""
    return [(target, re.findall(r"<text[^>]*>([^<]+)<", parts)) for parts, target in LINK.findall(drawing)]


@pytest.mark.parametrize("name", HUBS)
def test_every_relation_of_the_entity_stands_in_the_box_of_its_target(
    name: str, drawings: dict[str, str], contract: Contract
) -> None:
    shown = {target: "".join(lines) for target, lines in boxes(drawings[name])}
    wanted: dict[str, list[tuple[str, bool]]] = {}
    for relation in of_entity(contract, HUBS[name]):
        wanted.setdefault(f"reference/entities/{relation.target}.md", []).append((relation.name, relation.many))
    assert shown.keys() == wanted.keys()
    for target, properties in wanted.items():
        assert shown[target].startswith(Path(target).stem)
        assert all(f"{key}, a list" in shown[target] if many else key in shown[target] for key, many in properties)


def test_every_status_has_its_box_and_every_call_that_gives_one_its_arrow(
    drawings: dict[str, str], contract: Contract
) -> None:
    status = contract.schemas["CustomerStatus"]
    found = boxes(drawings[STATUS])
    codes = [lines for target, lines in found if target == "reference/codes.md#customerstatus"]
    assert codes == [[name, str(code)] for name, code in zip(status["x-enum-varnames"], status["enum"], strict=True)]
    calls = {target for target, _ in found if target.startswith("reference/operations/")}
    giving = [operation.id for operation in contract.operations if operation.node.get("x-status-after")]
    assert calls == {f"reference/operations/{name}.md" for name in giving}
    assert len(giving) == 4


@pytest.mark.parametrize("name", NAMES)
def test_a_diagram_is_small_plain_and_has_a_title(name: str, drawings: dict[str, str]) -> None:
    text = LINK.sub(r'<a href="\2">\1</a>', drawings[name])
    figure = ET.fromstring(text)  # noqa: S314  # our own text
    svg = figure[0]
    tags = {str(element.tag).rpartition("}")[2] for element in svg.iter()}
    assert tags <= {"svg", "title", "desc", "g", "a", "rect", "path", "circle", "text"}
    labels = [svg.attrib["aria-labelledby"], svg.attrib["aria-describedby"]]
    assert [element.get("id") for element in svg[:2]] == labels
    assert all(element.text for element in svg[:2])
    assert len(text) < 10_000
    assert "\n\n" not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_wider_than_its_box(name: str, drawings: dict[str, str]) -> None:
    """By the width of a letter of a wide system font."""
    for parts, _ in LINK.findall(drawings[name]):
        found = re.search(r'<rect x="(\d+)"[^>]* width="(\d+)"', parts)
        left, width = (int(found[1]), int(found[2])) if found else (36, 176)
        for x, kind, line in re.findall(r'<text x="(\d+)"[^>]* class="(\w+)">([^<]+)<', parts):
            assert int(x) - left + len(line) * (7.2 if kind == "entity" else 6.6) <= width, line


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_links_of_a_diagram_hold_from_pages_of_any_depth(
    generator: str, drawings: dict[str, str], root: Path, tmp_path: Path
) -> None:
    config = configuration(root)
    for extension in config["markdown_extensions"]:
        if isinstance(extension, dict):
            extension.get("pymdownx.snippets", {}).pop("auto_append", None)  # the glossary explains words of the guide
    kept = {key: config[key] for key in ("site_name", "exclude_docs", "markdown_extensions", "use_directory_urls")}
    (tmp_path / "mkdocs.yml").write_text(
        yaml.safe_dump(kept | {"theme": {"name": "material", "font": False}}), encoding="utf-8"
    )
    targets = {target.partition("#")[0] for drawing in drawings.values() for target, _ in boxes(drawing)}
    takes_in = "\n\n".join(f'--8<-- "docs/reference/diagrams/{name}.md"' for name in NAMES)
    pages = {f"docs/{target}": f"# {Path(target).stem}\n\n## CustomerStatus\n" for target in targets}
    pages |= {f"docs/reference/diagrams/{name}.md": drawing for name, drawing in drawings.items()}
    pages |= {"docs/index.md": "# Home\n", "docs/guide/index.md": takes_in, "docs/guide/deep.md": takes_in}
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    run = subprocess.run(GENERATORS[generator], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not (tmp_path / "site/reference/diagrams").exists()
    for address in ("guide", "guide/deep"):
        page = BeautifulSoup((tmp_path / "site" / address / "index.html").read_text(encoding="utf-8"), "html.parser")
        links = [str(link["href"]) for svg in page.select("figure.diagram > svg") for link in svg.find_all("a")]
        assert len(links) == sum(len(boxes(drawing)) for drawing in drawings.values())
        for link in links:
            path = urljoin(f"http://host/below/{address}/", link).removeprefix("http://host/below/")
            assert (tmp_path / "site" / path.partition("#")[0] / "index.html").is_file(), (address, link)
