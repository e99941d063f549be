"""A call as a JavaScript module, by fetch."""

from __future__ import annotations

import json
import re
from typing import Any

from unimicro_schema.build.languages.call import JSON, Answer, Fresh, Secret, ShownCall, one
from unimicro_schema.build.languages.layout import Layout

_LAYOUT = Layout(2, padded="{")
_NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)


def program(call: ShownCall) -> str:
    """A module that prints the useful part of the answer, and throws where that is an error."""
    url = f'"{call.host}{call.target}"'
    lines = []
    if call.parameters:
        lines += [f"const query = new URLSearchParams({_literal(call.parameters)});"]
        url = f"`{call.host}{call.path}?${{query}}`"
    if call.body:
        lines += [f"const body = {_literal(call.body.value)};"]
    lines += [f"const response = await fetch({url}, {{"]
    lines += [f'  method: "{call.method}",'] if call.method != "GET" else []
    lines += ["  headers: {", *(f"    {_key(secret.header)}: {_sent(secret)}," for secret in call.secrets)]
    lines += [f'    "Content-Type": "{JSON}",'] if call.body else []
    lines += ["  },"]
    lines += ["  body: JSON.stringify(body),"] if call.body else []
    lines += ["});", "if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);", ""]
    return "\n".join([*lines, *_printing(call.answer)])


def _sent(secret: Secret) -> str:
    value = f"process.env.{secret.variable}"
    return f"`{secret.prefix}${{{value}}}`" if secret.prefix else f'{value} ?? ""'


def _printing(answer: Answer | None) -> list[str]:
    if answer is None:
        return ["console.log(response.status);"]
    if not answer.shown:
        return ["console.log(await response.json());"]
    name = one(answer.model)
    shown = ", ".join(f"{name}.{'?.'.join(path)}" for path in answer.shown)
    if answer.many:
        return [f"for (const {name} of await response.json()) {{", f"  console.log({shown});", "}"]
    return [f"const {name} = await response.json();", f"console.log({shown});"]


def _literal(value: Any, indent: int = 0) -> str:
    if isinstance(value, Fresh):
        return "crypto.randomUUID()"
    if isinstance(value, dict):
        items = [f"{_key(name)}: {_literal(item, indent + 2)}" for name, item in value.items()]
        return _LAYOUT.of("{", items, indent)
    if isinstance(value, list):
        return _LAYOUT.of("[", [_literal(item, indent + 2) for item in value], indent)
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else json.dumps(name)
