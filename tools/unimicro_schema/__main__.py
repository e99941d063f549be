"""`python -m unimicro_schema` is the command `unimicro-schema`."""

import sys

from unimicro_schema.cli import command

sys.exit(command())
