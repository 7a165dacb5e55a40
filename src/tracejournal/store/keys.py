"""Data keys in memory: the one room that holds them, so that letting go of them is one call.

They are held as bytes that can be written over, and are. What cannot be wiped from here: the text
of the statement that hands a key to the engine, and the engine's own copy while a file is open.
"""

from __future__ import annotations

import os
import sys

KEY_BYTES = 32
"""SQLCipher takes a raw key of 256 bits, so nothing is derived from it again and again."""

_PR_SET_DUMPABLE = 4  # <linux/prctl.h>

_held: list[bytearray] = []


def new() -> bytes:
    """Return a random data key."""
    return os.urandom(KEY_BYTES)


def hold(key: bytes) -> None:
    """Hold a key from now on; the one held last is tried first.

    From the first one on, this process leaves no core file and no other process of the same
    person may read its memory.
    """
    if not _held:
        leave_no_core()
    _held[:] = [bytearray(key), *(each for each in _held if each != key)]


def hold_too(key: bytes) -> None:
    """Hold the key of an earlier copy as well, without putting it first."""
    if key not in _held:
        _held.append(bytearray(key))


def held() -> list[bytes]:
    """Return the keys this process holds."""
    return [bytes(each) for each in _held]


def forget() -> None:
    """Write over every key and let go of it."""
    for each in _held:
        each[:] = bytes(len(each))
    _held.clear()


def name_of(key: bytes) -> str:
    """Return the name of a key, by which what opens it is filed; it tells nothing of the key."""
    from hashlib import sha256  # noqa: PLC0415 - plain journals do without

    return sha256(b"tracejournal data key\0" + key).hexdigest()[:12]


def leave_no_core() -> None:
    """Let this process leave no core file, and no other of the same person read its memory."""
    if os.name != "posix":
        return
    import resource  # noqa: PLC0415 - Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        # A core file that is piped to a program ignores the limit (`man 5 core`); this does not.
        import ctypes  # noqa: PLC0415 - plain journals do without

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
