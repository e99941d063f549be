"""The rules by which payloads are judged: the one table that the validator, the reports and the documentation share."""

from types import MappingProxyType
from typing import NamedTuple

from unimicro_schema.findings import Severity


class Rule(NamedTuple):
    """A rule: its stable id, how serious a break of it is, what it says, and what to do about a finding."""

    id: str
    severity: Severity
    summary: str
    remedy: str


_TABLE = (
    Rule(
        "unreadable",
        "error",
        "The input cannot be read, or is not JSON in UTF-8.",
        "Save the payload as JSON text in UTF-8. Line and column say where reading stopped.",
    ),
    Rule(
        "unknown-key",
        "error",
        "A request has a property that the contract does not have at this place.",
        "It is nearly always a typing error or a property at the wrong level, which the server would ignore without a word."
        " The suggestion says what was probably meant.",
    ),
    Rule(
        "missing-key",
        "error",
        "A property that is always there is missing.",
        "Check that the body is of this operation.",
    ),
    Rule(
        "missing-identity",
        "error",
        "A new object has nothing that identifies it.",
        "Send at least one of the properties that the message names, as a text that is not empty. Null counts as absent.",
    ),
    Rule(
        "wrong-type",
        "error",
        "A value is of the wrong JSON type.",
        "Send what the message asks for; a number in quotes is text.",
    ),
    Rule(
        "null-not-allowed",
        "error",
        "A value is null where the contract does not allow it.",
        "Leave the property out, or send a value.",
    ),
    Rule(
        "not-in-enum",
        "error",
        "A code is none of those that the contract knows.",
        "Use one of the codes of the message.",
    ),
    Rule(
        "too-long",
        "error",
        "A text is longer than the platform stores.",
        "Shorten it; the limit counts characters, not bytes.",
    ),
    Rule("out-of-range", "error", "A number is too small or too large.", "Integers of the platform have 32 bits."),
    Rule(
        "bad-format",
        "error",
        "A text is not of the form that it must have.",
        "A GUID has 8-4-4-4-12 hexadecimal digits; a date and time has an offset, such as `2026-01-15T08:30:00Z`.",
    ),
    Rule(
        "duplicate-key",
        "error",
        "A key stands twice in one object.",
        "Keep one of the two. Parsers keep the later value without a word.",
    ),
    Rule(
        "unknown-shape",
        "error",
        "An error body is none of those that are documented.",
        "Look at the body yourself, and please report it: the contract may lack a shape.",
    ),
    Rule(
        "repeated-default",
        "advice",
        "An object that stands in a slot of its own is repeated in the list.",
        "Send it once. The server does not remove duplicates and stores the same entry twice.",
    ),
    Rule(
        "foreign-key-mismatch",
        "advice",
        "A foreign key and the object beside it name different things.",
        "Send the key alone for an object that exists, or the object alone for a new one.",
    ),
    Rule(
        "phone-type-missing",
        "advice",
        "A new phone number has no type.",
        "Say what kind of number it is, as the guide asks.",
    ),
    Rule(
        "bookkeeping-key",
        "advice",
        "A request has a name with an underscore in front that the contract does not know.",
        "Such names are a client's own notes: the server takes no notice of them, and you may leave them out. Where the message"
        " names the mark of a new object, correct the name: without the mark, a request that is sent twice makes two rows.",
    ),
    Rule(
        "create-guid-missing",
        "advice",
        "A new child in an update has no mark of its own.",
        "Make up a fresh GUID for each new object. Without it the server refuses the update.",
    ),
    Rule(
        "org-number-checksum",
        "advice",
        "Nine digits are not a Norwegian organisation number.",
        "Look for a typing error. The server takes the number; electronic invoices will not arrive.",
    ),
    Rule(
        "gln-checksum",
        "advice",
        "A text is no Global Location Number.",
        "Check the 13 digits; the last one is a check digit.",
    ),
    Rule(
        "email-shape",
        "advice",
        "A text does not look like an e-mail address.",
        "Correct it; the server may take it as it is.",
    ),
    Rule(
        "deprecated-field",
        "advice",
        "A property is deprecated and has a value.",
        "Leave it out, and use what the message names instead.",
    ),
    Rule(
        "unknown-field",
        "error",
        "A query names a field that the entity does not have.",
        "Correct the name. The server ignores a condition on a field that it does not know, and returns unfiltered rows.",
    ),
    Rule(
        "unknown-path",
        "error",
        "A path to expand does not lead to a related object.",
        "Correct the path. The server seems to ignore one that leads nowhere, so the object is missing in the answer.",
    ),
    Rule(
        "unknown-option",
        "error",
        "A query has an option that the operation does not take.",
        "Use one of the documented options. They have no `$` in front. The platform ignores an option that it does not know,"
        " a filter too, and returns all rows.",
    ),
    Rule(
        "missing-option",
        "error",
        "A query lacks an option that the operation needs.",
        "Add it. Without its action, another operation is called.",
    ),
    Rule(
        "duplicate-option",
        "error",
        "A query has the same option more than once.",
        "Write it once, with everything in one value. Which of several the server reads is not known.",
    ),
    Rule(
        "empty-option",
        "error",
        "A query has an option without a value.",
        "Leave the option out. The server cannot deal with an empty filter.",
    ),
    Rule(
        "bad-syntax",
        "error",
        "A query is not written in the query language.",
        "Look at the column: a quote, a parenthesis, an operator or a comma is missing there, or one too many."
        " Texts stand in single quotes, and a quote inside a text is doubled.",
    ),
    Rule(
        "wrong-operator",
        "error",
        "An operator or a function does not exist, or does not fit the field.",
        "`like` and `notlike` search texts, `contains`, `startsWith` and `endsWith` search texts and numbers; true and false are"
        " compared with `eq` and `ne`; objects are not compared, but their fields are. There is no `in (...)`, no `any` or"
        " `all` and no arithmetic: the platform ignores such a condition and returns all rows.",
    ),
    Rule(
        "wrong-literal",
        "error",
        "A value of a query does not fit the field that it is compared with.",
        "Write numbers, `true`, `false` and `null` bare, and texts in single quotes, as well as dates, in the form of ISO 8601:"
        " `'2026-01-15'`. A status is one of its codes.",
    ),
    Rule(
        "bad-number",
        "error",
        "An option or a part of the path is not the whole number that it must be.",
        "Use decimal digits only. The number has 32 bits and is not negative.",
    ),
    Rule(
        "wrong-operation",
        "error",
        "The address or the action is not that of the operation.",
        "Name the operation that you call, or correct the address.",
    ),
    Rule(
        "expand-missing",
        "advice",
        "A query selects a field of a related object that it does not expand.",
        "Add the object to `expand`: a related object comes back only when it is expanded. A filter needs no `expand`.",
    ),
    Rule(
        "loose-literal",
        "advice",
        "A field that is true or false is compared with a text or a number.",
        "Write `true` or `false`, without quotes. The vendor's own screens write `'true'` and `1` too.",
    ),
    Rule(
        "bare-plus",
        "advice",
        "A query has a bare plus inside quotes, which the server reads as a space.",
        "Write `%2B` for a plus, and `%20` for a space. An HTTP library that encodes the query does so.",
    ),
    Rule(
        "not-digits",
        "advice",
        "A text that should have digits only has something else in it.",
        "Send the digits without spaces and without letters.",
    ),
)

RULES: MappingProxyType[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order of the documentation."""
