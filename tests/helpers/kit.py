"""The conformance kit as a stranger has it: a folder that was unpacked."""

import zipfile
from io import BytesIO
from pathlib import Path

from site_files import conformance


def unpacked(root: Path, place: Path) -> Path:
    """The folder of the kit, unpacked at a place. `root` is the checkout."""
    with zipfile.ZipFile(BytesIO(conformance.kit(root))) as archive:
        archive.extractall(place)
    return place / conformance.FOLDER
