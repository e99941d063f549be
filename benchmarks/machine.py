"""The machine and the versions that numbers belong to."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def describe(versions: dict[str, str], load: float) -> str:
    """Processor, cores, system, Python, date, the load of other programs, and the versions of all that was measured."""
    programs = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python"
        f" {platform.python_version()}, {datetime.now(UTC):%d %B %Y}; load before it began: {load:.1f}.\n\n{programs}."
    )


def _processor() -> str:
    try:
        facts = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or "unknown processor"
    models = [line.partition(":")[2].strip() for line in facts.splitlines() if line.startswith("model name")]
    return models[0] if models else "unknown processor"
