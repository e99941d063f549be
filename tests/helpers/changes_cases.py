"""Edits of the small contract in tests/data, one for each rule: what `unimicro-schema diff` says of it, and of its reverse."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple

from unimicro_schema.pointers import at, decode, encode

GONE: Any = object()
"""Instead of a value: the key is not there."""

POST = "/paths/~1things/post"
PAUSE = "/paths/~1things/put/x-actions/0"
SCHEMAS = "/components/schemas"
THING = f"{SCHEMAS}/Thing/properties"
HEAVY_PART = {
    "type": "object",
    "required": ["Weight"],
    "properties": {
        "Number": {"type": "string", "pattern": r"^\d+$"},
        "Thing": {"anyOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}]},
        "Weight": {"type": "number"},
    },
}


class Case(NamedTuple):
    """`pointer` gets `value`; the edit is `rule` at `place` and breaks `breaks`; undoing it is `back` and breaks `breaks_back`."""

    pointer: str
    value: Any
    place: str
    rule: str
    breaks: str
    back: str
    breaks_back: str

    def __str__(self) -> str:
        return f"{self.rule} {self.pointer}"


CASES = [
    Case(f"{POST}/operationId", "makeThing", "makeThing", "operation-renamed", "generate", "operation-renamed", "generate"),
    Case("/paths/~1things/put/operationId", "things", "PUT /things", "group-renamed", "generate", "group-renamed", "generate"),
    Case(f"{PAUSE}/action", "halt", "pauseThing", "operation-moved", "send generate", "operation-moved", "send generate"),
    Case(f"{PAUSE}/tags", ["Things"], "pauseThing", "tags-changed", "generate", "tags-changed", "generate"),
    Case(f"{PAUSE}/x-status-after", 3, "pauseThing", "status-after-changed", "send", "status-after-changed", "send"),
    Case(f"{PAUSE}/deprecated", True, "pauseThing", "deprecated", "", "undeprecated", ""),
    Case(f"{PAUSE}/summary", "Pause", "pauseThing", "docs-changed", "", "docs-changed", ""),
    Case(f"{POST}/x-provenance", "assumed", "createThing", "provenance-changed", "", "provenance-changed", ""),
    Case(f"{PAUSE}/security", [{"token": []}, {"key": []}], "pauseThing", "security-added", "", "security-removed", "send"),
    Case(f"{PAUSE}/security", [{"token": [], "key": []}], "pauseThing", "security-tightened", "send", "security-loosened", ""),
    Case(f"{PAUSE}/security", [{}], "pauseThing", "security-loosened", "", "security-tightened", "send"),
    Case("/components/securitySchemes/token/scheme", "basic", "security token", "security-scheme-changed", "send generate", "security-scheme-changed", "send generate"),
    Case("/servers/1/url", "https://one.example", "server https://two.example", "server-removed", "send", "server-added", ""),
    Case("/servers/2/variables/host/default", "four.example", "server https://{host}", "server-changed", "send", "server-changed", "send"),
    Case("/openapi", "3.2.0", "openapi", "openapi-changed", "generate", "openapi-lowered", ""),
    Case("/openapi", "3.1.1", "openapi", "docs-changed", "", "docs-changed", ""),
    Case("/info/description", "All about things.", "info", "docs-changed", "", "docs-changed", ""),
    Case(f"{POST}/parameters/0", GONE, "createThing query dry", "parameter-removed", "send generate", "parameter-added", ""),
    Case(f"{POST}/parameters/1", GONE, "createThing query mode", "parameter-removed", "send generate", "required-parameter-added", "send generate"),
    Case(f"{POST}/parameters/0/required", True, "createThing query dry", "parameter-required", "send generate", "parameter-optional", "generate"),
    Case(f"{POST}/parameters/0/explode", False, "createThing query dry", "parameter-encoding-changed", "send generate", "parameter-encoding-changed", "send generate"),
    Case(f"{POST}/parameters/0/schema/default", True, "createThing query dry", "default-changed", "send generate", "default-changed", "send generate"),
    Case(f"{POST}/parameters/1/schema/enum", ["fast"], "createThing query mode", "value-removed", "send generate", "value-added", ""),
    Case(f"{PAUSE}/requestBody", GONE, "pauseThing/request", "request-removed", "send generate", "request-added", ""),
    Case(f"{POST}/requestBody", GONE, "createThing/request", "request-removed", "send generate", "required-request-added", "send generate"),
    Case(f"{PAUSE}/requestBody/required", True, "pauseThing/request", "request-required", "send generate", "request-optional", "generate"),
    Case(f"{POST}/requestBody/content/text~1plain", {}, "createThing/request", "media-type-added", "", "media-type-removed", "send generate"),
    Case(f"{POST}/responses/201/content/text~1plain", {}, "createThing/201", "media-type-added", "read", "media-type-removed", "generate"),
    Case(f"{POST}/responses/204", GONE, "createThing/204", "status-removed", "generate", "status-added", "read generate"),
    Case(f"{PAUSE}/responses/500", GONE, "pauseThing/500", "error-status-removed", "", "error-status-added", ""),
    Case(f"{POST}/responses/400/content", GONE, "createThing/400", "response-body-removed", "read generate", "response-body-added", "generate"),
    Case(f"{POST}/responses/201/headers/count", GONE, "createThing/201 header count", "header-removed", "read generate", "header-added", ""),
    Case(f"{POST}/requestBody/content/application~1json/examples/one/value", {}, "createThing/request", "examples-changed", "", "examples-changed", ""),
    Case(f"{SCHEMAS}/Unused", GONE, "Unused", "component-removed", "generate", "component-added", ""),
    Case(f"{SCHEMAS}/Unused/properties/A/type", "integer", "Unused.A", "type-changed", "generate", "type-changed", "generate"),
    Case(f"{THING}/Weight", GONE, "Thing.Weight", "property-removed", "send read generate", "property-added", ""),
    Case(f"{THING}/Seen", GONE, "Thing.Seen", "property-removed", "read generate", "property-added", ""),
    Case(f"{SCHEMAS}/Thing/required", ["Size", "Weight"], "Thing.Weight", "property-required", "send generate", "property-optional", "read generate"),
    Case(f"{SCHEMAS}/Part", HEAVY_PART, "Part.Weight", "required-property-added", "send generate", "property-removed", "send read generate"),
    Case(f"{THING}/Weight/type", ["number", "null"], "Thing.Weight", "null-allowed", "read generate", "null-refused", "send generate"),
    Case(f"{THING}/Weight/type", "integer", "Thing.Weight", "type-narrowed", "send generate", "type-widened", "read generate"),
    Case(f"{THING}/Kind/x-digits-in", "response", "Thing.Kind", "type-widened", "read generate", "type-narrowed", "generate"),
    Case(f"{THING}/Old/type", "string", "Thing.Old", "type-changed", "send read generate", "type-changed", "send read generate"),
    Case(f"{THING}/Parts/items", {"type": "string"}, "Thing.Parts[]", "type-changed", "send read generate", "type-changed", "send read generate"),
    Case(f"{THING}/Made/format", GONE, "Thing.Made", "format-removed", "read generate", "format-added", "send generate"),
    Case(f"{THING}/Made/format", "date", "Thing.Made", "format-changed", "send read generate", "format-changed", "send read generate"),
    Case(f"{THING}/Made/readOnly", GONE, "Thing.Made", "access-opened", "generate", "became-read-only", "send generate"),
    Case(f"{THING}/Weight/writeOnly", True, "Thing.Weight", "became-write-only", "read generate", "access-opened", "generate"),
    Case(f"{THING}/Name/maxLength", 4, "Thing.Name", "limit-tightened", "send", "limit-loosened", "read"),
    Case(f"{THING}/Name/minLength", 1, "Thing.Name", "limit-tightened", "send", "limit-loosened", "read"),
    Case(f"{SCHEMAS}/Part/properties/Number/pattern", "^[a-z]+$", "Part.Number", "limit-changed", "send read", "limit-changed", "send read"),
    Case(f"{SCHEMAS}/Part/properties/Number/enum", ["1"], "Part.Number", "enum-introduced", "send generate", "enum-dropped", "read generate"),
    Case(f"{SCHEMAS}/Kind/enum", [1], "Kind", "code-removed", "send generate", "code-added", ""),
    Case(f"{SCHEMAS}/Kind/x-enum-varnames", ["Big", "Tiny"], "Kind", "code-renamed", "generate", "code-renamed", "generate"),
    Case(f"{SCHEMAS}/Mood/enum", ["good"], "Mood", "value-removed", "send generate", "value-added", "read"),
    Case(f"{SCHEMAS}/Part/x-open", True, "Part", "keys-opened", "", "keys-closed", "send"),
    Case(f"{SCHEMAS}/Thing/x-identity", ["Name"], "Thing", "identity-tightened", "send", "identity-loosened", ""),
    Case(f"{SCHEMAS}/Words/x-recognised-by", {"keys": ["Say"]}, "Words", "recognition-changed", "read", "recognition-changed", "read"),
    Case(f"{SCHEMAS}/Refusal/anyOf/1", GONE, "Refusal", "type-narrowed", "generate", "type-widened", "read generate"),
    Case(f"{THING}/Text/x-check", "gln", "Thing.Text", "note-changed", "", "note-changed", ""),
]  # fmt: skip


def edited(contract: Any, pointer: str, value: Any) -> Any:
    """A copy of the contract in which `pointer` has the value, or is gone."""
    result = copy.deepcopy(contract)
    *path, last = decode(pointer)
    node = at(result, encode(path))
    key: Any = int(last) if isinstance(node, list) else last
    if value is GONE:
        del node[key]
    else:
        node[key] = value
    return result
