"""Opening by passphrase in a process of its own.

The library keeps Python's global lock for the whole second that a passphrase takes on purpose, so
in this process no thread could draw or take a key meanwhile. What it is to open goes through a
pipe, never through arguments or the environment, and no core file is left.
"""

from __future__ import annotations

import sys

from tracejournal.model.errors import WrongSecret
from tracejournal.words import lock as words

_CODE = "from tracejournal.store.apart import open_here; open_here()"
_OPENED, _WRONG = 0, 3
_LENGTH_BYTES = 4


def opened_apart(sealed: bytes, passphrase: str) -> bytes | None:
    """Return what a passphrase opens; None where no other process could be asked.

    Raises:
        WrongSecret: it does not open it, or it is damaged.
    """
    import subprocess  # noqa: PLC0415 - plain journals do without

    typed = passphrase.encode()
    asked = len(typed).to_bytes(_LENGTH_BYTES, "big") + typed + sealed
    # Isolated from the folder it is started in, whose modules are not ours.
    command = [sys.executable, "-P", "-c", _CODE]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, check=False)  # noqa: S603 - ourselves
    except OSError:
        return None
    if done.returncode == _WRONG:
        raise WrongSecret(words.WRONG_PASSPHRASE)
    return done.stdout if done.returncode == _OPENED and done.stdout else None


def open_here() -> None:
    """Be that other process: read what to open, write what it holds, and end."""
    from tracejournal.store import keys, sealing  # noqa: PLC0415 - the other side does without

    keys.guard()
    asked = sys.stdin.buffer.read()
    start = _LENGTH_BYTES + int.from_bytes(asked[:_LENGTH_BYTES], "big")
    try:
        opened = sealing.open_by_passphrase(asked[start:], asked[_LENGTH_BYTES:start].decode())
    except WrongSecret:
        sys.exit(_WRONG)
    sys.stdout.buffer.write(opened)
