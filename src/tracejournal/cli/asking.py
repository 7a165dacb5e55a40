"""Getting words that were not typed after the command: asked for, or piped in."""

from __future__ import annotations

import sys

from tracejournal.cli.output import is_terminal, tell
from tracejournal.model.errors import Misuse
from tracejournal.model.text import MAX_KEPT, clean, display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.cli.options import Arguments

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT")
_MOST_BYTES = 4 * MAX_KEPT + 4
"""No text that can be kept is longer in any encoding; an endless pipe must end somewhere."""


def can_ask(arguments: Arguments) -> bool:
    """Return whether there is a person to ask, who did not forbid it."""
    return is_terminal(sys.stdin) and not arguments.has("no-input")


def words_or(arguments: Arguments, question: str) -> str:
    """Return the words typed after the command; else what one line brings, or a pipe."""
    if arguments.words and arguments.words != ("-",):
        return " ".join(arguments.words)
    if can_ask(arguments) and not arguments.words:
        tell(question)
        return ask_line(words.CURSOR).strip()
    return piped()


def piped() -> str:
    """Return what is piped in, whole; "" where nothing is."""
    if sys.stdin is None or is_terminal(sys.stdin):
        return ""
    return decoded(sys.stdin.buffer.read(_MOST_BYTES)).strip()


def decoded(raw: bytes) -> str:
    """Return the text of bytes: UTF-8, and where they are not, Western European."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def undamaged(word: str) -> str:
    """Return a word of the command line that Python could not decode, as it was meant."""
    try:
        return decoded(word.encode(errors="surrogateescape"))
    except UnicodeEncodeError:
        return clean(word)


def ask_line(question: str) -> str:
    """Return one line a person types after a question; "" at the end of input.

    The question goes where the terminal is, never into data.
    """
    return _line(question) or ""


def ask_lines() -> Iterator[str]:
    """Yield lines a person types, until an empty one that nothing follows.

    Something pasted holds empty lines of its own; what follows them at once is still part of it.
    """
    line = _line(words.CURSOR)
    while line or (line is not None and _more_is_waiting()):
        yield line
        line = _line(words.CURSOR)


def _line(question: str) -> str | None:
    """Return the next line, or None at the end of input."""
    question = display(question)
    if is_terminal(sys.stdout):
        _edit_lines()
        try:
            with _Ended(keeps=question == words.CURSOR):
                return input(question)
        except (EOFError, KeyboardInterrupt) as end:
            print(file=sys.stderr)  # what is said next begins on a line of its own
            if isinstance(end, KeyboardInterrupt):
                raise
            return None
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.removesuffix("\n") if line else None


class _Ended:
    """While a line is typed: a signal that ends the program gives the terminal back first.

    Python leaves it as the editing of the line had set it, and what was typed would be gone.

    Args:
        keeps: what is typed are words, which go into a private file then.
    """

    def __init__(self, *, keeps: bool) -> None:
        self._keeps = keeps
        self._before: dict[int, object] = {}

    def __enter__(self) -> None:
        # The same as `signal`, which is slow to import.
        import _signal  # type: ignore[import-not-found] # noqa: PLC0415

        for name in _ENDINGS:
            if hasattr(_signal, name):
                number = getattr(_signal, name)
                self._before[number] = _signal.signal(number, self._end)

    def __exit__(self, *_error: object) -> None:
        import _signal  # noqa: PLC0415

        for number, handler in self._before.items():
            _signal.signal(number, _signal.SIG_DFL if handler is None else handler)

    def _end(self, number: int, _frame: object) -> None:
        editing = sys.modules.get("readline")
        typed = editing.get_line_buffer() if editing and self._keeps else ""
        if typed.strip():
            from tracejournal.journal.editor import put_aside  # noqa: PLC0415 - paid for when used

            path = put_aside(clean(typed))
            if path:
                tell("")
                tell(words.WORDS_ARE_IN.format(path=path))
        raise SystemExit(128 + number)


def _edit_lines() -> None:
    """Let arrow keys work in what is typed, and remember none of it."""
    try:
        import readline  # noqa: PLC0415 - has an effect by being imported
    except ImportError:
        return
    readline.set_auto_history(False)


def _more_is_waiting() -> bool:
    from select import select  # noqa: PLC0415 - paid for when used

    try:
        return bool(select([sys.stdin], [], [], 0)[0])
    except (OSError, ValueError):  # Windows can only ask sockets
        return False


def confirmed(question: str, arguments: Arguments) -> bool:
    """Ask before something that cannot be taken back; --yes answers.

    Raises:
        Misuse: there is no one to ask.
    """
    if arguments.has("yes"):
        return True
    if not can_ask(arguments):
        raise Misuse(words.NEEDS_YES)
    answer = ask_line(question + words.YES_OR_NO)
    return answer.strip().casefold() in words.YES
