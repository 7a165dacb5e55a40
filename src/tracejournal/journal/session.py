"""An unlocked session: for a while, other processes of the same person open the journal unasked.

A small process of our own holds the key in memory and hands it out over a socket in a folder that
only this person can enter. It is off until they ask for it. Whatever else runs as the same person
can get the key from it, too, as it could from an open journal.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from tracejournal import places
from tracejournal.model.errors import StoreError
from tracejournal.store import keys
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _socket import socket

LEAST_SECONDS, MOST_SECONDS = 60, 12 * 60 * 60

GIVE, END = b"k", b"e"
"""What a session is asked for: its key, or to end now."""

DONE = b"."
"""What it answers once its key is gone."""

_LONGEST = 70
"""Bytes of a folder, so that a socket in it has a path that fits: 103 on macOS, 107 on Linux."""

_ANSWER_SECONDS = 2.0
_OTHERS = 0o077


def is_possible() -> bool:
    """Return whether this machine can have one."""
    return os.name == "posix"


def hold_key(journal: str) -> bool:
    """Hold the key of a journal's session here, too; return whether there is a session."""
    key = _ask(journal, GIVE)
    if key:
        keys.hold(key)
    return bool(key)


def end(journal: str) -> bool:
    """End the session of a journal; return whether there was one."""
    return _ask(journal, END) == DONE


def begin(journal: str, key: bytes, seconds: int) -> None:
    """Begin a session; one that there is ends.

    Args:
        journal: its path.
        key: what opens it.
        seconds: how long, from `LEAST_SECONDS` to `MOST_SECONDS`, also while the machine sleeps.

    Raises:
        StoreError: it could not be begun.
    """
    import subprocess  # noqa: PLC0415 - slow to import, and rarely needed

    end(journal)
    folder = _folder_of_ours()
    path = os.path.join(folder, _name(journal))
    # The key goes through a pipe; nothing of it is in what other processes can see.
    command = [sys.executable, "-P", "-m", "tracejournal.journal.session_agent"]
    done = subprocess.run(  # noqa: S603 - this very program
        [*command, path, os.path.abspath(journal), str(seconds)],
        input=key,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
        check=False,
    )
    if done.returncode:
        raise StoreError(words.NO_SESSION.format(folder=folder))


def _name(journal: str) -> str:
    """Return the name of a journal's socket: short, and one however its folder is reached."""
    status = os.stat(os.path.dirname(os.path.abspath(journal)))
    return f"{status.st_dev:x}-{status.st_ino:x}"


def _folders() -> tuple[str, ...]:
    """Return where sockets may be; a session is looked for in each."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    own = [os.path.join(runtime, places.APP)] if os.path.isabs(runtime) else []
    # The temporary folder of all, not $TMPDIR: what locks now must find what was unlocked then.
    return (*own, f"/tmp/{places.APP}-{os.getuid()}")  # noqa: S108 - used where it is ours alone


def _folder_of_ours() -> str:
    for folder in _folders():
        with suppress(OSError):  # it is there already, or cannot be
            os.mkdir(folder, 0o700)
        if _is_ours(folder):
            return folder
    raise StoreError(words.NO_SESSION.format(folder=folder))


def _is_ours(folder: str) -> bool:
    """Return whether it is a folder, no link to one, that nobody else can enter or write."""
    import stat  # noqa: PLC0415 - paid for when locked

    try:
        status = os.lstat(folder)
    except OSError:
        return False
    private = not status.st_mode & _OTHERS and len(os.fsencode(folder)) <= _LONGEST
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and private


def _ask(journal: str, what: bytes) -> bytes:
    """Return what the session of a journal answers; b"" where there is none."""
    if not is_possible():
        return b""
    try:
        name = _name(journal)
    except OSError:
        return b""  # not even a folder is there
    sockets = (os.path.join(folder, name) for folder in _folders() if _is_ours(folder))
    answers = (_answer(path, what) for path in sockets if os.path.lexists(path))
    return next(filter(None, answers), b"")


def _answer(path: str, what: bytes) -> bytes:
    # Not `socket`: importing it takes longer than opening the journal.
    import _socket  # noqa: PLC0415 - paid for when locked

    connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        connection.settimeout(_ANSWER_SECONDS)
        connection.connect(path)
        if peer_of(connection) != os.getuid():
            return b""
        connection.sendall(what)
        return _all_of(connection)
    except OSError:
        return b""  # whoever was there is gone
    finally:
        connection.close()


def _all_of(connection: socket) -> bytes:
    answer = b""
    while more := connection.recv(64):
        answer += more
    return answer


def peer_of(connection: socket) -> int:
    """Return the id of the user at the other end of a connection; the system tells it.

    Raises:
        OSError: it does not.
    """
    import _socket  # noqa: PLC0415 - paid for when locked

    if hasattr(_socket, "SO_PEERCRED"):
        size = 3 * 4  # struct ucred of `man 7 unix`: process, user, group
        told = connection.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, size)
        return int.from_bytes(told[4:8], sys.byteorder)
    import ctypes  # noqa: PLC0415 - macOS and the BSDs

    user, group = ctypes.c_uint32(), ctypes.c_uint32()
    if ctypes.CDLL(None).getpeereid(connection.fileno(), ctypes.byref(user), ctypes.byref(group)):
        raise OSError
    return user.value
