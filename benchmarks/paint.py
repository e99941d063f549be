"""Measures how soon the page of an entity shows its largest part, beside Swagger UI and Redoc with the same contract.

All are served by one server of this machine and opened in turn by one browser, each time as by a first visitor. The results
go to benchmarks/paint.md. The site has to be built before: `make bench-site` does both.
"""

from __future__ import annotations

import gzip
import json
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from helpers.chromium import FLAGS  # noqa: E402
from helpers.web import served  # noqa: E402
from playwright.sync_api import Browser, Response, sync_playwright  # noqa: E402  # the folder of the server comes first

ROUNDS = 7
TARGET = 1 / 3
OURS = "this site, Customer"
SETTLED = 500  # milliseconds without a larger part
LARGEST = """
(settled) => new Promise((resolve) => {
  let last = 0, timer;
  const done = () => resolve(last);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) last = Math.max(last, entry.startTime);
    clearTimeout(timer);
    timer = setTimeout(done, settled);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})
"""
SWAGGER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Swagger UI</title>
<link rel="stylesheet" href="swagger-ui-dist/swagger-ui.css"></head><body><div id="ui"></div>
<script src="swagger-ui-dist/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "openapi.json", dom_id: "#ui"})</script></body></html>"""
REDOC = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Redoc</title></head><body>
<redoc spec-url="openapi.json"></redoc><script src="redoc/bundles/redoc.standalone.js"></script></body></html>"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page that is measured: its name, its URL, and what is there only when the contract is shown."""

    name: str
    url: str
    shown: str


def install(cache: Path) -> tuple[Path, dict[str, str]]:
    """A folder with the site and its peers, ready to be served, and the versions of the peers."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not there, and the peers are npm packages; install Node.js")
    cache.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "benchmarks" / "package-paint.json", cache / "package.json")
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run([npm, "install", *options], cwd=cache, check=True)
    modules, public = cache / "node_modules", cache / "public"
    shutil.rmtree(public, ignore_errors=True)
    shutil.copytree(ROOT / "site", public / "site")
    for name in ("swagger-ui-dist", "redoc"):
        shutil.copytree(modules / name, public / name)
    shutil.copy(ROOT / "tools" / "unimicro_schema" / "generated" / "openapi.json", public)
    (public / "swagger.html").write_text(SWAGGER, encoding="utf-8")
    (public / "redoc.html").write_text(REDOC, encoding="utf-8")
    versions = {
        name: json.loads((modules / name / "package.json").read_text())["version"]
        for name in ("swagger-ui-dist", "redoc")
    }
    return public, versions


def visit(browser: Browser, subject: Subject) -> tuple[float, int]:
    """The time of the largest contentful paint in milliseconds, and the compressed size of all that was loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(subject.url)
    page.locator(subject.shown).first.wait_for(timeout=60_000)
    time: float = page.evaluate(LARGEST, SETTLED)
    context.close()
    return time, _weight(browser, subject)


def _weight(browser: Browser, subject: Subject) -> int:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright marks what it is given
    page.goto(subject.url)
    page.locator(subject.shown).first.wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    counted = {
        answer.url: len(gzip.compress(answer.body()))
        for answer in answers
        if answer.url.startswith("http") and "/search/" not in answer.url and "/workers/" not in answer.url
    }
    context.close()
    return sum(counted.values())


def main() -> int:
    """Installs, measures, writes. A missed target is not a failure: the next machine may be a slower one."""
    public, versions = install(ROOT / ".cache" / "bench" / "site")
    times: dict[str, list[float]] = {}
    weights: dict[str, int] = {}
    with served(public) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        subjects = (
            Subject(OURS, f"{url}site/reference/entities/Customer/", "article h1"),
            Subject(f"Swagger UI {versions['swagger-ui-dist']}", f"{url}swagger.html", ".opblock"),
            Subject(f"Redoc {versions['redoc']}", f"{url}redoc.html", ".redoc-wrap h1"),
        )
        for _ in range(ROUNDS):
            for subject in subjects:
                time, weights[subject.name] = visit(browser, subject)
                times.setdefault(subject.name, []).append(time)
        chromium = browser.version
        browser.close()
    text = _page(times, weights, chromium)
    print(text)
    (ROOT / "benchmarks" / "paint.md").write_text(text, encoding="utf-8")
    return 0


def _page(times: dict[str, list[float]], weights: dict[str, int], chromium: str) -> str:
    ours = median(times[OURS])
    best = min(median(values) for name, values in times.items() if name != OURS)
    verdict = "reached" if ours <= TARGET * best else "**missed**"
    rows = [
        f"| {name} | {median(values):,.0f} | {min(values):,.0f} – {max(values):,.0f} | {median(values) / ours:.1f} × | {weights[name] / 1000:,.0f} |"
        for name, values in times.items()
    ]
    return "\n".join(
        [
            "<!-- Written by benchmarks/paint.py. -->",
            "",
            (
                f"Chromium {chromium} on {platform.system()} {platform.machine()}, {datetime.now(UTC):%d %B %Y}. Median of"
                f" {ROUNDS} first visits in turn, and the range of these. Target: at most a third of the faster peer; {verdict}:"
                f" {ours / best:.2f}."
            ),
            "",
            "| page | largest paint, ms | range | to ours | kB, compressed |",
            "|---|--:|--:|--:|--:|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
