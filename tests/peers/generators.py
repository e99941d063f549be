"""The generators of clients: what each is given, how it is run, and how its client is compiled and called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from peers.wire import CALLS, Call
from unimicro_schema import openapi

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FED = ROOT / "tools" / "unimicro_schema" / "generated" / "openapi.json"
"""The file that the generators are given, unless they need a slice of it."""

ANNOTATIONS = Path("/usr/share/java/jakarta-annotation-api.jar")
_NSWAG = "node_modules/nswag/bin/binaries/Win"
"""Where the npm package has its classes and its program for .NET Framework."""

_MCS = (
    f"mcs -langversion:latest -nowarn:0472,0618 -r:{_NSWAG}/Newtonsoft.Json.dll -r:System.Net.Http "
    "-r:System.ComponentModel.DataAnnotations -r:System.Runtime.Serialization"
)
_MONO = f"env MONO_PATH={_NSWAG} mono Calls.exe"
_UNION_AND_OPTIONAL_BODY = ("validateCustomerKidAlias", "bulkSaveCustomers")
_OPTIONAL_BODY = ("bulkSaveCustomers",)
_TSC = "tsc --strict --skipLibCheck --types node --lib es2022,dom --target es2022 --module commonjs --moduleResolution node10"


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its package and commands as users type them, the program that calls, and how that is compiled and run.

    `install` names packages without their versions, and `generate` is typed where they were installed. What a build tool would fetch is only in this
    test: `{jar}` in `compile` or `run` has the classes of Java, and `beside` names files that are put next to the program.
    `without` names operations that a slice of the file leaves out, because the client cannot read or send them.
    """

    name: str
    title: str
    package: str
    language: str
    install: str
    generate: str
    program: str
    run: str
    compile: str = ""
    needs: Path | None = None
    beside: Collection[str] = ()
    without: Collection[str] = ()

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls that its client makes."""
        return tuple(call for call in CALLS if call.operation not in self.without)

    @property
    def only(self) -> list[str] | None:
        """The operations of the slice that it is given; None if it is given the whole file."""
        return [call.operation for call in self.calls] if self.without else None

    def document(self, *, open_codes: bool = False) -> bytes:
        """What it is given, as `unimicro-schema openapi` writes it."""
        return openapi.content(open_codes=open_codes, only=self.only)


GENERATORS = (
    Generator(
        name="openapi-python-client",
        title="openapi-python-client",
        package="openapi-python-client",
        language="Python",
        install="pip install openapi-python-client",
        generate="openapi-python-client generate --path openapi.json --meta none --output-path unimicro_client",
        program="openapi_python_client.py",
        run="python openapi_python_client.py",
    ),
    Generator(
        name="openapi-generator-python",
        title="openapi-generator, `python`",
        package="openapi-generator-cli",
        language="Python",
        install="pip install openapi-generator-cli",
        generate="openapi-generator-cli generate -g python -i openapi.json -o . --package-name unimicro_client",
        program="openapi_generator.py",
        run="python openapi_generator.py",
    ),
    Generator(
        name="openapi-generator-java",
        title="openapi-generator, `java`",
        package="openapi-generator-cli",
        language="Java",
        install="pip install openapi-generator-cli",
        generate=(
            "openapi-generator-cli generate -g java --library native -i openapi.json -o . "
            "--additional-properties=openApiNullable=false,useJakartaEe=true,containerDefaultToNull=true "
            "--schema-mappings listCustomers_200_response=com.fasterxml.jackson.databind.JsonNode,"
            "BadRequest=com.fasterxml.jackson.databind.JsonNode"
        ),
        program="Calls.java",
        compile="javac -nowarn -encoding UTF-8 -d classes -cp {jar} -sourcepath src/main/java Calls.java",
        run="java -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp classes:{jar} Calls",
        needs=ANNOTATIONS,
    ),
    Generator(
        name="hey-api",
        title="@hey-api/openapi-ts",
        package="@hey-api/openapi-ts",
        language="TypeScript",
        install="npm install @hey-api/openapi-ts typescript",
        generate="npx openapi-ts -i openapi.json -o unimicro_client",
        program="hey_api.ts",
        compile=f"{_TSC} hey_api.ts --outDir js",
        run="node js/hey_api.js",
    ),
    Generator(
        name="openapi-fetch",
        title="openapi-typescript and openapi-fetch",
        package="openapi-typescript",
        language="TypeScript",
        install="npm install openapi-typescript openapi-fetch",
        generate="npx openapi-typescript openapi.json -o unimicro_client/schema.ts",
        program="openapi_fetch.ts",
        compile=f"{_TSC} openapi_fetch.ts --outDir js",
        run="node js/openapi_fetch.js",
    ),
    Generator(
        name="openapi-generator-csharp",
        title="openapi-generator, `csharp`",
        package="openapi-generator-cli",
        language="C#",
        install="pip install openapi-generator-cli",
        generate=(
            "openapi-generator-cli generate -g csharp --library httpclient -i openapi.json -o . "
            "--additional-properties=conditionalSerialization=true,nullableReferenceTypes=false,targetFramework=netstandard2.0 "
            "--model-name-mappings ValidationResult=ApiValidationResult --schema-mappings ReportType=int"
        ),
        program="Calls.cs",
        compile=f"{_MCS} -r:System.Web Calls.cs Polly.cs -recurse:src/Org.OpenAPITools/*.cs",
        run=_MONO,
        beside=("Polly.cs",),
        without=_UNION_AND_OPTIONAL_BODY,
    ),
    Generator(
        name="openapi-generator-php",
        title="openapi-generator, `php`",
        package="openapi-generator-cli",
        language="PHP",
        install="pip install openapi-generator-cli",
        generate="openapi-generator-cli generate -g php -i openapi.json -o .",
        program="calls.php",
        run="php -d auto_prepend_file=autoload.php calls.php",
        beside=("autoload.php",),
        without=_UNION_AND_OPTIONAL_BODY,
    ),
    Generator(
        name="openapi-generator-go",
        title="openapi-generator, `go`",
        package="openapi-generator-cli",
        language="Go",
        install="pip install openapi-generator-cli",
        generate=(
            "openapi-generator-cli generate -g go -i openapi.json -o unimicro "
            "--additional-properties=packageName=unimicro,withGoMod=false,enumClassPrefix=true,"
            "disallowAdditionalPropertiesIfNotPresent=false"
        ),
        program="calls.go",
        compile="go build -o calls-of-go .",
        run="./calls-of-go",
        beside=("go.mod",),
        without=_UNION_AND_OPTIONAL_BODY,
    ),
    Generator(
        name="nswag",
        title="NSwag",
        package="nswag",
        language="C#",
        install="npm install nswag",
        generate=(
            f"mono {_NSWAG}/NSwag.exe openapi2csclient /input:openapi.json /output:Client.cs /namespace:Unimicro "
            "/generateOptionalPropertiesAsNullable:true"
        ),
        program="Nswag.cs",
        compile=f"{_MCS} -out:Calls.exe Nswag.cs Client.cs",
        run=_MONO,
        without=_UNION_AND_OPTIONAL_BODY,
    ),
    Generator(
        name="openapi-generator-ruby",
        title="openapi-generator, `ruby`",
        package="openapi-generator-cli",
        language="Ruby",
        install="pip install openapi-generator-cli",
        generate="openapi-generator-cli generate -g ruby -i openapi.json -o .",
        program="calls.rb",
        run="ruby -I lib calls.rb",
        without=_UNION_AND_OPTIONAL_BODY,
    ),
    Generator(
        name="typescript-axios",
        title="openapi-generator, `typescript-axios`",
        package="openapi-generator-cli",
        language="TypeScript",
        install="pip install openapi-generator-cli && npm install axios",
        generate="openapi-generator-cli generate -g typescript-axios -i openapi.json -o unimicro_client",
        program="typescript_axios.ts",
        compile=f"{_TSC} typescript_axios.ts --outDir js",
        run="node js/typescript_axios.js",
        without=_OPTIONAL_BODY,
    ),
    Generator(
        name="typescript-fetch",
        title="openapi-generator, `typescript-fetch`",
        package="openapi-generator-cli",
        language="TypeScript",
        install="pip install openapi-generator-cli",
        generate=(
            "openapi-generator-cli generate -g typescript-fetch -i openapi.json -o unimicro_client "
            "--additional-properties=modelPropertyNaming=original"
        ),
        program="typescript_fetch.ts",
        compile=f"{_TSC} typescript_fetch.ts --outDir js",
        run="node js/typescript_fetch.js",
        without=_OPTIONAL_BODY,
    ),
    Generator(
        name="orval",
        title="orval",
        package="orval",
        language="TypeScript",
        install="npm install orval axios",
        generate="npx orval --input openapi.json --output unimicro_client/client.ts --client axios-functions",
        program="orval.ts",
        compile=f"{_TSC} orval.ts --outDir js",
        run="node js/orval.js",
    ),
)

WEEKLY = (
    Generator(
        name="openapi-generator-kotlin",
        title="openapi-generator, `kotlin`: models",
        package="openapi-generator-cli",
        language="Kotlin",
        install="pip install openapi-generator-cli",
        generate=(
            "openapi-generator-cli generate -g kotlin -i openapi.json -o . "
            "--additional-properties=serializationLibrary=jackson"
        ),
        program="calls.kt",
        compile=(
            "node_modules/kotlin-compiler/bin/kotlinc -nowarn -cp {jar} -d calls.jar calls.kt jackson_module.kt "
            "src/main/kotlin/org/openapitools/client/models "
            "src/main/kotlin/org/openapitools/client/infrastructure/Serializer.kt"
        ),
        run="java -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp calls.jar:node_modules/kotlin-compiler/lib/kotlin-stdlib.jar:{jar} CallsKt",
        beside=("jackson_module.kt",),
        without=_UNION_AND_OPTIONAL_BODY,
    ),
)
"""Those that `make peers-all` runs too, because their compilers take long."""
