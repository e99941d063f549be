"""The twin of a page: plain Markdown for programs, without anything that only a browser or the generator understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt
from markdown_it.token import Token

from helpers import building
from site_files import documents, llms, twins

PARSER = MarkdownIt("commonmark").enable("table")
MARKS = re.compile(
    r"""\{[:.#]|\{ [.#:]|^[ ]*(===|!!!|\?\?\?) ?\+? ?["\w]|--8<--|^\*\[|<\w|markdown="|</""", re.MULTILINE
)
LIGHT_ENOUGH = 600_000

PAGES = {"a/here/index.html": "a/here.md", "a/index.html": "a/index.md", "index.html": "index.md"}

CASES = {
    '<h2 id="x">Read <code>it</code><a class="headerlink" href="#x">¶</a></h2>': "## Read `it`",
    '<p class="facts">string <span class="mark null">may be null</span> <span class="provenance assumed">assumed</span> · '
    '<span class="provenance guide">guide</span></p>': "string, may be null (assumed) (guide)",
    '<p><strong>Two</strong> <em>words</em>, <abbr title="Long">GLN</abbr> and <code>a`b</code></p>': (
        "**Two** *words*, GLN and `` a`b ``"
    ),
    '<p>See <a href="../../a/">all</a>, <a href="../here/#x">here</a>, <a href="../other.json">a file</a> and '
    '<a href="https://example.org/?a=b#c">more</a></p>': (
        "See [all](index.md), here, [a file](other.json) and [more](https://example.org/?a=b#c)"
    ),
    "<p>1 &lt; 2, &lt;token&gt;, *, _links, snake_case and [x]</p>": (
        r"1 < 2, \<token>, \*, \_links, snake_case and \[x\]"
    ),
    "<p># no heading</p><p>- no item</p><p>3. no number</p>": "\\# no heading\n\n\\- no item\n\n3\\. no number",
    "<p>See {: .lead } there</p>": r"See \{: .lead } there",
    "<ul><li>One</li><li><p>Two</p><ul><li>deep</li></ul></li></ul>": "- One\n\n- Two\n\n  - deep",
    "<ol><li>One</li><li>Two</li></ol>": "1. One\n2. Two",
    "<dl><dt>Sent twice</dt><dd>No <code>change</code>.</dd></dl>": "- **Sent twice**: No `change`.",
    "<table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><td>x|y</td><td>one<br>two.<br>three</td></tr></tbody></table>": (
        "| A |  |\n| --- | --- |\n| x\\|y | one, two. three |"
    ),
    '<div class="language-json highlight"><span class="filename">Body</span><pre><span></span><code><span class="p">{</span>\n'
    '<span class="p">}</span>\n</code></pre></div>': "**Body**\n\n```json\n{\n}\n```",
    '<div class="tabbed-set"><input><div class="tabbed-labels"><label>curl</label><label>C#</label></div><div class="tabbed-content">'
    '<div class="tabbed-block"><p>one</p></div><div class="tabbed-block"><p>two</p></div></div></div>': (
        "**curl**\n\none\n\n**C#**\n\ntwo"
    ),
    '<div class="admonition note"><p class="admonition-title">Note</p><p>Take care.</p></div>': "> Note\n>\n> Take care.",
    "<details><summary>More</summary><p>Text</p></details>": "**More**\n\nText",
    '<figure class="diagram"><svg><title>T</title><desc>A leads to B.</desc><text>A</text></svg></figure>': "A leads to B.",
    '<section class="tool" data-tool="payload"><p>Not here</p></section><p>Here</p>': "Here",
}


@pytest.mark.parametrize(("html", "expected"), CASES.items())
def test_what_a_browser_shows_is_said_in_markdown(html: str, expected: str) -> None:
    page = f"<html><body><article>{html}</article></body></html>"
    assert twins.twin(page, "a/here/index.html", PAGES).whole == f"{expected}\n"


SHORT = """
<div class="picked"><fieldset class="picker"><label>First</label><label>Second</label></fieldset>
<div class="choice"><p>one</p></div><div class="choice"><p>two</p></div></div>
<section class="tree"><ul><li>Name</li></ul></section>
<p>string <span class="mark">may be absent</span> <span class="mark required">required</span></p>
<p><a href="../../a/">all</a> and <a href="https://example.org/">more</a></p>
"""


def test_the_brief_text_has_the_first_sample_and_no_properties_of_bodies() -> None:
    twin = twins.twin(f"<article>{SHORT}</article>", "a/here/index.html", PAGES)
    assert twin.brief == "**First**\n\none\n\nstring, required\n\nall and [more](https://example.org/)\n"
    assert "**Second**\n\ntwo\n\n- Name" in twin.whole


def test_what_was_said_before_is_not_said_again() -> None:
    site = documents.Site("Site", "About", "", "site", (documents.Document("a.md", ""), documents.Document("b.md", "")))
    long = "```json\n" + "1,\n\n" * 60 + "```"
    one = f"# A\n\n### `ID`\n\ninteger, required\n\nThe id.\n\n## Sample\n\n**curl**\n\n{long}\n"
    two = f"# B\n\n### `ID`\n\ninteger\n\nThe id.\n\n### `No`\n\ninteger\n\nThe id.\n\n## More\n\n**curl**\n\n{long}\n\nEnd.\n"
    text = llms.full(site, site.documents, {"a.md": "A", "b.md": "B"}, {"a.md": one, "b.md": two})
    assert one.strip() in text
    assert text.endswith(
        "Page: b.md\n\n# B\n\n- `ID` as in A: integer\n\n### `No`\n\ninteger\n\nThe id.\n\n## More\n\nEnd.\n"
    )


@pytest.fixture(scope="module")
def pairs(site: Path) -> dict[str, tuple[Tag, str]]:
    """The article of every page and the text of its twin, by the place of the twin."""
    found = {}
    for path in building.pages(site):
        article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
        assert isinstance(article, Tag)
        link = article.select_one("a[type='text/markdown']")
        assert link is not None
        twin = (path.parent / str(link["href"])).resolve()
        found[twin.relative_to(site.resolve()).as_posix()] = article, twin.read_text(encoding="utf-8")
    assert len(found) > 50
    return found


def tokens(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.slow
@pytest.mark.xdist_group("site-files")
def test_every_twin_is_markdown_without_html_and_without_marks_of_the_generator(
    pairs: dict[str, tuple[Tag, str]],
) -> None:
    html = {
        (name, token.content)
        for name, (_, text) in pairs.items()
        for token in tokens(text)
        if token.type.startswith("html")
    }
    marks = {
        (name, found[0])
        for name, (_, text) in pairs.items()
        for token in tokens(text)
        if token.type == "text" and (found := MARKS.search(token.content))
    }
    assert html == set()
    assert marks == set()


@pytest.mark.slow
@pytest.mark.xdist_group("site-files")
def test_every_twin_has_the_headings_the_tables_and_the_code_of_its_page(pairs: dict[str, tuple[Tag, str]]) -> None:
    for name, (article, text) in pairs.items():
        for tool in article.select("section[data-tool]"):
            tool.decompose()
        parsed = list(tokens(text))
        headings = [token.tag for token in parsed if token.type == "heading_open"]
        assert headings == [tag.name for tag in article.find_all(re.compile("^h[1-6]$"))], name
        tables = [token for token in parsed if token.type == "table_open"]
        assert len(tables) == len(article.find_all("table")), name
        code = [token.content.strip() for token in parsed if token.type == "fence"]
        assert code == [tag.get_text().strip() for tag in article.find_all("pre")], name


@pytest.mark.slow
@pytest.mark.xdist_group("site-files")
def test_code_has_the_name_of_its_language_and_not_of_what_colours_it(
    root: Path, pairs: dict[str, tuple[Tag, str]]
) -> None:
    lexers = documents.read(root / "mkdocs.yml").lexers
    named = {token.info for _, text in pairs.values() for token in tokens(text) if token.type == "fence"}
    classes = {name for article, _ in pairs.values() for tag in article.select(".highlight") for name in tag["class"]}
    assert lexers.keys().isdisjoint(named)
    assert {f"language-{lexer}" for lexer in lexers}.isdisjoint(classes)
    assert set(lexers.values()) <= named


@pytest.mark.slow
@pytest.mark.xdist_group("site-files")
def test_the_text_of_all_pages_is_light_and_describes_each_property_once(site: Path) -> None:
    content = (site / "llms-full.txt").read_bytes()
    text = content.decode()
    assert len(content) <= LIGHT_ENOUGH
    described = re.findall(r"^### (`\w+`)\n\n[^\n]*\n\n([^\n]+)\n", text, re.MULTILINE)
    assert len(described) > 300
    assert len(described) == len(set(described))
    assert [token.content for token in tokens(text) if token.type.startswith("html")] == []
    listed = re.findall(r"\]\((\S+\.md)\): ", (site / "llms.txt").read_text(encoding="utf-8"))
    assert re.findall(r"^Page: (\S+)$", text, re.MULTILINE) == listed
