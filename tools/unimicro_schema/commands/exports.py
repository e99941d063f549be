"""The commands that write generated files for other projects: their common arguments, and what they say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from unimicro_schema.commands.streams import say
from unimicro_schema.files import outputs
from unimicro_schema.files.outputs import Difference, Folder
from unimicro_schema.reports import printable


def arguments(parser: argparse.ArgumentParser, place: str, text: str) -> None:
    """Declares where to write, and whether only to compare."""
    parser.add_argument("--output", required=True, metavar=place, help=text)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; print a diff and exit 1 if the files are stale"
    )


def file(options: argparse.Namespace, content: bytes) -> int:
    """Writes one file, or compares it. Returns the exit code."""
    if options.output == "-":
        if options.check:
            say("--check compares a file; name it with --output")
            return 2
        outputs.to_standard_output(content)
        return 0
    return _done(options, {Path(options.output): content}, None)


def folder(options: argparse.Namespace, kind: str, contents: dict[str, bytes]) -> int:
    """Writes a folder of files, or compares it. `contents` are by path below it. Returns the exit code."""
    if options.output == "-":
        say("these are many files; name a folder with --output")
        return 2
    place = Folder(Path(options.output), contents, f"{kind}-manifest.txt")
    return _done(options, place.files, place)


def _done(options: argparse.Namespace, files: Mapping[Path, bytes], place: Folder | None) -> int:
    stray = place.stray() if place else []
    if options.check:
        return _compared(options, outputs.differences(files), stray)
    changed = outputs.write(files)
    if place:
        place.remove(stray)
    counts = f"{len(changed)} written, {len(stray)} removed, {len(files) - len(changed)} unchanged"
    sys.stdout.write(f"{printable(options.output)}: {counts}\n")
    return 0


def _compared(options: argparse.Namespace, found: list[Difference], stray: list[Path]) -> int:
    name = printable(options.output)
    for difference in found:
        sys.stdout.write("".join(f"{line}\n" for line in difference.lines))
    sys.stdout.write("".join(f"{outputs.stray(str(path))}\n" for path in stray))
    if not found and not stray:
        sys.stdout.write(f"{name}: fresh\n")
        return 0
    if found and all(difference.only_line_ends for difference in found):
        say(f"{name} differs only in its line endings; keep them with `* -text` in .gitattributes")
    else:
        say(f"{name} is stale; run the same command without --check, and commit what it writes")
    return 1
