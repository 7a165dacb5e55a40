"""What went wrong, for whoever mends it: kinds of errors and places in the program, no words.

The sentence of an error, the values it met and the names of folders can hold what a person wrote,
so none of them is ever noted. Python's `logging` is not used: its import takes longer than keeping
a moment does, and it writes an error's own sentence first of all.
"""

from __future__ import annotations

import os
import sys
import time

from tracejournal import __version__, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

MOST_BYTES = 64_000
"""Size at which a log is put aside and a new one begun."""

KEPT = 2
"""Logs put aside that are kept, so that all of them never take more than 200 kB."""

_MOST_FRAMES = 40
_MOST_ERRORS = 8
_LONGEST_NAME = 40
_IN_A_NAME = frozenset("-._+")


def path() -> str:
    """Return the path of the log."""
    return os.path.join(places.state_folder(), "tracejournal.log")


def note(error: BaseException) -> bool:
    """Note an error nobody foresaw; return whether that could be written."""
    try:
        _write("\n".join((_heading(), *_chain(error), "")))
    except Exception:  # noqa: BLE001 - a log that cannot be written is no reason to fail once more
        return False
    return True


def note_refusal(refusal: BaseException) -> None:
    """Note a refusal that the system or the engine is behind; not one of what a person typed."""
    if any(_code(error) for error in _behind(refusal)):
        note(refusal)


def open_log() -> int:
    """Open the log for adding to it; return its file descriptor.

    Raises:
        OSError: it cannot be written.
    """
    file = path()
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    if os.path.exists(file) and os.path.getsize(file) > MOST_BYTES:
        for number in range(KEPT, 0, -1):
            newer = f"{file}.{number - 1}" if number > 1 else file
            if os.path.exists(newer):
                os.replace(newer, f"{file}.{number}")
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    return os.open(file, flags, 0o600)


def _write(text: str) -> None:
    log = open_log()
    try:
        os.write(log, text.encode("ascii", "replace"))
    finally:
        os.close(log)


def _heading() -> str:
    system = os.uname() if hasattr(os, "uname") else None
    return " | ".join(
        (
            time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            f"tracejournal {__version__}",
            f"python {sys.version.split()[0]}",
            f"engine {_engine()}",
            f"textual {_textual()}",
            f"{system.sysname} {system.release} {system.machine}" if system else sys.platform,
            f"terminal {_named('TERM')} {_named('TERM_PROGRAM')} {_size()}",
        )
    )


def _engine() -> str:
    """Return the version of the engine; it is not loaded for that."""
    return str(getattr(sys.modules.get("sqlcipher3.dbapi2"), "sqlite_version", "-"))


def _textual() -> str:
    if "textual" not in sys.modules:
        return "-"
    from importlib.metadata import version  # noqa: PLC0415 - slow, and only needed here

    return version("textual")


def _named(variable: str) -> str:
    """Return the name of a terminal: whatever else stands in the variable is not one."""
    value = os.environ.get(variable, "")[:_LONGEST_NAME]
    named = all(char.isascii() and (char.isalnum() or char in _IN_A_NAME) for char in value)
    return value if value and named else "-"


def _size() -> str:
    for stream in (2, 1, 0):
        try:
            return "{}x{}".format(*os.get_terminal_size(stream))
        except (OSError, ValueError):
            continue
    return "-"


def _chain(error: BaseException) -> Iterator[str]:
    """Yield the lines of an error and of those behind it, the last one first."""
    for each in _behind(error):
        kind = type(each)
        yield f"  {kind.__module__}.{kind.__qualname__}{_code(each)}"
        frames = list(_frames(each.__traceback__))
        half = _MOST_FRAMES // 2
        yield from frames if len(frames) <= _MOST_FRAMES else (*frames[:half], *frames[-half:])


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < _MOST_ERRORS:
        yield error
        error = error.__cause__ or error.__context__
        seen += 1


def _code(error: BaseException) -> str:
    """Return what the system or the engine calls it, a fixed name."""
    engines = getattr(error, "sqlite_errorname", None)
    if engines:
        return f" {engines}"
    return f" {error.errno}" if isinstance(error, OSError) and error.errno else ""


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """Yield where it happened: modules and lines, never files, whose folders have names."""
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "-")
        yield f"    {module}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
