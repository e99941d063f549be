"""Values of a payload as they are shown to those who ask for them."""

from __future__ import annotations

from typing import Any

import orjson

from unimicro_schema.validation.defects import Place

_LONGEST = 80  # characters


def shown(payload: Any, path: Place) -> str:
    """The value at a path as JSON, cut where it is long."""
    for token in path:
        payload = payload[token]
    text = orjson.dumps(payload, default=str).decode()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
