"""A call as a Python program, by httpx and the models of the package."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from unimicro_schema.build.contract import Contract, references
from unimicro_schema.build.languages.call import JSON, Answer, Fresh, Secret, ShownBody, ShownCall, one, several
from unimicro_schema.build.languages.layout import WIDTH, Layout

_LAYOUT = Layout(4)


@dataclass(frozen=True)
class Names:
    """What the models call things: fields by component and name on the wire, members of enums by component and code.

    `wrapped` are the components that are not objects, whose value is the `root` of the model.
    """

    contract: Contract
    fields: dict[str, dict[str, str]]
    members: dict[str, dict[Any, str]]
    wrapped: frozenset[str]


def names(contract: Contract, module: str) -> Names:
    """The names, read off the source text of the models, so that no rule of the generator is repeated here."""
    fields: dict[str, dict[str, str]] = {}
    members: dict[str, dict[Any, str]] = {}
    wrapped: set[str] = set()
    for node in ast.parse(module).body:
        if isinstance(node, ast.ClassDef):
            fields[node.name] = dict(_fields(node))
            if any(ast.unparse(base).partition("[")[0] in {"Root", "Shapes"} for base in node.bases):
                wrapped.add(node.name)
            members[node.name] = {
                item.value.value: item.targets[0].id
                for item in node.body
                if isinstance(item, ast.Assign)
                and isinstance(item.value, ast.Constant)
                and isinstance(item.targets[0], ast.Name)
            }
    return Names(contract, fields, members, frozenset(wrapped))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and isinstance(item.value, ast.Call):
            settings = {keyword.arg: keyword.value for keyword in item.value.keywords}
            alias = settings.get("serialization_alias")  # a field that is called as it is on the wire has none
            yield str(alias.value) if isinstance(alias, ast.Constant) else item.target.id, item.target.id


def program(call: ShownCall, known: Names) -> str:
    """A program that prints the useful part of the answer, and ends with the message where that is an error."""
    models: set[str] = set()
    body = [f"body = {_body(known, call.body, models)}"] if call.body else []
    request = [
        f'"{call.host}{call.target}"',
        *([f"params={_literal(call.parameters, 4)}"] if call.parameters else []),
        f"headers={_headers(call)}",
        *([f"content={_dumped(call.body)}"] if call.body else []),
        "timeout=30",
    ]
    lines = [
        *body,
        f"response = {_LAYOUT.of(f'httpx.{call.method.lower()}(', request, 0)}",
        "if response.is_error:",
        '    raise SystemExit(f"{response.status_code} {response.text}")',
        "",
        *_printing(call.answer, known, models),
    ]
    adapted = [part for part in (call.body, call.answer) if part and (part.many or known.members[part.model])]
    imports = ["import os"] if call.secrets else []
    imports += ["from uuid import uuid4"] if call.body and call.body.fresh else []
    imports += [*([""] if imports else []), "import httpx"]
    imports += ["from pydantic import TypeAdapter"] if adapted else []
    imports += [_imported(sorted(models))] if models else []
    return "\n".join([*imports, "", *lines])


def _imported(models: list[str]) -> str:
    line = f"from unimicro_schema.models import {', '.join(models)}"
    return line if len(line) <= WIDTH else _LAYOUT.of("from unimicro_schema.models import (", models, 0)


def _headers(call: ShownCall) -> str:
    headers = [
        *(f'"{secret.header}": {_sent(secret)}' for secret in call.secrets),
        *([f'"Content-Type": "{JSON}"'] if call.body else []),
    ]
    return _LAYOUT.of("{", headers, 4)


def _sent(secret: Secret) -> str:
    if secret.prefix:
        return f"f\"{secret.prefix}{{os.environ['{secret.variable}']}}\""
    return f'os.environ["{secret.variable}"]'


def _dumped(body: ShownBody) -> str:
    return f"TypeAdapter(list[{body.model}]).dump_json(body)" if body.many else "body.model_dump_json()"


def _body(known: Names, body: ShownBody, models: set[str]) -> str:
    if not body.many:
        return _built(known, body.model, body.value, 0, models)
    return _LAYOUT.of("[", [_built(known, body.model, item, 4, models) for item in body.value], 0)


def _built(known: Names, model: str, value: dict[str, Any], indent: int, models: set[str]) -> str:
    """The constructor of a model for an object as it goes over the wire."""
    models.add(model)
    properties = known.contract.schemas[model]["properties"]
    items = []
    for name, item in value.items():
        target = next(iter(sorted(references(properties[name]))), "")
        items.append(f"{known.fields[model][name]}={_part(known, target, item, indent + 4, models)}")
    return _LAYOUT.of(f"{model}(", items, indent)


def _part(known: Names, target: str, value: Any, indent: int, models: set[str]) -> str:
    """A value of a property that leads to the component `target`, or to none."""
    if isinstance(value, list) and target:
        return _LAYOUT.of("[", [_part(known, target, item, indent + 4, models) for item in value], indent)
    if isinstance(value, dict) and "properties" in known.contract.schemas.get(target, {}):
        return _built(known, target, value, indent, models)
    if not isinstance(value, dict | Fresh) and value in known.members.get(target, {}):
        models.add(target)
        return f"{target}.{known.members[target][value]}"
    return _literal(value, indent)


def _literal(value: Any, indent: int) -> str:
    if isinstance(value, Fresh):
        return "str(uuid4())"
    if isinstance(value, dict):
        items = [f"{json.dumps(name)}: {_literal(item, indent + 4)}" for name, item in value.items()]
        return _LAYOUT.of("{", items, indent)
    if isinstance(value, list):
        return _LAYOUT.of("[", [_literal(item, indent + 4) for item in value], indent)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _printing(answer: Answer | None, known: Names, models: set[str]) -> list[str]:
    if answer is None:
        return ["print(response.status_code)"]
    models.add(answer.model)
    name = one(answer.model)
    shown = ", ".join(_read(known, answer.model, name, path) for path in answer.shown) or _whole(
        known, answer.model, name
    )
    if answer.many:
        return [
            f"{several(name)} = TypeAdapter(list[{answer.model}]).validate_json(response.content)",
            f"for {name} in {several(name)}:",
            f"    print({shown})",
        ]
    reader = (
        f"TypeAdapter({answer.model}).validate_json"
        if known.members[answer.model]
        else f"{answer.model}.model_validate_json"
    )
    return [f"{name} = {reader}(response.content)", f"print({shown})"]


def _whole(known: Names, model: str, name: str) -> str:
    """What prints all of a value: of one that is not an object the value, of an object its JSON."""
    if known.members[model]:
        return name
    return f"{name}.root" if model in known.wrapped else f"{name}.model_dump_json()"


def _read(known: Names, model: str, name: str, path: tuple[str, ...]) -> str:
    """What reads a property; an object on the way there may be absent."""
    parts = [name]
    for wire in path:
        parts.append(f"{parts[-1]}.{known.fields[model][wire]}")
        model = next(iter(sorted(references(known.contract.schemas[model]["properties"][wire]))), "")
    return " and ".join(parts[1:])
