"""A call as a PHP program, by the cURL extension."""

from __future__ import annotations

import json
import re
from typing import Any

from unimicro_schema.build.languages.call import JSON, Answer, Fresh, ShownCall, one
from unimicro_schema.build.languages.layout import Layout

INTERPOLATED = "$"
"""What begins a variable in a text in double quotes, so that a text escapes it."""
_LAYOUT = Layout(4)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_GUID = """\
function guid(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf("%s%s-%s-%s-%s-%s%s%s", str_split(bin2hex($bytes), 4));
}
"""


def program(call: ShownCall) -> str:
    """A program that prints the useful part of the answer, and ends with the message where that is an error."""
    url = _text(call.host + call.target)
    lines = ["<?php"]
    if call.body and call.body.fresh:
        lines += [_GUID]
    if call.parameters:
        options = ["http_build_query(", _literal(call.parameters), ", encoding_type: PHP_QUERY_RFC3986)"]
        lines += [f"$query = {''.join(options)};"]
        url = f'{_text(f"{call.host}{call.path}?")[:-1]}$query"'
    if call.body:
        lines += [f"$body = {_literal(call.body.value)};"]
    headers = [
        f"{_text(f'{secret.header}: {secret.prefix}')} . getenv({_text(secret.variable)})" for secret in call.secrets
    ]
    if call.body:
        headers += [_text(f"Content-Type: {JSON}")]
    elif call.is_empty:
        headers += [_text("Content-Length: 0")]
    lines += [
        f"$curl = curl_init({url});",
        "curl_setopt_array($curl, [",
        "    CURLOPT_RETURNTRANSFER => true,",
        "    CURLOPT_TIMEOUT => 30,",
        *([f"    CURLOPT_CUSTOMREQUEST => {_text(call.method)},"] if call.method != "GET" else []),
        f"    CURLOPT_HTTPHEADER => {_LAYOUT.of('[', headers, 4)},",
        *(["    CURLOPT_POSTFIELDS => json_encode($body, JSON_THROW_ON_ERROR),"] if call.body else []),
        "]);",
        "$answer = curl_exec($curl);",
        "$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);",
        "if ($status < 200 || $status > 299) {",
        '    fwrite(STDERR, "$status $answer" . curl_error($curl) . PHP_EOL);',
        "    exit(1);",
        "}",
        "",
    ]
    return "\n".join([*lines, *_printing(call.answer)])


def _printing(answer: Answer | None) -> list[str]:
    if answer is None:
        return ["echo $status, PHP_EOL;"]
    if not answer.shown:
        return ["echo $answer, PHP_EOL;"]
    name = f"${one(answer.model)}"
    shown = [name + "".join(f"->{_key(part)}" for part in path) for path in answer.shown]
    # An object on the way may be absent or null.
    safe = [item if len(path) == 1 else f'{item} ?? ""' for item, path in zip(shown, answer.shown, strict=True)]
    line = f'echo implode(" ", [{", ".join(safe)}]), PHP_EOL;'
    if answer.many:
        return [f"foreach (json_decode($answer) as {name}) {{", f"    {line}", "}"]
    return [f"{name} = json_decode($answer);", line]


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else f"{{{_text(name)}}}"


def _literal(value: Any, indent: int = 0) -> str:
    if isinstance(value, Fresh):
        return "guid()"
    if isinstance(value, dict):
        items = [f"{_text(name)} => {_literal(item, indent + 4)}" for name, item in value.items()]
        return _LAYOUT.of("[", items, indent) if items else "new stdClass()"
    if isinstance(value, list):
        return _LAYOUT.of("[", [_literal(item, indent + 4) for item in value], indent)
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(value: str) -> str:
    return '"' + re.sub(rf'[\\"{INTERPOLATED}]', r"\\\g<0>", value) + '"'
