"""Splits a URL: its path, and the options behind the question mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unimicro_schema.query.encoding import Decoded, Form, decode, form_of
from unimicro_schema.query.flaws import Flaw, broken

FILTER = "filter"

_METHOD = re.compile(r"[A-Z]{3,7} +(?=https?://|/)")
_VERSION = re.compile(r"(?<=[^ ]) +HTTP/[0-9](?:\.[0-9])?\Z")
_HOST = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_PATH = re.compile(r"/[^?#]*|[^=&?#]+(?=\?)|[^=&?#]*/[^=&?#]*\Z")
_QUOTE = re.compile(r"'|%27")
_SEPARATOR = re.compile(r"&|\?+(?=\$?[A-Za-z]\w*=)|\Z")


@dataclass(frozen=True, slots=True)
class Option:
    """An option as it is written. `value` is None where no equals sign follows the name."""

    name: Decoded
    value: Decoded | None


@dataclass(frozen=True, slots=True)
class Url:
    """A query in its parts.

    `path` is None where only options are given; without a host its beginning may be missing. `flaws` are what is wrong with the
    limits of the parts, by the index in the whole text, each with the name of its option or without one.
    """

    path: Decoded | None
    has_host: bool
    options: tuple[Option, ...]
    flaws: tuple[tuple[str, Flaw], ...]


def read(text: str, known: frozenset[str]) -> Url:
    """Splits a query string, a path or a URL. `known` are the names of all options there are, in lowercase."""
    start, end = _limits(text)
    host = _HOST.match(text, start, end)
    path = _PATH.match(text, host.end() if host else start, end)
    begin = path.end() if path else host.end() if host else start
    flaws: list[tuple[str, Flaw]] = []
    if path or host:
        begin, end, flaws = _after_path(text, begin, end)
    elif text.startswith("?", start):
        begin += 1
    form = form_of(text[begin:end], is_url=bool(host))
    spans, more = _spans(text, begin, end, known)
    found = decode(text, *path.span()) if path else decode(text, host.end(), host.end()) if host else None
    return Url(found, bool(host), tuple(_option(text, *span, form) for span in spans), (*flaws, *more))


def _limits(text: str) -> tuple[int, int]:
    """Where what is called begins and ends: a method may come before it, and the version of HTTP behind that."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    method = _METHOD.match(text, start, end)
    if method is None:
        return start, end
    version = _VERSION.search(text, method.end(), end)
    return method.end(), version.start() if version else end


def _after_path(text: str, start: int, end: int) -> tuple[int, int, list[tuple[str, Flaw]]]:
    """Where the options behind a path begin and end, and that a # cuts them off. Inside a text it is meant literally."""
    fragment, question = text.find("#", start, end), text.find("?", start, end)
    begin = end if question < 0 else question + 1
    if fragment < 0:
        return begin, end, []
    flaw = broken("bad-syntax", fragment, "fragment", "%23")
    in_text = len(_QUOTE.findall(text[begin:fragment])) % 2 == 1
    return begin, end if in_text else max(begin, fragment), [("", flaw)]


def _spans(
    text: str, start: int, end: int, known: frozenset[str]
) -> tuple[list[tuple[int, int]], list[tuple[str, Flaw]]]:
    """Where the options begin and end. A bare & in a filter, inside a text or between conditions, does not end an option."""
    spans: list[tuple[int, int]] = []
    ends: dict[int, int] = {}  # the first & inside a text, for each filter
    flaws: list[tuple[str, Flaw]] = []
    last_quote = max(text.rfind("'", start, end), text.rfind("%27", start, end))
    in_filter = in_text = False
    for at, chunk in _chunks(text, start, end):
        name = _name(chunk)
        is_question = at > start and text[at - 1] == "?"
        is_option = name.removeprefix("$") in known and not is_question
        is_text = in_text and at <= last_quote and not is_option
        is_condition = in_filter and not in_text and not is_option and "=" not in chunk
        if not chunk.strip() and not is_text:
            continue
        if is_text and not is_question:
            ends.setdefault(len(spans), at - 1)
        if is_text or is_condition:
            spans[-1] = (spans[-1][0], at + len(chunk))
        else:
            spans.append((at, at + len(chunk)))
            in_filter, in_text = name == FILTER, False
            if is_question:
                flaws.append(("", broken("bad-syntax", at - 1, "question", "&")))
        in_text ^= in_filter and len(_QUOTE.findall(chunk)) % 2 == 1
    return spans, [*flaws, *((FILTER, broken("bad-syntax", at, "ampersand", "%26")) for at in ends.values())]


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What is between the & of a text, or a ? that was written for one, with the index of each."""
    for match in _SEPARATOR.finditer(text, start, end):
        yield start, text[start : match.start()]
        start = match.end()


def _name(chunk: str) -> str:
    return decode(chunk, 0, len(chunk.partition("=")[0])).value.strip().lower()


def _option(text: str, start: int, end: int, form: Form) -> Option:
    equals = text.find("=", start, end)
    if equals < 0:
        return Option(decode(text, start, end, form), None)
    return Option(decode(text, start, equals, form), decode(text, equals + 1, end, form))
