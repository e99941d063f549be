"""The completed site: links that lead somewhere, valid HTML, twins, llms.txt and downloads, by both generators."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import orjson
import pytest
from bs4 import BeautifulSoup, Tag

from helpers import building, npm
from helpers.building import GENERATORS, copy
from site_files import complete, documents, feed, finish
from unimicro_schema.build.contract import Contract
from unimicro_schema.registry import published

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site-files")]

# What the theme does wrong, and does no harm with.
EXCUSED = (
    # On a page whose table of contents is hidden, the title of that table stays, a label of nothing.
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
)

HERE = "http://site/"
LINKS = ("href", "src", "xlink:href")
FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[ \t]*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r'\]\(<?([^)\s>]+)>?\)|\bhref="([^"]+)"')


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site by the path of its file."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in building.pages(site)
    }


def missing(site: Path, origin: str, links: list[str], anchors: dict[str, set[str]] | None = None) -> list[str]:
    """The links of the file `origin` that lead to no file of the site, or to no anchor in it."""
    found = []
    for link in links:
        target = urlsplit(urljoin(HERE + origin, link))
        if target.netloc != "site" or target.scheme != "http":
            continue
        name = unquote(target.path).removeprefix("/")
        name += "index.html" if not name or name.endswith("/") else ""
        fragment = unquote(target.fragment)
        if not (site / name).is_file() or (anchors and name in anchors and fragment not in anchors[name] | {""}):
            found.append(f"{origin}: {link}")
    return found


def test_every_link_in_a_page_leads_to_a_file_and_every_fragment_to_an_anchor(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    anchors = {
        name: {str(tag.get("id") or tag.get("name")) for tag in page.find_all(True)} for name, page in pages.items()
    }
    broken = [
        problem
        for name, page in pages.items()
        for problem in missing(
            site,
            name,
            [str(tag[key]) for tag in page.find_all(True) for key in LINKS if tag.has_attr(key)],
            anchors,
        )
    ]
    assert len(pages) > 50
    assert broken == []


def test_no_page_has_the_same_id_twice(pages: dict[str, BeautifulSoup]) -> None:
    twice = {}
    for name, page in pages.items():
        ids = [str(tag["id"]) for tag in page.find_all(id=True)]
        if len(ids) > len(set(ids)):
            twice[name] = sorted({key for key in ids if ids.count(key) > 1})
    assert twice == {}


@pytest.mark.node
@pytest.mark.java
def test_the_html_is_valid(site: Path, root: Path) -> None:
    jar = npm.install(root / "tests/browser") / "vnu-jar/build/dist/vnu.jar"
    java = shutil.which("java")
    if java is None:
        if os.environ.get("CI"):
            pytest.fail("Java is missing; this test may not be skipped in CI")
        pytest.skip("Java is not installed, and the validator is a Java program")
    command = [java, "-Xss2m", "-jar", str(jar), "--format", "json", "--skip-non-html", "--exit-zero-always", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found = sorted(
        f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')}"
        for message in json.loads(run.stderr)["messages"]
        if message["type"] != "info" and not any(text in message["message"] for text in EXCUSED)
    )
    assert found == []


def test_every_page_says_in_a_sentence_what_it_is_about(pages: dict[str, BeautifulSoup]) -> None:
    about: dict[str, str] = {}
    for name, page in pages.items():
        tags = page.find_all("meta", attrs={"name": "description"})
        assert len(tags) == 1, name
        about[name] = str(tags[0]["content"])
    assert [(name, text) for name, text in about.items() if not 50 <= len(text) <= 160] == []
    assert [name for name, text in about.items() if list(about.values()).count(text) > 1] == []


def test_words_that_are_for_the_search_alone_are_in_its_index_and_on_no_page(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    [index] = [path for path in (site / "search/search_index.json", site / "search.json") if path.is_file()]
    found = json.loads(index.read_text(encoding="utf-8"))
    hidden = {
        entry["location"]: " ".join(entry["tags"])
        for entry in found.get("docs") or found["items"]
        if len(entry.get("tags") or ()) > 1 and "#" not in entry["location"]
    }
    assert len(hidden) > 50
    for place, words in hidden.items():
        assert words not in " ".join(pages[f"{place}index.html"].get_text(" ").split()), place


def test_the_results_of_the_search_do_not_run_the_labels_of_tabs_together(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    sets = [tabs.select("label") for page in pages.values() for tabs in page.select(".tabbed-labels")]
    together = {"".join(label.get_text().strip() for label in labels) for labels in sets if len(labels) > 1}
    assert together
    [index] = [path for path in (site / "search/search_index.json", site / "search.json") if path.is_file()]
    found = json.loads(index.read_text(encoding="utf-8"))
    texts = [entry["text"] for entry in found.get("docs") or found["items"]]
    assert [text[:80] for text in texts if any(labels in text for labels in together)] == []


def test_an_operation_in_the_navigation_ends_in_its_method(pages: dict[str, BeautifulSoup], contract: Contract) -> None:
    page = pages["reference/operations/createCustomer/index.html"]
    for operation in contract.operations:
        links = page.select(f"nav.md-nav a[href$='{operation.id}/'], nav.md-nav a.md-nav__link--active")
        titles = {
            " ".join(link.get_text().split()): link.select_one(f".method.{operation.method.lower()}") for link in links
        }
        assert titles.get(f"{operation.node['summary']} {operation.method}"), operation.id


def test_the_head_of_every_page_leads_to_its_twin_the_list_for_programs_and_the_feed(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    for name, page in pages.items():
        links = {str(link["type"]): str(link["href"]) for link in page.select("head link[rel=alternate]")}
        assert links.keys() == {"text/markdown", "text/plain", "application/atom+xml"}, name
        assert missing(site, name, list(links.values())) == []
        twin = page.select_one("article a[type='text/markdown']")
        assert twin is not None
        assert links["text/markdown"] == twin["href"]
        assert urljoin(HERE + name, links["text/plain"]) == f"{HERE}llms.txt"


def test_every_page_has_a_twin_without_inclusions_whose_links_lead_to_files(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    broken = []
    for name, page in pages.items():
        link = page.select_one("article a[type='text/markdown']")
        assert link is not None, name
        twin = urlsplit(urljoin(HERE + name, str(link["href"]))).path.removeprefix("/")
        text = (site / twin).read_text(encoding="utf-8")
        assert "--8<--" not in CODE.sub("", FENCE.sub("", text)), twin
        assert re.search(r"^# ", text, re.MULTILINE), twin
        prose = CODE.sub("", FENCE.sub("", text))
        broken += missing(site, twin, [first or second for first, second in LINK.findall(prose)])
    assert broken == []


def test_llms_txt_names_every_page_once(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    head = text.splitlines()
    assert head[0].startswith("# ")
    assert head[2].startswith("> ")
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+\.md)\)", text, re.MULTILINE)
    assert len(links) == len(set(links)) == len(pages)
    assert missing(site, "llms.txt", links) == []


def test_the_wheel_is_among_the_downloads_with_its_checksum(site: Path) -> None:
    folder = site / "reference/downloads"
    [wheel] = folder.glob("*.whl")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    listed = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser").find(
        class_="the-package"
    )
    assert isinstance(listed, Tag)
    [tarball] = folder.glob("*.tgz")
    assert {str(link["href"]) for link in listed.find_all("a")} == {wheel.name, tarball.name, "action.yml"}
    assert digest in listed.get_text()
    assert f"{digest}  {wheel.name}\n" in (folder / "SHA256SUMS").read_text()
    assert digest in (site / "reference/downloads.md").read_text(encoding="utf-8")
    assert "unimicro_schema/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_a_site_is_completed_once(site: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = re.findall(r"<updated>(\S+)</updated>", (site / "releases.xml").read_text(encoding="utf-8"))[0]
    monkeypatch.setattr(feed, "get_build_date", lambda: built.partition("T")[0])  # a run may pass midnight
    again = shutil.copytree(site, tmp_path / "site")
    assert complete.complete(documents.read(site.parent / "mkdocs.yml"), root, again) == []
    assert content(again) == content(site)


def content(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("program", ["mkdocs-1.6.1, mkdocs-material-9.9.0", "zensical-0.1.0"])
def test_a_theme_that_a_repair_no_longer_fits_fails_the_build(root: Path, tmp_path: Path, program: str) -> None:
    fitting = "".join(repair.found for repair in finish._REPAIRS)
    page = f'<meta name="generator" content="{program}">{fitting}<article></article>'
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    finish.check([page])
    for repair in finish._REPAIRS:
        changed = page.replace(repair.found, "")
        if not any(name in program for name in repair.programs):
            finish.check([changed])
            continue
        for name in ("index.html", "404.html"):
            (tmp_path / name).write_text(changed, encoding="utf-8")
        command = [sys.executable, "-m", "site_files", str(tmp_path)]
        environment = {**os.environ, "PYTHONPATH": str(root / "tools")}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert repr(repair.found) in done.stderr


def test_the_script_of_the_theme_takes_only_links_to_other_languages_for_those(site: Path) -> None:
    [bundle] = (site / "assets/javascripts").glob("bundle.*.js")
    text = bundle.read_text(encoding="utf-8")
    assert "link[rel=alternate][hreflang]" in text
    assert 'link[rel=alternate]"' not in text
    assert finish.script(text) == text
    with pytest.raises(ValueError, match="adapt `script`"):
        finish.script(text.replace("link[rel=alternate]", "link[rel=other]"))


def test_the_worker_of_the_search_reads_words_as_people_type_them_and_is_told_so_once(site: Path, root: Path) -> None:
    [worker] = (site / "assets/javascripts/workers").glob("search.*.js")
    text, searching = worker.read_text(encoding="utf-8"), root / "tools/site_files/searching.js"
    own = searching.read_text(encoding="utf-8")
    assert text.count(own) == text.count("self.lunr=")  # Zensical searches otherwise
    assert finish.worker(text, own) == text


def test_mkdocs_serve_shows_the_whole_site(root: Path, tmp_path: Path) -> None:
    copy(root, tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*GENERATORS["mkdocs"][:3], "serve", "--dev-addr", f"127.0.0.1:{port}", "--no-livereload"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr
            assert any("Serving on" in line for line in serving.stderr), "it ended"
            url = f"http://127.0.0.1:{port}/"
            assert httpx.get(f"{url}llms.txt").text.startswith("# ")
            assert ".whl" in httpx.get(f"{url}reference/downloads/SHA256SUMS").text
            assert "text/markdown" in httpx.get(f"{url}guide/create-a-customer/").text
            assert f"unimicro-schema[models] @ {url}reference/downloads/" in httpx.get(f"{url}toolkit/index.md").text
        finally:
            serving.terminate()


def test_downloads_are_what_the_contract_gives(site: Path) -> None:
    folder = site / "reference/downloads"
    sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name not in {"index.html", "SHA256SUMS"}
    }
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert [name for name, digest in sums.items() if digest not in page] == []
    assert orjson.loads((folder / "openapi.json").read_bytes())["openapi"].startswith("3.1")
    assert (site / "reference/openapi.json").read_bytes() == (folder / "openapi.json").read_bytes()
    for kind in ("schemas", "examples"):
        archive = zipfile.ZipFile(io.BytesIO((folder / f"{kind}.zip").read_bytes()))
        inside = {name: archive.read(name) for name in archive.namelist()}
        assert inside == {f"{kind}/{path}": content for path, content in getattr(published, kind)().items()}
