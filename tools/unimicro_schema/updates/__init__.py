"""Updates: the smallest one between two readings of an object, and what an update makes of what the server has."""

from unimicro_schema.updates.minimal import minimal_update

__all__ = ["minimal_update"]
