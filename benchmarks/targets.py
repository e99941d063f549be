"""What the package sets out to reach, and whether it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from results import Table
from subjects import (
    CHECK_JSONSCHEMA,
    COMPILED,
    ENGINE,
    INTERPRETER,
    MODULES,
    NODE,
    OURS,
    SOURCEMETA,
    SOURCEMETA_FAST,
    TWO_JOBS,
)

Medians = Callable[[str, str], float]
"""Gives the median by the key of a measure and the name of a subject. Raises `LookupError` if there is none."""

_DIGITS = {"×": 2, "ms": 1, "s": 1, "MB": 1, "modules": 0}


@dataclass(frozen=True, slots=True)
class Target:
    """A target: the title of what it is about, its sentence, the number to look at, its limit and unit."""

    title: str
    sentence: str
    number: Callable[[Medians], float]
    limit: float
    unit: str
    is_least: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A target and the number that was reached, None where it was not measured."""

    target: Target
    reached: float | None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where that is not known."""
        if self.reached is None:
            return None
        return self.reached >= self.target.limit if self.target.is_least else self.reached <= self.target.limit

    @property
    def number(self) -> str:
        """The number with its unit."""
        return "–" if self.reached is None else f"{self.reached:.{_DIGITS[self.target.unit]}f} {self.target.unit}"

    @property
    def verdict(self) -> str:
        """Whether the target is met, in words."""
        return {True: "met", False: "**missed**", None: "not measured"}[self.met]


def judge(tables: dict[str, Table]) -> list[Judgement]:
    """All targets held against the results, which are by the keys of the measures."""

    def medians(key: str, name: str) -> float:
        value = tables[key][name]
        if value is None:
            raise LookupError(name)
        return value

    return [Judgement(target, _reached(target, medians)) for target in TARGETS]


def _reached(target: Target, medians: Medians) -> float | None:
    try:
        return target.number(medians)
    except LookupError:
        return None


def _least(title: str, limit: float, sentence: str, number: Callable[[Medians], float]) -> Target:
    return Target(title, sentence, number, limit, "×", is_least=True)


def _most(title: str, limit: float, unit: str, sentence: str, number: Callable[[Medians], float]) -> Target:
    return Target(title, sentence, number, limit, unit)


def _times(key: str, name: str, other: str = OURS) -> Callable[[Medians], float]:
    return lambda get: get(key, name) / get(key, other)


def _ours(key: str, scale: float, name: str = OURS) -> Callable[[Medians], float]:
    return lambda get: get(key, name) * scale


def _over_interpreter(get: Medians) -> float:
    return 1e3 * (get("one", OURS) - get("one", INTERPRETER))


def _over_node(get: Medians) -> float:
    return 1e3 * (get("node", MODULES) - get("node", NODE))


def _growth(get: Medians) -> float:
    return get("more memory", OURS) / get("memory", OURS)


_NATIVE = "sourcemeta's native program"

TARGETS = (
    _least("One file", 4, "at least 4 × as fast as check-jsonschema", _times("one", CHECK_JSONSCHEMA)),
    _most("One file", 100, "ms", "at most 100 ms over `python -c pass`", _over_interpreter),
    _most("One file", 60, "ms", "the aim: at most 60 ms over it", _over_interpreter),
    _least("Many files", 25, "at least 25 × as fast as check-jsonschema", _times("many", CHECK_JSONSCHEMA)),
    _least("Many files", 1, f"faster than {_NATIVE}", _times("many", SOURCEMETA)),
    _least("Many files", 1, f"faster than {_NATIVE} with `--fast`", _times("many", SOURCEMETA_FAST)),
    _least("One payload per line", 2, f"at least 2 × as fast as {_NATIVE}", _times("stream", SOURCEMETA)),
    _least(
        "One payload per line", 2, f"at least 2 × as fast as {_NATIVE} with `--fast`", _times("stream", SOURCEMETA_FAST)
    ),
    _least("One payload per line", 1.7, "near 2 × as fast on two jobs (1.7 ×)", _times("stream", OURS, TWO_JOBS)),
    _most("Memory", 80, "MB", "below 80 MB for the longer file", _ours("more memory", 1e-6)),
    _most("Memory", 80, "MB", "the same on two jobs", _ours("more memory", 1e-6, TWO_JOBS)),
    _most("Memory", 1.1, "×", "flat: at most 1.1 × that for the shorter file", _growth),
    _most("In process", 1.5, "×", "valid: at most 1.5 × the engine alone", _times("valid", OURS, ENGINE)),
    _most("In process", 3, "ms", "three defects with their places: below 3 ms", _ours("invalid", 1e3)),
    _most("In process", 6, "×", "three defects: at most 6 × the valid payload", _ours("three", 1)),
    _most("In process", 2.5, "×", "one defect in a list of 25 MB: at most 2.5 × the valid list", _ours("bulk", 1)),
    _most("One payload per line", 10, "s", "a line of 20 MB with 14,000 defects: below 10 s", _ours("line", 1)),
    _most("Node", 5, "×", "at most 5 × `JSON.parse` and compiled Ajv", _times("modules", MODULES, COMPILED)),
    _most("Node", 60, "ms", "to the first report at most 60 ms over `node -e 0`", _over_node),
    _most("Import", 40, "ms", "below 40 ms", _ours("import", 1e3)),
    _most("Import", 0, "modules", "a check loads no Pydantic, YAML, models or build", _ours("needless", 1)),
)
"""All targets, in the order of the measures."""
