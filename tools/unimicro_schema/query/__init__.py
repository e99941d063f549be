"""Checks queries: the URLs and options that call an operation.

The platform ignores a filter on a field that it does not know, and returns unfiltered rows. So every name is checked
against the entities of the contract, and every value against the field that it is compared with.
"""

from unimicro_schema.query.check import check_query

__all__ = ["check_query"]
