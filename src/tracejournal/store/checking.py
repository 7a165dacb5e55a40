"""Whether the file is whole, and whether what follows from the entries says what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from tracejournal.model.errors import Damaged
from tracejournal.model.record import Record
from tracejournal.store.shelves import SHELVES

if TYPE_CHECKING:
    from tracejournal.store.engine import Store

LEAST_ENGINE = (3, 51, 3)
"""From this version on, SQLite is free of the error that damages files with a -wal."""

_SEARCH_LINES = ("fts5:", "malformed inverted index", "unable to validate the inverted index")
_COLUMNS = "day, moments, reflections, check_ins, supported_sum, supported_count"
_COUNTED = (
    "SELECT happened_on, sum(type = 'moment'), sum(type = 'reflection'), sum(type = 'check-in'),"  # noqa: S608 - our own names
    f" ifnull(sum(supported), 0), count(supported) FROM entries WHERE {SHELVES['kept']}"
    " GROUP BY happened_on"
)
_SUMMED = f"SELECT {_COLUMNS} FROM days WHERE moments OR reflections OR check_ins"  # noqa: S608 - our own names


def engine_version() -> str:
    """Return the version of SQLite that reads and writes the journal."""
    return str(dbapi2.sqlite_version)


def engine_is_sound() -> bool:
    """Whether it is new enough, searches, and takes erased words out of its index, too."""
    if dbapi2.sqlite_version_info < LEAST_ENGINE:
        return False
    memory = dbapi2.connect(":memory:")
    try:
        memory.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
        memory.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")
    except dbapi2.Error:
        return False
    finally:
        memory.close()
    return True


class Integrity(Record):
    """What the engine found when it read every page.

    Attributes:
        whole: every page can be read, and every index names what its table holds. The search
            index is left out, since it can be made again.
        tied: every row belongs to one that is there. Another program can have left some loose.
    """

    whole: bool
    tied: bool


def integrity(store: Store) -> Integrity:
    """Read every page of the journal.

    Raises:
        StoreError: it is damaged so that it cannot even be looked through, or is in use.
    """
    whole = all(line == "ok" or line.startswith(_SEARCH_LINES) for line in _complaints(store))
    return Integrity(whole=whole, tied=whole and not store.rows("PRAGMA foreign_key_check"))


def _complaints(store: Store) -> list[str]:
    """Return what the engine complains of; of a search index that cannot be read, nothing."""
    try:
        return [str(row[0]) for row in store.rows("PRAGMA integrity_check")]
    except Damaged:
        listed = store.rows("PRAGMA main.table_list")
        names = [name for _, name, kind, *_ in listed if kind in ("table", "shadow")]
        checks = (f"PRAGMA integrity_check('{name}')" for name in names)
        return [str(row[0]) for check in checks for row in store.rows(check)]


def search_agrees(store: Store) -> bool:
    """Whether the search index holds the words of the entries, all of them and no others.

    Nothing is changed by looking, but the engine asks for the right to write.

    Raises:
        StoreError: another program writes just now.
    """
    with store.transaction():
        check = "INSERT INTO entries_search (entries_search, rank) VALUES ('integrity-check', 1)"
        try:
            store.connection.execute(check)
        except dbapi2.DatabaseError:
            return False
    return True


def days_agree(store: Store) -> bool:
    """Whether the summary by day counts the entries there are.

    Raises:
        StoreError: it cannot be read.
    """
    differing = (
        f"SELECT 1 FROM (SELECT * FROM ({_COUNTED}) EXCEPT {_SUMMED})"  # noqa: S608 - our own names
        f" UNION ALL SELECT 1 FROM (SELECT * FROM ({_SUMMED}) EXCEPT {_COUNTED}) LIMIT 1"
    )
    return store.value(differing) is None


def rebuild_search(store: Store) -> None:
    """Make the search index again from the entries, none of which is changed.

    Raises:
        StoreError: nothing was changed, as on a full disk.
    """
    with store.transaction():
        store.run("INSERT INTO entries_search (entries_search) VALUES ('rebuild')")


def rebuild_days(store: Store) -> None:
    """Make the summary by day again from the entries, none of which is changed.

    Raises:
        StoreError: nothing was changed, as on a full disk.
    """
    with store.transaction():
        store.run("DELETE FROM days")
        store.run(f"INSERT INTO days ({_COLUMNS}) {_COUNTED}")
