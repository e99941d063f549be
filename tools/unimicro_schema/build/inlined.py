"""Joins Python modules into one: imports of each other are left out, other imports appear once."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

_OURS = "unimicro_schema"


def inlined(modules: Iterable[str]) -> str:
    """The source text of one module that holds all statements of `modules`, in that order, their imports in front.

    Each of them may use what those before it define. Their docstrings are left out. Raises `ValueError` for a name that two of
    them define: the later would silently replace the earlier.
    """
    imports: defaultdict[str, set[str]] = defaultdict(set)
    bodies: list[str] = []
    defined: set[str] = set()
    for text in modules:
        lines = text.split("\n")  # as Python counts them: other marks do not end a line
        statements = ast.parse(text).body
        end = 0
        kept: list[str] = []
        for index, node in enumerate(statements):
            start, end = end, node.end_lineno or 0
            names = _names(node)
            if isinstance(node, ast.ImportFrom):
                if (node.module or "").split(".")[0] != _OURS:
                    imports[node.module or ""] |= {_alias(alias) for alias in node.names}
            elif isinstance(node, ast.Import):
                imports[""] |= {_alias(alias) for alias in node.names}
            elif not (index == 0 and isinstance(node, ast.Expr)):
                kept += lines[start:end]
                if twice := names & defined:
                    raise ValueError(f"{', '.join(sorted(twice))} is defined twice; rename the component")
                defined |= names
        bodies.append("\n".join(kept))
    plain = sorted(f"import {name}" for name in imports.pop("", set()))
    named = [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(imports.items())]
    future = [line for line in named if line.startswith("from __future__ ")]
    rest = [line for line in named if line not in future]
    return "\n".join([*future, "", *plain, *rest, "", *bodies]) + "\n"


def taken(modules: Iterable[str]) -> set[str]:
    """The names that modules define or import: no class that comes after them may have one."""
    found: set[str] = set()
    for text in modules:
        for node in ast.parse(text).body:
            imported = node.names if isinstance(node, ast.Import | ast.ImportFrom) else []
            found |= _names(node) | {alias.asname or alias.name for alias in imported}
    return found


def _alias(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _names(node: ast.stmt) -> set[str]:
    """The names that a statement at the top of a module defines."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}
