"""What there is to read in a folder.

Nothing in it is skipped: what cannot be read, or leads nowhere, is given with the reason. Paths are strings here, as in
`inputs`, and for the same reason.
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from unimicro_schema.files import why


class Entry(NamedTuple):
    """A file in a folder, or with a `fault` something that could not be looked at."""

    path: str
    fault: str = ""


def files(top: str, *endings: str) -> list[Entry]:
    """The files of a folder at any depth with a given ending, in lowercase or uppercase, sorted; and whatever could not be looked at.

    Each real folder is read once. A folder that is reached by a link as well is read by its own name.
    """
    seen: set[tuple[int, int]] = set()
    found: list[Entry] = []
    linked: list[str] = []
    waiting = [top]
    while waiting or linked:
        folder = waiting.pop() if waiting else linked.pop(0)
        try:
            place = os.stat(folder)
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            found.append(Entry(folder, why(error)))
            continue
        for entry in listed:
            if _is_folder(entry):
                (linked if entry.is_symlink() else waiting).append(entry.path)
            else:
                found += _looked_at(entry, endings)
    return sorted(found, key=lambda entry: entry.path.split(os.sep))


def is_lock(name: str) -> bool:
    """Whether a link that leads nowhere is the lock that Emacs keeps beside a file which is being edited."""
    return name.startswith(".#")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _looked_at(entry: os.DirEntry[str], endings: tuple[str, ...]) -> Iterator[Entry]:
    """A file of the folder, if its name ends so."""
    try:
        if entry.is_symlink():
            os.stat(entry.path)  # for a link that leads nowhere, or round in a circle
    except FileNotFoundError:
        if not is_lock(entry.name):
            yield Entry(entry.path, "it is a link that leads nowhere")
        return
    except OSError as error:
        yield Entry(entry.path, why(error))
        return
    if entry.name.lower().endswith(endings):
        yield Entry(entry.path, "" if entry.is_file() else "it is neither a file nor a folder")
