"""Judges calls with openapi-core: `python openapi_core_calls.py OPENAPI CALLS` prints a JSON list of verdicts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse


def judged(description: OpenAPI, call: dict[str, Any]) -> bool:
    """Whether the request, and the answer where one is known, fit the description."""
    url, headers = urlsplit(call["url"]), call["headers"]
    body = None if call["body"] is None else call["body"].encode()
    request = MockRequest(
        f"{url.scheme}://{url.netloc}",
        call["method"].lower(),
        url.path,
        args=parse_qsl(url.query),
        headers=headers,
        data=body,
        content_type=headers.get("Content-Type", "application/json"),
    )
    try:
        description.validate_request(request)
        if call["answer"] is not None:
            description.validate_response(request, MockResponse(call["answer"].encode(), status_code=call["status"]))
    except OpenAPIError:
        return False
    return True


def main() -> None:
    """Prints the verdicts."""
    openapi, calls = (json.loads(Path(path).read_bytes()) for path in sys.argv[1:])
    description = OpenAPI.from_dict(openapi)
    print(json.dumps([judged(description, call) for call in calls]))


if __name__ == "__main__":
    main()
