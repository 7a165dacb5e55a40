"""Two people who are one: all that names either of them under one, and back again.

What an entry says is never rewritten: its words stay as they were typed, and the name that goes
becomes an alias, so that they still mean the same person. Expects to stand inside a transaction.
"""

from __future__ import annotations

from array import array

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.store.engine import Store

_FEW = {"loop_people": ("loop_id", "step"), "meeting_people": ("meeting_id",)}
"""What else names people, in few rows, by the columns that say what names them."""

_MANY = 10_000
"""Rows that are handed over at a time, so that memory stays small."""


def only_with(store: Store, person: int, other: int) -> array[int]:
    """Return the entries that name a person and not another one, wherever they are kept."""
    sql = (
        "SELECT entry_id FROM entry_people WHERE person_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM entry_people AS both"
        " WHERE both.entry_id = entry_people.entry_id AND both.person_id = ?2)"
    )
    return array("q", [row for (row,) in store.rows(sql, (person, other))])


def with_both(store: Store, person: int, other: int) -> array[int]:
    """Return the entries that name both of two people."""
    sql = (
        "SELECT entry_id FROM entry_people WHERE person_id = ?1 AND EXISTS"
        " (SELECT 1 FROM entry_people AS both"
        " WHERE both.entry_id = entry_people.entry_id AND both.person_id = ?2)"
    )
    return array("q", [row for (row,) in store.rows(sql, (person, other))])


class Naming(Record):
    """That a loop or a planned meeting names someone.

    Attributes:
        table: where that stands.
        row: its columns in their order, without the person.
        both: whether it names the other one of the two as well.
    """

    table: str
    row: tuple[object, ...]
    both: bool


def elsewhere(store: Store, person: int, other: int) -> tuple[Naming, ...]:
    """Return what names a person beside entries."""
    found: list[Naming] = []
    for table, columns in _FEW.items():
        same = " AND ".join(f"{column} = one.{column}" for column in columns)
        rows = store.rows(
            f"SELECT {', '.join(columns)}, position, EXISTS (SELECT 1 FROM {table}"  # noqa: S608 - our own names
            f" WHERE {same} AND person_id = ?2) FROM {table} AS one WHERE person_id = ?1",
            (person, other),
        )
        found += (Naming(table, row[:-1], bool(row[-1])) for row in rows)
    return tuple(found)


def move_all(store: Store, person: int, into: int) -> None:
    """Let all that names a person name another one, and remove the person."""
    for table in ("entry_people", *_FEW):
        store.run(f"UPDATE OR IGNORE {table} SET person_id = ? WHERE person_id = ?", (into, person))  # noqa: S608 - our own names
    store.run("DELETE FROM people WHERE id = ?", (person,))  # with what names both twice


def give_back_elsewhere(store: Store, person: int, other: int, namings: Iterable[Naming]) -> None:
    """Let loops and meetings that are still there name a person again, see `give_back`."""
    for table, row, both in ((each.table, each.row, each.both) for each in namings):
        same = " AND ".join(f"{column} = ?" for column in _FEW[table])
        *key, position = row
        if both:
            new = ", ".join("?" * len(key))
            store.run(
                f"INSERT OR IGNORE INTO {table} SELECT {new}, ?, ?"  # noqa: S608 - our own names
                f" WHERE EXISTS (SELECT 1 FROM {table} WHERE {same} AND person_id = ?)",
                (*key, person, position, *key, other),
            )
        else:
            store.run(
                f"UPDATE OR IGNORE {table} SET person_id = ? WHERE {same} AND person_id = ?",  # noqa: S608 - our own names
                (person, *key, other),
            )


def give_back(store: Store, person: int, other: int, moved: array[int], both: array[int]) -> None:
    """Let entries name a person again that a merge had given to another one.

    Args:
        store: inside a transaction.
        person: who has a row again.
        other: who had taken them.
        moved: entries that named the person alone of the two.
        both: entries that named both.
    """
    for rows in _parts(moved):
        store.run(
            "UPDATE OR IGNORE entry_people SET person_id = ? WHERE person_id = ?"
            " AND entry_id IN (SELECT value FROM json_each(?))",
            (person, other, rows),
        )
    for rows in _parts(both):  # behind those that are there: what place they had is not known
        store.run(
            "INSERT OR IGNORE INTO entry_people SELECT id, ?, (SELECT max(position) + 1"
            " FROM entry_people WHERE entry_id = id) FROM entries"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (person, rows),
        )


def _parts(rows: array[int]) -> Iterable[str]:
    for start in range(0, len(rows), _MANY):
        yield f"[{','.join(map(str, rows[start : start + _MANY]))}]"
