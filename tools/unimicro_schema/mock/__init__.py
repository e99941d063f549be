"""A mock of the API on this machine: it answers as the contract says, and keeps what it is given."""

from unimicro_schema.mock.server import Mock, serve

__all__ = ["Mock", "serve"]
