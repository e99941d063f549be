"""The results as Markdown."""

from __future__ import annotations

from results import Row, Table
from subjects import OURS
from targets import Judgement

_SCALES = {"ms": (1e3, 1), "µs": (1e6, 0), "MB": (1e-6, 1), "modules": (1, 0)}
_HEAD = "<!-- Written by benchmarks/run.py. -->"


def page(machine: str, tables: list[Table], judgements: list[Judgement]) -> str:
    """The whole page: the machine, the targets, and a section for each measure that compares."""
    sections = [_HEAD, f"Measured on: {machine}", _targets(judgements)]
    return "\n\n".join([*sections, *(_section(table) for table in tables if len(table.rows) > 1)]) + "\n"


def _targets(judgements: list[Judgement]) -> str:
    rows = [f"| {item.target.title} | {item.target.sentence} | {item.number} | {item.verdict} |" for item in judgements]
    return "\n".join(["## The targets", "", "| what | target | reached | |", "|---|---|---|---|", *rows])


def _section(table: Table) -> str:
    measure = table.measure
    times = len(next((row.values for row in table.rows if row.values), ()))
    runs = f"Median of {times} runs in turn, and the range of these." if times > 1 else "One run."
    head = [f"## {measure.title}", "", f"{measure.remark} {runs}", ""]
    columns = f"| | {measure.unit} | range | to ours | remarks |"
    return "\n".join([*head, columns, "|---|--:|--:|--:|---|", *(_row(table, row) for row in table.rows)])


def _row(table: Table, row: Row) -> str:
    name = row.subject.name
    if row.median is None:
        return f"| {name} | – | – | – | {row.remark} |"
    scale, digits = _SCALES[table.measure.unit]
    median, low, high = (f"{value * scale:,.{digits}f}" for value in (row.median, min(row.values), max(row.values)))
    ours, base = table[OURS], table[row.subject.base]
    ratio = f"{row.median / ours:.2f} ×" if ours else "–"
    over = f"{(row.median - base) * scale:,.{digits}f} {table.measure.unit} over {row.subject.base}" if base else ""
    speed = f"{table.measure.megabytes / row.median:,.0f} MB/s" if table.measure.megabytes else ""
    remarks = "; ".join(filter(None, (over, speed, row.remark)))
    return f"| {name} | {median} | {low} – {high} | {ratio} | {remarks} |"
