"""Reads YAML and JSON as the contract is written: plain values, each key once. Needs PyYAML, which nothing imports unasked."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

import yaml

# libyaml is six times as fast; both loaders build the same values.
_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_FastLoader):  # type: ignore[misc]  # the base is chosen at run time
    """YAML 1.2's core schema: `NO`, `on` and dates stay text, and each key is unique."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~\0"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    loader.flatten_mapping(node)
    pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
    seen: set[object] = set()
    for (key, _), (key_node, _) in zip(pairs, node.value, strict=True):
        if not isinstance(key, str):
            raise yaml.constructor.ConstructorError(None, None, f"the key {key} must be quoted", key_node.start_mark)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key} appears twice", key_node.start_mark)
        seen.add(key)
    return {key: loader.construct_object(value, deep=True) for key, value in pairs}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for index, (key, _) in enumerate(pairs) if key in dict(pairs[:index]))
        raise ValueError(f"the key {twice} appears twice")
    return found


def parse(name: str, text: str) -> Any:
    """The value of a YAML or JSON file. Raises `ValueError` with one sentence."""
    if name.endswith(".json"):
        try:
            return json.loads(text, object_pairs_hook=_object)
        except json.JSONDecodeError as error:
            raise ValueError(f"not JSON, line {error.lineno} column {error.colno}: {error.msg}") from None
        except ValueError as error:
            raise ValueError(f"not JSON: {error}") from None
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # it is a safe loader with fewer types
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f", line {mark.line + 1} column {mark.column + 1}" if mark else ""
        raise ValueError(f"not YAML{where}: {error.problem}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise ValueError(f"not YAML: {' '.join(str(error).split())}") from None
