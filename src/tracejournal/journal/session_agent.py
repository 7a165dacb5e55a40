"""The process that holds the key of an unlocked session, and gives it to its owner's processes.

It ends when its time is over, on request, on a signal, when what opens the lock changes, and when
its socket is no longer its own. Run as `python -m tracejournal.journal.session_agent`, with the
key on standard input.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import suppress

from tracejournal import places
from tracejournal.journal.session import DONE, END, GIVE, peer_of
from tracejournal.store import keys
from tracejournal.store.slots import PASSPHRASE, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

_LOOK_SECONDS = 10.0
"""How often it looks around while nobody asks."""

_ANSWER_SECONDS = 1.0
_ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)


class Agent:
    """One session.

    Args:
        path: where its socket is to be.
        journal: the journal its key opens.
        key: the key.
        left: returns how many seconds are left.
    """

    def __init__(self, path: str, journal: str, key: bytes, left: Callable[[], float]) -> None:
        """Hold the key and listen, in the place of whatever was there.

        Raises:
            OSError: the socket cannot be made.
        """
        keys.hold(key)
        self._slot = os.path.join(places.lock_folder(journal), name_of(key, PASSPHRASE))
        self._slot_was = _identity(self._slot)
        self._left = left
        self._path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        with suppress(FileNotFoundError):
            os.unlink(path)
        self._socket.bind(path)
        self._socket.listen()
        self._was = _identity(path)

    def serve(self) -> None:
        """Give the key to whoever may have it, until it is time to end."""
        try:
            while self._is_wanted():
                self._socket.settimeout(max(0.0, min(self._left(), _LOOK_SECONDS)) or 0.01)
                with suppress(OSError):  # nobody asked, or they went away
                    self._answer(self._socket.accept()[0])
        finally:
            self.close()

    def _is_wanted(self) -> bool:
        return (
            bool(keys.held())
            and self._left() > 0
            and _identity(self._slot) == self._slot_was
            and _identity(self._path) == self._was
        )

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(_ANSWER_SECONDS)
            if peer_of(connection) != os.getuid():
                return
            asked = connection.recv(1)
            if asked == END:
                self.close()
                connection.sendall(DONE)
            elif asked == GIVE and self._is_wanted():
                connection.sendall(keys.held()[0])

    def close(self) -> None:
        """Wipe the key and listen no more."""
        keys.forget()
        self._socket.close()
        if _identity(self._path) == self._was:
            with suppress(OSError):
                os.unlink(self._path)


def _identity(path: str) -> tuple[int, ...] | None:
    """Return what is different as soon as another file stands in the place of this one."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino, status.st_mtime_ns)


def until(seconds: float) -> Callable[[], float]:
    """Return what tells how many of these seconds are left; those while asleep count, too."""
    # Linux stops its monotonic clock while the machine sleeps; that of macOS goes on.
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    end = time.clock_gettime(clock) + seconds
    return lambda: end - time.clock_gettime(clock)


def main(path: str, journal: str, seconds: str) -> int:
    """Begin a session and leave it running on its own; 0 once it answers."""
    os.umask(0o077)
    agent = Agent(path, journal, os.read(0, keys.KEY_BYTES), until(float(seconds)))
    for number in _ENDINGS:
        signal.signal(number, _end)
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)  # one that comes now finds all in place
    if os.fork():
        return 0
    try:
        with suppress(SystemExit):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nothing, stream)
            agent.serve()
    finally:
        agent.close()  # one that came before it served, too
    return 0


def _end(_number: int, _frame: object) -> NoReturn:
    for number in _ENDINGS:  # ending is not interrupted
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit


if __name__ == "__main__":
    os._exit(main(*sys.argv[1:]))
