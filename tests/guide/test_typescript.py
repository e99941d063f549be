"""The JavaScript of the guide is TypeScript too: it passes the strict compiler as it is pasted."""

import subprocess
from pathlib import Path

import pytest

from helpers import guide, npm

PLACE = Path(__file__).parents[1] / "javascript"
OPTIONS = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", "node"]


def programs() -> dict[str, str]:
    """Every program of the guide by its page and number; the first steps are one program."""
    found: dict[str, str] = {}
    for page in guide.PAGES:
        texts = [block.text for block in guide.blocks(guide.complete(page)) if block.language == "javascript"]
        if page.stem == "getting-started":
            texts = ["\n".join(texts)]
        found |= {f"{page.stem}-{number}": text for number, text in enumerate(texts)}
    return found


@pytest.mark.node
@pytest.mark.xdist_group("npm")
def test_every_program_passes_the_strict_compiler(tmp_path: Path) -> None:
    compiler = npm.install(PLACE) / ".bin" / "tsc"
    (tmp_path / "node_modules").symlink_to(PLACE / "node_modules")
    for name, text in {**programs(), "wrong": "const port: number = process.env.PORT;"}.items():
        (tmp_path / f"{name}.mts").write_text(f"{text}\nexport {{}};\n", encoding="utf-8")
    command = [str(compiler), *OPTIONS, *sorted(path.name for path in tmp_path.glob("*.mts"))]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert {line.partition("(")[0] for line in run.stdout.splitlines() if "error" in line} == {"wrong.mts"}, run.stdout
    assert len(programs()) > 20
