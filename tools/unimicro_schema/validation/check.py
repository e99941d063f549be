"""The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs
import orjson

from unimicro_schema.entities import entities
from unimicro_schema.findings import Finding, Report, judged
from unimicro_schema.registry import documented, published
from unimicro_schema.validation.advice import advise
from unimicro_schema.validation.defects import Defect, findings
from unimicro_schema.validation.duplicates import duplicates, may_repeat_keys
from unimicro_schema.validation.nodes import Nodes
from unimicro_schema.validation.plain import plain

_COMMAND = re.compile(r"""(?![ \t\r\n]*[{\["])(?:[^\n]*\n)*?[ \t]*(?:\$ +)?(?=curl(?:\.exe)?[ \t\r\n\\])""")
"""What is in front of a command of curl in a text that does not begin like JSON."""


def validate(  # noqa: PLR0913  # the ways to judge a payload
    data: bytes | str | Any,
    operation: str,
    status: str | int | None = None,
    *,
    strict: bool = False,
    show_values: bool = False,
    read_back: bool = False,
) -> Report:
    """Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.

    `data` is JSON text (`bytes` or `str`), parsed JSON or a model; other values of Python are what they are written as. Requests
    get advice too, which does not change the verdict unless `strict` treats it as errors. Messages have no values of the payload
    unless `show_values`. Where the contract documents no body for a status, any body is right, and so is no body. Raises `LookupError`
    for an operation or a status that the contract does not have, and `ValueError` for a value that JSON cannot hold.

    With `read_back` a request is judged by what answers may hold: it was read, changed and is sent back. Keys and codes that the
    contract does not know are advice then, unless a key is nearly a known one. Only operations that change what exists take it;
    with others it raises `ValueError`.
    """
    if read_back:
        from unimicro_schema.validation.read_back import refuse  # few payloads are judged so

        refuse(operation, status)
    body = _body(operation, status, read_back=read_back)
    return judged(operation, _findings(data, body, show_values) if body else (), strict=strict)


def _findings(data: bytes | str | Any, body: _Body, show_values: bool) -> tuple[Finding, ...]:
    """The findings of a payload, errors and advice, in the order of the text."""
    if isinstance(data, bytearray | memoryview):
        data = bytes(data)
    if not isinstance(data, bytes | str):
        data = plain(data)
        defects = _defects(body, data)
        return findings(_with_values(defects, data) if show_values else defects, None)
    try:
        data = decoded(data)
    except ValueError as error:
        return (Finding("unreadable", "error", "", str(error)),)
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        return (refusal_of(data.decode()),)
    defects = _defects(body, value)
    if may_repeat_keys(data, value):
        defects += duplicates(data.decode())
    if show_values:
        defects = _with_values(defects, value)
    return findings(defects, data.decode()) if defects else ()


def _with_values(defects: list[Defect], value: Any) -> list[Defect]:
    """Defects that say their values too."""
    from unimicro_schema.validation.values import shown  # only for those who ask

    return [defect._replace(shown=shown(value, defect.path)) for defect in defects]


def decoded(data: bytes | str) -> bytes:
    """A payload as UTF-8, its byte order mark left out. Raises `ValueError` for what is not UTF-8."""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError(_unreadable("utf-16"))
    if not data.isascii():
        try:
            data.decode()
        except UnicodeDecodeError as error:
            raise ValueError(_unreadable("utf-8", byte=error.start)) from None
    return data.removeprefix(b"\xef\xbb\xbf")


def refusal_of(text: str) -> Finding:
    """Why the parser does not read a text."""
    from unimicro_schema.validation.locate import lines  # few texts are not JSON
    from unimicro_schema.validation.reader import LEVELS, Refusal, refusal

    command = _COMMAND.match(text)
    found = Refusal("command", command.end()) if command else refusal(text) or Refusal("value", 0)
    place = lines(text)
    line, column = place(found.begun)
    message = _unreadable(found.sentence, bracket=found.bracket, line=line, column=column, levels=LEVELS)
    line, column = place(found.at)
    return Finding("unreadable", "error", "", message, line=line, column=column)


def _unreadable(sentence: str, **values: object) -> str:
    from unimicro_schema.rules import RULES  # as well

    return RULES["unreadable"].message(sentence, values)


class _Body(NamedTuple):
    """A body: what checks it, what names its defects, and, for what is sent, the entity that advice is about.

    `read_back` is the operation of a request that is judged as read back.
    """

    validator: jsonschema_rs.Draft202012Validator
    nodes: Callable[[], Nodes]
    advised: str | None
    updates: bool
    read_back: str | None = None


@cache
def _body(operation: str, status: str | int | None, *, read_back: bool) -> _Body | None:
    known = documented(operation, status)
    if known is None:
        return None
    schema = published.for_engine(operation, "request" if status is None else str(status))
    validator = jsonschema_rs.Draft202012Validator(schema)
    nodes = cache(lambda: _nodes(orjson.loads(schema)))
    if status is not None:
        return _Body(validator, nodes, None, updates=False)
    updates = not entities()[known.model].identity
    return _Body(validator, nodes, known.model, updates=updates, read_back=operation if read_back else None)


def _nodes(schema: dict[str, Any]) -> Nodes:
    """What names the defects. Of a long list the engine picks out the items that are wrong: most are not."""
    if "items" not in schema:
        return Nodes(schema)
    item = {**schema["items"], "$defs": schema["$defs"]}
    engine = cache(lambda: jsonschema_rs.Draft202012Validator(item))
    return Nodes(schema, lambda value: engine().is_valid(value))


def _defects(body: _Body, value: Any) -> list[Defect]:
    """What is wrong, once each: never a parent beside its child, nor a wrong type and what follows from it."""
    advice = advise(value, body.advised, updates=body.updates) if body.advised else []
    if body.validator.is_valid(value):
        return advice
    if _is_recording(value):
        return [Defect("unreadable", (), "recording")]
    from unimicro_schema.validation.walk import defects_of  # most payloads have no errors

    errors = defects_of(body.nodes(), value)
    if body.read_back:
        from unimicro_schema.validation.read_back import softened

        errors = softened(errors, value, body.read_back)
    if errors[:1] and (errors[0].rule, errors[0].path) == ("wrong-type", ()):
        return errors  # it is another body altogether
    wrong = {defect.path for defect in errors if not defect.severity}
    return errors + [
        defect
        for defect in advice
        if not any(defect.path[:length] in wrong for length in range(1, len(defect.path) + 1))
    ]


def _is_recording(value: Any) -> bool:
    """Whether a payload is a HAR file: its calls are payloads, it is none."""
    log = value.get("log") if isinstance(value, dict) else None
    return isinstance(log, dict) and isinstance(log.get("entries"), list)
