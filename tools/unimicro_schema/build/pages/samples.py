"""What is beside the description of an operation: its requests as programs, and its answers by status.

Readers choose by radio buttons, so that a choice needs no script. The style sheet shows the sample whose button is chosen.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from unimicro_schema.build.contract import JSON, Contract, SourceOperation
from unimicro_schema.build.examples import Example
from unimicro_schema.build.pages import snippets
from unimicro_schema.build.pages.markdown import division, fence, unsearched

MOST = 16
"""The number of samples that the style sheet can choose from."""

_CODE = re.compile("`([^`]+)`")


class Sample(NamedTuple):
    """One of several samples: what its button says, and its Markdown."""

    label: str
    text: str


def pane(contract: Contract, operation: SourceOperation, examples: list[Example]) -> str:
    """The samples of an operation. Pages of the guide explain the same payloads, so the search leaves them out here."""
    return unsearched(
        "samples",
        division("requests", picked("request", "Request", _requests(contract, operation, examples))),
        snippets.needs(contract, operation),
        division("answers", picked("answer", "Response", _answers(contract, operation, examples))),
    )


def picked(name: str, legend: str, samples: list[Sample]) -> str:
    """Samples of which one is shown: the first, until a reader chooses another. `name` is that of the group of buttons.

    Raises `ValueError` for more samples than the style sheet knows.
    """
    if len(samples) > MOST:
        raise ValueError(f"{name}: {len(samples)} samples are more than {MOST}; add rules to docs/assets/reference.css")
    if len(samples) == 1:
        return samples[0].text
    buttons = "".join(
        f'<label><input type="radio" name="{name}"{"" if index else " checked"}> {_html(sample.label)}</label>'
        for index, sample in enumerate(samples)
    )
    picker = f'<fieldset class="picker"><legend>{legend}</legend>{buttons}</fieldset>'
    return division("picked", picker, *(division("choice", sample.text) for sample in samples))


def include(example: Example, title: str = "") -> str:
    """A block of code that takes an example in from the published files."""
    return fence("json", f'--8<-- "tools/unimicro_schema/generated/examples/{example.stored}"', title)


def _html(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text, quote=False))


def _requests(contract: Contract, operation: SourceOperation, examples: list[Example]) -> list[Sample]:
    """Every request that is shown as a program, then the further bodies."""
    shown = snippets.requests(contract, operation)
    bodies = [example for example in examples if example.body == "request" and example.file]
    programs = [Sample(request.summary, f'--8<-- "docs/reference/{request.path}"') for request in shown]
    told = {request.summary for request in shown}
    return programs + [Sample(body.summary, include(body, "Body")) for body in bodies if body.summary not in told]


def _answers(contract: Contract, operation: SourceOperation, examples: list[Example]) -> list[Sample]:
    """One sample for each status. An error shows the first of its shapes: the others have pages of their own."""
    found = []
    for status, node in contract.responses(operation).items():
        own = [example for example in examples if example.body == status and example.file]
        if JSON not in node.get("content", {}) or not own:
            found.append(Sample(status, "There is no body."))
        elif status < "400":
            samples = [Sample(example.summary, include(example)) for example in own]
            found.append(Sample(status, picked(f"answer-{status}", f"{status}, in several forms", samples)))
        else:
            found.append(Sample(status, include(own[0])))
    return found
