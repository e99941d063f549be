"""What the metadata of the package say only where it is known: the URL of the documentation, from the variable SITE_URL."""

import os
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class SiteHook(MetadataHookInterface):
    """Gives the package a project URL when it is built for a site."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds the URL."""
        site = os.environ.get("SITE_URL", "")
        metadata["urls"] = {"Documentation": site} if site else {}
