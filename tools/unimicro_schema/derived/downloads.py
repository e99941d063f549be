"""What can be downloaded from the site: single files and archives, and the checksums that they are known by."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from unimicro_schema.derived.clients import bruno, collection, http_file, postman
from unimicro_schema.derived.published import Published

_GENERATED = "tools/unimicro_schema/generated/"
_REFERENCE = "docs/reference/"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold; archives of the same files are the same bytes
_UNIX = 3

# What the search is told: programs that open the OpenAPI document are words that readers type.
_FRONT = (
    "---",
    'search: {"boost": 1}',
    'tags: ["openapi", "file", "download", "json", "schema", "schemas", "swagger", "postman", "insomnia", "collection", "offline", "zip", "markdown", "llm", "llms", "ai", "chatgpt", "claude", "copilot"]',
    "---",
    "",
)

# What there is: the file of the site, the artefact that it is, and what it is for.
_FILES = {
    "openapi.json": (f"{_GENERATED}openapi.json", "The contract as one OpenAPI 3.1 document."),
    "openapi.yaml": (f"{_REFERENCE}openapi.yaml", "The same as YAML."),
    "errors.json": (f"{_GENERATED}errors.json", "What each kind of error body is recognised by."),
    "models.py": (f"{_GENERATED}models.py", "The Pydantic models; they need nothing but Pydantic."),
}
_REQUESTS = f"{_REFERENCE}requests.json"
_COLLECTIONS = {
    "unimicro.http": "Every request as a `.http` file, for editors and httpyac. It is explained on [Collections](../toolkit/collections.md).",
    "unimicro.postman_collection.json": "The same as a Postman collection, version 2.1.",
    "bruno.zip": "The same as a Bruno collection.",
}
_ARCHIVES = {
    "schemas.zip": ("schemas", "A JSON Schema for every body of every operation, and for every entity."),
    "examples.zip": ("examples", "The named examples of requests, responses and errors, each a JSON file."),
}
CHECKSUMS = "SHA256SUMS"


def files(artefacts: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of every download by its name, with the list of their checksums. The same artefacts, the same bytes."""
    found = {name: artefacts[path].encode() for name, (path, _) in _FILES.items()}
    published = Published(lambda name: artefacts[_GENERATED + name].encode())
    members = {"schemas": published.schemas(), "examples": published.examples()}
    requests = collection.read(artefacts[_REQUESTS])
    written = (http_file.written(requests).encode(), postman.written(requests).encode())
    found |= dict(zip(_COLLECTIONS, (*written, archive("bruno", bruno.files(requests))), strict=True))
    found |= {name: archive(folder, members[folder]) for name, (folder, _) in _ARCHIVES.items()}
    return {**found, CHECKSUMS: checksums(found)}


def checksums(found: Mapping[str, bytes]) -> bytes:
    """A line for each file, as `sha256sum` reads it."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in found.items()).encode()


def page(downloads: Mapping[str, bytes]) -> str:
    """The page that lists the downloads. They lie below the page, put there when the site is completed."""
    rows = []
    described = {name: what for name, (_, what) in {**_FILES, **_ARCHIVES}.items()} | _COLLECTIONS
    for name, what in described.items():
        content = downloads[name]
        digest = hashlib.sha256(content).hexdigest()
        rows.append(
            f'| <a href="{name}" download>{name}</a> | {what}<br>`{digest}`{{ .digest }} | {len(content) / 1000:,.0f} kB |'
        )
    return "\n".join(
        [
            *_FRONT,
            "<!-- Generated from openapi/ by `unimicro-schema build`. Do not edit. -->",
            "",
            "# Downloads",
            "",
            "Everything that is derived from the contract, as files. They belong to the version of the site that you read.",
            "",
            "| File | What it is, and its SHA-256 | Size |",
            "|---|---|--:|",
            *rows,
            "",
            "## The package",
            "",
            "The toolkit for Python as a wheel, to [install](../toolkit/index.md#install), its action for GitHub, and the validator",
            "for [JavaScript](../toolkit/javascript.md):",
            "",
            '<p class="the-package">The site has them here once it is complete.</p>',
            "",
            "## The conformance kit",
            "",
            "Bodies, queries and calls with the verdict on each, to [hold your own validator against](../toolkit/conformance.md):",
            "",
            '<p class="the-kit">The site has it here once it is complete.</p>',
            "",
            "## The site",
            "",
            "All pages of this site, with the search and the downloads, to be read without a network: unpack the archive and open",
            "`index.html`. The tools in the pages are not in it: browsers do not load them from a disk.",
            "",
            '<p class="the-archive">The site has it here once it is complete.</p>',
            "",
            '<p class="the-texts">For language models, llms.txt lists the Markdown of every page, and llms-full.txt has it all.</p>',
            "",
            "## Check what you downloaded",
            "",
            f'<a href="{CHECKSUMS}" download>{CHECKSUMS}</a> has the checksums of all files. Put it into the same folder:',
            "",
            "```console",
            f"$ sha256sum --check --ignore-missing {CHECKSUMS}",
            "```",
            "",
            "The archives of the contract are made so that the same contract always gives the same bytes: a job that compares",
            "checksums sees every change, and nothing else.",
            "",
        ]
    )


def archive(folder: str, members: Mapping[str, bytes], *, packed: bool = False) -> bytes:
    """The files of a folder as a zip file.

    They are stored as they are unless they are to be `packed`: how well they are compressed would differ between machines.
    """
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w") as archive:
        for path, content in sorted(members.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _DAY)
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
    return place.getvalue()
