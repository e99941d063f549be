"""The words of the query language: those of the platform, and what other languages write instead of them.

`language.json` is the one table that Python and the JavaScript modules share.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import orjson

from unimicro_schema.derived import beside

_TABLE: dict[str, Any] = orjson.loads(beside(__file__, "language.json"))

OPERATORS: tuple[str, ...] = tuple(_TABLE["operators"])
PATTERNS: frozenset[str] = frozenset(_TABLE["patterns"])
"""The operators that search text."""

FUNCTIONS: Mapping[str, str] = MappingProxyType({name.lower(): name for name in _TABLE["functions"]})
"""The functions as they are written, by their names in lowercase."""

STATISTICS: frozenset[str] = frozenset(_TABLE["statistics"])
"""Functions of the statistics API, which has a language of its own."""

ARITHMETIC: frozenset[str] = frozenset(_TABLE["arithmetic"])
QUANTIFIERS: frozenset[str] = frozenset(_TABLE["quantifiers"])
DIRECTIONS: tuple[str, ...] = tuple(_TABLE["directions"])

FLAGS: Mapping[str, str] = MappingProxyType(_TABLE["flags"])
"""What is written for true and false."""

MEANT: Mapping[str, Mapping[str, str]] = MappingProxyType(_TABLE["meant"])
"""What other languages write, and how it is written here, by the kind of the word."""
