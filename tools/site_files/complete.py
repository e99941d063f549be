"""Completes a site that was built: its pages, their twins, the downloads, what its tools load, and the lists for programs."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from site_files import conformance, feed, finish, indexes, llms, modules, moved, not_found, offline, twins, wheel
from site_files.documents import Site
from site_files.installation import ACTION, DOWNLOADS, Installation
from unimicro_schema.changes import changelog
from unimicro_schema.derived import downloads
from unimicro_schema.npm.package import files as npm_files
from unimicro_schema.npm.tarball import packed

_DERIVED = ("tools/unimicro_schema/generated", "docs/reference")
_DOCUMENT = "reference/openapi.json"  # where pages of earlier versions link to it
_TOLD = ("*.json", "search/*.json", "assets/ci/*.y*ml")  # files beside the pages that say how to install the package
_BUNDLE = "assets/javascripts/bundle.*.js"
_WORKER = "assets/javascripts/workers/search.*.js"
_SEARCHING = Path(__file__).with_name("searching.js")
_PACKAGE = re.compile(r'<p class="?the-package"?>.*?</p>', re.DOTALL)
_KIT = re.compile(r'<p class="?the-kit"?>.*?</p>', re.DOTALL)


def complete(site: Site, root: Path, built: Path) -> list[str]:
    """Writes into the site at `built` what it has beside its pages. `root` is the checkout that it was built from.

    What is complete already stays as it is. Returns a sentence for each thing that is left out because something to make it
    with is missing. Raises `ValueError` for a repair that no longer fits the theme, for a wheel that cannot be made, for a
    page that moved to nowhere, and for a changelog that names no releases.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installation = Installation(site.install, site.url, project["version"])
    package, kit = _package(installation, root), {conformance.NAME: conformance.kit(root)}
    shown = [document for document in site.documents if (built / document.page).is_file()]
    _finish(replace(site, documents=tuple(shown)), built)
    for path in [*built.rglob("*.html"), *(path for pattern in _TOLD for path in built.glob(pattern))]:
        text = _PACKAGE.sub(lambda _: _offered(package, installation.wheel), path.read_text(encoding="utf-8"))
        text = _KIT.sub(lambda _: _list(kit), text)
        text = offline.TEXTS.sub(_linked, text)
        path.write_text(installation.told(text, path.suffix), encoding="utf-8")
    _add(built, modules.files(npm_files("")))
    _add_downloads(built, downloads.files(_derived(root)), package | kit)
    _add_feed(built, feed.feed(site, changelog.releases((root / "CHANGELOG.md").read_text(encoding="utf-8"))))
    _add_archive(built, offline.archive(built))
    titles = _add_texts(replace(site, documents=tuple(shown)), built)
    _add(built, {name: text.encode() for name, text in moved.files(site, titles)})
    return [] if installation.wheel in package else [wheel.LEFT_OUT]


def _package(installation: Installation, root: Path) -> dict[str, bytes]:
    """The files that the package is installed from: the wheel and the action, unless it cannot be made, and the npm package."""
    tarball = {installation.tarball: packed(npm_files(installation.site))}
    made = wheel.made(root, installation.site)
    if made is None:
        return tarball
    action = installation.action((root / ACTION).read_text(encoding="utf-8"))
    return {installation.wheel: made, ACTION: action.encode(), **tarball}


def _offered(package: Mapping[str, bytes], wanted: str) -> str:
    """The files of the package, and why the wheel is not among them if it is not."""
    return _list(package) + ("" if wanted in package else f'<p class="the-package">{wheel.LEFT_OUT}</p>')


def _list(files: Mapping[str, bytes]) -> str:
    """Files as the page of the downloads shows them."""
    rows = (_row(name, content) for name, content in files.items())
    return f'<ul class="the-package">{"".join(rows)}</ul>'


def _linked(texts: re.Match[str]) -> str:
    """The sentence about the lists for programs with links to them."""
    if "<a" in texts[0]:
        return texts[0]
    return re.sub(r"llms(?:-full)?\.txt", r'<a href="../../\g<0>">\g<0></a>', texts[0])


def _row(name: str, content: bytes) -> str:
    return (
        f'<li><a href="{name}" download>{name}</a>, {len(content) / 1000:,.0f} kB<br>'
        f'<code class="digest">{hashlib.sha256(content).hexdigest()}</code></li>'
    )


def _finish(site: Site, built: Path) -> None:
    """Finishes each page, and the index and the scripts of the theme."""
    lost = built / "404.html"
    pages = {document: (built / document.page).read_text(encoding="utf-8") for document in site.documents}
    fresh = {document: html for document, html in pages.items() if not finish.is_finished(html)}
    if fresh:
        finish.check([*fresh.values(), lost.read_text(encoding="utf-8")])
    for document, html in fresh.items():
        (built / document.page).write_text(finish.finished(html, document, site), encoding="utf-8")
    labels = indexes.labels(fresh.values())
    for name, key in indexes.ENTRIES.items():
        if (index := built / name).exists():
            index.write_text(indexes.without(index.read_text(encoding="utf-8"), key, labels), encoding="utf-8")
    lost.write_text(not_found.offering(finish.repaired(lost.read_text(encoding="utf-8"))), encoding="utf-8")
    for path in built.glob(_BUNDLE):
        path.write_text(finish.script(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in built.glob(_WORKER):
        worker = finish.worker(path.read_text(encoding="utf-8"), _SEARCHING.read_text(encoding="utf-8"))
        path.write_text(worker, encoding="utf-8")


def _add_texts(site: Site, built: Path) -> dict[str, str]:
    """Gives each page its twin, and lists them all. Returns the title of each page by its source."""
    pages = {document: (built / document.page).read_text(encoding="utf-8") for document in site.documents}
    sources = {document.page: document.source for document in site.documents}
    texts = {document.source: twins.twin(html, document.page, sources) for document, html in pages.items()}
    titles = {source: twin.title for source, twin in texts.items()}
    about = {document.source: finish.description(html, site) for document, html in pages.items()}
    lists = {
        llms.INDEX: llms.index(site, site.documents, titles, about),
        llms.FULL: llms.full(site, site.documents, titles, {source: twin.brief for source, twin in texts.items()}),
    }
    _add(built, {name: text.encode() for name, text in lists.items()})
    _add(built, {source: twin.whole.encode() for source, twin in texts.items()})
    return titles


def _derived(root: Path) -> dict[str, str]:
    """The text of each file that the build derived, by its path below the checkout."""
    files = (path for folder in _DERIVED for path in (root / folder).rglob("*") if path.suffix != ".pyc")
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in files if path.is_file()}


def _add(built: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their paths in the site."""
    for name, content in files.items():
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_bytes(content)


def _add_downloads(built: Path, contents: Mapping[str, bytes], others: Mapping[str, bytes]) -> None:
    """Puts the files below their page, and has its links lead there: Zensical takes them for links beside its source."""
    (built / _DOCUMENT).write_bytes(contents["openapi.json"])
    page = built / DOWNLOADS / "index.html"
    html = page.read_text(encoding="utf-8")
    sums = downloads.checksums(others)
    for name, content in {**contents, **others}.items():
        whole = content + sums if name == downloads.CHECKSUMS else content
        (built / DOWNLOADS / name).write_bytes(whole)
        html = html.replace(f'href="../{name}"', f'href="{name}"').replace(f"href=../{name}", f"href={name}")
    page.write_text(html, encoding="utf-8")


def _add_feed(built: Path, content: bytes) -> None:
    """Puts the feed beside the pages, and has the link of its page lead there: Zensical takes it for one beside its source."""
    (built / feed.FILE).write_bytes(content)
    page = built / feed.PAGE / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(f'"../../{feed.FILE}"', f'"../{feed.FILE}"'), encoding="utf-8")


def _add_archive(built: Path, archive: bytes) -> None:
    """Puts the archive of the site below the page of the downloads, which shows it, and among the checksums."""
    folder = built / DOWNLOADS
    (folder / offline.FILE).write_bytes(archive)
    with (folder / downloads.CHECKSUMS).open("ab") as sums:
        sums.write(downloads.checksums({offline.FILE: archive}))
    page = folder / "index.html"
    shown = f'<ul class="the-archive">{_row(offline.FILE, archive)}</ul>'
    page.write_text(offline.ITSELF.sub(lambda _: shown, page.read_text(encoding="utf-8")), encoding="utf-8")
