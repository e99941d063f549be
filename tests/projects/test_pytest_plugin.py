"""The pytest plugin, as a project sees it that has it installed."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from unimicro_schema import reports, validate
from unimicro_schema.registry import example_content

pytest_plugins = ["pytester"]

PLUGIN = "unimicro_schema.pytest_plugin"
CORPUS = Path(__file__).parents[1] / "corpus"
TYPO = "invalid/createCustomer/request/typo-in-a-nested-object.json"
ADVICE = "advised/createCustomer/request/phone-without-a-type.json"

# A line of the ini option, and what is said of it before any test runs.
MISTAKES = [
    ("createCustomer", "cannot read 'createCustomer'; write `OPERATION: GLOB`"),
    ("createCustomer:", "cannot read 'createCustomer:'; write `OPERATION: GLOB`"),
    (": payloads/*.json", "cannot read ': payloads/*.json'; write `OPERATION: GLOB`"),
    ("createCustomr: payloads/*.json", "there is no operation named createCustomr; did you mean createCustomer?"),
    ("getCustomer: payloads/*.json", "getCustomer takes no request body; name the status of a response"),
    ("getCustomer/418: payloads/*.json", "getCustomer documents no response 418"),
    ("createCustomer --read-back: payloads/*.json", "--read-back: only the requests of"),
    ("updateCustomer --back: payloads/*.json", "cannot read 'updateCustomer --back: payloads"),
    ("createCustomer: payload/*.json", "payload/[*].json matches no file below"),
    ("createCustomer: /payloads/*.json", "/payloads/[*].json is not a glob below"),
]

Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest in a project of its own, with the plugin and no other."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    return lambda *arguments: pytester.runpytest_inprocess("-p", PLUGIN, "-p", "no:cacheprovider", *arguments)


def put(pytester: pytest.Pytester, name: str, payload: bytes) -> None:
    """Writes a payload into the project."""
    file = pytester.path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(payload)


def text_report(name: str, payload: bytes) -> list[str]:
    """The lines that the command would print."""
    report = validate(payload, "createCustomer")
    reporter = reports.REPORTERS["text"](reports.Options())
    return reporter.result(reports.Result(name, report)).splitlines()


def test_what_was_read_and_is_sent_back_is_judged_so(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "payloads/back.json", b'{"ID": 1, "Segment": "A", "IsPrivate": null}')
    pytester.makeini("[pytest]\nunimicro_payloads = updateCustomer --read-back: payloads/*.json")
    pytester.makepyfile(
        """
        import pytest

        def test_payload(assert_valid):
            assert_valid({"ID": 1, "Segment": "A"}, "updateCustomer", read_back=True)
            with pytest.raises(AssertionError):
                assert_valid({"ID": 1, "Segment": "A"}, "updateCustomer")
        """
    )
    run("-v").assert_outcomes(passed=2)
    put(pytester, "payloads/back.json", b'{"ID": 1, "CreditDayss": 1}')
    run().assert_outcomes(passed=1, failed=1)


def test_a_test_with_valid_payloads_passes(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "sent.json", example_content("createCustomer"))
    put(pytester, "came.json", example_content("deleteCustomer", status=400))
    pytester.makepyfile(
        """
        import json
        from pathlib import Path

        def test_payloads(assert_valid):
            sent = Path("sent.json").read_bytes()
            assert_valid(sent, "createCustomer")
            assert_valid(sent.decode(), "createCustomer")
            assert_valid(json.loads(sent), "createCustomer")
            assert_valid(Path("came.json").read_bytes(), "deleteCustomer", status=400)
            assert_valid(Path("came.json").read_bytes(), "deleteCustomer", "400")
        """
    )
    run().assert_outcomes(passed=1)


def test_a_test_with_an_invalid_payload_fails_with_the_lines_of_the_text_report(
    pytester: pytest.Pytester, run: Run
) -> None:
    payload = (CORPUS / TYPO).read_bytes()
    put(pytester, "sent.json", payload)
    pytester.makepyfile(
        """
        from pathlib import Path

        def test_payload(assert_valid):
            assert_valid(Path("sent.json").read_bytes(), "createCustomer")
        """
    )
    result = run()
    result.assert_outcomes(failed=1)
    assert text_report("payload", payload)
    said = ["AssertionError: the payload does not fit createCustomer", *text_report("payload", payload)]
    result.stdout.fnmatch_lines([f"E*{line}" for line in said], consecutive=True)
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_advice_fails_a_test_only_if_it_is_strict(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "sent.json", (CORPUS / ADVICE).read_bytes())
    pytester.makepyfile(
        """
        from pathlib import Path

        def test_lenient(assert_valid):
            assert_valid(Path("sent.json").read_bytes(), "createCustomer")

        def test_strict(assert_valid):
            assert_valid(Path("sent.json").read_bytes(), "createCustomer", strict=True)
        """
    )
    result = run()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["E*payload:*: error phone-type-missing /Info/*"])


def test_an_unknown_operation_is_no_failed_payload(pytester: pytest.Pytester, run: Run) -> None:
    pytester.makepyfile("def test_payload(assert_valid):\n    assert_valid({}, 'createCustomr')\n")
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E*Error: there is no operation named createCustomr; did you mean *"])


def test_every_file_that_the_ini_option_names_is_a_test(pytester: pytest.Pytester, run: Run) -> None:
    typo = (CORPUS / TYPO).read_bytes()
    put(pytester, "payloads/create/good.json", example_content("createCustomer"))
    put(pytester, "payloads/create/deep/typo.json", typo)
    put(pytester, "payloads/read/list.json", example_content("listCustomers", status=200))
    put(pytester, "payloads/other.json", b"{")
    pytester.makeini(
        """
        [pytest]
        unimicro_payloads =
            createCustomer: payloads/create/**/*.json
            listCustomers/200: payloads/read/*.json
        """
    )
    result = run("-v")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines_random(
        [
            "payloads/create/good.json::createCustomer PASSED *",
            "payloads/create/deep/typo.json::createCustomer FAILED *",
            "payloads/read/list.json::listCustomers/200 PASSED *",
            "_* createCustomer: payloads/create/deep/typo.json _*",
            *text_report("payloads/create/deep/typo.json", typo),
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*9008*")


def test_one_of_the_files_can_be_run_alone(pytester: pytest.Pytester, run: Run) -> None:
    for name in ("first", "second"):
        put(pytester, f"payloads/{name}.json", example_content("createCustomer"))
    pytester.makeini("[pytest]\nunimicro_payloads = createCustomer: payloads/*.json\n")
    run("payloads/first.json").assert_outcomes(passed=1)
    run("payloads/second.json::createCustomer").assert_outcomes(passed=1)
    run("-k", "second").assert_outcomes(passed=1, deselected=1)


def test_a_file_named_for_two_operations_is_two_tests(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "payloads/customer.json", b"{}")
    pytester.makeini(
        """
        [pytest]
        unimicro_payloads =
            createCustomer: payloads/*.json
            updateCustomer: payloads/*.json
            updateCustomer: payloads/customer.json
        """
    )
    run().assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize("payload", [b"", b"{", b"\xff\xfe{\x00}\x00", b"\x00\x1b[31m"])
def test_a_file_that_is_no_json_fails_with_one_line(pytester: pytest.Pytester, run: Run, payload: bytes) -> None:
    put(pytester, "payloads/customer.json", payload)
    pytester.makeini("[pytest]\nunimicro_payloads = createCustomer: payloads/*.json\n")
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["payloads/customer.json*: error unreadable: is *"])
    assert "\x1b" not in result.stdout.str()


@pytest.mark.parametrize(("line", "message"), MISTAKES, ids=[line for line, _ in MISTAKES])
def test_a_mistake_in_the_ini_option_ends_the_run_with_one_sentence(
    pytester: pytest.Pytester, run: Run, line: str, message: str
) -> None:
    put(pytester, "payloads/customer.json", b"{}")
    pytester.makeini(f"[pytest]\nunimicro_payloads = {line}\n")
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: unimicro_payloads: *{message}*"])
    result.stderr.no_fnmatch_line("*Traceback*")


ELSEWHERE = [
    "build/a.json",
    ".data/a.json",
    "node_modules/x/a.json",
    "tests/../more/a.json",
    "../shared/a.json",
    "other/a.json",
]


@pytest.mark.slow
@pytest.mark.parametrize("processes", [(), ("-p", "xdist", "-n", "1")])
@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_file_that_pytest_does_not_visit_is_a_test_too(
    pytester: pytest.Pytester, run: Run, name: str, processes: tuple[str, ...]
) -> None:
    if name.startswith(".."):
        top = pytester.mkdir("top")
        (pytester.path / "shared").mkdir()
        os.chdir(top)
    Path("tests").mkdir()
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(b'{"OrgNumbr": "914012708"}')
    Path("tests/test_one.py").write_text("def test_one():\n    pass\n", encoding="utf-8")
    glob = name.replace("a.json", "*.json")
    Path("pytest.ini").write_text(
        f"[pytest]\ntestpaths = tests\nunimicro_payloads = createCustomer: {glob}\n", encoding="utf-8"
    )
    run(*processes).assert_outcomes(passed=1, failed=1)
    run("tests", *processes).assert_outcomes(passed=1)


def test_a_link_that_leads_nowhere_is_a_test_that_fails(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "a.json", b'{"OrgNumber": "914012708"}')
    (pytester.path / "b.json").symlink_to("/nowhere")
    pytester.makeini("[pytest]\nunimicro_payloads = createCustomer: *.json")
    result = run()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*b.json: cannot be read: No such file or directory"])


def test_json_files_are_no_tests_without_the_ini_option(pytester: pytest.Pytester, run: Run) -> None:
    put(pytester, "payloads/customer.json", example_content("createCustomer"))
    assert run("payloads").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_plugin_imports_nothing_until_it_is_used() -> None:
    code = (
        "import sys, pytest, unimicro_schema; before = set(sys.modules);"
        f"import {PLUGIN}; print(*sorted(set(sys.modules) - before))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == [PLUGIN]


def test_pytest_finds_the_plugin_by_its_entry_point() -> None:
    assert [entry.value for entry in entry_points(group="pytest11") if entry.name == "unimicro_schema"] == [PLUGIN]


def test_the_fixture_says_what_it_does(run: Run) -> None:
    result = run("--fixtures")
    result.stdout.fnmatch_lines(["assert_valid [[]session scope[]] -- *", "    A function that fails *"])
