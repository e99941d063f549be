"""What is measured: one table of the results for each measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import subjects
from clock import Method, peak, printed, wall
from inputs import DEFECTS_OF, Inputs
from installation import Programs
from subjects import Subject


@dataclass(frozen=True, slots=True)
class Measure:
    """A table of the results: its title, what to know about it, how each subject is measured, and how often.

    `invalid` is the number of payloads in `files` that are, `megabytes` what is read where throughput matters. `judged`
    says that the verdicts of the subjects on files with one defect are looked at as well.
    """

    key: str
    title: str
    remark: str
    method: Method
    unit: str
    rounds: int
    subjects: tuple[Subject, ...]
    files: Sequence[Path] = ()
    invalid: int = 0
    judged: bool = False
    megabytes: float = 0


def measures(programs: Programs, inputs: Inputs) -> tuple[Measure, ...]:
    """All measures, in the order of the page."""
    commands = subjects.commands(programs, inputs)
    streams = subjects.streams(programs, inputs)
    megabytes = {path: path.stat().st_size / 1e6 for path in (inputs.stream, inputs.large)}
    return (
        Measure(
            key="one",
            title="One valid file on the command line",
            remark="From the start of the program to its end.",
            method=wall,
            unit="ms",
            rounds=15,
            subjects=(*commands, subjects.interpreter(programs)),
            files=[inputs.valid],
            judged=True,
        ),
        Measure(
            key="many",
            title=f"{len(inputs.copies):,} valid files on the command line",
            remark="All of them in one run of the program.",
            method=wall,
            unit="ms",
            rounds=5,
            subjects=commands,
            files=inputs.copies,
        ),
        Measure(
            key="stream",
            title=f"{inputs.lines:,} payloads in one file, one a line",
            remark=f"{megabytes[inputs.stream]:.0f} MB, and {inputs.lines // DEFECTS_OF:,} of the lines have a defect."
            " Programs that read one payload a file take no part.",
            method=wall,
            unit="ms",
            rounds=5,
            subjects=streams,
            files=[inputs.stream],
            invalid=inputs.lines // DEFECTS_OF,
            megabytes=megabytes[inputs.stream],
        ),
        Measure(
            key="memory",
            title=f"Memory for {megabytes[inputs.stream]:.0f} MB, one payload a line",
            remark="The most that the program and its children held; what they share counts once.",
            method=peak,
            unit="MB",
            rounds=3,
            subjects=streams,
            files=[inputs.stream],
            invalid=inputs.lines // DEFECTS_OF,
        ),
        Measure(
            key="more memory",
            title=f"Memory for {megabytes[inputs.large]:.0f} MB, one payload a line",
            remark="The same for a longer file.",
            method=peak,
            unit="MB",
            rounds=3,
            subjects=streams,
            files=[inputs.large],
            invalid=inputs.large_lines // DEFECTS_OF,
        ),
        Measure(
            key="valid",
            title="A valid payload in process",
            remark="From bytes to the verdict, the schema compiled beforehand.",
            method=printed,
            unit="µs",
            rounds=9,
            subjects=subjects.libraries(programs, inputs, errors=False),
            files=[inputs.valid],
            judged=True,
        ),
        Measure(
            key="invalid",
            title="A payload with three defects in process",
            remark="From bytes to the errors. Only unimicro-schema names each defect once, with line and column;"
            " fastjsonschema stops at the first.",
            method=printed,
            unit="µs",
            rounds=9,
            subjects=subjects.libraries(programs, inputs, errors=True),
            files=[inputs.three],
            invalid=1,
            judged=True,
        ),
        Measure(
            key="three",
            title="What three defects cost in process",
            remark="As times the same payload without them.",
            method=printed,
            unit="×",
            rounds=3,
            subjects=(subjects.three_defects(programs, inputs),),
            files=[inputs.three],
            invalid=1,
        ),
        Measure(
            key="bulk",
            title="What one defect costs in a long list in process",
            remark="As times the same list without it.",
            method=printed,
            unit="×",
            rounds=3,
            subjects=(subjects.one_defect(programs, inputs),),
            files=[inputs.bulk_wrong],
            invalid=1,
        ),
        Measure(
            key="line",
            title="One long line with three defects in each item",
            remark="A list on one line of a stream.",
            method=wall,
            unit="ms",
            rounds=3,
            subjects=(subjects.long_line(programs),),
            files=[inputs.line],
            invalid=1,
        ),
        Measure(
            key="modules",
            title="A valid payload in Node",
            remark="From text to the report, everything loaded and compiled beforehand.",
            method=printed,
            unit="µs",
            rounds=9,
            subjects=subjects.modules(programs, inputs),
            files=[inputs.valid],
            judged=True,
        ),
        Measure(
            key="node",
            title="The start of Node to the first report",
            remark="In a fresh process each time.",
            method=wall,
            unit="ms",
            rounds=15,
            subjects=subjects.starts(programs),
        ),
        Measure(
            key="import",
            title="The import",
            remark="In a fresh interpreter, whose own start does not count.",
            method=printed,
            unit="ms",
            rounds=15,
            subjects=subjects.imports(programs),
        ),
        Measure(
            key="needless",
            title="Modules that a check loads without need",
            remark="Counted in a fresh interpreter.",
            method=printed,
            unit="modules",
            rounds=1,
            subjects=(subjects.needless(programs),),
            files=[inputs.three],
        ),
    )
