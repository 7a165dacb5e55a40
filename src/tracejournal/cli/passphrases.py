"""Getting a passphrase: asked for on the terminal, unseen, or read from a descriptor.

Never from the command line or the environment, which others on the machine can see.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from tracejournal.cli.asking import Interrupted, interrupt_on_signals
from tracejournal.cli.output import is_terminal
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.words import lock_cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.cli.options import Arguments

_MOST_BYTES = 65_536
"""Of one line. No passphrase is that long; an endless pipe must end somewhere."""

_TERMINAL = "/dev/tty"
_CTRL_C = 2
_ENTER = (b"\n", b"\r")
_BACKSPACE = (b"\x7f", b"\x08")
_LOCAL, _SPECIAL = 3, 6  # where `termios` keeps the local modes and the special characters


class Given:
    """Secrets that come through a descriptor, one a line.

    Args:
        typed: the number of the descriptor.

    Raises:
        Misuse: there is no such descriptor, or nothing that can be used comes through it.
    """

    def __init__(self, typed: str) -> None:
        """Read the first one at once, before anything else can take it for words to keep."""
        if not (typed.isascii() and typed.isdecimal()):
            raise Misuse(words.FD_NO_NUMBER.format(value=typed))
        self._descriptor = int(typed)
        self._ahead = [self._line(words.FD_EMPTY)]

    def next(self) -> str:
        """Return the next one.

        Raises:
            Misuse: there is none.
        """
        return self._ahead.pop() if self._ahead else self._line(words.FD_NO_MORE)

    def _line(self, none: str) -> str:
        number = self._descriptor
        try:
            if os.isatty(number):
                raise Misuse(words.FD_IS_TERMINAL.format(number=number))
            raw = _bytes_of_line(number)
        except (OSError, OverflowError):
            raise Misuse(words.FD_CLOSED.format(number=number)) from None
        line = _text(raw.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\r"))
        if not line:
            raise Misuse(none.format(number=number))
        return line


def _bytes_of_line(descriptor: int) -> bytes:
    """Read a line and not a byte more: what follows it may be words for the journal."""
    line = bytearray()
    while len(line) <= _MOST_BYTES:
        byte = os.read(descriptor, 1)
        if byte in (b"", b"\n"):
            return bytes(line)
        line += byte
    raise Misuse(words.TOO_LONG)


def _text(raw: bytes) -> str:
    """Return what was typed as text.

    Raises:
        Misuse: it is not UTF-8, or keys such as arrows are in it: typed in another place, these
            would be other bytes.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise Misuse(words.NOT_UTF8) from None
    if any(char < " " or "\x7f" <= char <= "\x9f" for char in text):
        raise Misuse(words.HAS_CONTROL)
    return text


def can_ask(arguments: Arguments) -> bool:
    """Return whether somebody sits there who can be asked, also while words are piped in."""
    if arguments.has("no-input"):
        return False
    return is_terminal(sys.stdin) or is_terminal(sys.stderr)


def ask(question: str, *, seen: bool = False) -> str:
    """Ask on the terminal, wherever input and output go, and return what is typed.

    Args:
        question: one line.
        seen: show what is typed, for what nobody can type unseen.

    Raises:
        Interrupted: Ctrl+C, or a signal.
        JournalError: nothing came: Ctrl+D, or there is no terminal after all.
        Misuse: what was typed cannot be used.
    """
    if os.name != "posix":
        return _asked_elsewhere(question)
    import termios  # noqa: PLC0415 - POSIX alone has it

    try:
        descriptor = os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY)
    except OSError:
        raise JournalError(words.NO_TERMINAL) from None
    restore = interrupt_on_signals()
    try:
        raw = _asked(descriptor, question, seen=seen)
    except KeyboardInterrupt as end:
        raise Interrupted(getattr(end, "number", _CTRL_C)) from None
    except (OSError, termios.error):
        raise JournalError(words.NO_TERMINAL) from None  # it was closed meanwhile
    finally:
        restore()
        os.close(descriptor)
    if raw is None:
        raise JournalError(words.NOTHING_TYPED)
    return _text(raw)


def _asked(descriptor: int, question: str, *, seen: bool) -> bytes | None:
    import termios  # noqa: PLC0415 - POSIX alone has it

    before = termios.tcgetattr(descriptor)
    modes, special = list(before), list(before[_SPECIAL])
    # Letter by letter: a terminal that hands over whole lines cuts them off at 4,096 bytes.
    modes[_LOCAL] &= ~(termios.ICANON | termios.IEXTEN | termios.ECHO)
    special[termios.VMIN], special[termios.VTIME] = 1, 0
    # Stopped in the middle, the shell would put the echo back on for what is typed after it.
    special[termios.VSUSP] = bytes([os.fpathconf(descriptor, "PC_VDISABLE") & 0xFF])
    modes[_SPECIAL] = special
    meant = {
        before[_SPECIAL][termios.VERASE]: "erase",
        before[_SPECIAL][termios.VKILL]: "kill",
        before[_SPECIAL][termios.VEOF]: "end",
    }
    line = None
    try:
        if not seen:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)
        os.write(descriptor, question.encode())
        line = _seen_line(descriptor) if seen else _unseen_line(descriptor, meant)
    finally:
        with suppress(termios.error, OSError):  # the window may be gone
            if line is None or not seen:  # what is said next begins on a line of its own
                os.write(descriptor, b"\n")
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
    return line


def _seen_line(descriptor: int) -> bytes | None:
    """Return a line that the terminal itself lets a person change; None at the end of input."""
    line = b""
    while not line.endswith(b"\n"):
        more = os.read(descriptor, _MOST_BYTES)
        if not more:
            return line or None
        line += more
    return line.rstrip(b"\r\n")


def _unseen_line(descriptor: int, meant: Mapping[bytes, str]) -> bytes | None:
    """Return a line, or None at the end of input. Backspace works, and so does ctrl+u."""
    typed = bytearray()
    while len(typed) <= _MOST_BYTES:
        byte = os.read(descriptor, 1)
        key = "erase" if byte in _BACKSPACE else meant.get(byte, "")
        if byte in _ENTER:
            return bytes(typed)
        if not byte or (key == "end" and not typed):
            return None
        if key == "erase":
            _take_last(typed)
        elif key == "kill":
            typed.clear()
        else:
            typed += byte
    raise Misuse(words.TOO_LONG)


def _take_last(typed: bytearray) -> None:
    """Take the last character away, which may be several bytes of UTF-8."""
    while typed and typed.pop() & 0xC0 == 0x80:  # noqa: PLR2004 - 10xxxxxx goes on, as in RFC 3629
        pass


def _asked_elsewhere(question: str) -> str:
    import getpass  # noqa: PLC0415 - where there is no /dev/tty

    try:
        return _text(getpass.getpass(question).encode())
    except EOFError:
        raise JournalError(words.NOTHING_TYPED) from None
