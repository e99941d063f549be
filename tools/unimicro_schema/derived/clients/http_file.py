"""The collection as a `.http` file, which editors and httpyac send from."""

from __future__ import annotations

from collections.abc import Iterator

from unimicro_schema.derived.clients.collection import JSON, RequestCollection, SampleRequest


def written(collection: RequestCollection) -> str:
    """The text of the file: variables first, then each request behind a line of three number signs.

    httpyac knows no variable that is empty, so one without a value has a word that no server takes for one.
    """
    settings = [f"@{name} = {value or f'YOUR_{name.upper()}'}" for name, value in collection.settings.items()]
    lines = [f"# {collection.title}", "", *settings, ""]
    for group in collection.groups:
        lines += ["###", f"# {group.name}. {group.note}", ""]
        for request in collection.of(group):
            lines += _request(request, collection.headers)
    return "\n".join(lines)


def _request(request: SampleRequest, headers: dict[str, str]) -> Iterator[str]:
    yield f"### {request.title}"
    yield f"# @name {request.called.replace('-', '_')}"
    yield f"{request.method} {{{{host}}}}{request.target}"
    yield from (f"{name}: {value}" for name, value in headers.items())
    if request.body is not None:
        yield from (f"Content-Type: {JSON}", "", request.body)
    yield ""
