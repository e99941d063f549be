"""A program that uses the file that `unimicro-schema models` writes."""

USE = """
from contract_models import BusinessRelation, CustomerCreate, CustomerStatus

body = CustomerCreate(org_number="914012708", info=BusinessRelation(name="John Doe"), status_code=CustomerStatus.ACTIVE)
name: str | None = body.org_number
print(body.model_dump_json())
"""
