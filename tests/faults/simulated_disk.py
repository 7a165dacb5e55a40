"""A disk that forgets: what it was told to write, until it is told to sync.

APSW lets the engine write through a file system of our own. Every write, sync, truncation and
name is noted; from that, the disk after a power cut at any instant can be made: what was synced is
there, and of all else as much as a disk may happen to have written.

The store that writes is our own code with its own settings; only the engine under it is APSW's
build of SQLite in place of sqlcipher3's, since no other lets a program stand under it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

import apsw

from tracejournal.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VFS = "forgetful"
SECTOR = 512


class Write(NamedTuple):
    """Bytes for a place in a file."""

    file: int
    offset: int
    data: bytes


class Truncate(NamedTuple):
    """A file was cut."""

    file: int
    size: int


class Sync(NamedTuple):
    """All of a file is on the disk; with `folder`, so are the names."""

    file: int
    folder: bool


class Rename(NamedTuple):
    """A name means another file, or none (-1)."""

    name: str
    file: int
    folder: bool = False


class Told(NamedTuple):
    """The program told a person that so many things are done."""

    things: int


Step = Write | Truncate | Sync | Rename | Told
Waiting = Sequence[Write | Truncate]
"""Steps of one file that the disk was not told to sync yet."""

Keep = Callable[[Waiting, random.Random], Waiting]
"""What a disk may have done of them when the power was cut."""


class Recording:
    """All that a program did to the files of one folder.

    Attributes:
        before: the files as they were, by name.
        steps: what was done to them, in order.
    """

    def __init__(self, folder: Path) -> None:
        self.before = {path.name: path.read_bytes() for path in folder.iterdir()}
        self.steps: list[Step] = []
        self._files = {name: number for number, name in enumerate(self.before)}
        self._new = len(self._files)

    def file(self, name: str) -> tuple[int, bool]:
        """Return the number of a file by its name, and whether it was just made."""
        if name in self._files:
            return self._files[name], False
        number = self._files[name] = self._new
        self._new += 1
        self.steps.append(Rename(name, number))
        return number, True

    def remove(self, name: str, *, folder: bool) -> None:
        """Note that a name is gone."""
        if self._files.pop(name, None) is not None:
            self.steps.append(Rename(name, -1, folder))


class Disk:
    """What a disk holds for certain, and what is still under way to it."""

    def __init__(self, recording: Recording) -> None:
        self._names = {name: number for number, name in enumerate(recording.before)}
        self._files = dict(enumerate(map(bytearray, recording.before.values())))
        self._waiting: dict[int, list[Write | Truncate]] = {}
        self._waiting_names: list[Rename] = []

    def take(self, step: Step) -> None:
        """Take the next step in."""
        if isinstance(step, Write | Truncate):
            self._waiting.setdefault(step.file, []).append(step)
        elif isinstance(step, Sync):
            _apply(self._files.setdefault(step.file, bytearray()), self._waiting.pop(step.file, []))
        elif isinstance(step, Rename):
            self._waiting_names.append(step)
        if isinstance(step, Sync | Rename) and step.folder:
            _name(self._names, self._waiting_names)
            self._waiting_names = []

    def cut(self, keep: Keep, chance: random.Random) -> dict[str, bytes]:
        """Return the files after a power cut now.

        Args:
            keep: of the steps that wait, returns those the disk happened to do.
            chance: what it draws from.
        """
        names = dict(self._names)
        _name(names, self._waiting_names[: chance.randint(0, len(self._waiting_names))])
        found = {}
        for name, number in names.items():
            content = bytearray(self._files.get(number, b""))
            _apply(content, keep(self._waiting.get(number, ()), chance))
            found[name] = bytes(content)
        return found


def _apply(content: bytearray, steps: Sequence[Write | Truncate]) -> None:
    for step in steps:
        if isinstance(step, Truncate):
            del content[step.size :]
        else:
            content.extend(bytes(max(0, step.offset - len(content))))
            content[step.offset : step.offset + len(step.data)] = step.data


def _name(names: dict[str, int], steps: Sequence[Rename]) -> None:
    for step in steps:
        if step.file < 0:
            names.pop(step.name, None)
        else:
            names[step.name] = step.file


class _File(apsw.VFSFile):
    def __init__(self, recording: Recording, name: Any, flags: list[int]) -> None:  # noqa: ANN401
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._recording = recording
        self._number, self._is_new = recording.file(_last(path))
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: ANN401, N802 - the names are SQLite's
        self._recording.steps.append(Write(self._number, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._recording.steps.append(Truncate(self._number, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        # SQLite on Unix syncs the folder with the first sync of a -wal it made. The real disk is
        # left in peace: it is not the one that is tested.
        del flags
        self._recording.steps.append(Sync(self._number, folder=self._is_new))
        self._is_new = False


class _FileSystem(apsw.VFS):
    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        super().__init__(_VFS, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: ANN401, N802
        if name is None:  # the engine's own scratch paper
            return apsw.VFSFile("", name, flags)
        return _File(self._recording, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._recording.remove(_last(filename), folder=syncdir)
        super().xDelete(filename, syncdir)


def _last(path: str) -> str:
    return path.rpartition("/")[2]


class _Cursor:
    """The rows of a statement, and the row it put in."""

    def __init__(self, rows: apsw.Cursor, lastrowid: int) -> None:
        self.lastrowid = lastrowid
        self.fetchall = rows.fetchall


class _Connection:
    """APSW's connection under the names that the store calls it by."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Any = ()) -> _Cursor:  # noqa: ANN401
        rows = self._connection.execute(sql, values or None)
        return _Cursor(rows, self._connection.last_insert_rowid())

    def executescript(self, sql: str) -> None:
        self._connection.execute(sql).fetchall()  # a statement waits for the rows before it

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    @property
    def total_changes(self) -> int:
        return self._connection.total_changes()

    def close(self) -> None:
        self._connection.close()


def _connect(database: str, **_options: object) -> _Connection:
    flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
    return _Connection(apsw.Connection(f"{database}&vfs={_VFS}", flags=flags))


@contextmanager
def recorded(folder: Path, settings: str = engine._SETTINGS) -> Iterator[Recording]:
    """Let every store that is opened meanwhile write through the recording file system.

    Args:
        folder: the one that holds the journal.
        settings: of the connection; the store's own, unless a test wants to see others fail.
    """
    recording = Recording(folder)
    apsws = SimpleNamespace(
        connect=_connect,
        Error=apsw.Error,
        OperationalError=apsw.SQLError,
    )
    file_system = _FileSystem(recording)
    try:
        with mock.patch.multiple(engine, dbapi2=apsws, _SETTINGS=settings):
            yield recording
    finally:
        file_system.unregister()
