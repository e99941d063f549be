"""Checks of numbers and e-mail addresses that have a format or a check digit of their own."""

import re
from collections.abc import Callable
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

# Sums of digits are made of their ASCII codes: the 48 that each has too many adds up to a multiple of 11, or of 10.
_MOD_11 = (3, 2, 7, 6, 5, 4, 3, 2, 1)
_BLANK = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"  # spelled out: \s differs between languages
_EMAIL = re.compile(rf"[^@{_BLANK}]+@[^@.{_BLANK}]+(?:\.[^@.{_BLANK}]+)+")
_VAT = re.compile(r"(?:[Nn][Oo])?([0-9]{9})(?:[Mm][Vv][Aa])?")
_SPACES = re.compile(rf"[{_BLANK}]*")


def is_blank(text: str) -> bool:
    """Whether text has only spaces."""
    return _SPACES.fullmatch(text) is not None


class Wrong(NamedTuple):
    """What a check has to say: the rule and the name of the sentence."""

    rule: str
    sentence: str


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def org_number(text: str) -> Wrong | None:
    """Whether nine digits are a Norwegian organisation number. Other texts may be foreign numbers and are left alone."""
    digits = text.replace(" ", "").replace("\u00a0", "")
    vat = _VAT.fullmatch(digits)
    if vat and vat[1] != digits and org_number(vat[1]) is None:
        return Wrong("org-number-checksum", "vat")
    if len(digits) != 9 or not _are_digits(digits):
        return None
    if sum(map(mul, _MOD_11, digits.encode())) % 11:
        return Wrong("org-number-checksum", "checksum")
    if digits != text:
        return Wrong("org-number-checksum", "spaces")
    return None


def gln(text: str) -> Wrong | None:
    """Whether a text is a Global Location Number: 13 digits with a check digit."""
    if len(text) == 13 and _are_digits(text):
        codes = text.encode()
        if (sum(codes[::2]) + 3 * sum(codes[1::2])) % 10 == 0:
            return None
    return Wrong("gln-checksum", "checksum")


def email(text: str) -> Wrong | None:
    """Whether a text looks like an e-mail address."""
    return None if not text or _EMAIL.fullmatch(text) else Wrong("email-shape", "shape")


def digits(text: str) -> Wrong | None:
    """Whether text has only digits."""
    return None if _are_digits(text) else Wrong("not-digits", "digits")


CHECKS: MappingProxyType[str, Callable[[str], Wrong | None]] = MappingProxyType(
    {"org-number": org_number, "gln": gln, "email": email, "digits": digits}
)
"""The checks by the value of `x-check`. Each takes a text that is not empty."""
