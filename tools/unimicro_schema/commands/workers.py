"""Processes that share the work of `--jobs`. Where the system gives none, or ends one, this process does the work itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from unimicro_schema.commands.streams import say
from unimicro_schema.files import why

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_Work = TypeVar("_Work")
_Outcome = TypeVar("_Outcome")

_MOST_ON_WINDOWS = 61  # it cannot wait for more processes at once


class Workers(Generic[_Work, _Outcome]):
    """Does pieces of work by as many processes as `jobs` says, but no more than there are processors."""

    def __init__(self, work: Callable[[_Work], _Outcome], jobs: int) -> None:
        self.count = min(jobs, os.cpu_count() or 1, _MOST_ON_WINDOWS if sys.platform == "win32" else jobs)
        self._work = work
        self._pool: ProcessPoolExecutor | None = None
        if self.count > 1:
            try:
                self._pool = _pool(self.count)
            except (OSError, ImportError, NotImplementedError) as error:  # without shared memory
                _say_alone(f"--jobs has no effect ({why(error)})")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind:
            self._end()
        elif self._pool:
            self._pool.shutdown()

    def begin(self, piece: _Work) -> Callable[[], _Outcome]:
        """Begins a piece of work, and returns a function that waits for what comes of it."""
        future: Future[_Outcome] | None = None
        try:
            future = self._pool.submit(self._work, piece) if self._pool else None
        except BrokenExecutor:
            self._go_on_alone("a process of --jobs was ended from outside")
        except (OSError, RuntimeError) as error:  # the system has no more processes, or no more threads
            self._go_on_alone(f"--jobs has no effect ({why(error)})")
        return lambda: self._outcome(piece, future)

    def _outcome(self, piece: _Work, future: Future[_Outcome] | None) -> _Outcome:
        if future and (self._pool or (future.done() and not future.cancelled())):
            try:
                return future.result()
            except BrokenExecutor:
                self._go_on_alone("a process of --jobs was ended from outside")
        return self._work(piece)

    def _go_on_alone(self, reason: str) -> None:
        if self._pool:
            _say_alone(reason)
            self._end()

    def _end(self) -> None:
        if self._pool:
            from multiprocessing import active_children

            for process in active_children():
                process.kill()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _pool(count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # some systems do not have it

    return ProcessPoolExecutor(count, initializer=_leave_interrupts_to_the_first)


def _leave_interrupts_to_the_first() -> None:
    """Ctrl-C reaches each process. The first one ends the others, and they need not say that they end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _say_alone(reason: str) -> None:
    """Says once why the run takes longer than was asked for."""
    say(f"{reason}; one process does the work")
