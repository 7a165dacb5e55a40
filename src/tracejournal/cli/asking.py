"""Getting words that were not typed after the command: asked for, or piped in."""

from __future__ import annotations

import sys

from tracejournal.cli.output import is_terminal, tell
from tracejournal.model.errors import Misuse
from tracejournal.model.text import MAX_KEPT, clean, display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracejournal.cli.options import Arguments

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT")
_CTRL_C = 2
"""The number of the signal it sends, everywhere."""

_MOST_BYTES = 4 * MAX_KEPT + 4
"""No text that can be kept is longer in any encoding; an endless pipe must end somewhere."""


class Interrupted(KeyboardInterrupt):
    """A question ended by Ctrl+C, a closed window or a signal.

    Attributes:
        typed: what stood in the line, as far as that is known.
        number: the signal.
    """

    def __init__(self, number: int, typed: str = "") -> None:
        """Take the signal, and what stood in the line."""
        super().__init__()
        self.number = number
        self.typed = typed


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
    """Return the next line, or None at the end of input.

    Raises:
        Interrupted: the person or the system ended it; it carries what was typed.
    """
    question = display(question)
    if is_terminal(sys.stdout):
        _edit_lines()
        restore = interrupt_on_signals()
        try:
            return input(question)
        except EOFError:
            _next_line()
            return None
        except KeyboardInterrupt as end:
            _next_line()
            number = end.number if isinstance(end, Interrupted) else _CTRL_C
            raise Interrupted(number, _in_the_line()) from None
        finally:
            restore()
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.removesuffix("\n") if line else None


def _next_line() -> None:
    try:
        print(file=sys.stderr)  # what is said next begins on a line of its own
    except OSError:
        return  # the terminal is gone


def _in_the_line() -> str:
    readline = sys.modules.get("readline")
    return str(readline.get_line_buffer()) if readline else ""


def interrupt_on_signals() -> Callable[[], None]:
    """Let a signal end a question as Ctrl+C does; return what takes that back."""
    import signal  # noqa: PLC0415 - paid for when used

    def interrupt(number: int, _frame: object) -> None:
        raise Interrupted(number)

    numbers = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, interrupt)

    def restore() -> None:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)

    return restore


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
