"""One engine for everything: a connection with the settings that survived power cuts.

`sqlcipher3` brings its own SQLite, because the one Python ships is often a version with the
WAL-reset corruption bug (3.7.0-3.51.2); without a key it reads and writes plain SQLite files.
"""

from __future__ import annotations

import os

from sqlcipher3 import dbapi2

from tracejournal.model.errors import Damaged, StoreError
from tracejournal.store import header, keys
from tracejournal.words import lock as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection, Cursor
    from types import TracebackType
    from typing import Any, Self

APPLICATION_ID = 0x746A726E
"""`tjrn` in the header of the file says that it is a journal of ours."""

SCHEMA_STEPS = (
    "0001_core",
    "0002_search_again",
    "0003_taxonomy",
    "0004_prompts",
    "0005_guided",
    "0006_people_to_call",
    "0007_rests",
    "0008_circle",
    "0009_loops",
    "0010_meetings",
    "0011_experiments",
    "0012_lock",
)
"""The migrations this version knows."""

SCHEMA_VERSION = len(SCHEMA_STEPS)
"""How many they are; the file carries its own count in user_version."""

BUSY_MS = 5_000
"""How long a writer waits for another one, in milliseconds."""

CACHE_KIB = 500
"""Memory for pages of the file. The system keeps them, too: with 16,000 nothing was faster.
Nor was it in a locked file, where pages that are read again are decrypted again."""

_ANALYSED_ROWS = 400
"""Of each index, so many rows are looked at for statistics: the figure of its documentation."""

_OPTIMIZE = "PRAGMA optimize (0x10002)"  # of all tables, not of those asked just now alone

_ROOM = 65_536
"""Bytes. With less left on a disk, what it refuses is for want of room: the engine says so of a
file of its own, but not of the -shm, which takes 32,768 at once."""

_UNDECODABLE = "Could not decode"

_QUIET = "PRAGMA cipher_log_level = NONE"  # a wrong key would write over the screen
_SETTINGS = f"""
PRAGMA busy_timeout = {BUSY_MS};
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA cache_size = -{CACHE_KIB};
"""


class Store:
    """An open journal file. It belongs to the thread that opened it.

    Args:
        path: the file, which must exist.
        read_only: let the engine refuse every change.
        immutable: nobody writes to it meanwhile, so that not even a -shm is made beside it.
        key: what locks a file that is still empty; b"" where nothing is to. Of any other file it
            is found among those that are held.

    Attributes:
        key: what the file is locked with, or b"".
    """

    def __init__(
        self,
        path: str,
        *,
        read_only: bool = False,
        immutable: bool = False,
        key: bytes | None = None,
    ) -> None:
        """Open the file; nothing is read yet where no key is held.

        Raises:
            Damaged: none of the keys that are held opens it, or it is damaged.
            StoreError: it cannot be opened.
        """
        self.path = path
        self._mode = ("ro" if read_only else "rw") + ("&immutable=1" if immutable else "")
        choices = [key] if key is not None else _choices(path)
        self.key = choices[0]
        if len(choices) == 1:
            self._connection = self._connected(path)
        else:
            self._connection = self._first_that_fits(choices)
        header.note_open(path, locked=bool(self.key))
        self._is_noted = True

    def _first_that_fits(self, choices: Sequence[bytes]) -> Connection:
        for self.key in choices:
            if connection := self._tried():
                return connection
        raise Damaged(words.LOCKED_OR_DAMAGED.format(path=self.path))

    def _tried(self) -> Connection | None:
        """Return a connection that the key fits, or None."""
        connection: Connection | None = None
        try:
            connection = self._connected(self.path)
            with Translated(self.path):
                connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
        except StoreError as refusal:
            if connection is not None:
                connection.close()
            if not isinstance(refusal, Damaged):
                raise
            return None
        return connection

    def _connected(self, path: str) -> Connection:
        escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        authority = "//" if path.startswith("/") else ""  # or a path that begins with // is none
        with Translated(path):
            connection: Connection = dbapi2.connect(
                f"file:{authority}{escaped}?mode={self._mode}", uri=True, isolation_level=None
            )
            try:
                connection.execute(_QUIET)
                if self.key:
                    connection.execute(as_pragma(self.key))
                connection.executescript(_SETTINGS)
            except (dbapi2.Error, UnicodeDecodeError):
                connection.close()
                raise
        return connection

    @property
    def connection(self) -> Connection:
        """The bare connection, for schema work through sqlite-utils and for backups."""
        return self._connection

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Cursor:
        """Run one statement.

        Raises:
            StoreError: with a plain sentence, whatever the engine said.
        """
        with Translated(self.path):
            return self._connection.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """Return all rows of a query as tuples.

        Raises:
            StoreError: they could not be read.
        """
        with Translated(self.path):
            try:
                return self._connection.execute(sql, values).fetchall()
            except dbapi2.OperationalError as error:
                if _UNDECODABLE not in str(error):
                    raise
            # A damaged byte among the words must not hide the words around it: it is read as �.
            # Only now, since it makes reading half as fast.
            self._connection.text_factory = _decoded
            return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:  # noqa: ANN401 - a column can be of any type
        """Return the first column of the first row, or None where there is no row."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def transaction(self) -> Transaction:
        """Return a context in which all is kept or nothing is."""
        return Transaction(self)

    def refresh_statistics(self) -> None:
        """Let the planner know how the journal has grown, where that would change anything.

        It is looked at again when a table has grown tenfold (https://sqlite.org/lang_analyze.html),
        else this takes 0.1 ms. With a limit of rows they hold counts alone; without one they would
        hold samples of names and ids, too. Another program that writes just now is not waited for:
        the next time will do.
        """
        self.run(f"PRAGMA analysis_limit = {_ANALYSED_ROWS}")
        self.run("PRAGMA busy_timeout = 0")
        try:
            self.rows(_OPTIMIZE)
        except StoreError:
            return
        finally:
            self.run(f"PRAGMA busy_timeout = {BUSY_MS}")

    def close(self) -> None:
        """Close the file. A journal that was written to is left without a -wal beside it."""
        self._connection.close()
        if self._is_noted:
            header.note_closed(self.path)
            self._is_noted = False

    def __enter__(self) -> Self:
        """Use the store for a while."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.close()


def _choices(path: str) -> list[bytes]:
    held = keys.held()
    # By its size alone: to open and close the file here would give up every lock on it.
    if not held or not os.path.lexists(path) or os.stat(path).st_size == 0:
        return [b""]
    return [*held, b""]


def as_pragma(key: bytes, schema: str = "") -> str:
    """Return the statement that hands a raw key to the engine."""
    return f"PRAGMA {schema}key = \"x'{key.hex()}'\""


class Transaction:
    """`BEGIN IMMEDIATE` … `COMMIT`, or all undone. Never held across an await.

    Immediate, since a deferred one that reads first and writes then fails as soon as another
    process writes in between: 450 of 600 writes were refused that way, 0 of 600 this way.
    """

    def __init__(self, store: Store) -> None:
        """Take the store; nothing happens before `with`."""
        self._store = store

    def __enter__(self) -> Store:
        """Wait for the right to write."""
        self._store.run("BEGIN IMMEDIATE")
        return self._store

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Keep everything, or undo everything where something failed."""
        if error_type is None:
            self._commit()
        elif self._store.connection.in_transaction:
            self._store.run("ROLLBACK")

    def _commit(self) -> None:
        try:
            self._store.run("COMMIT")
        except StoreError:
            if self._store.connection.in_transaction:
                self._store.run("ROLLBACK")
            raise


class Translated:
    """A context that turns what the engine says into a sentence a person can use."""

    def __init__(self, path: str) -> None:
        """Take the path that sentences may name."""
        self._path = path

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        _type: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Raise the plain sentence in place of the engine's own words."""
        if isinstance(error, dbapi2.Error):
            raise _refusal(str(error), self._path) from None
        if isinstance(error, UnicodeDecodeError):  # the engine quotes a damaged name
            raise Damaged(refusals.FILE_DAMAGED.format(path=self._path)) from None


def _refusal(said: str, path: str) -> StoreError:
    for part in ("not a database", "malformed", "vtable constructor failed"):
        if part in said:
            return Damaged(refusals.FILE_DAMAGED.format(path=path))
    if "disk I/O" in said and _is_full(path):
        return StoreError(refusals.DISK_FULL)
    for part, sentence in (
        ("locked", refusals.BUSY),
        ("disk is full", refusals.DISK_FULL),
        ("disk I/O", refusals.DISK_FAILED),
        ("unable to open", refusals.FILE_UNREADABLE),
        ("readonly", refusals.FILE_READ_ONLY),
    ):
        if part in said:
            return StoreError(sentence.format(path=path))
    # The engine quotes names of tables and columns, and what a person wrote in this case alone.
    reason = said.partition(" with text ")[0]
    return StoreError(refusals.STORE_FAILED.format(reason=reason, path=path))


def _is_full(path: str) -> bool:
    import shutil  # noqa: PLC0415 - paid for where something failed

    try:
        return shutil.disk_usage(os.path.dirname(os.path.abspath(path))).free < _ROOM
    except OSError:
        return False


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")
