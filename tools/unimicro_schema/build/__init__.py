"""From the contract in `openapi/` to everything that is derived from it. Run time never imports this."""
