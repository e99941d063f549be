"""Commands as they are written for a shell, split into words. Nothing is run, and no variable is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"""(?P<space>[ \t]+|\\\r?\n)
      | (?P<heredoc><<-?[ \t]*(?P<mark>['"]?)(?P<name>\w+)(?P=mark)[^\n]*\n(?P<given>(?:[^\n]*\n)*?)[ \t]*(?P=name)[ \t]*\r?$)
      | (?P<end>\r?\n|[;|&<>()])
      | \$'(?P<ansi>(?:[^'\\]|\\[\s\S])*)'
      | '(?P<single>[^']*)'
      | "(?P<double>(?:[^"\\]|\\[\s\S])*)"
      | \\(?P<escaped>[\s\S])
      | (?P<variable>\$\w+|\$\{[^}\n]*\}|\$\([^)\n]*\)|`[^`\n]*`)
      | (?P<plain>[^\s'"\\;|&<>()$`]+|\$)""",
    re.VERBOSE | re.MULTILINE,
)
VARIABLE = re.compile(r"(?<!\\)(?:\$\w+|\$\{[^}\n]*\}|\$\([^)\n]*\)|`[^`\n]*`)")
"""What the shell puts something else in place of."""
_IN_DOUBLE = re.compile(r'\\(?:\r?\n|(["\\$`]))')
_IN_ANSI = re.compile(r"\\(?:u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|x([0-9A-Fa-f]{1,2})|([\s\S]))")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}


class ShellWord(NamedTuple):
    """A word of a command, without its quotes. With `has_variable` the shell puts something else into it."""

    text: str
    has_variable: bool = False


class ShellCommand(NamedTuple):
    """A command: the line on which it begins, and the words after its name; None where a quote is not closed.

    `given` is the text that a here-document gives it, None where there is none.
    """

    line: int
    words: tuple[ShellWord, ...] | None
    given: ShellWord | None = None


def commands(text: str, name: str) -> Iterator[ShellCommand]:
    """The commands of a program in a script, or pasted with the prompt in front. Other lines are left alone."""
    begin = re.compile(rf"^[ \t]*(?:\$ +)?{name}(?:\.exe)?(?=[\s\\])", re.MULTILINE)
    at = 0
    while found := begin.search(text, at):
        command, at = _command(text, found.end())
        yield command._replace(line=text.count("\n", 0, found.start()) + 1)


def _command(text: str, at: int) -> tuple[ShellCommand, int]:
    """The command whose words begin at a place, without its line, and where it ends."""
    words: list[ShellWord] = []
    given: ShellWord | None = None
    word: ShellWord | None = None
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:  # only a quote that is not closed
            return ShellCommand(0, None), len(text)
        at = found.end()
        if found.lastgroup in {"space", "end", "heredoc"}:
            words += [word] if word else []
            word = None
            if found.lastgroup == "heredoc":
                given = ShellWord(found["given"], not found["mark"] and bool(VARIABLE.search(found["given"])))
            if found.lastgroup != "space":
                break
        else:
            piece = _piece(str(found.lastgroup), found)
            word = ShellWord(word.text + piece.text, word.has_variable or piece.has_variable) if word else piece
    return ShellCommand(0, (*words, *([word] if word else [])), given), at


def _piece(kind: str, found: re.Match[str]) -> ShellWord:
    text = found[kind]
    if kind == "double":
        return ShellWord(_IN_DOUBLE.sub(lambda part: part[1] or "", text), bool(VARIABLE.search(text)))
    if kind == "ansi":
        joined = _IN_ANSI.sub(_character, text)  # two halves of a surrogate pair become one character
        return ShellWord(joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return ShellWord(text, kind == "variable")


def _character(found: re.Match[str]) -> str:
    number = found[1] or found[2] or found[3]
    if number is None:
        return _LETTERS.get(found[4], found[4])
    return chr(min(int(number, 16), 0x10FFFF))
