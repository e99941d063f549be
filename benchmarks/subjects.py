"""The programs and libraries that take part, and how each is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs import BULK, OPERATION, Inputs
from installation import Programs

OURS = "**unimicro-schema**"
TWO_JOBS = "**unimicro-schema --jobs 2**"
MODELS = "**unimicro_schema.models** (Pydantic)"
CHECK_JSONSCHEMA = "check-jsonschema"
SOURCEMETA = "sourcemeta jsonschema"
SOURCEMETA_FAST = "sourcemeta jsonschema --fast"
AJV = "ajv-cli"
ENGINE = "orjson and jsonschema_rs alone"
INTERPRETER = "`python -c pass`"
MODULES = "**unimicro-schema in Node**"
COMPILED = "`JSON.parse` and compiled Ajv"
NODE = "`node -e 0`"

Words = Sequence[str | Path]

_HERE = Path(__file__).parent
_IMPORT = "from time import perf_counter as now; start = now(); import {}; print(now() - start)"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its name, and the command that checks files, whose exit code is 0 if all are valid.

    `counted` is the pattern that finds the number of invalid payloads in what the command prints about a stream; `base`
    names the subject whose time is a part of this one's.
    """

    name: str
    command: Callable[[Sequence[Path]], Words]
    counted: str = ""
    base: str = ""


def interpreter(programs: Programs) -> Subject:
    """Python doing nothing: nothing that is written in Python starts faster."""
    return Subject(INTERPRETER, lambda _: (programs.python, "-c", "pass"))


def commands(programs: Programs, inputs: Inputs) -> tuple[Subject, ...]:
    """The command lines that check files."""
    ajv = (programs.ajv, "validate", "--spec=draft2020", "--strict=false", "--all-errors", "-c", "ajv-formats")
    sourcemeta = (programs.sourcemeta, "validate", "--format-assertion")
    return (
        Subject(OURS, lambda files: (programs.ours, "validate", "--as", OPERATION, *files), base=INTERPRETER),
        Subject(
            CHECK_JSONSCHEMA,
            lambda files: (programs.check_jsonschema, "--schemafile", inputs.schema, *files),
            base=INTERPRETER,
        ),
        Subject(SOURCEMETA, lambda files: (*sourcemeta, inputs.schema, *files)),
        Subject(SOURCEMETA_FAST, lambda files: (*sourcemeta, "--fast", inputs.schema, *files)),
        Subject(AJV, lambda files: (*ajv, "-s", inputs.schema, *(word for path in files for word in ("-d", path)))),
    )


def streams(programs: Programs, inputs: Inputs) -> tuple[Subject, ...]:
    """The command lines that check newline-delimited JSON to the end of the file."""
    ours = (programs.ours, "validate", "--as", OPERATION, "--ndjson", "--jobs")
    sourcemeta = (programs.sourcemeta, "validate", "--format-assertion", "--continue")
    ours_counted, counted = r"([\d,]+) invalid", r"(\d+) failed"
    return (
        Subject(OURS, lambda files: (*ours, "1", *files), ours_counted),
        Subject(TWO_JOBS, lambda files: (*ours, "2", *files), ours_counted),
        Subject(SOURCEMETA, lambda files: (*sourcemeta, inputs.schema, *files), counted),
        Subject(SOURCEMETA_FAST, lambda files: (*sourcemeta, "--fast", inputs.schema, *files), counted),
        Subject(ENGINE, lambda files: (programs.python, _HERE / "loop.py", inputs.schema, *files), ours_counted),
    )


def libraries(programs: Programs, inputs: Inputs, *, errors: bool) -> tuple[Subject, ...]:
    """The libraries, each with its schema compiled beforehand; `errors` says that the verdict alone is not enough."""

    def called(name: str, function: str, python: Path) -> Subject:
        words = (python, _HERE / "calls.py", function, inputs.schema, inputs.openapi)
        return Subject(name, lambda files: (*words, *files))

    return (
        called(OURS, "ours", programs.python),
        called(MODELS, "models", programs.python),
        called(ENGINE, "engine_errors" if errors else "engine", programs.python),
        called("jsonschema", "jsonschema", programs.peers_python),
        called("fastjsonschema", "fastjsonschema", programs.peers_python),
        called("openapi-core", "openapi_core", programs.peers_python),
    )


def modules(programs: Programs, inputs: Inputs) -> tuple[Subject, ...]:
    """The libraries of JavaScript, each loaded and compiled beforehand."""

    def called(name: str, library: str, place: Path) -> Subject:
        words = ("node", _HERE / "calls.mjs", library, place, inputs.schema)
        return Subject(name, lambda files: (*words, *files))

    return called(MODULES, "ours", programs.package), called(COMPILED, "ajv", programs.node_modules)


def starts(programs: Programs) -> tuple[Subject, ...]:
    """Node from its start to the first report, and doing nothing."""
    program = f"import('{(programs.package / 'index.js').as_uri()}').then((our) => our.validate('{{}}', '{OPERATION}'))"
    return (
        Subject(MODULES, lambda _: ("node", "-e", program), base=NODE),
        Subject(NODE, lambda _: ("node", "-e", "0")),
    )


def imports(programs: Programs) -> tuple[Subject, ...]:
    """The imports of the libraries, each in a fresh interpreter."""

    def imported(name: str, modules: str, python: Path) -> Subject:
        return Subject(name, lambda _: (python, "-c", _IMPORT.format(modules)))

    return (
        imported(OURS, "unimicro_schema", programs.python),
        imported(MODELS, "unimicro_schema.models", programs.python),
        imported(ENGINE, "orjson, jsonschema_rs", programs.python),
        imported("jsonschema", "jsonschema", programs.peers_python),
        imported("fastjsonschema", "fastjsonschema", programs.peers_python),
        imported("openapi-core", "openapi_core", programs.peers_python),
    )


def three_defects(programs: Programs, inputs: Inputs) -> Subject:
    """The time of a payload with three defects, as times that of the same payload without."""
    return Subject(OURS, lambda files: (programs.python, _HERE / "ratio.py", OPERATION, inputs.valid, *files))


def one_defect(programs: Programs, inputs: Inputs) -> Subject:
    """The time of a long list with one defect, as times that of the same list without."""
    return Subject(OURS, lambda files: (programs.python, _HERE / "ratio.py", BULK, inputs.bulk, *files))


def long_line(programs: Programs) -> Subject:
    """The check of a stream whose only line is a long list."""
    return Subject(OURS, lambda files: (programs.ours, "validate", "--as", BULK, "--ndjson", *files))


def needless(programs: Programs) -> Subject:
    """A check that prints how many modules it has loaded although it needs none of them."""
    program = (
        "import sys; from pathlib import Path; from unimicro_schema import validate;"
        f"validate(Path(sys.argv[1]).read_bytes(), '{OPERATION}');"
        "unwanted = 'pydantic', 'yaml', 'unimicro_schema.models', 'unimicro_schema.build';"
        "print(sum(name in sys.modules for name in unwanted))"
    )
    return Subject(OURS, lambda files: (programs.python, "-c", program, *files))
