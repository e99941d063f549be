"""Updates: the smallest one between two readings of a customer, and what an update makes of what the server has."""

from unimicro_schema.updates.minimal import minimal_update

__all__ = ["minimal_update"]
