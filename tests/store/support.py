"""What tests of the store share: a store on a real file, and entries in it without a journal."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tests.support import FakeClock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.query import parse_query
from tracejournal.model.uuid7 import new_uuid
from tracejournal.store import entries, listing
from tracejournal.store.rows import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn, Reflection
    from tracejournal.store.engine import Store

Answer = TypeVar("Answer")


def keep(
    store: Store, content: Moment | Reflection | CheckIn | str, when: Instant | None = None
) -> str:
    """Put words or content into the journal and return the id."""
    with store.transaction():
        return put(store, content, when)


def put(
    store: Store, content: Moment | Reflection | CheckIn | str, when: Instant | None = None
) -> str:
    """The same inside a transaction."""
    now = FakeClock().now()
    draft = Draft(Moment(content) if isinstance(content, str) else content)
    uuid = new_uuid(now)
    entries.insert(store, draft, uuid, when or now, stamp(now.at))
    return uuid


Shelved = tuple["date", "Moment | CheckIn | Reflection", str]
"""A day, what was kept on it, and the shelf it is on now."""


def fill(store: Store, kept: Iterable[Shelved]) -> None:
    """Put content into the journal, each on its day and its shelf."""
    clock = FakeClock()
    with store.transaction():
        for day, content, shelf in kept:
            uuid = put(store, content, clock.on_day(day))
            if shelf == "sealed":
                entries.set_sealed(store, [uuid], sealed=True)
            if shelf == "trash":
                entries.set_trashed(store, [uuid], stamp(clock.now().at))


def found(store: Store, typed: str = "", shelf: str = "kept") -> list[str]:
    """Return the words of what a search finds, newest first."""
    rows = listing.found_rows(store, parse_query(typed, FakeClock().today()), shelf)
    return [entry.content.text for entry in entries.by_rows(store, rows)]


def wal_of(path: Path) -> Path:
    """Return where the write-ahead log of a journal is."""
    return path.with_name(path.name + "-wal")


def stands_in_a_file(path: Path, words: str) -> bool:
    """Whether words stand anywhere in the journal, the files beside it, or the backups."""
    files = (file for file in path.parent.rglob("*") if file.is_file())
    return any(words.encode() in file.read_bytes() for file in files)


def bytes_below(folder: Path) -> dict[Path, bytes]:
    """Return everything below a folder, to tell that nothing was touched."""
    return {path: _content(path) for path in folder.rglob("*")}


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return str(path.readlink()).encode()
    return path.read_bytes() if path.is_file() else b"no file"


def without_privileges(action: Callable[[], Answer]) -> Answer:
    """Do something as a person whom permissions bind, also where the tests run as root.

    On Linux the privileges of root belong to a thread, so one that gives them up is enough.
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return action()
    answers: list[Answer] = []
    errors: list[BaseException] = []

    def as_anyone() -> None:
        try:
            _give_up_privileges()
            answers.append(action())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that asked
            errors.append(error)

    thread = threading.Thread(target=as_anyone)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return answers[0]


def _give_up_privileges() -> None:
    import ctypes  # noqa: PLC0415 - Linux alone has what is asked of it here

    version_3 = 0x20080522
    header = (ctypes.c_uint32 * 2)(version_3, 0)
    none_at_all = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, none_at_all) != 0:
        raise OSError(ctypes.get_errno(), "capset")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Let new files have other permissions for a while."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size for a while, as on a full disk."""
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def steps(store: Store, action: Callable[[Store], object]) -> int:
    """Return how many steps of the engine's machine an action takes once it is prepared."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    action(store)
    store.connection.set_progress_handler(step, 1)
    try:
        action(store)
    finally:
        store.connection.set_progress_handler(None, 1)
    return taken
