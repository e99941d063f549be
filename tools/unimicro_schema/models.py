"""The Pydantic models of the contract, one class for each entity, body and enum.

from unimicro_schema.models import BusinessRelation, Customer, CustomerCreate

body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe")).model_dump_json()
customer = Customer.model_validate_json(answer)
"""

from functools import cache
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from unimicro_schema.generated import models as _models
from unimicro_schema.generated.models import *  # noqa: F403  # the list of names is generated too
from unimicro_schema.generated.models import __all__ as _names
from unimicro_schema.registry import Body

__all__ = [*_names, "adapter"]  # noqa: PLE0604  # names of classes


@cache
def adapter(body: Body) -> TypeAdapter[Any]:
    """What reads and writes a body of an operation: `adapter(body).validate_json(text)` and `.dump_json(value)`.

    It reads an instance of the model, or a list of them where the body is a list.
    """
    model: Any = getattr(_models, body.model)
    kind: Any = GenericAlias(list, (model,)) if body.is_list else model
    return TypeAdapter(kind)
