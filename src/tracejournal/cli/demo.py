"""A made-up journal in a temporary place. The real one is never touched."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from contextlib import contextmanager

from tracejournal import places
from tracejournal.journal.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.model.clock import Clock

_ENDINGS = ("SIGTERM", "SIGHUP")


@contextmanager
def demo_journal(clock: Clock | None = None) -> Iterator[None]:
    """Let everything live in a temporary folder for a while, filled with a fictional journal.

    The folder goes at the end, also where that comes by Ctrl+C or a closed terminal.
    """
    folder = tempfile.mkdtemp(prefix="tracejournal-demo-")
    before = os.environ.get(places.HOME_VARIABLE)
    os.environ[places.HOME_VARIABLE] = folder
    restore = {name: _end_on(name) for name in _ENDINGS if hasattr(signal, name)}
    try:
        _fill(clock)
        yield
    finally:
        if before is None:
            del os.environ[places.HOME_VARIABLE]
        else:
            os.environ[places.HOME_VARIABLE] = before
        shutil.rmtree(folder, ignore_errors=True)
        for name, handler in restore.items():
            signal.signal(getattr(signal, name), handler)


def _fill(clock: Clock | None) -> None:
    from tracejournal.journal.demo import fill_demo  # noqa: PLC0415 - paid for when used
    from tracejournal.journal.demo_loops import fill_loops  # noqa: PLC0415
    from tracejournal.journal.news import news  # noqa: PLC0415

    news(())  # nobody met another version here
    with Journal.open(clock=clock, create=True) as journal:
        fill_demo(journal)
        fill_loops(journal)


def _end_on(name: str) -> signal.Handlers | None:
    """Let a signal end the process the way Ctrl+C does, so that the folder goes."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    return signal.signal(getattr(signal, name), end)  # type: ignore[return-value]
