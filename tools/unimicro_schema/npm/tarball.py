"""The npm package as one file, as `npm pack` makes it, but the same bytes for the same files."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Mapping

_TOP = "package"  # the folder that npm looks into


def packed(files: Mapping[str, bytes]) -> bytes:
    """The tarball of a package. `files` are by their paths in it."""
    place = io.BytesIO()
    with tarfile.open(fileobj=place, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{_TOP}/{path}")
            entry.size = len(content)
            entry.mode = 0o755 if content.startswith(b"#!") else 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(place.getvalue(), mtime=0)
