"""What MkDocs calls when it has built the site, so that `mkdocs build`, `serve` and `gh-deploy` give the whole of it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

_TOOLS = str(Path(__file__).parents[1])
if _TOOLS not in sys.path:  # MkDocs loads this file by its path
    sys.path.insert(0, _TOOLS)

from site_files import complete, documents  # noqa: E402  # found by the lines above

_LOG = logging.getLogger("mkdocs.hooks.site_files")


@event_priority(-100)  # after the index of the search was written
def on_post_build(config: MkDocsConfig) -> None:
    """Completes the site. Raises `PluginError` if that fails, which ends the build with its message."""
    root = Path(config.config_file_path).parent
    try:
        left_out = complete.complete(documents.of(config), root, Path(config.site_dir))
    except ValueError as error:
        raise PluginError(str(error)) from error
    for sentence in left_out:
        _LOG.info(sentence)
