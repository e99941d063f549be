"""The languages in which the site shows a call. A further one is a module with `program`, and a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from unimicro_schema.build.languages import csharp, curl, javascript, php, python
from unimicro_schema.build.languages.call import ShownCall
from unimicro_schema.build.languages.python import Names


@dataclass(frozen=True)
class Language:
    """A language: the title of its tab, its name for highlighting, what its programs need, and what writes them.

    `escaped` are the letters that a text in double quotes has to escape besides those that JSON does.
    """

    title: str
    highlighted: str
    needs: str
    program: Callable[[ShownCall, Names], str]
    escaped: str = ""


LANGUAGES = (
    Language("curl", "bash", "", lambda call, _: curl.program(call)),
    Language(
        "Python",
        "python",
        "`pip install httpx` and the toolkit with its models",
        python.program,
    ),
    Language("C#", "csharp", ".NET 8 or later", lambda call, _: csharp.program(call)),
    Language(
        "JavaScript",
        "javascript",
        "Node 20 or later, in a file that ends in `.mjs`",
        lambda call, _: javascript.program(call),
    ),
    Language(
        "PHP",
        "php",
        "PHP 8.2 or later with its cURL extension",
        lambda call, _: php.program(call),
        php.INTERPOLATED,
    ),
)
"""The languages, in the order of the tabs."""
