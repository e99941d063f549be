"""The tool of the page finds the body of an error where the command does, however a program shows it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from helpers import transcripts
from helpers.error_bodies import EXAMPLES
from helpers.node import executable
from unimicro_schema.explanation.transcript import read

PROGRAM = """
import { readFileSync } from "node:fs";
const { read } = await import(process.argv[1]);
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => { const { status, body } = read(text); return [status, body]; })));
"""

UNLIKE = [*"\r\u2028\u2029\x1c\x85\ufeff\xa0\u017f", "\n\ufeff", "\n\x1c", "\u2028\n"]
"""What the patterns of the two languages take for other things, unless told: ends of lines, white space, the letter s."""


def test_both_find_the_same_status_and_body(root: Path) -> None:
    bodies = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("error-*.json"))]
    whole = [text.removeprefix("\ufeff") for body in bodies for text in transcripts.shown(body).values()]
    whole += [text for body in bodies for text in transcripts.shown_without_status(body).values()]
    whole += [
        *transcripts.WITHOUT_BODY.values(),
        *transcripts.EMPTY.values(),
        *transcripts.ALONE.values(),
        *bodies,
    ]
    texts = [text[:end] for text in whole for end in (len(text), len(text) // 2, len(text) // 3)]
    plain = [*transcripts.shown("{}").values(), *transcripts.WITHOUT_BODY.values(), *transcripts.EMPTY.values()]
    texts += [
        text.replace(old, new).lstrip("\ufeff") for text in plain for old in ("\n", " ", "S", "s") for new in UNLIKE
    ]
    texts.append("HTTP/1.1 400 Bad Request\n{ [9 bytes data]\r [\n{}")
    module = (root / "docs" / "assets" / "tools" / "transcript.js").as_uri()
    command = [executable(), "--input-type=module", "--eval", PROGRAM, module]
    answer = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert json.loads(answer.stdout) == [list(read(text)) for text in texts]
