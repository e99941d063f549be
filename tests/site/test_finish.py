"""What is put into a page after it was built, and what is taken out of it, whichever generator wrote it."""

from __future__ import annotations

import re

import pytest

from site_files import finish
from site_files.documents import Document, Site

DOCUMENT = Document("a/here.md", "Guide")
SITE = Site("Things", "About", "", "site", (DOCUMENT,), lexers={"php_inline": "php"})
ARTICLE = re.compile(r"<article>\n<a .*?</a>(.*)</article>", re.DOTALL)

CASES = {
    "tags of Zensical": (
        '<nav class="md-tags" >\n  <span class="md-tag">limit</span>\n</nav>\n<h1>Errors</h1>',
        "<h1>Errors</h1>",
    ),
    "a method in the navigation": (
        '<span class="md-ellipsis">\n    Create a thing · POST\n  </span>',
        '<span class="md-ellipsis">\nCreate a thing <span class="method post">POST</span>\n</span>',
    ),
    "a title that only has a dot": ('<span class="md-ellipsis">A · B</span>', '<span class="md-ellipsis">A · B</span>'),
    "a lexer that colours a part of a program": (
        '<div class="language-php_inline highlight">$a</div>',
        '<div class="language-php highlight">$a</div>',
    ),
    "a language": ('<div class="language-json highlight">1</div>', '<div class="language-json highlight">1</div>'),
    "indentation": ("<ul>\n    <li>\n\n      One\n  two</li>\n</ul>", "<ul>\n<li>\nOne\ntwo</li>\n</ul>"),
    "lines of code": (
        "<pre><code>a:\n\n    b</code></pre>\n  <p>1</p>",
        "<pre><code>a:\n\n    b</code></pre>\n<p>1</p>",
    ),
    "what is typed": ("<textarea>\n  {}\n</textarea>", "<textarea>\n  {}\n</textarea>"),
    "a program": ("<script>`\n  a`</script>", "<script>`\n  a`</script>"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_a_page_has_what_readers_need_and_nothing_else(before: str, after: str) -> None:
    page = f"<html><head></head><body><article>{before}</article></body></html>"
    found = ARTICLE.search(finish.finished(page, DOCUMENT, SITE))
    assert found
    assert found[1] == after


def test_a_description_keeps_the_space_before_a_name_that_begins_with_a_dot_and_loses_that_of_a_mark() -> None:
    badge = '<span class="provenance guide">guide</span>'
    page = f"<h1>Files</h1><p>Every example of the contract, ready to send {badge}, as a <code>.http</code> file {badge}.</p>"
    assert finish.description(page, SITE) == "Every example of the contract, ready to send, as a .http file."
