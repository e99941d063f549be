"""How the pages say that the package is installed, as `extra.install` in mkdocs.yml decides.

The sources have the wheel as a plain file, which is true wherever they are read. A site whose URL is known has the wheel below
its downloads, and its pages name that URL. Once the package is on the index, they name its version there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

DOWNLOADS = "reference/downloads/"
ACTION = "action.yml"
_NAME = "unimicro-schema"
_WHEEL = re.compile(r"""(\\?"|&quot;|)\./unimicro_schema-[^\s"&\\]+?-py3-none-any\.whl(\[[a-z,]+\])?\1""")
_TARBALL = re.compile(r"\./unimicro-schema-[^\s\"&\\]+?\.tgz")
_COPY = re.compile(rf"install -D (\./){ACTION} (\S+/{ACTION})")
_UNTIL_THEN = re.compile(r'<p class="?not-on-the-index\b.*?</p>\n*', re.DOTALL)
_QUOTES = {".html": "&quot;", ".json": '\\"'}


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the package is installed from: `site` or `index`; the URL of the site, empty if nobody told; the version."""

    source: Literal["site", "index"]
    site: str
    version: str

    @property
    def wheel(self) -> str:
        """The name of the wheel."""
        return f"unimicro_schema-{self.version}-py3-none-any.whl"

    @property
    def tarball(self) -> str:
        """The name of the package for JavaScript."""
        return f"{_NAME}-{self.version}.tgz"

    def requirement(self, extras: str = "") -> str:
        """What is given to pip: `extras` is empty, or such as `[models]`."""
        if self.source == "index":
            return f"{_NAME}{extras}=={self.version}"
        if self.site:
            return f"{_NAME}{extras} @ {self._download(self.wheel)}"
        return f"./{self.wheel}{extras}"

    def told(self, text: str, ending: str) -> str:
        """The text of a page or file with what pip is given in its place; `ending` is that of the file's name."""

        def requirement(found: re.Match[str]) -> str:
            wanted = self.requirement(found[2] or "")
            quote = found[1] or (_QUOTES.get(ending, '"') if " " in wanted or "[" in wanted else "")
            return f"{quote}{wanted}{quote}"

        if self.source == "index":
            text = _UNTIL_THEN.sub("", text)
        if self.site:
            text = _COPY.sub(
                rf"curl --fail --silent --show-error --create-dirs --output \2 {self._download(ACTION)}", text
            )
            text = _TARBALL.sub(self._download(self.tarball), text)
        return _WHEEL.sub(requirement, text)

    def action(self, text: str) -> str:
        """The action of the repository for those who have it from the site: it installs the wheel, not the files beside it."""
        return text.replace("${{ github.action_path }}", self.requirement())

    def _download(self, name: str) -> str:
        return urljoin(self.site, DOWNLOADS + name)
