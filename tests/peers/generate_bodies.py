"""Prints bodies that schemathesis makes by a description: a line of JSON each, with the body as text. Arguments: the file, and how many of each kind.

It is run by the Python that has schemathesis. Parameters and security are left out: what is wrong is then the body.
"""

import json
import sys
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode
from schemathesis.core import NotSet
from schemathesis.schemas import APIOperation

METHODS = ("get", "put", "post", "delete")

document = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
document.pop("security")
for item in document["paths"].values():
    for method in set(METHODS) & item.keys():
        item[method].pop("parameters", None)
        if "requestBody" in item[method]:
            item[method]["requestBody"]["required"] = True


def tell(operation: APIOperation, mode: GenerationMode) -> None:
    """Prints bodies of one operation that follow its schema, or that break it."""

    @seed(1)
    @settings(
        max_examples=int(sys.argv[2]),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def told(case: Case) -> None:
        if not isinstance(case.body, NotSet):
            name = operation.definition.raw["operationId"]
            text = case.body.decode("latin-1") if isinstance(case.body, bytes) else json.dumps(case.body)
            print(json.dumps({"operation": name, "mode": mode.value, "text": text}))

    told()


for result in schemathesis.openapi.from_dict(document).get_all_operations():
    found = result.ok()
    if found.body:
        tell(found, GenerationMode.POSITIVE)
        tell(found, GenerationMode.NEGATIVE)
