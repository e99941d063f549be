"""What a command writes: a file or a folder of files, replaced whole, or only compared."""

from __future__ import annotations

import difflib
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from unimicro_schema.files import FileError, why
from unimicro_schema.reports import printable

_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)*\.(?:json|js|ts)")


@dataclass(frozen=True)
class Difference:
    """A path where what is there is not what should be: `lines` are a unified diff, or one line that says what it is."""

    path: Path
    lines: tuple[str, ...]
    is_missing: bool = False
    only_line_ends: bool = False


def read(path: Path) -> bytes | None:
    """What a file holds; None where there is none. Raises `FileError` if it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise FileError(f"{printable(str(path))} cannot be read: {why(error)}") from None


def write(files: Mapping[Path, bytes]) -> list[Path]:
    """Makes each file hold its bytes, and returns those that changed. A reader sees the old file or the new one, no half of it.

    Missing folders are made. Raises `FileError` for the first file that cannot be written.
    """
    return [path for path, content in files.items() if _written(path, content)]


def differences(files: Mapping[Path, bytes], root: Path = Path()) -> list[Difference]:
    """Where the files that are there are not those that should be; their names are as seen from `root`.

    Raises `FileError` for one that cannot be read.
    """
    return [difference for path, content in files.items() if (difference := _difference(path, content, root))]


def stray(name: str) -> str:
    """The line that says of a file that it should not be there."""
    return f"stray file: {printable(name)}"


def remove(paths: Iterable[Path], top: Path) -> None:
    """Removes files, and the folders below `top` that they leave empty. Raises `FileError` for the first that cannot be."""
    for path in paths:
        try:
            path.unlink()
            for folder in path.parents:
                if folder == top or any(folder.iterdir()):
                    break
                folder.rmdir()
        except OSError as error:
            raise FileError(f"{printable(str(path))} cannot be removed: {why(error)}") from None


class Folder:
    """A folder that holds files of ours among others. A manifest in it names ours, so that no other is touched or minded."""

    def __init__(self, path: Path, contents: Mapping[str, bytes], manifest: str) -> None:
        names = "".join(f"{name}\n" for name in sorted(contents))
        self.path = path
        self.manifest = path / manifest
        self.files = {path / name: content for name, content in sorted(contents.items())} | {
            self.manifest: names.encode()
        }

    def stray(self) -> list[Path]:
        """The files that an earlier version wrote and this one does not."""
        listed = (read(self.manifest) or b"").decode(errors="replace").splitlines()
        paths = [self.path / name for name in listed if _is_inside(name)]
        return [path for path in paths if path not in self.files and path.is_file()]

    def remove(self, paths: list[Path]) -> None:
        """Removes files, and the folders that they leave empty."""
        remove(paths, self.path)


def to_standard_output(content: bytes) -> None:
    """Writes bytes as they are, whatever the line endings of the system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _is_inside(name: str) -> bool:
    """Whether a line of a manifest can be one of ours. A manifest that was tampered with must not reach other files."""
    return _NAME.fullmatch(name) is not None and ".." not in name.split("/")


def _difference(path: Path, content: bytes, root: Path) -> Difference | None:
    before = read(path)
    name = printable((path.relative_to(root) if path.is_relative_to(root) else path).as_posix())
    if before is None:
        return Difference(path, (f"missing file: {name}",), is_missing=True)
    if before == content:
        return None
    lines = tuple(_diff(name, before, content))
    return Difference(path, lines, only_line_ends=before.replace(b"\r\n", b"\n") == content)


def _diff(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (
        io.StringIO(content.decode(errors="backslashreplace"), newline="\n").readlines() for content in (before, after)
    )
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield "\t".join(map(printable, line.removesuffix("\n").split("\t")))
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _written(path: Path, content: bytes) -> bool:
    """Writes a file beside the old one and puts it in its place. A link is followed; a device is written to."""
    try:
        target = path.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not target.is_file():
            target.write_bytes(content)
            return True
        if mode is not None and target.read_bytes() == content:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as fresh:
            try:
                fresh.write(content)
                fresh.close()
                Path(fresh.name).chmod(_new_mode() if mode is None else mode)
                Path(fresh.name).replace(target)
            except BaseException:
                fresh.close()
                Path(fresh.name).unlink(missing_ok=True)
                raise
    except (OSError, ValueError, RuntimeError) as error:  # the last is a loop of links
        raise FileError(f"{printable(str(path))} cannot be written: {why(error)}") from None
    return True


def _new_mode() -> int:
    """The rights of a new file, as the system would give them."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
