"""Two people who are one: the entries of both under one of them, and back again.

What an entry says is never rewritten: its words stay as they were typed, and the name that goes
becomes an alias, so that they still mean the same person. Expects to stand inside a transaction.
"""

from __future__ import annotations

from array import array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.store.engine import Store

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


def move_all(store: Store, person: int, into: int) -> None:
    """Let every entry of a person name another one, and remove the person."""
    store.run("UPDATE OR IGNORE entry_people SET person_id = ? WHERE person_id = ?", (into, person))
    store.run("DELETE FROM people WHERE id = ?", (person,))  # with what names both twice


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
