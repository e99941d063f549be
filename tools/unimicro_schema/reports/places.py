"""Where findings are for the servers that show them: paths in the repository, and marks that tell findings apart."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path, PurePath

from unimicro_schema.findings import Finding
from unimicro_schema.reports import Result

_TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The environment variables by which servers say where the repository is."""


def in_repository(name: str) -> str:
    """The path of an input from the top of the repository, with forward slashes; absolute if it is not in the repository.

    The top is where the server says, else the folder with `.git` above the working directory, else that directory. Names such
    as `<stdin>` are not paths and stay as they are.
    """
    if name.startswith("<") and name.endswith(">"):
        return name
    return below(Path(os.path.abspath(name)), _top())  # noqa: PTH100  # links in it stay: they are in the repository too


def below(path: PurePath, top: PurePath) -> str:
    """A path from a folder, with forward slashes; the whole path if it is not in the folder."""
    return (path.relative_to(top) if path.is_relative_to(top) else path).as_posix()


def fingerprint(result: Result, finding: Finding) -> str:
    """A mark that stays the same while a finding does, though lines move; each finding of a run has its own."""
    facts = [str(result.report.operation), result.name, str(result.row), finding.rule, finding.pointer, finding.message]
    facts += [str(part) for part in (result.entry, finding.part) if part is not None]
    return sha256("\0".join(facts).encode(errors="surrogatepass")).hexdigest()


def _top() -> Path:
    here = Path.cwd()
    named = (Path(os.environ[name]).resolve() for name in _TOPS if os.environ.get(name))
    for top in named:
        if here.is_relative_to(top):
            return top
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
