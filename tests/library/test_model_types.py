"""What type checkers make of the models, plain and with pydantic's plugin for mypy."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """from unimicro_schema.models import Address, BusinessRelation, CustomerCreate, CustomerStatus, Phone, PhoneType

body = CustomerCreate(
    org_number="914012708",
    status_code=CustomerStatus.ACTIVE,
    credit_days=None,
    info=BusinessRelation(
        name="John Doe",
        invoice_address=Address(postal_code="0184", create_guid="3d1f6a52-8c07-4b9e-a1d4-5e2f70c9b836"),
        phones=[Phone(number="22000000", type=PhoneType.PHONE)],
    ),
)
name: str | None = body.org_number
body.credit_days = 30
"""
STAR = f"from unimicro_schema.models import *\n{GOOD.split(chr(10), 1)[1]}reader = adapter\n"
BAD = """from unimicro_schema.models import CustomerCreate

CustomerCreate(org_numer="x")
CustomerCreate(org_number="x").org_numer
CustomerCreate(org_number=1)
"""
WRONG = ["bad.py:3", "bad.py:4", "bad.py:5"]
PLAIN = "[mypy]\nstrict = true\n"
PLUGIN = f"""{PLAIN}plugins = pydantic.mypy
[pydantic-mypy]
init_forbid_extra = true
init_typed = true
warn_required_dynamic_aliases = true
warn_untyped_fields = true
"""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with programs that use the models, good ones and a bad one."""
    for name, text in {"good.py": GOOD, "star.py": STAR, "bad.py": BAD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def errors(folder: Path, *command: str) -> list[str]:
    """The file and line of each error that a type checker prints."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    found = [match.groups() for match in re.finditer(r"(\w+\.py):(\d+)(?::\d+)?(?: -|:) error", done.stdout)]
    assert found, f"{done.stdout} {done.stderr}"
    return [f"{name}:{line}" for name, line in found]


@pytest.mark.slow
@pytest.mark.parametrize("settings", [PLAIN, PLUGIN], ids=["plain", "with pydantic's plugin"])
def test_mypy_accepts_the_documented_constructors_and_refuses_typing_errors(programs: Path, settings: str) -> None:
    (programs / "settings.ini").write_text(settings, encoding="utf-8")
    assert errors(programs, "mypy", "--config-file=settings.ini", "good.py", "star.py", "bad.py") == WRONG


@pytest.mark.slow
def test_pyright_accepts_the_documented_constructors_and_refuses_typing_errors(programs: Path) -> None:
    assert errors(programs, "pyright", "--pythonpath", sys.executable, "good.py", "star.py", "bad.py") == WRONG
