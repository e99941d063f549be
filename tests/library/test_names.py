"""A public class has a name of its own, so that a name means one thing in the whole package."""

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "tools/unimicro_schema"
DERIVED = PACKAGE / "generated"  # its classes are called as the entities of the contract


def test_no_two_public_classes_share_a_name() -> None:
    homes = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_bytes()).body if DERIVED not in path.parents else ():
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert "SourceOperation" in homes
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
