"""The rules by which changes of the contract are judged: the one table that the comparison and the documentation share."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Verdict = Literal["breaking", "safe"]

AUDIENCES = ("send", "read", "generate")
"""What a change can break: clients that send requests, read responses, or use generated code."""


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A kind of change: its stable id, what it is, and what it means to each audience.

    `send` counts for a change in a request, `read` for one in a response. `message`
    has `{old}` and `{new}` where the comparison puts the values. `why` is the reason of a verdict that is not plain.
    """

    id: str
    what: str
    send: Verdict
    read: Verdict
    generate: Verdict
    message: str
    why: str = ""

    @property
    def breaks(self) -> bool:
        """Whether it can break anyone."""
        return "breaking" in (self.send, self.read, self.generate)


_VERDICTS: dict[str, Verdict] = {"B": "breaking", "-": "safe"}


def _rule(id_: str, verdicts: str, what: str, message: str, why: str = "") -> ChangeRule:
    send, read, generate = (_VERDICTS[letter] for letter in verdicts)
    return ChangeRule(id_, what, send, read, generate, message, why)


# The verdicts are for sending requests, reading responses and generating code, in this order; B is breaking.
_TABLE = (
    _rule("operation-added", "---", "An operation is new.", "is new: {new}"),
    _rule("operation-removed", "BBB", "An operation is gone.", "is gone; it was {old}"),
    _rule(
        "operation-renamed",
        "--B",
        "The same request has another operation id.",
        "was named {old}",
        "Requests and responses stay the same; functions and classes in generated code get other names.",
    ),
    _rule("operation-moved", "B-B", "The method, the path or the action has changed.", "was {old}, is {new}"),
    _rule(
        "group-renamed",
        "--B",
        "The OpenAPI operation that several actions share has another id.",
        "was named {old}, is {new}",
        "Generators that do not read `x-actions` name a function after it.",
    ),
    _rule(
        "tags-changed",
        "--B",
        "An operation has other tags.",
        "had the tags {old}, has {new}",
        "Many generators name a class or a module after the tag.",
    ),
    _rule("status-after-changed", "B--", "An action sets another status.", "sets {new}, not {old}"),
    _rule("security-added", "---", "There is one more way to authorise a request.", "takes {new} too"),
    _rule("security-removed", "B--", "A way to authorise a request is gone.", "no longer takes {old}"),
    _rule("security-loosened", "---", "A request needs less to be authorised.", "takes {new} instead of {old}"),
    _rule("security-tightened", "B--", "A request needs more to be authorised.", "takes {new} instead of {old}"),
    _rule("security-scheme-changed", "B-B", "What a security scheme asks for is different.", "is defined differently"),
    _rule("server-added", "---", "There is one more server.", "is new"),
    _rule("server-removed", "B--", "A server is gone.", "is gone"),
    _rule("server-changed", "B--", "The variables of a server's URL are different.", "has other variables"),
    _rule("parameter-added", "---", "A parameter is new and may be left out.", "is new, and may be left out"),
    _rule("required-parameter-added", "B-B", "A parameter is new and must be sent.", "is new, and must be sent"),
    _rule("parameter-removed", "B-B", "A parameter is gone.", "is gone"),
    _rule("parameter-required", "B-B", "A parameter that could be left out must be sent.", "must be sent now"),
    _rule("parameter-optional", "--B", "A parameter that had to be sent may be left out.", "may be left out now"),
    _rule(
        "parameter-encoding-changed", "B-B", "The way a parameter is written is different.", "is written differently"
    ),
    _rule("request-added", "---", "An operation takes a body, which may be left out.", "is new, and may be left out"),
    _rule("required-request-added", "B-B", "An operation asks for a body.", "is new, and must be sent"),
    _rule("request-removed", "B-B", "An operation no longer takes a body.", "is gone"),
    _rule("request-required", "B-B", "A body that could be left out must be sent.", "must be sent now"),
    _rule("request-optional", "--B", "A body that had to be sent may be left out.", "may be left out now"),
    _rule("status-added", "-BB", "An operation can succeed with one more status.", "is a new success"),
    _rule("status-removed", "--B", "An operation no longer succeeds with a status.", "is no longer documented"),
    _rule(
        "error-status-added",
        "---",
        "An operation can fail with one more status.",
        "is a new error",
        "Clients must be ready for any error status.",
    ),
    _rule("error-status-removed", "---", "An operation no longer fails with a status.", "is no longer documented"),
    _rule("response-body-added", "--B", "A response has a body now.", "has a body now"),
    _rule("response-body-removed", "-BB", "A response no longer has a body.", "no longer has a body"),
    _rule("media-type-added", "-B-", "A body can be of one more media type.", "can be {new} too"),
    _rule("media-type-removed", "B-B", "A body is no longer of a media type.", "is no longer {old}"),
    _rule("header-added", "---", "A response has one more header.", "is new"),
    _rule("header-removed", "-BB", "A response lacks a header that it had.", "is gone"),
    _rule("component-added", "---", "A named schema is new.", "is new"),
    _rule("component-removed", "--B", "A named schema is gone.", "is gone"),
    _rule("component-renamed", "--B", "The same schema has another name.", "was named {old}"),
    _rule("property-added", "---", "A property is new and may be absent.", "is new, and may be absent"),
    _rule("required-property-added", "B-B", "A property is new and always present.", "is new, and required"),
    _rule("property-removed", "BBB", "A property is gone.", "is gone"),
    _rule("property-required", "B-B", "A property that could be absent must be present.", "is required now"),
    _rule("property-optional", "-BB", "A property that was always present can be absent.", "may be absent now"),
    _rule("null-allowed", "-BB", "A value may be null.", "may be null now"),
    _rule("null-refused", "B-B", "A value may no longer be null.", "may no longer be null"),
    _rule("type-widened", "-BB", "A value can be of more types.", "was {old}, is {new}"),
    _rule("type-narrowed", "B-B", "A value can be of fewer types.", "was {old}, is {new}"),
    _rule("type-changed", "BBB", "A value is of another type.", "was {old}, is {new}"),
    _rule("format-added", "B-B", "Text or a number must have a format.", "has the format {new} now"),
    _rule("format-removed", "-BB", "Text or a number no longer needs a format.", "no longer has the format {old}"),
    _rule("format-changed", "BBB", "Text or a number has another format.", "had the format {old}, has {new}"),
    _rule("limit-tightened", "B--", "A limit is stricter.", "had {old}, has {new}"),
    _rule("limit-loosened", "-B-", "A limit is looser.", "had {old}, has {new}"),
    _rule("limit-changed", "BB-", "A pattern or a step has changed.", "had {old}, has {new}"),
    _rule("enum-introduced", "B-B", "Only listed values are left.", "is one of {new} now"),
    _rule("enum-dropped", "-BB", "Values are no longer listed.", "is no longer one of {old}"),
    _rule(
        "code-added",
        "---",
        "An enum of numbers has one more code.",
        "has the new code {new}",
        "Enums of numbers are open in responses: an unknown code is not an error. Some generated clients refuse "
        "it anyway; the [page about them](../toolkit/generators.md#codes-that-are-added-later) says which, and what helps.",
    ),
    _rule("code-removed", "B-B", "An enum of numbers has one code fewer.", "no longer has the code {old}"),
    _rule("code-renamed", "--B", "A code has another name.", "had the code {old}, has {new}"),
    _rule("value-added", "-B-", "A list of text values has one more value.", "can be {new} too"),
    _rule("value-removed", "B-B", "A list of text values has one value fewer.", "can no longer be {old}"),
    _rule(
        "keys-closed",
        "B--",
        "An object takes only the properties that it lists.",
        "no longer takes unknown properties",
        "Objects in responses are always open.",
    ),
    _rule("keys-opened", "---", "An object takes unknown properties.", "takes unknown properties now"),
    _rule("identity-tightened", "B--", "Fewer things identify a new object.", "is identified by {new}, not {old}"),
    _rule("identity-loosened", "---", "More things identify a new object.", "is identified by {new}, not {old}"),
    _rule(
        "recognition-changed", "-B-", "The shapes of a body are distinguished differently.", "is recognised differently"
    ),
    _rule("default-changed", "B-B", "What a missing value means is different.", "had the default {old}, has {new}"),
    _rule(
        "became-read-only",
        "B-B",
        "A property is read-only.",
        "is read-only now",
        "The API takes a request with it and ignores the value.",
    ),
    _rule(
        "became-write-only",
        "-BB",
        "A property is write-only.",
        "is write-only now",
    ),
    _rule("access-opened", "--B", "A property is no longer read-only or write-only.", "was {old}, is {new}"),
    _rule(
        "openapi-changed",
        "--B",
        "The contract is written in a newer OpenAPI version.",
        "was {old}, is {new}",
        "A generator may not read the newer version yet.",
    ),
    _rule("openapi-lowered", "---", "The contract is written in an older OpenAPI version.", "was {old}, is {new}"),
    _rule("deprecated", "---", "Something should no longer be used.", "is deprecated now"),
    _rule("undeprecated", "---", "Something may be used again.", "is no longer deprecated"),
    _rule("provenance-changed", "---", "How a fact is known is different.", "was {old}, is {new}"),
    _rule("docs-changed", "---", "A title, a summary or a description is different.", "is described differently"),
    _rule("examples-changed", "---", "An example is different.", "has other examples"),
    _rule("note-changed", "---", "Something that no request or response depends on.", "has another {new}"),
)

INFORMATION = frozenset({"provenance-changed", "docs-changed", "examples-changed", "note-changed"})
"""The rules about words around the contract: they never matter to a program."""

RULES: MappingProxyType[str, ChangeRule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order of the documentation."""
