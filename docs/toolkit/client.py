"""A client of the Unimicro Customer API that calls every operation of the contract by its id."""

from typing import Any

import httpx

from unimicro_schema import explain_error, headers, operation
from unimicro_schema.models import adapter


class ApiError(Exception):
    """The API refused a request; the text says why, and `explanation` what to do and whether to send it again."""

    def __init__(self, body: bytes, status: int) -> None:
        self.status = status
        self.explanation = explain_error(body, status)
        super().__init__("; ".join(message.text for message in self.explanation.messages) or self.explanation.title)


class Client(httpx.Client):
    """Calls the API for a company. The URL is that of a server, such as `servers()[0].url`."""

    def __init__(self, url: str, token: str, company: str) -> None:
        secrets = zip(headers(), (token, company), strict=True)
        super().__init__(base_url=url, headers={header.name: header.prefix + secret for header, secret in secrets})

    def call(self, name: str, body: Any = None, **parameters: str | int | bool) -> Any:
        """The answer of an operation as a model, a list of models, or None where it has no body."""
        entry = operation(name)
        path, query = entry.target(**parameters)
        content = adapter(entry.request).dump_json(body) if entry.request else None
        json = {"Content-Type": "application/json"} if content else {}
        answer = self.request(entry.method, path, params=query, content=content, headers=json)
        if answer.is_error:
            raise ApiError(answer.content, answer.status_code)
        documented = entry.responses.get(str(answer.status_code))
        if not answer.content or documented is None or documented.body is None:
            return None
        return adapter(documented.body).validate_json(answer.content)
