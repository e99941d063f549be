"""No page, file or message tells anyone to install the package from where it is not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from helpers.building import built, configuration, copy
from site_files.installation import Installation

FOLDERS = ("docs", "tools", ".github", "openapi")
FILES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "Makefile",
    "pyproject.toml",
)
TEXTS = {".md", ".yml", ".yaml", ".py", ".js", ".mjs", ".json", ".toml", ".txt", ".html", ".css", ""}
NAMED = re.compile(
    r"""(?:pip3?|pipx|uv|uvx|poetry|pdm|rye)\b[^\n`]*?\b(?:install|add|run)\b[^\n`]*|\badditional_dependencies:.*"""
)


@pytest.fixture(scope="module")
def wheel(root: Path) -> str:
    """The name of the wheel of this version."""
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return Installation("site", "", version).wheel


def told(text: str) -> list[str]:
    """What a text gives pip, or one of its kind, when it means the package."""
    return [
        match.strip()
        for line in NAMED.findall(text)
        for match in re.findall(r"(?:\./)?unimicro[-_]schema[^\s\"'`]*(?: @ [^\s\"'`]+)?", line)
    ]


def test_every_line_that_installs_the_package_names_a_file_or_a_commit(root: Path, wheel: str) -> None:
    paths = [path for folder in FOLDERS for path in (root / folder).rglob("*")] + [root / name for name in FILES]
    found = {
        f"{path.relative_to(root)}: {said}": said
        for path in paths
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts
        for said in told(path.read_text(encoding="utf-8"))
    }
    allowed = re.compile(rf"\./{re.escape(wheel)}(\[[a-z,]+\])?|unimicro-schema\[models\] @ git\+URL@COMMIT")
    assert len(found) > 8
    assert [place for place, said in found.items() if not allowed.fullmatch(said)] == []


def test_the_readme_says_what_the_configuration_of_the_site_says(root: Path, wheel: str) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    version = wheel.split("-")[1]
    wanted = Installation(configuration(root)["extra"]["install"], "", version).requirement("[models]")
    assert f'pip install "{wanted}"' in text
    assert ("not on a package index" in text) == wanted.startswith("./")


def test_the_readme_has_no_link_that_leads_nowhere_outside_the_repository(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((?!https://)[^)]*\)|(?:href|src)=\"(?!https://)", text) == []


SITE = "https://docs.example.no/api/"
URL = "https://docs.example.no/api/reference/downloads/unimicro_schema-1.2.3-py3-none-any.whl"
PLAIN = "./unimicro_schema-1.2.0-py3-none-any.whl"  # a version that a page was written for

# Where the package comes from, the kind of file, its text, and how that is told.
TOLD = [
    (
        "site",
        "",
        ".md",
        f'pip install "{PLAIN}[models]"',
        'pip install "./unimicro_schema-1.2.3-py3-none-any.whl[models]"',
    ),
    ("site", "", ".yml", f"- pip install {PLAIN}", "- pip install ./unimicro_schema-1.2.3-py3-none-any.whl"),
    ("site", SITE, ".md", f'pip install "{PLAIN}[models]"', f'pip install "unimicro-schema[models] @ {URL}"'),
    ("site", SITE, ".yml", f"- pip install {PLAIN}", f'- pip install "unimicro-schema @ {URL}"'),
    ("site", SITE, ".yml", f'dependencies: ["{PLAIN}"]', f'dependencies: ["unimicro-schema @ {URL}"]'),
    ("site", SITE, ".html", f"install {PLAIN}</code>", f"install &quot;unimicro-schema @ {URL}&quot;</code>"),
    ("site", SITE, ".html", f"&quot;{PLAIN}[models]&quot;", f"&quot;unimicro-schema[models] @ {URL}&quot;"),
    ("site", SITE, ".json", rf"install \"{PLAIN}[models]\"\n", rf"install \"unimicro-schema[models] @ {URL}\"\n"),
    ("site", SITE, ".json", f"install {PLAIN}\\n", rf"install \"unimicro-schema @ {URL}\"\n"),
    ("index", SITE, ".md", f"pip install {PLAIN}", "pip install unimicro-schema==1.2.3"),
    ("index", "", ".md", f'pip install "{PLAIN}[models]"', 'pip install "unimicro-schema[models]==1.2.3"'),
    ("index", "", ".md", 'a\n<p class="not-on-the-index">No\nindex.</p>\n\nb', "a\nb"),
    ("site", "", ".md", '<p class="not-on-the-index">No.</p>\n', '<p class="not-on-the-index">No.</p>\n'),
    ("site", "", ".yml", "run: install -D ./action.yml .x/action.yml", "run: install -D ./action.yml .x/action.yml"),
    (
        *("site", SITE, ".yml", "run: install -D ./action.yml .x/action.yml"),
        f"run: curl --fail --silent --show-error --create-dirs --output .x/action.yml {SITE}reference/downloads/action.yml",
    ),
]


@pytest.mark.parametrize(("source", "site", "ending", "text", "wanted"), TOLD)
def test_pages_and_files_name_the_place_that_the_configuration_decides_on(
    source: str, site: str, ending: str, text: str, wanted: str
) -> None:
    assert Installation("index" if source == "index" else "site", site, "1.2.3").told(text, ending) == wanted


@pytest.mark.slow
@pytest.mark.xdist_group("site")
def test_one_value_leads_every_page_of_the_site_to_the_index(root: Path, tmp_path: Path, wheel: str) -> None:
    copy(root, tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("install: site", "install: index"), encoding="utf-8"
    )
    site = built(tmp_path, "mkdocs", SITE_URL=SITE)
    texts = {
        path: path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in TEXTS and path.is_file()
    }
    assert [path for path, text in texts.items() if f"./{wheel}" in text or "not on a package index" in text] == []
    assert f"unimicro-schema[models]=={wheel.split('-')[1]}" in texts[site / "toolkit/index.md"]
