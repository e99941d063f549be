"""Checks of numbers and addresses that have a form or a check digit of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

_NORWEGIAN = re.compile(r"[0-9]{9}")
_MOD_11 = (3, 2, 7, 6, 5, 4, 3, 2, 1)
_GLN = re.compile(r"[0-9]{13}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a check has to say: the rule and the sentence."""

    rule: str
    message: str


def org_number(text: str) -> Wrong | None:
    """Whether nine digits are a Norwegian organisation number. Other texts may be foreign numbers and are left alone."""
    digits = text.replace(" ", "").replace("\u00a0", "")
    if not _NORWEGIAN.fullmatch(digits):
        return None
    if sum(weight * int(digit) for weight, digit in zip(_MOD_11, digits, strict=True)) % 11:
        return Wrong("org-number-checksum", "is no Norwegian organisation number: its check digit is wrong")
    if digits != text:
        return Wrong("org-number-checksum", "has blanks; send the nine digits only")
    return None


def gln(text: str) -> Wrong | None:
    """Whether a text is a Global Location Number: 13 digits with a check digit."""
    if _GLN.fullmatch(text) and (sum(map(int, text[::2])) + 3 * sum(map(int, text[1::2]))) % 10 == 0:
        return None
    return Wrong("gln-checksum", "is no Global Location Number: it needs 13 digits, the last of which is a check digit")


def email(text: str) -> Wrong | None:
    """Whether a text looks like an e-mail address."""
    return None if not text or _EMAIL.fullmatch(text) else Wrong("email-shape", "does not look like an e-mail address")


CHECKS: MappingProxyType[str, Callable[[str], Wrong | None]] = MappingProxyType(
    {"org-number": org_number, "gln": gln, "email": email}
)
"""The checks by the value of `x-check`. Each takes a text that is not empty."""
