"""What tests of a locked journal share: locking it here, and passphrases through a descriptor."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.store import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.support import Done, Shell

PASS = "three small boats"


def lock_it(passphrase: str = PASS) -> str:
    """Lock the journal of this test and let go of its key; return the recovery key."""
    new = new_lock(passphrase)
    Lock(FakeClock()).lock(new)
    keys.forget()
    return new.recovery_key


@contextmanager
def descriptor(content: str | bytes) -> Iterator[str]:
    """Yield the number of a descriptor through which something comes, then ends."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    os.write(writing, content.encode() if isinstance(content, str) else content)
    os.close(writing)
    try:
        yield str(reading)
    finally:
        os.close(reading)


def run_with(shell: Shell, *typed: str, given: str | bytes = PASS) -> Done:
    """Run a command as a process of its own would, with something given through a descriptor."""
    keys.forget()
    with descriptor(given) as number:
        done = shell(*typed, "--passphrase-fd", number)
    keys.forget()
    return done
