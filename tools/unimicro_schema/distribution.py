"""What is known of the installed package: its version, and where its documentation is."""

from __future__ import annotations

import os
from functools import cache

NAME = "unimicro-schema"

SITE_VARIABLE = "UNIMICRO_SCHEMA_DOCS"
"""The environment variable with the URL of a site of one's own."""


@cache
def version() -> str | None:
    """The version of the package; None where it is used without having been installed: copied, frozen, from a zip file."""
    from importlib.metadata import PackageNotFoundError  # takes as long as checking a payload
    from importlib.metadata import version as installed

    try:
        found: str = installed(NAME)
    except PackageNotFoundError:
        return None
    return found


def link(page: str) -> str:
    """The URL of a page of the documentation; only its path within the site where nobody said where the site is.

    The site is that of the environment variable `UNIMICRO_SCHEMA_DOCS`, else the project URL `Documentation` of the installed
    package.
    """
    site = os.environ.get(SITE_VARIABLE) or _published()
    return f"{site.rstrip('/')}/{page}" if site else page


@cache
def _published() -> str:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        urls: list[str] = metadata(NAME).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(url.split(", ", 1) for url in urls)
    return named.get("Documentation", "")
