"""Where things are said: data to standard output, messages to standard error."""

from __future__ import annotations

import os
import sys

from tracejournal.model.errors import JournalError
from tracejournal.model.text import display, one_line
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from tracejournal.journal.journal import Journal

LONGEST_MESSAGE = 2_000
_PARAGRAPH = 80
"""Columns that are read with ease."""

_RESET = "\x1b[0m"
_DIM, _BOLD = "\x1b[2m", "\x1b[1m"


def tell(message: str) -> None:
    """Say something to the person, on standard error. What was typed in it is made safe."""
    _say(one_line(message, LONGEST_MESSAGE))


def tell_paragraph(message: str) -> None:
    """Say something long on standard error, in lines that end between words."""
    from textwrap import fill  # noqa: PLC0415 - paid for where there is something long to say

    width = min(_PARAGRAPH, columns(sys.stderr) or _PARAGRAPH)
    tell_text(fill(one_line(message, LONGEST_MESSAGE), width, break_long_words=False))


def tell_text(text: str) -> None:
    """Say something of several lines on standard error, made safe."""
    _say(display(text))


def _say(text: str) -> None:
    if sys.stderr is not None:
        try:
            print(text, file=sys.stderr, flush=True)
        except OSError:
            return  # nobody listens there; the exit code still tells


def write(text: str) -> None:
    """Write data to standard output as it is; text of a person's goes through `display` first.

    Raises:
        JournalError: there is no standard output, or it takes no more.
        BrokenPipeError: nobody reads it any more.
    """
    if sys.stdout is None:
        raise JournalError(words.OUTPUT_CLOSED)
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _refused(error) from None


def flush() -> None:
    """See to it that what was written has arrived.

    Raises:
        JournalError: standard output takes no more.
        BrokenPipeError: nobody reads it any more.
    """
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError as error:
            raise _refused(error) from None


def _refused(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return error
    reason = error.strerror or type(error).__name__
    return JournalError(words.OUTPUT_FAILED.format(reason=reason))


def write_line(text: str = "") -> None:
    """Write one line of data to standard output."""
    write(text + "\n")


def write_json(journal: Journal, rows: Sequence[int]) -> None:
    """Write the entries of some rows as one array of the documented objects, page by page."""
    from tracejournal.exchange.json_export import array  # noqa: PLC0415 - paid for when used

    for piece in array(journal.history.as_json(rows), ascii_only=not speaks_utf8(sys.stdout)):
        write(piece)


def speaks_utf8(stream: TextIO | None) -> bool:
    """Return whether a stream takes every character there is."""
    encoding = getattr(stream, "encoding", None) or ""
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def dim(text: str) -> str:
    """Return text set back a little, where standard output is a terminal that can."""
    return _DIM + text + _RESET if text and _styled() else text


def bold(text: str) -> str:
    """Return text made strong, where standard output is a terminal that can."""
    return _BOLD + text + _RESET if text and _styled() else text


def _styled() -> bool:
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM", "dumb") == "dumb":
        return False
    return is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def columns(stream: TextIO | None = None) -> int | None:
    """Return how many columns the terminal has, or None where output goes elsewhere.

    Args:
        stream: standard output where not given.
    """
    stream = stream or sys.stdout
    if stream is None or not is_terminal(stream):
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None
