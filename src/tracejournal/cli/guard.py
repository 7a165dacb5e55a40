"""What stands around every command: any failure becomes one plain sentence and an exit code."""

from __future__ import annotations

import os
import sys

from tracejournal.cli.output import flush, tell
from tracejournal.model.errors import JournalError
from tracejournal.words import cli as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

FAILED = 1
SIGNALLED = 128
"""A shell adds the number of the signal to it."""
_CTRL_C = 2
PIPE_CLOSED = 141
"""128 and the number of the signal a closed pipe sends."""


def guarded(work: Callable[[], int | None], *, ours_alone: bool = False) -> int:
    """Do something and return its exit code: 0 done, 1 failed, 2 misused.

    A failure nobody foresaw is named by its type alone: its message could hold what a person
    wrote. Where it happened goes into a log, without any words.

    Args:
        work: what to do.
        ours_alone: the process is for nothing else, so that what Python itself says of failures
            can be ours, too.
    """
    if ours_alone:
        _never_show_a_traceback()
    _never_fail_to_print()
    try:
        code = work() or 0
        flush()
    except JournalError as refusal:
        _note(refusal)
        tell(str(refusal))
        code = refusal.exit_code
    except KeyboardInterrupt as stop:
        tell(words.STOPPED)
        code = SIGNALLED + getattr(stop, "number", _CTRL_C)
    except BrokenPipeError:
        code = PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last wall: a traceback would show what was written
        tell(unexpected(error))
        code = FAILED
    if code:
        _let_go_of_output()
    return code


def unexpected(error: BaseException) -> str:
    """Note a failure nobody foresaw; return what is said of it."""
    from tracejournal.journal import crash_log  # noqa: PLC0415 - paid for when used

    said = words.UNEXPECTED.format(kind=type(error).__name__)
    return (
        f"{said} {refusals.NOTED.format(path=crash_log.path())}" if crash_log.note(error) else said
    )


def _never_show_a_traceback() -> None:
    """Let what nothing catches end in a sentence, or in the log where nobody waits for it."""

    def say(
        _kind: type[BaseException], error: BaseException, _frames: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            tell(unexpected(error))

    def note(found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            unexpected(found.exc_value)

    sys.excepthook = say
    sys.unraisablehook = note


def _note(refusal: JournalError) -> None:
    if refusal.__context__ is not None:
        from tracejournal.journal import crash_log  # noqa: PLC0415 - paid for when used

        crash_log.note_refusal(refusal)


def _never_fail_to_print() -> None:
    """Let a character the terminal cannot show become a question mark, not a failure."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Point output that cannot be written at nothing, so that Python's own exit is quiet."""
    try:
        flush()
    except (JournalError, OSError):
        with open(os.devnull, "w", encoding="utf-8") as nothing:
            os.dup2(nothing.fileno(), sys.stdout.fileno())
