"""The Pydantic models of the contract, one class for each entity, body and enum.

from unimicro_schema.models import BusinessRelation, Customer, CustomerCreate

body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe")).model_dump_json()
customer = Customer.model_validate_json(answer)

They need Pydantic, which comes with the extra `models` of the package. Without it the import raises `ImportError`.
"""

# All names without an underscore are exported. An `__all__` that is computed would hide them from type checkers.
from functools import cache as _cache
from types import GenericAlias as _GenericAlias
from typing import Any as _Any

_NEEDED = (2, 14)  # 2.13 drops a key of a response that equals the name of an attribute

try:
    from pydantic import VERSION as _VERSION
except ModuleNotFoundError:
    _VERSION = "0.0"
if tuple(map(int, _VERSION.split(".")[:2])) < _NEEDED:
    raise ImportError(
        f"unimicro_schema.models needs Pydantic {'.'.join(map(str, _NEEDED))} or later, which is not installed; "
        "install unimicro-schema with its extra: unimicro-schema[models]"
    )

from pydantic import TypeAdapter as _TypeAdapter

from unimicro_schema.generated import models as _models
from unimicro_schema.generated.models import *  # noqa: F403  # the list of names is generated
from unimicro_schema.registry import Body as _Body


@_cache
def adapter(body: _Body) -> _TypeAdapter[_Any]:
    """What reads and writes a body of an operation: `adapter(body).validate_json(text)` and `.dump_json(value)`.

    It reads an instance of the model, or a list of them where the body is a list.
    """
    model: _Any = getattr(_models, body.model)
    kind: _Any = _GenericAlias(list, (model,)) if body.is_list else model
    return _TypeAdapter(kind)
