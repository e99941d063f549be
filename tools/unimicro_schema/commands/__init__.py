"""The subcommands of `unimicro-schema`, one module each: `arguments` declares its arguments, `run` returns the exit code."""
