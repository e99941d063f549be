"""The Pydantic models of the contract, one class for each entity, body and enum.

from unimicro_schema.models import BusinessRelation, Customer, CustomerCreate

body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe")).model_dump_json()
customer = Customer.model_validate_json(answer)
"""

from unimicro_schema.generated.models import *  # noqa: F403  # the list of names is generated too
from unimicro_schema.generated.models import __all__  # noqa: F401
