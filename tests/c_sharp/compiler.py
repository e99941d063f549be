"""Microsoft's C# compiler as a process: for each line with a program and a file, it says what is wrong, and writes the file.

The arguments are the folder of the compiler and that of .NET, which cannot leave a process once it is loaded. Questions and
answers are JSON, one on each line.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

# What the SDK adds to every file of a new project.
_USED = (
    "System",
    "System.Collections.Generic",
    "System.IO",
    "System.Linq",
    "System.Net.Http",
    "System.Threading",
    "System.Threading.Tasks",
)


class Compiler:
    """The compiler, with the settings of a new console project."""

    def __init__(self, folder: Path, net: Path) -> None:
        self.system: Any = _loaded(folder, net)
        self.any, self.sharp = (import_module(f"Microsoft.CodeAnalysis{part}") for part in ("", ".CSharp"))
        self.options = self.sharp.CSharpCompilationOptions(self.any.OutputKind.ConsoleApplication)
        self.options = self.options.WithNullableContextOptions(self.any.NullableContextOptions.Enable)
        of = self.any.MetadataReference.CreateFromFile
        files = sorted(net.glob("shared/*/*/*.dll"))
        self.references = [
            of(str(file)) for file in files if file.name.startswith(("System.", "Microsoft.", "mscorlib."))
        ]

    def compiled(self, text: str, file: str) -> list[str]:
        """What is wrong with a program, warnings included. Writes it to `file` where it has no error."""
        usings = "".join(f"global using {name};\n" for name in _USED)
        trees = [self.sharp.CSharpSyntaxTree.ParseText(part) for part in (text, usings)]
        made = self.sharp.CSharpCompilation.Create(
            "program",
            self.system.Array[self.any.SyntaxTree](trees),
            self.system.Array[self.any.MetadataReference](self.references),
            self.options,
        )
        stream = self.system.IO.File.Create(file)
        result = made.Emit(stream)
        stream.Dispose()
        return [str(fault) for fault in result.Diagnostics if fault.Severity >= self.any.DiagnosticSeverity.Warning]


def _loaded(folder: Path, net: Path) -> Any:
    """.NET with the compiler."""
    root = str(net)
    clr_loader, pythonnet = import_module("clr_loader"), import_module("pythonnet")
    pythonnet.load(clr_loader.get_coreclr(runtime_config=str(net.parent / "runtimeconfig.json"), dotnet_root=root))
    sys.path.append(str(folder))
    for name in ("Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"):
        import_module("clr").AddReference(name)
    return import_module("System")


if __name__ == "__main__":
    compiler = Compiler(*map(Path, sys.argv[1:]))
    for line in sys.stdin:
        print(json.dumps(compiler.compiled(*json.loads(line))), flush=True)  # noqa: T201  # it is what the tests read
