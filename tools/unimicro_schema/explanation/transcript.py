"""The body and the status of a response as programs show it.

That is with headers before it, as `curl -i`, `curl -v`, HTTPie and the tools of browsers show it, or in the message of an
exception, as the programs of the guide, Guzzle and PowerShell write it, or behind one, as people print both.
`docs/assets/tools/transcript.js` reads the same for the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACE = " \t\n\r\f\v"
"""White space: that of ASCII, here and in the patterns, since JavaScript and Python mean different characters by `\\s`."""
_STATUS_LINE = re.compile(r"\[?HTTP/[0-9](?:\.[0-9])? +([1-5][0-9]{2})(?:[ \]]|$)", re.IGNORECASE | re.ASCII)
_STATUS_FIELD = re.compile(r"Status(?: ?Code)?:? *([1-5][0-9]{2})(?: |$)", re.IGNORECASE | re.ASCII)
_FIELD = re.compile(r":?[A-Za-z][\w-]*(?: [A-Z][\w-]*){0,3} ?:(?: |$)", re.ASCII)
_REQUEST_LINE = re.compile(r"[A-Z]+ \S+ HTTP/[0-9]", re.ASCII)
_NOISE = re.compile(r"[*>}]|\{ \[| {2}% Total|[ 0-9:.-]+ Dload|\r? *(?:[0-9]+ +[0-9.]+[kMGTP]? +){2}")
"""What `curl -v` prints beside the response, and how far it is, if it writes into a file."""
_AROUND = re.compile(r"(?:XHR)?[A-Z]+$|https?://\S+$", re.ASCII)
"""What Firefox copies in front of the status."""
_FAILED = re.compile(r"^curl: \([0-9]+\) .* error: ([1-5][0-9]{2})\s*$", re.MULTILINE | re.ASCII)
"""What `curl --fail` says, before the body or behind it."""
_RECEIVED = re.compile(r"< ?")
_MARKUP = re.compile(r"<[!a-z?]", re.IGNORECASE | re.ASCII)
_BODY = re.compile(r"\s*[{[\"<]", re.ASCII)
_MESSAGES = (
    re.compile(r"^(?:[^\n]*(?:Exception|Error|error): *)?([1-5][0-9]{2}) (?=[{[\"<])", re.MULTILINE | re.ASCII),
    re.compile(r"^[^\n]*(?:Exception|Error): *([1-5][0-9]{2})(?=\s*(?:$| in ))", re.MULTILINE | re.ASCII),
    re.compile(r"^([45][0-9]{2})\s*\Z", re.ASCII),
    re.compile(r"resulted in a `([1-5][0-9]{2})[^`\n]*` response:\s+", re.ASCII),
)
"""What the message of an exception has in front of the body: of the guide's programs, with a body and without, and of Guzzle."""
_NAMED = re.compile(
    r"(?:error '|HTTPError: |success: |status code |returned (?:an )?error: \(?|failed! HTTP/[0-9.]+ |StatusCode: )"
    r"([1-5][0-9]{2})(?![0-9])"
)
"""What the message of an exception has that does not show the body, or shows it apart from the status."""
_POWERSHELL = re.compile(r"Invoke-(?:RestMethod|WebRequest) ?:")
_MARGIN = re.compile(r"^ +\| ?", re.MULTILINE)
"""What PowerShell has in front of the lines of a message."""
_BEHIND = re.compile(
    r"""^(?:[ \t]*|Invoke-(?:RestMethod|WebRequest) ?: *)(?=\{\s*["}]|\[\s*[\[{"\]]|"[^"\n]*"\s*$)""",
    re.MULTILINE | re.ASCII,
)
"""What is in front of a body that a message shows apart from the status: JSON, not an object as a program prints it."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\[\s\S])*"|[{}[\]]')


class Transcript(NamedTuple):
    """A response as a program shows it: its status, None where nothing tells it, and its body."""

    status: str | None
    body: str


class _Head(NamedTuple):
    lines: int = 0
    fields: int = 0
    status: str | None = None


def read(text: str) -> Transcript:
    """The status and the body in what a program shows of a response. A body alone stays as it is.

    So does a message that does not show the body; its status is told.
    """
    failed = _FAILED.search(text)
    body = _FAILED.sub("", text, count=1)
    lines = re.findall(r"[^\n]*\n|[^\n]+", body)
    head = _head_of(lines)
    if head.fields > 0:
        return Transcript(head.status, "".join(lines[head.lines :]))
    if failed and body.strip(_SPACE):
        return Transcript(failed[1], body)
    return Transcript(None, text) if _BODY.match(text) else _of_message(text)


def _head_of(lines: list[str]) -> _Head:
    """How many lines come before the body, how many of them say that they are a head, and the status that the last of them gives."""
    count, fields, status, index = 0, 0, None, 0
    is_ended = False
    while index < len(lines):
        is_received = bool(_RECEIVED.match(lines[index])) and not _MARKUP.match(lines[index])
        line = (_RECEIVED.sub("", lines[index], count=1) if is_received else lines[index]).strip(_SPACE)
        found = _STATUS_LINE.match(line) or (None if is_ended else _STATUS_FIELD.match(line))
        if found:
            status, is_ended, fields = found[1], False, fields + 1
        elif not line:
            is_ended = fields > 0
        elif not (_NOISE.match(lines[index]) or _AROUND.match(line)) or (
            _BODY.match(line) and not line.startswith("{ [")
        ):
            if is_ended or not (_FIELD.match(line) or _REQUEST_LINE.match(line)):
                break
            fields += 1
            if line.endswith(":"):  # the value is on the next line
                value = lines[index + 1].strip(_SPACE) if index + 1 < len(lines) else ""
                if line.lower().startswith("status") and re.match(r"[1-5][0-9]{2}", value):
                    status = value[:3]
                index += 1
        index += 1
        count = index
    # Lines such as `Error: not found` are a body, unless something after them says that they are not.
    is_head = status is not None or (is_ended and _BODY.match("".join(lines[count:])))
    return _Head(count, fields, status) if is_head else _Head()


def _of_message(text: str) -> Transcript:
    """What the message of an exception holds."""
    for pattern in _MESSAGES:
        if found := pattern.search(text):
            return Transcript(found[1], _value(text[found.end() :]))
    named = _NAMED.search(text)
    is_message = named or _POWERSHELL.match(text)
    plain = _MARGIN.sub("", text)
    shown = _BEHIND.search(plain) if is_message else None
    return Transcript(named[1] if named else None, _value(plain[shown.end() :]) if shown else text)


def _value(text: str) -> str:
    """The JSON that a text begins with, whatever comes after it. What is not closed, or is not JSON, stays as it is."""
    if text[:1] == "<":
        return text
    depth = 0
    for token in _TOKEN.finditer(text):
        if depth == 0 and token.start() > 0:
            break
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        if depth == 0:
            return text[: token.end()]
    return text if _BODY.match(text) else ""
