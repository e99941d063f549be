"""`python -m site_files [FOLDER]`: completes a site that was built into FOLDER, by default `site`."""

from __future__ import annotations

import sys
from pathlib import Path

from site_files import documents, finish, llms
from unimicro_schema.build import artefacts, downloads

_DOWNLOADS = "reference/downloads"
_DOCUMENT = "reference/openapi.json"  # where pages of earlier versions link to it


def complete(root: Path, built: Path) -> None:
    """Writes into the site at `built` what it has beside its pages. `root` is the checkout it was built of."""
    site = documents.read(root / "mkdocs.yml")
    shown = [document for document in site.documents if (built / document.page).is_file()]
    descriptions = {}
    for document in shown:
        page = built / document.page
        html = page.read_text(encoding="utf-8")
        descriptions[document.source] = finish.description(html)
        page.write_text(finish.finished(html, document), encoding="utf-8")
        twin = built / document.source
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_text(document.markdown, encoding="utf-8")
    lost = built / "404.html"
    lost.write_text(finish.repaired(lost.read_text(encoding="utf-8")), encoding="utf-8")
    (built / "llms.txt").write_text(llms.index(site, shown, descriptions), encoding="utf-8")
    (built / "llms-full.txt").write_text(llms.full(site, shown), encoding="utf-8")
    contents = downloads.files(artefacts.committed(root))
    _add_downloads(built / _DOWNLOADS, contents)
    (built / _DOCUMENT).write_bytes(contents["openapi.json"])


def _add_downloads(folder: Path, contents: dict[str, bytes]) -> None:
    """Puts the files below their page, and has its links lead there: Zensical takes them for links beside its source."""
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        html = html.replace(f'href="../{name}"', f'href="{name}"').replace(f"href=../{name}", f"href={name}")
    page.write_text(html, encoding="utf-8")


if __name__ == "__main__":
    complete(Path(), Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
