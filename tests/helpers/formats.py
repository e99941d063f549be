"""The text formats of the contract, as the library `jsonschema` takes them."""

from jsonschema import FormatChecker

from unimicro_schema import FORMATS


def checker() -> FormatChecker:
    """A checker of our formats and of no others."""
    formats = FormatChecker(())
    for name, fits in FORMATS.items():
        formats.checks(name)(lambda value, fits=fits: not isinstance(value, str) or fits(value))
    return formats
