"""Derives the Pydantic models, by datamodel-code-generator."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from datamodel_code_generator import DataModelType, InputFileType, PythonVersion, generate
from datamodel_code_generator.config import GenerateConfig

from unimicro_schema.build import names
from unimicro_schema.build.contract import Contract, Node
from unimicro_schema.build.directions import gains_null, is_note, is_nullable
from unimicro_schema.build.inlined import inlined
from unimicro_schema.build.schemas import direction_of
from unimicro_schema.derived.published import DIALECT
from unimicro_schema.pointers import COMPONENTS, DEFINITIONS, moved, walk

HEADER = '''"""The models of the {title}, in one file that needs nothing but pydantic 2.14 or later.

Generated; do not edit. `unimicro-schema models --output FILE` writes it, and with `--check` checks whether it is up to date.
"""
'''
# The file is as `ruff format` leaves it; these keep the settings of the project that it is copied into off it.
_LEAVE_ALONE = "# isort: skip_file\n# fmt: off\n# ruff: noqa: PGH004\n# ruff: noqa\n\n"

# The names in Python that do not follow from the names on the wire.
_NAMES = {"_createguid": "create_guid", "_guid": "guid", "_isDirty": "is_dirty"}

# Types whose verdict is that of JSON Schema, by type and format.
_TYPES = {
    ("integer", "int32"): "Int32",
    ("number", "double"): "Number",
    ("string", "uuid"): "Uuid",
    ("string", "date-time"): "DateTime",
}
# A code that the enum does not know yet, as a response may hold it.
_OTHER_CODE = {"type": "integer", "customTypePath": "unimicro_schema.build.model_types.Int32"}
# What a client noted for itself, as a request may hold it.
_OTHER_NOTE = {"customTypePath": "unimicro_schema.build.model_types.JsonValue"}
_FIELD_FACTS = {"x-null", "x-digits-in", "x-note", "x-personal", "x-recognised-by"}
_MODEL_FACTS = {"x-identity", "x-open", "x-recognised-by"}


def module(contract: Contract) -> str:
    """The source text of the module with a class for every component and all that the classes need, pydantic apart."""
    definitions = moved({name: _model_form(contract, name) for name in contract.schemas}, COMPONENTS, DEFINITIONS)
    bases = {
        name: "unimicro_schema.build.model_base.Request"
        for name in definitions
        if direction_of(contract, name) == "request"
    }
    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class="unimicro_schema.build.model_base.Model",
        base_class_map=bases,
        aliases=_NAMES,
        snake_case_field=True,
        remove_special_field_name_prefix=True,
        use_serialization_alias=True,
        use_subclass_enum=True,
        use_specialized_enum=True,
        capitalise_enum_members=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_schema_description=True,
        use_field_description=True,
        use_single_line_docstring=True,
        field_constraints=True,
        field_extra_keys=_FIELD_FACTS,
        model_extra_keys=_MODEL_FACTS,
        skip_root_model=True,
        keep_model_order=True,
        use_double_quotes=True,
        use_default_kwarg=True,
        custom_file_header='"""The models."""',
        formatters=[],
    )
    text = str(generate({"$schema": DIALECT, "$defs": definitions}, config=config))
    shared = [(names.HERE / file).read_text(encoding="utf-8") for file in names.SHARED]
    whole = inlined([*shared, _finished(text)])
    head = HEADER.format(title=contract.bundle["info"]["title"])
    tidy = formatted(f"{head}{whole}\n\n__all__ = {sorted(definitions)}\n")
    return tidy.replace("from __future__", f"{_LEAVE_ALONE}from __future__", 1)


def _model_form(contract: Contract, name: str) -> Node:
    """A component as datamodel-code-generator should see it: types by name, facts that JSON Schema has no word for."""
    result: Node = json.loads(json.dumps(contract.schemas[name]))
    properties = result.get("properties", {})
    for item in properties.values():
        if not is_nullable(item):
            item["x-null"] = "received" if gains_null(contract, name, item) else "never"
    for pointer, value in list(walk(result)):
        if isinstance(value, dict) and not isinstance(value.get("type"), dict) and "/x-" not in pointer:
            _name_types(contract, value)
    for key, item in properties.items():
        if is_note(item):
            facts = {fact: item.pop(fact) for fact in ("description", "x-null") if fact in item}
            properties[key] = {"anyOf": [item, _OTHER_NOTE], "x-note": True, **facts}
    return result


def _name_types(contract: Contract, node: Node) -> None:
    kinds = node.get("type", [])
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if (kind, node.get("format")) in _TYPES and "enum" not in node:
            node["customTypePath"] = f"unimicro_schema.build.model_types.{_TYPES[kind, node.pop('format')]}"
    if "$ref" in node and "enum" in contract.resolve(node):
        node["anyOf"] = [{"$ref": node.pop("$ref")}, _OTHER_CODE]
    elif "anyOf" in node and any("enum" in contract.resolve(item) for item in node["anyOf"]):
        node["anyOf"] = [*node["anyOf"], _OTHER_CODE]
    if "object" in node.get("type", []) and not {"properties", "additionalProperties", "allOf"} & node.keys():
        node["customTypePath"] = "unimicro_schema.build.model_types.JsonObject"
    for key in ("examples", "minimum", "maximum"):
        node.pop(key, None)


def _finished(text: str) -> str:
    """The module with the four things put right that no option of the generator reaches.

    `alias` would name a field for reading and writing in one, but then type checkers want the name on the wire in the
    constructor too. A root model takes no base class. Our types, which are plain `Annotated` ones, are taken for types
    that pydantic does not know. And every class that names a later one is built at once, used or not.
    """
    text = re.sub(r"serialization_alias=('[^']+')", r"validation_alias=\1, serialization_alias=\1", text)
    text = re.sub(r"\(RootModel(\[\w+(?: \| \w+)+\]\))", r"(Shapes\1", text)
    text = text.replace("(RootModel[", "(Root[")
    text = re.sub(r"^\w+\.model_rebuild\(\)$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^ *arbitrary_types_allowed=True,\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^ *model_config = ConfigDict\(\n *\)\n", "", text, flags=re.MULTILINE)


def formatted(text: str) -> str:
    """Python source as `ruff format` leaves it without any settings, with its imports sorted and none that is not used."""
    for arguments in (["check", "--select", "F401,I", "--fix-only", "--quiet"], ["format"]):
        command = [sys.executable, "-m", "ruff", *arguments, "--isolated", "--target-version", "py311", "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
        text = done.stdout
    return text
