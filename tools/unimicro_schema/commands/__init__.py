"""The subcommands of `unimicro-schema`, one module each: `arguments` declares its arguments, `run` returns the exit code."""

VALID, INVALID, UNCHECKED = 0, 1, 2
"""The exit codes: all is valid or done; something is invalid, stale or an undeclared break; something could not be checked."""
