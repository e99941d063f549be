"""`python -m site_files [FOLDER]`: completes a site that was built into FOLDER, by default `site`.

MkDocs does the same through `hook.py`. This is for Zensical, which knows no hooks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from site_files import complete, documents


def main() -> int:
    """Completes the site; returns 1, with a sentence on standard error, if that fails."""
    built = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    try:
        left_out = complete.complete(documents.read(Path("mkdocs.yml")), Path(), built)
    except ValueError as error:
        sys.stderr.write(f"site_files: {error}\n")
        return 1
    sys.stderr.writelines(f"site_files: {sentence}\n" for sentence in left_out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
