"""The site as an archive that is read from a disk: its links lead to files, and its search needs no server.

The themes have what the search needs: from a disk they read its index as a script. What they lack is a worker, which
browsers do not start there; `assets/offline.js` gives them one. The tools in the pages are modules, which browsers do not load
from a disk either, so the archive has none.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from site_files import indexes, llms, modules
from unimicro_schema.derived import downloads

FILE = "offline.zip"
FOLDER = "unimicro-customer-api"
ITSELF = re.compile(r'<(p|ul) class="?the-archive"?>.*?</\1>', re.DOTALL)
"""What the page of the downloads says of the archive."""
TEXTS = re.compile(r'<p class="?the-texts"?>.*?</p>', re.DOTALL)
"""What it says of the lists for programs."""
_LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", llms.INDEX, llms.FULL)
_MODULES = (modules.FOLDER, "assets/tools/")
_MOVED = 'http-equiv="refresh"'
_LINK = re.compile(r"""(<(?:a|link)\b[^>]*?\s(?:xlink:)?href=)(["']?)([^"'\s>]*)\2""")
_TOOL = re.compile(r"<section\b[^>]*\bdata-tool=.*?</section>\s*|<span\b[^>]*\bdata-tool-link.*?</span>", re.DOTALL)
_SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[^>]*assets/tools\.js[^>]*></script>\s*")
_SERVED = re.compile(
    r"""<link rel="?(?:canonical|alternate)\b[^>]*>\s*|<a\b[^>]*\btype="?text/markdown\b.*?</a>\s*""", re.DOTALL
)
_VERSIONS = re.compile(r'"version": ?(?:null|\{[^}]*\})')
_HERE = '<p class="the-archive">You are reading it.</p>'


def archive(built: Path) -> bytes:
    """The archive of a completed site, whatever was known of itself when it was made."""
    return downloads.archive(FOLDER, dict(_files(built)), packed=True)


def page(html: str, depth: int) -> str:
    """A page as it is in the archive. `depth` is how many folders it is below the top."""
    html = TEXTS.sub("", _SCRIPT.sub("", _TOOL.sub("", _SERVED.sub("", html))))
    html = ITSELF.sub(_HERE, _VERSIONS.sub('"version": null', html))
    html = _LINK.sub(lambda link: f"{link[1]}{link[2]}{to_file(link[3])}{link[2]}", html)
    return html.replace("</head>", f'<script src="{"../" * depth}assets/offline.js"></script>\n</head>', 1)


def to_file(link: str) -> str:
    """A link to a folder of the site as a link to the page in it; any other as it is."""
    parts = urlsplit(link)
    name = posixpath.basename(parts.path)
    if parts.scheme or parts.netloc or not parts.path or name not in {"", ".", ".."}:
        return link
    return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()


def index(content: str, places: str) -> str:
    """The index of a search as the script that the theme reads from a disk, its places as those of files."""
    found = json.loads(content)
    for entry in found[places]:
        path, sign, anchor = entry["location"].partition("#")
        entry["location"] = f"{path}index.html{sign}{anchor}"
    return f"var __index = {json.dumps(found, separators=(',', ':'))}"


def _files(built: Path) -> Iterator[tuple[str, bytes]]:
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.is_dir() or name in _LEFT_OUT or name.startswith(_MODULES) or path.suffix == ".md" or path.name == FILE:
            continue
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            if _MOVED not in html:
                yield name, page(html, name.count("/")).encode()
        elif name in indexes.ENTRIES:
            script = index(path.read_text(encoding="utf-8"), indexes.ENTRIES[name])
            yield name.removesuffix("on"), script.encode()
        else:
            yield name, path.read_bytes()
