"""The page of the command line, from the parsers that the command uses."""

from __future__ import annotations

import argparse
from importlib import import_module

from unimicro_schema.build.pages import markdown
from unimicro_schema.build.pages.markdown import code, table
from unimicro_schema.cli import COMMANDS


def page() -> str:
    """Every subcommand with its arguments."""
    rows = [(f"[{name}](#{name})", text) for name, text in COMMANDS.items()]
    exits = [
        (code(0), "Everything is valid, or done."),
        (code(1), "Something is invalid, stale, or not recognised."),
        (code(2), "Something could not be checked: unreadable input, an unknown operation, wrong use."),
    ]
    return markdown.page(
        "Command line",
        "Every command of `unimicro-schema`, with its arguments and exit codes. `-h` after a command shows the same text;"
        " `unimicro-schema --version` names the package and the contract in it.",
        table(("Command", "What it does"), rows),
        table(("Exit code", "Meaning"), exits),
        *(_command(name) for name in COMMANDS),
    )


def _command(name: str) -> str:
    module = import_module(f"unimicro_schema.commands.{name}")
    parser = argparse.ArgumentParser(prog=name, add_help=False)
    module.arguments(parser)
    rows = [(_names(action), _meaning(action)) for action in parser._actions]  # noqa: SLF001  # there is no public list
    summary = " ".join(str(module.__doc__).split())
    return "\n\n".join(
        filter(None, [f"## {code(name)} {{ #{name} }}", summary, table(("Argument", "What it is"), rows)])
    )


def _names(action: argparse.Action) -> str:
    takes = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    names = " ".join(action.option_strings)
    return code(" ".join(filter(None, [names, str(takes) if action.nargs != 0 or not names else ""])))


def _meaning(action: argparse.Action) -> str:
    choices = f": {', '.join(code(choice) for choice in action.choices)}" if action.choices else ""
    required = " (required)" if action.required and action.option_strings else ""
    return f"{action.help}{required}{choices}"
