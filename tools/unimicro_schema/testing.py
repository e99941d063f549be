"""Checks the HTTP calls that a program makes while it is tested, with httpx or with requests.

    client = httpx.Client(transport=CheckedTransport(calls))                  # in front of any transport
    client = httpx.Client(event_hooks={"response": [calls.httpx_response]})   # or as an event hook
    session.hooks["response"].append(calls.requests_response)                 # requests

    calls.assert_valid()                                                      # a line for each finding

`calls` is a `Calls()`, or the pytest fixture `unimicro_calls`, which sees every call of the test without any of this. Neither
library is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

from unimicro_schema.calls.call import UNRECORDED, Call, by_name
from unimicro_schema.calls.check import judge
from unimicro_schema.calls.selection import Selection
from unimicro_schema.findings import Report
from unimicro_schema.reports import sentence


class _Entered:
    """What httpx does with a transport beside sending: it enters and leaves it."""

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()  # type: ignore[attr-defined]

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()  # type: ignore[attr-defined]


if TYPE_CHECKING:
    import httpx
    import requests
    from httpx import AsyncBaseTransport as AsyncTransport
    from httpx import BaseTransport as Transport
else:
    # httpx takes whatever has these methods, and may not be installed.
    Transport = AsyncTransport = _Entered

__all__ = ["Calls", "CheckedAsyncTransport", "CheckedCall", "CheckedTransport", "InvalidCallError", "watched"]


class InvalidCallError(AssertionError):
    """A call does not fit the contract. The message has a line for each finding."""


class CheckedCall(NamedTuple):
    """A call that was made, as `METHOD path` without values of the query, and the verdict on it."""

    name: str
    report: Report


class Calls:
    """The calls of the API that were made, each with its verdict; calls to others are left alone.

    With `strict` advice fails too.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.checked: list[CheckedCall] = []
        self._selection: Selection[CheckedCall] = Selection(any_host=True)

    @property
    def invalid(self) -> list[CheckedCall]:
        """The calls that do not fit the contract."""
        return [call for call in self.checked if not call.report.valid]

    def assert_valid(self) -> None:
        """Raises `InvalidCallError` with a line for each finding if a call does not fit the contract."""
        __tracebackhide__ = True
        if self.invalid:
            raise InvalidCallError(str(self))

    def __str__(self) -> str:
        """A line for each finding of an invalid call."""
        return "\n".join(line for call in self.invalid for line in _lines(call))

    def add(self, call: Call) -> None:
        """Checks a call."""
        name = f"{call.method.upper()} {call.url.partition('?')[0]}"
        self.checked += self._selection.add(call, lambda: CheckedCall(name, judge(call, strict=self.strict)))

    def httpx_response(self, response: httpx.Response) -> None:
        """An event hook of `httpx.Client` for responses. It reads them."""
        response.read()
        self.add(of_httpx(response.request, response))

    async def httpx_async_response(self, response: httpx.Response) -> None:
        """The same for `httpx.AsyncClient`."""
        await response.aread()
        self.add(of_httpx(response.request, response))

    def requests_response(self, response: requests.Response, *_: Any, **__: Any) -> None:
        """A hook of requests for responses."""
        self.add(of_requests(response.request, response))


def of_httpx(request: httpx.Request, response: httpx.Response | None) -> Call:
    """A call that httpx made. A body that was not read is not judged: reading it here would take it from the program."""
    status = None if response is None else response.status_code
    headers = by_name(request.headers.multi_items())
    return Call(request.method, str(request.url), headers, _content(request) or None, status, _content(response))


def of_requests(request: requests.PreparedRequest, response: requests.Response | None) -> Call:
    """A call that requests made, its body and answer as far as they are at hand."""
    body = request.body if isinstance(request.body, bytes | str | None) else UNRECORDED
    status: int | None = None
    answer: Any = UNRECORDED
    if response is not None:
        status = response.status_code
        answer = response.content if response.__dict__.get("_content", False) is not False else UNRECORDED
    return Call(
        request.method or "",
        request.url or "",
        by_name((name, _text(value)) for name, value in request.headers.items()),
        body or None,
        status,
        answer,
    )


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _content(message: httpx.Request | httpx.Response | None) -> Any:
    import httpx

    try:
        return UNRECORDED if message is None else message.content
    except httpx.StreamError:
        return UNRECORDED


class CheckedTransport(Transport):
    """A transport of httpx that checks each call on its way through another, `httpx.HTTPTransport()` if none is given.

    It reads every answer whole.
    """

    def __init__(self, calls: Calls, inner: httpx.BaseTransport | None = None) -> None:
        import httpx

        self._calls = calls
        self._inner = inner or httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request."""
        response = self._inner.handle_request(request)
        response.read()
        self._calls.add(of_httpx(request, response))
        return response

    def close(self) -> None:
        """Closes the inner transport."""
        self._inner.close()


class CheckedAsyncTransport(AsyncTransport):
    """The same for `httpx.AsyncClient`, in front of `httpx.AsyncHTTPTransport()` if none is given."""

    def __init__(self, calls: Calls, inner: httpx.AsyncBaseTransport | None = None) -> None:
        import httpx

        self._calls = calls
        self._inner = inner or httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request."""
        response = await self._inner.handle_async_request(request)
        await response.aread()
        self._calls.add(of_httpx(request, response))
        return response

    async def aclose(self) -> None:
        """Closes the inner transport."""
        await self._inner.aclose()


def _lines(call: CheckedCall) -> Iterator[str]:
    for finding in call.report.findings:
        place = f" {finding.pointer}" if finding.pointer else ""
        yield f"{call.name}: {finding.severity} {finding.rule} ({finding.part}){place}: {sentence(finding)}"


@contextmanager
def watched(*, strict: bool = False) -> Iterator[Calls]:
    """Checks every call that is made with httpx or requests until the block ends, with whatever client, redirects included."""
    calls = Calls(strict=strict)
    with ExitStack() as stack:
        for watch in (_watch_httpx, _watch_requests):
            for client, name, replacement in watch(calls):
                stack.enter_context(patch.object(client, name, replacement))
        yield calls


def _watch_httpx(calls: Calls) -> Iterable[tuple[Any, str, Any]]:
    try:
        import httpx
    except ImportError:
        return
    send, asend = httpx.Client.send, httpx.AsyncClient.send

    def seen(response: httpx.Response) -> httpx.Response:
        for item in (*response.history, response):
            calls.add(of_httpx(item.request, item))
        return response

    def watched_send(self: httpx.Client, request: httpx.Request, **options: Any) -> httpx.Response:
        try:
            return seen(send(self, request, **options))
        except httpx.TransportError:
            calls.add(of_httpx(request, None))
            raise

    async def watched_asend(self: httpx.AsyncClient, request: httpx.Request, **options: Any) -> httpx.Response:
        try:
            return seen(await asend(self, request, **options))
        except httpx.TransportError:
            calls.add(of_httpx(request, None))
            raise

    yield httpx.Client, "send", watched_send
    yield httpx.AsyncClient, "send", watched_asend


def _watch_requests(calls: Calls) -> Iterable[tuple[Any, str, Any]]:
    try:
        import requests
    except ImportError:
        return
    send = requests.Session.send

    def watched_send(self: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        try:
            response = send(self, request, **options)
        except requests.RequestException:
            calls.add(of_requests(request, None))
            raise
        first = (response.history or [response])[0]  # those after a redirect come through here themselves
        calls.add(of_requests(first.request, first))
        return response

    yield requests.Session, "send", watched_send
