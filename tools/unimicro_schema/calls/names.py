"""What a call is called in reports, without a value of it."""

from __future__ import annotations

from unimicro_schema.calls.call import Call
from unimicro_schema.calls.recognition import usage, words
from unimicro_schema.registry import operation
from unimicro_schema.suggestions import nearest

_HIDDEN = "…"
_LONGEST = 10  # of the names of methods


def name_of(call: Call, operation_id: str | None, *, show_values: bool = False) -> str:
    """The operation as it is called, or the method and the path, in which only words of the contract and slips for them are shown.

    With `show_values` the whole path is shown. The query never is: it may hold a token.
    """
    method = call.method.upper()
    method = method if method.isalpha() and len(method) <= _LONGEST else _HIDDEN
    path = call.url.partition("?")[0].partition("#")[0]
    if show_values:
        return f"{method} {path}"
    if operation_id:
        return usage(operation(operation_id))
    _, _, rest = path.partition("//") if "//" in path else ("", "", path)
    known = {word.casefold() for word in words()}
    parts = [_shown(part, known) for part in rest.split("/")[1:]]
    return f"{method} /{'/'.join(parts)}"


def _shown(part: str, known: set[str]) -> str:
    return part if not part or part.casefold() in known or nearest(part, known, cutoff=0.85) else _HIDDEN
