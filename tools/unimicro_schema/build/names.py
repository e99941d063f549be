"""The names that the contract gives: each can be the name of what is derived from it, in Python and in TypeScript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from unimicro_schema.build.inlined import taken
from unimicro_schema.build.parts import bodies, declared, operations, properties, schemas
from unimicro_schema.build.source import Problem, Source
from unimicro_schema.derived import beside

HERE = Path(__file__).parent
SHARED = ("../formats.py", *(f"model_{part}.py" for part in ("types", "facts", "rules", "schema", "base")))
"""The modules that the models share, beside this one, each after what it uses."""

_GENERATED = {"IntEnum", "StrEnum", "Enum", "RootModel", "Literal"}
"""What the generator of the models imports by itself."""

_WORD = "letters a-z, digits and _"
_PROPERTY = re.compile(r"_?[A-Za-z][A-Za-z0-9_]*")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def named(source: Source) -> Iterator[Problem]:
    """No schema is called as the models or the types of the npm package call something else, and properties and parameters have plain names."""
    for file, _ in schemas(source):
        name = PurePosixPath(file).stem
        if name in _taken():
            yield Problem(
                file, "", f"{name} means something else in Python or in TypeScript; give the schema another name"
            )
    for file, pointer, name, _ in properties(source):
        if not _PROPERTY.fullmatch(name):
            yield Problem(file, pointer, f"has the name {name!r}; it must be a word of {_WORD}, after one _ at most")
    for file, pointer, node in declared(source):
        if not _CODE.fullmatch(str(node.get("name", ""))):
            yield Problem(file, f"{pointer}/name", f"must be a word of {_WORD}, and begin with a letter")


def shown(source: Source) -> Iterator[Problem]:
    """The name of an example, or of an example request, can be that of a file."""
    for file, pointer, node in operations(source):
        named = {"x-requests": node.get("x-requests", {})}
        for place, body in bodies(source, file, node):
            named[place] = {name for item in body.node.get("content", {}).values() for name in item.get("examples", {})}
        for place, names in named.items():
            for name in [name for name in names if not _FILE.fullmatch(name)]:
                message = f"the example {name} must have a name of lowercase letters, digits and hyphens: its file is called so"
                yield Problem(file, f"{pointer}/{place}", message)


def acted(source: Source) -> Iterator[Problem]:
    """The actions of an operation differ in more than the case of their letters."""
    for file, pointer, node in operations(source):
        seen: set[str] = set()
        for index, entry in enumerate(node.get("x-actions", [])):
            action = entry.get("action", "")
            if action.lower() in seen:
                message = f"{action or 'no action'} is that of another entry; the server cannot tell the two apart"
                yield Problem(file, f"{pointer}/x-actions/{index}", message)
            seen.add(action.lower())


def codes(source: Source) -> Iterator[Problem]:
    """The codes of an enum are different integers, and their names are different words."""
    for file, schema in schemas(source):
        if "enum" not in schema:
            continue
        if not schema["enum"]:
            yield Problem(file, "/enum", "has no codes; give at least one")
        for index, code in enumerate(schema["enum"]):
            if not isinstance(code, int) or isinstance(code, bool):
                message = (
                    "is not an integer; an enum that may be null is anyOf: [{$ref: …}, {type: 'null'}] where it is used"
                )
                yield Problem(file, f"/enum/{index}", message)
        for key, values in (("enum", schema["enum"]), ("x-enum-varnames", schema.get("x-enum-varnames", []))):
            for value in [value for value, count in Counter(map(str, values)).items() if count > 1]:
                yield Problem(file, f"/{key}", f"has {value} more than once")
        for index, name in enumerate(schema.get("x-enum-varnames", [])):
            if not _CODE.fullmatch(name):
                yield Problem(file, f"/x-enum-varnames/{index}", f"must be a word of {_WORD}, and begin with a letter")


@cache
def _taken() -> frozenset[str]:
    """The names that the module of the models has beside its classes, and those in the declarations of the npm package."""
    python = taken((HERE / file).read_text(encoding="utf-8") for file in SHARED)
    declared = re.sub(r"/\*.*?\*/|//[^\n]*", "", beside(__file__, "../javascript/index.d.ts").decode(), flags=re.DOTALL)
    return frozenset({*python, *_GENERATED, *map(str, (None, True, False)), *re.findall(r"\b[A-Z]\w*", declared)})
