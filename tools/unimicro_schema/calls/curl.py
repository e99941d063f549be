"""Calls that are written as commands of curl: in a script, or as browsers and API clients copy them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from unimicro_schema.calls.call import UNRECORDED, Call, by_name
from unimicro_schema.calls.recordings import RecordingError
from unimicro_schema.calls.shell import VARIABLE, ShellWord, commands

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?![{\[])(?:[^\n]*\n)*?[ \t]*(?:\$ +)?curl(?:\.exe)?[\s\\]")
"""What the beginning of a text matches that has commands of curl, and is not JSON."""

_SHORT = {
    "X": "request", "H": "header", "d": "data", "G": "get", "I": "head", "F": "form", "T": "upload-file",
    "o": "output", "u": "user", "A": "user-agent", "e": "referer", "b": "cookie", "c": "cookie-jar", "m": "max-time",
    "w": "write-out", "x": "proxy", "D": "dump-header", "E": "cert", "K": "config", "r": "range", "U": "proxy-user",
    "C": "continue-at", "P": "ftp-port", "Q": "quote", "t": "telnet-option", "y": "speed-time", "Y": "speed-limit",
    "z": "time-cond", "h": "help",
}  # fmt: skip
_DATA = ("data", "data-ascii", "data-raw", "data-binary", "data-urlencode", "json")
_WITH_VALUE = {
    *_DATA, *(set(_SHORT.values()) - {"get", "head", "help"}), "url", "connect-timeout", "retry", "retry-delay",
    "retry-max-time", "cacert", "capath", "cert-type", "key", "key-type", "pass", "resolve", "connect-to", "interface",
    "limit-rate", "max-redirs", "noproxy", "oauth2-bearer", "ciphers", "tls-max", "unix-socket", "variable", "form-string",
    "url-query", "stderr", "trace", "trace-ascii", "output-dir",
}  # fmt: skip
_CMD = re.compile(r'^[^\n]*curl(?:\.exe)? (?:\^"|[^\n]*\^[ \t]*\r?\n)', re.MULTILINE)
_ANYTHING = "00000000-0000-0000-0000-000000000000"
"""What is taken for the value of a variable in a header: it has the form of a token and that of a key."""


@dataclass(slots=True)
class _Options:
    """What the words of a command say."""

    url: ShellWord | None = None
    method: str | None = None
    headers: list[ShellWord] = field(default_factory=list)
    data: list[tuple[str, ShellWord]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


def calls_of(text: str) -> Iterator[tuple[int, Call | RecordingError]]:
    """Each command of curl in a text, with its line, as the call that it makes.

    What a variable of the shell holds is not known: a secret is taken for right, a body is not judged, and in the path or the
    query it is an error.
    """
    if _CMD.search(text):
        yield 1, RecordingError("is written for the command prompt of Windows; copy it as cURL for bash")
        return
    for command in commands(text, "curl"):
        if command.words is None:
            yield command.line, RecordingError("has a quote that is not closed")
            continue
        try:
            options = _options(command.words)
            if command.given:
                options.data = [(kind, command.given if word.text == "@-" else word) for kind, word in options.data]
            yield command.line, _call(options)
        except RecordingError as error:
            yield command.line, error


def _options(words: tuple[ShellWord, ...]) -> _Options:
    found = _Options()
    rest = iter(words)
    for word in rest:
        for name, given in _named(word):
            value = given
            if name in _WITH_VALUE and value is None:
                value = next(rest, None)
                if value is None:
                    raise RecordingError(f"ends after --{name}, which needs a value")
            _note(found, name, value)
    return found


def _named(word: ShellWord) -> Iterator[tuple[str, ShellWord | None]]:
    """The options of a word, each with the value that is in the same word, if any. What is no option is a URL."""
    text = word.text
    if text.startswith("--"):
        yield text[2:], None
    elif text.startswith("-") and len(text) > 1:
        for at, letter in enumerate(text[1:], 2):
            name = _SHORT.get(letter, letter)
            if name in _WITH_VALUE:
                yield name, word._replace(text=text[at:]) if text[at:] else None
                return
            yield name, None
    else:
        yield "url", word


def _note(found: _Options, name: str, value: ShellWord | None) -> None:
    if value is None:
        found.flags.add(name)
    elif name == "url":
        found.url = found.url or value
    elif name == "request":
        found.method = value.text
    elif name == "header":
        found.headers.append(value)
    elif name == "oauth2-bearer":
        found.headers.append(ShellWord(f"Authorization: Bearer {value.text}", value.has_variable))
    elif name in _DATA:
        found.data.append((name, value))
    elif name in {"form", "form-string", "upload-file"}:
        found.flags.add(name)


def _call(options: _Options) -> Call:
    if options.url is None:
        raise RecordingError("has no URL")
    in_query = "get" in options.flags
    url = _url(options.url, [_encoded(*item) for item in options.data] if in_query else [])
    sends = bool(options.data or options.flags & {"form", "form-string"}) and not in_query
    default = (
        "HEAD" if "head" in options.flags else "PUT" if "upload-file" in options.flags else "POST" if sends else "GET"
    )
    return Call(
        options.method or default, url, by_name(_headers(options, sends=sends)), _body(options) if sends else None
    )


def _url(url: ShellWord, parts: list[ShellWord]) -> str:
    query = "&".join(part.text for part in parts)
    text = f"{url.text}{'&' if '?' in url.text else '?'}{query}" if query else url.text
    _, _, behind = text.partition("/api/")
    if any(part.has_variable for part in parts) or (url.has_variable and "$" in behind):
        raise RecordingError("has a variable of the shell in its path or query; write the value instead")
    return text if "://" in text or text.startswith(("/", "$")) else f"http://{text}"


def _encoded(kind: str, value: ShellWord) -> ShellWord:
    """A part of a query, as `--data-urlencode` encodes it."""
    name, equals, content = value.text.partition("=")
    if value.text.startswith("@") or (kind == "data-urlencode" and "@" in value.text and not equals):
        raise RecordingError("takes a part of its query from a file; write it instead")
    if kind != "data-urlencode":
        return value
    text = f"{name}={quote(content)}" if equals and name else quote(content if equals else name)
    return value._replace(text=text)


def _headers(options: _Options, *, sends: bool) -> Iterator[tuple[str, str]]:
    """The headers that curl sends, with those that it adds itself."""
    for header in options.headers:
        name, colon, value = header.text.partition(":")
        if colon:
            yield name, VARIABLE.sub(_ANYTHING, value) if header.has_variable else value
    if any(kind == "json" for kind, _ in options.data):
        yield "Content-Type", "application/json"
    elif sends:
        yield "Content-Type", "multipart/form-data" if not options.data else "application/x-www-form-urlencoded"


def _body(options: _Options) -> object:
    """The body as text; `UNRECORDED` where it is in a file or in a variable."""
    if not options.data:
        return "a form"  # which is not JSON, whatever its fields are
    is_elsewhere = any(
        value.has_variable or (value.text.startswith("@") and kind != "data-raw") for kind, value in options.data
    )
    return UNRECORDED if is_elsewhere else "&".join(value.text for _, value in options.data)
