"""The pages of the guide as text: what is included in them, their fenced blocks, and the queries that they show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unimicro_schema import operations

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/guide"
PAGES = [ROOT / "docs/index.md", *sorted(FOLDER.glob("*.md"))]
OPTIONS = r"(?:expand|select|filter|orderby|top|skip|hateoas|action|customerKidAlias)"

INCLUDE = re.compile(r'^(?P<indent>[ ]*)--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"$', re.MULTILINE)
FENCE = re.compile(
    r"^(?P<indent>[ ]*)```(?P<language>\w+)(?P<options>[^\n]*)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
URL = re.compile(r"(?:\$HOST|https?://[\w.]+|(?<=[` ]))(/api/[^\s`\"?]+)(?:\?([^\s`\"]*))?")


@dataclass(frozen=True)
class Block:
    """A fenced block: the tab that it is in, its language, and its text without indent."""

    tab: str | None
    language: str
    text: str


@dataclass(frozen=True)
class Query:
    """A query that a page shows, and the operation that it is for."""

    page: str
    operation: str
    text: str


def name(page: Path) -> str:
    """The page as messages name it."""
    return page.relative_to(ROOT).as_posix()


@cache
def written(page: Path) -> str:
    """What was written by hand on a page."""
    return page.read_text(encoding="utf-8")


@cache
def complete(page: Path) -> str:
    """A page with all that it includes."""
    return _resolved(written(page))


def _resolved(text: str) -> str:
    def included(match: re.Match[str]) -> str:
        part = (ROOT / match["path"]).read_text(encoding="utf-8").removesuffix("\n")
        if section := match["section"]:
            part = part.split(f"[start:{section}]")[1].split("\n", 1)[1].rpartition(f"[end:{section}]")[0]
            part = part.rpartition("\n")[0]
        return "\n".join(f"{match['indent']}{line}".rstrip() for line in _resolved(part).split("\n"))

    return INCLUDE.sub(included, text)


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    tabs = [(match.start(), match[1]) for match in re.finditer(r'^=== "([^"]+)"$', text, re.MULTILINE)]
    for match in FENCE.finditer(text):
        indent = len(match["indent"])
        lines = [line[indent:] for line in match["text"].splitlines()]
        before = [tab for start, tab in tabs if start < match.start()]
        yield Block(before[-1] if indent and before else None, match["language"], "\n".join(lines) + "\n")


def queries() -> Iterator[Query]:
    """Every query written in the guide: blocks of text, calls of curl, URLs, and options within a sentence."""
    for page in PAGES:
        text = written(page)
        prose = FENCE.sub("", text)
        shown = [block.text for block in blocks(text) if block.language == "text"]
        plain = [line.strip() for block in shown for line in block.splitlines() if re.match(rf"\??{OPTIONS}=", line)]
        plain += re.findall(rf"`(\??{OPTIONS}=[^`]+)`", prose)
        for query in plain:
            action = re.search(r"\baction=([\w-]+)", query)
            named = [entry.id for entry in operations() if action and entry.action == action[1]]
            yield Query(name(page), "".join(named) if action else "listCustomers", query)
        for source in (prose, *shown):
            for match in URL.finditer(source):
                method = re.search(r"(GET|PUT|POST|DELETE) [^ ]*$", source[: match.start()] + "/")
                found = operation(method[1] if method else "GET", match[1], match[2] or "")
                if found and match[2]:
                    yield Query(name(page), found, match[2])
        for block in blocks(text):
            for call in (
                re.findall(r"\b(?:curl|call) (?:[^\n]*\\\n)*[^\n]*", block.text) if block.language == "bash" else ()
            ):
                url = URL.search(call)
                if url and (found := operation(_method(call), url[1], call)):
                    options = [url[2] or "", *re.findall(r'--data-urlencode "([^"]*)"', call)]
                    yield Query(name(page), found, re.sub(r"\$\w+", "100", "&".join(filter(None, options))))


def operation(method: str, path: str, text: str) -> str | None:
    """The operation that a request calls, by the action that `text` names; none where the contract does not know the path."""
    action = re.search(r"\baction=([\w-]+)", text)
    called = (method, re.sub(r"(?<=/)(\d+|\$\w+|\{\w+\}|…)$", "{}", path), action[1] if action else None)
    for entry in operations():
        if (entry.method, re.sub(r"{\w+}", "{}", entry.path), entry.action) == called:
            return entry.id
    return None


def _method(call: str) -> str:
    named = re.search(r"--request (\w+)", call)
    if named:
        return named[1]
    return "POST" if re.search(r"--data(?!-urlencode)", call) else "GET"
