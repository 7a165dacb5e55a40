"""What is timed of a locked journal whose key is at hand.

    python -m bench.locked JOURNAL FOLDER

Run in the Python of ours. The journal is only read; homes are made in the folder. It prints JSON:
for each name a list of seconds, or of pairs of seconds: with the lock, and without it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.clock import Clock
from tracejournal.store import keys
from tracejournal.store.backups import sync_file

if TYPE_CHECKING:
    from collections.abc import Callable

PASSPHRASE = "nine quiet kettles in a row"  # noqa: S105 - it protects nothing
COMMANDS = {
    "today --oneline": ("today", "--oneline"),
    "list": ("list",),
    "show": ("show", "last"),
    "search": ("search", "kettle"),
    "log": ("log", "Tea with @Priya #tea"),
    "doctor": ("doctor",),
}
"""What is run in both, each time in turn."""

_DOOR = """
import os
from tracejournal.__main__ import run
from tracejournal.store import keys
if key := bytes.fromhex(os.environ.pop("KEY")):
    keys.hold(key)
run()
"""
"""The same for both: where the key comes from is not what is measured."""

_ROUNDS = 15
_UNLOCKS = 5


def seconds(do: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


class Home:
    """A home with a copy of a journal."""

    def __init__(self, journal: Path, folder: Path) -> None:
        """Copy it."""
        self.home = folder
        self.path = folder / "data" / "journal.db"
        self.path.parent.mkdir(mode=0o700, parents=True)
        shutil.copyfile(journal, self.path)
        self.lock = Lock(Clock(), str(self.path))
        self.key = b""

    def run(self, typed: tuple[str, ...]) -> float:
        """Run a command here, in a process that is handed the key, and return its seconds."""
        environment = {**os.environ, "TRACEJOURNAL_HOME": str(self.home), "KEY": self.key.hex()}
        started = [sys.executable, "-c", _DOOR, *typed]
        return seconds(
            lambda: subprocess.run(started, env=environment, capture_output=True, check=True)
        )

    def copied(self) -> float:
        """Return how long it takes to copy the file, through to the disk."""
        target = self.home / "copy.db"

        def copy() -> None:
            shutil.copyfile(self.path, target)
            sync_file(str(target))

        taken = seconds(copy)
        target.unlink()
        return taken

    def unlocked(self) -> float:
        """Return how long the passphrase takes."""
        keys.forget()
        return seconds(lambda: self.lock.unlock(PASSPHRASE))


def main() -> None:
    """Measure all of it."""
    journal, folder = map(Path, sys.argv[1:])
    plain, locked = Home(journal, folder / "plain"), Home(journal, folder / "locked")
    os.sync()
    copy, new = locked.copied(), new_lock(PASSPHRASE)
    found: dict[str, object] = {"lock": [[seconds(lambda: locked.lock.lock(new)), copy]]}
    found["unlock"] = [locked.unlocked() for _ in range(_UNLOCKS)]
    locked.key = locked.lock.key
    for name, typed in COMMANDS.items():
        for home in (plain, locked):
            home.run(typed)
        rounds = 3 if name == "doctor" else _ROUNDS
        found[name] = [[locked.run(typed), plain.run(typed)] for _ in range(rounds)]
    keys.hold(locked.key)
    found["remove"] = [[seconds(locked.lock.remove), copy]]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
