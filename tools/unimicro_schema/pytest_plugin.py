"""The pytest plugin: the fixtures `assert_valid`, `unimicro_calls` and `unimicro_api`, and a test for each file of the folders of payloads that the ini file names.

Everything but pytest is imported where it is used: every run of pytest imports this module, needed or not.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from unimicro_schema.findings import Report
    from unimicro_schema.mock import Mock
    from unimicro_schema.testing import Calls

_OPTION = "unimicro_payloads"
_READ_BACK = "--read-back"
_FORM = (
    "write `OPERATION: GLOB`, `OPERATION/STATUS: GLOB` or"
    f" `OPERATION {_READ_BACK}: GLOB`, such as `createCustomer: tests/payloads/*.json`"
)


class AssertValid(Protocol):
    """The type of the fixture `assert_valid`."""

    def __call__(
        self,
        payload: bytes | str | Any,
        operation: str,
        status: str | int | None = None,
        *,
        strict: bool = False,
        read_back: bool = False,
    ) -> None:
        """Fails with a line for each finding unless a payload fits an operation, or its response with a status.

        `payload` is JSON text (`bytes` or `str`) or parsed JSON. With `strict` advice fails too; with `read_back` a request is
        judged as one that was read, changed and is sent back. Raises `LookupError` for an operation or a status that the
        contract does not have, and `ValueError` for `read_back` with an operation that does not take it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a file of payloads is checked against: the request body of an operation, or its response with a status.

    `read_back` for a request that was read, changed and is sent back.
    """

    operation: str
    status: str | None
    read_back: bool

    def __str__(self) -> str:
        name = f"{self.operation}/{self.status}" if self.status else self.operation
        return f"{name} {_READ_BACK}" if self.read_back else name


_CALLS = pytest.StashKey["Calls"]()
_PAYLOADS = pytest.StashKey[dict[Path, tuple[Expectation, ...]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the ini option."""
    parser.addini(_OPTION, f"payloads to check, a line for each folder: {_FORM}", type="linelist", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Reads the ini option, so that a mistake in it ends the run before the first test."""
    if lines := config.getini(_OPTION):
        config.stash[_PAYLOADS] = _payloads(lines, config.rootpath)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A collector for each file that the ini option names."""
    bodies = parent.config.stash.get(_PAYLOADS, {}).get(file_path)
    return PayloadFile.from_parent(parent, path=file_path) if bodies else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Adds the files that the ini option names and pytest did not visit: in folders that it skips, or outside of its paths."""
    named = config.stash.get(_PAYLOADS, {})
    if named and not _is_limited(config):
        visited = {item.path for item in items if isinstance(item, PayloadItem)}
        for path in sorted(named.keys() - visited):
            items += PayloadFile.from_parent(session, path=path).collect()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells a process of pytest-xdist whether the run is limited: it gets the paths of the run as if they were given."""
    node.workerinput[_OPTION] = _is_limited(node.config)


def _is_limited(config: pytest.Config) -> bool:
    """Whether the user named paths, or a folder below the root by running there, so that other files are not meant."""
    if hasattr(config, "workerinput"):
        return bool(config.workerinput[_OPTION])
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    return named or (
        config.args_source is pytest.Config.ArgsSource.INVOCATION_DIR
        and config.invocation_params.dir != config.rootpath
    )


@pytest.fixture(scope="session")
def assert_valid() -> AssertValid:
    """A function that fails with a line for each finding unless a payload fits an operation."""
    return _assert_valid


@pytest.fixture
def unimicro_calls(request: pytest.FixtureRequest) -> Iterator[Calls]:
    """Checks every call of the API that the test makes with httpx or requests, and fails the test with the findings.

    It gives the calls so far, so that a test can look at them.
    """
    from unimicro_schema.testing import watched

    with watched() as calls:
        request.node.stash[_CALLS] = calls
        yield calls


@pytest.fixture
def unimicro_api() -> Iterator[Mock]:
    """A mock of the API on this machine, for the time of the test: its `url`, and what it `received`.

    It starts with the examples of the contract and keeps what the test sends.
    """
    from unimicro_schema.mock import serve

    with serve() as mock:
        yield mock


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fails a test whose calls do not fit the contract, unless it has failed by itself."""
    result = yield
    calls = item.stash.get(_CALLS, None)
    if calls is not None and calls.invalid:
        pytest.fail(str(calls), pytrace=False)
    return result


class PayloadFile(pytest.File):
    """A file that holds a payload."""

    def collect(self) -> Iterator[PayloadItem]:
        """A test for each body that the payload is checked against, nearly always one."""
        for body in self.config.stash[_PAYLOADS][self.path]:
            yield PayloadItem.from_parent(self, name=str(body), body=body)


class PayloadItem(pytest.Item):
    """The test that a payload fits an operation."""

    def __init__(self, *, body: Expectation, **rest: Any) -> None:
        super().__init__(**rest)
        self._body = body

    def runtest(self) -> None:
        """Checks the payload."""
        from unimicro_schema.validation.check import validate

        try:
            payload = self.path.read_bytes()
        except OSError as error:
            raise InvalidPayloadError(f"{self._file}: cannot be read: {error.strerror}") from error
        report = validate(payload, self._body.operation, self._body.status, read_back=self._body.read_back)
        if not report.valid:
            raise InvalidPayloadError(_listed(self._file, report))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings and nothing else, where there are some."""
        if isinstance(excinfo.value, InvalidPayloadError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file, and the head line of a failure."""
        return self.path, None, f"{self._body}: {self._file}"

    @property
    def _file(self) -> str:
        return self.nodeid.removesuffix(f"::{self.name}")


class InvalidPayloadError(Exception):
    """A payload is invalid. The message has a line for each finding."""


def _assert_valid(  # the arguments of `validate`
    payload: bytes | str | Any,
    operation: str,
    status: str | int | None = None,
    *,
    strict: bool = False,
    read_back: bool = False,
) -> None:
    __tracebackhide__ = True
    from unimicro_schema.validation.check import validate

    report = validate(payload, operation, status, strict=strict, read_back=read_back)
    if not report.valid:
        body = f"{operation}/{status}" if status else operation
        raise AssertionError(f"the payload does not fit {body}\n{_listed('payload', report)}")


def _listed(name: str, report: Report) -> str:
    from unimicro_schema.reports.text import line

    return "\n".join(line(name, finding) for finding in report.findings)


def _is_payload(path: Path) -> bool:
    """Whether a path is a file, or a link that leads nowhere, which is one that cannot be read."""
    return path.is_file() or not path.exists()


def _payloads(lines: Iterable[str], root: Path) -> dict[Path, tuple[Expectation, ...]]:
    """The files that the lines of the ini option name, each with what it is checked against."""
    from unimicro_schema.registry import documented
    from unimicro_schema.validation.read_back import refuse

    found: dict[Path, tuple[Expectation, ...]] = {}
    for line in lines:
        name, colon, pattern = (part.strip() for part in line.partition(":"))
        if not (name and colon and pattern):
            raise pytest.UsageError(f"{_OPTION}: cannot read {line!r}; {_FORM}")
        name, _, flag = name.partition(" ")
        operation, _, status = name.partition("/")
        body = Expectation(operation, status or None, flag.strip() == _READ_BACK)
        if flag and not body.read_back:
            raise pytest.UsageError(f"{_OPTION}: cannot read {line!r}; {_FORM}")
        try:
            documented(body.operation, body.status)
            if body.read_back:
                refuse(body.operation, body.status)
        except LookupError as error:
            raise pytest.UsageError(f"{_OPTION}: {error.args[0]}") from None
        except ValueError as error:
            raise pytest.UsageError(f"{_OPTION}: {_READ_BACK}: {error}") from None
        try:
            files = [Path(os.path.abspath(path)) for path in root.glob(pattern) if _is_payload(path)]  # noqa: PTH100  # links stay
        except (NotImplementedError, ValueError) as error:
            raise pytest.UsageError(f"{_OPTION}: {pattern} is not a glob below {root}: {error}") from None
        if not files:
            raise pytest.UsageError(f"{_OPTION}: {pattern} matches no file below {root}; correct or remove the line")
        for path in files:
            known = found.get(path, ())
            found[path] = known if body in known else (*known, body)
    return found
