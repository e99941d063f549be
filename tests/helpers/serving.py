"""The command `mock` in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

SECRETS = {"Authorization": "Bearer a.b.c", "CompanyKey": "6588024e-24aa-4ee9-8bf5-bc28778f2e91"}
"""The headers that every call needs."""
PATIENT = httpx.Client(timeout=60)
"""Calls a mock, which answers its first call when it has read the contract, however much the machine has to do."""


@contextmanager
def started(*arguments: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The URL that a mock prints, and its process, which is ended with the block."""
    command = [sys.executable, "-m", "unimicro_schema", "mock", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().partition(" ")[0].rstrip(":"), process
        finally:
            process.kill()
