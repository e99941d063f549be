"""`python -m site_files.versions SITE ROOT VERSION`: lays a built site beside those of other versions.

Below ROOT each version has a folder. `versions.json` names them for the list in the header, newest first, and
`index.html` leads to the newest release, or to `dev` where there is none.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

_DEVELOPMENT = "dev"
_START = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Unimicro Customer API</title>
<meta http-equiv="refresh" content="0; url={version}/">
<link rel="canonical" href="{version}/">
<link rel="icon" href="{version}/assets/favicon.svg">
</head>
<body><p><a href="{version}/">Version {version}</a></p></body>
</html>
"""


def add(site: Path, root: Path, version: str) -> None:
    """Puts the site into the folder of its version, in place of what was there, and lists the versions anew."""
    target = root / version
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target)
    listed = sorted((path.parent.name for path in root.glob("*/index.html")), key=_age, reverse=True)
    newest = next((name for name in listed if name != _DEVELOPMENT), _DEVELOPMENT)
    entries = [{"version": name, "title": name, "aliases": []} for name in listed]
    (root / "versions.json").write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")
    (root / "index.html").write_text(_START.format(version=newest), encoding="utf-8")
    shutil.copy(root / newest / "404.html", root / "404.html")


def _age(version: str) -> tuple[bool, list[int]]:
    """Sorts versions: by their numbers, and `dev` before them all."""
    return version != _DEVELOPMENT, [int(number) for number in re.findall(r"\d+", version)]


if __name__ == "__main__":
    add(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
