"""What a run works with: sizes, counts, programs, and homes that can be written to."""

from __future__ import annotations

import os
import shutil
from functools import cached_property
from pathlib import Path

from bench.install import install_ours
from bench.journals import journal_of
from bench.timing import Process
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.model.clock import Clock
from tracejournal.store import keys

_FLOORS = Path(__file__).with_name("floors")
_QUIET = {"PYTHONWARNINGS", "LANG", "LC_ALL", "TZ", "PATH"}
"""What a measured program gets of the environment of the bench."""


class Setting:
    """What the rows share.

    Args:
        cache: what is kept between runs: journals and environments.
        scratch: what is thrown away after this one; on the same disk.
        quick: two minutes instead of ten.
        peers: "none", "shell" (jrnl, ripgrep, the sqlite3 shell) or "all" (full screens, too).
    """

    def __init__(self, cache: Path, scratch: Path, *, quick: bool, peers: str) -> None:
        """Take the choices; nothing is made before it is asked for."""
        self.cache = cache
        self.scratch = scratch
        self.quick = quick
        self.peers = peers
        self.small = 1_000
        self.middle = 10_000
        self.large = 10_000 if quick else 100_000
        self.largest = 10_000 if quick else 1_000_000

    def whole(self, limit: float) -> float | None:
        """Return a limit that holds for large journals alone, where this run has them."""
        return None if self.quick else limit

    def runs(self, full: int, quick: int) -> int:
        """Return how many runs there are in this kind of run."""
        return quick if self.quick else full

    @cached_property
    def programs(self) -> Path:
        """The folder of programs of an environment with ours in it."""
        return install_ours(self.cache)

    @property
    def python(self) -> Path:
        """The Python that runs ours, and the floors."""
        return self.programs / "python"

    @property
    def tracejournal(self) -> Path:
        """The installed command."""
        return self.programs / "tracejournal"

    def journal(self, number: int) -> Path:
        """Return a journal of so many entries, to be read only."""
        return journal_of(self.cache, number)

    def home(self, number: int, purpose: str = "home") -> Path:
        """Return a home with a journal of so many entries that may be changed; 0 for none."""
        home = self.scratch / f"{purpose}-{number}"
        data = home / "data"
        if not data.exists():
            data.mkdir(mode=0o700, parents=True)
            if number:
                shutil.copyfile(self.journal(number), data / "journal.db")
                os.sync()  # or the first commits wait for it
        return home

    def locked_home(self, number: int) -> Path:
        """Return a home of its own with a locked journal of so many entries, which stays locked."""
        home = self.home(number, "locked")
        path = home / "data" / "journal.db"
        Lock(Clock(), str(path)).lock(new_lock("of no use to anyone"))
        keys.forget()
        return home

    def environment(self, home: Path) -> dict[str, str]:
        """Return the environment of a measured program: a person's, and nothing of the bench's.

        Above all without PYTHONDONTWRITEBYTECODE, which makes any start look two times as slow.
        """
        kept = {name: value for name, value in os.environ.items() if name in _QUIET}
        folders = {
            "HOME": "user",
            "XDG_CONFIG_HOME": "user/config",
            "XDG_DATA_HOME": "user/data",
            "XDG_STATE_HOME": "user/state",
            "XDG_CACHE_HOME": "user/cache",
        }
        own = {name: str(self.scratch / folder) for name, folder in folders.items()}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        return {"LANG": "C.UTF-8", **kept, **own, **terminal, "TRACEJOURNAL_HOME": str(home)}

    def ours(self, home: Path, *words: str) -> Process:
        """Return our command, to be run in a home."""
        return self.process([self.tracejournal, *words], home)

    def process(self, command: list[str | Path], home: Path) -> Process:
        """Return any command, to be run with the same environment."""
        return Process(command, self.environment(home), self.scratch / "output")

    def floor(self, name: str, *words: str | Path) -> list[str | Path]:
        """Return the command that runs one of the floors in our Python."""
        return [self.python, _FLOORS / f"{name}.py", *words]

    @cached_property
    def keeping_floor(self) -> Process:
        """Python and SQLite, keeping one line: what the command line is measured against."""
        file = self.scratch / "floor.db"
        self.process(self.floor("keep", file, "--prepare"), self.scratch).seconds()
        return self.process(self.floor("keep", file), self.scratch)

    @property
    def empty_app(self) -> list[str | Path]:
        """A Textual app with one Input: what the full screen is measured against."""
        return self.floor("empty_app")
