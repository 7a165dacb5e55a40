"""Entries in the file: putting in, changing, reading, hiding, taking out.

Every function that writes expects to stand inside a transaction.
"""

from __future__ import annotations

from tracejournal.model.entry import Entry, Moment, Reflection
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.mentions import name_key
from tracejournal.store.names import MEANT, UNNAMED, still_named
from tracejournal.store.rows import (
    ENTRY_COLUMNS,
    Attached,
    content_values,
    entry_from,
    facets_of,
    when_values,
)
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn, Draft
    from tracejournal.store.engine import Store

_SHORTEST_PREFIX = 4
_ID_CHARACTERS = set("0123456789abcdef-")
_NAMED = (("people", "entry_people", "person_id"), ("tags", "entry_tags", "tag_id"))
_MEANT = {
    "people": MEANT,
    "tags": "SELECT id FROM tags WHERE name_key = :key",
}


def insert(store: Store, draft: Draft, uuid: str, when: Instant, now: str) -> int:
    """Put a draft into the journal and return its row.

    Args:
        store: inside a transaction.
        draft: what to keep.
        uuid: its public id.
        when: when it happened.
        now: this instant, ISO 8601.
    """
    row = _free_row(store, when.microseconds)
    values = content_values(draft.content) | when_values(when)
    values |= {"id": row, "uuid": uuid, "created_at": now, "updated_at": now}
    values |= {"source": draft.source, "source_id": draft.source_id}
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    store.run(f"INSERT INTO entries ({names}) VALUES ({places})", values)  # noqa: S608 - our own names
    attach(store, row, draft.content, now)
    return row


def update(
    store: Store, entry: Entry, content: Moment | Reflection | CheckIn, when: Instant, now: str
) -> None:
    """Replace what an entry says and when it was; what it said before becomes a revision."""
    from tracejournal.store import revisions  # noqa: PLC0415 - keeping a moment does not pay for it

    moved = when.at != entry.when.at
    row = _free_row(store, when.microseconds) if moved else entry.row
    revisions.add(store, entry, now)
    for table in ("parts", "entry_people", "entry_tags", "entry_conditions", "entry_facets"):
        store.run(f"DELETE FROM {table} WHERE entry_id = ?", (entry.row,))  # noqa: S608 - our own names
    values = content_values(content) | when_values(when) | {"id": row, "updated_at": now}
    changes = ", ".join(f"{name} = :{name}" for name in values)
    values["was"] = entry.row
    # First to no words, or the index finds the new ones for ever: where a row goes and comes in
    # one breath, FTS5 with prefixes and secure-delete no longer lets it go (SQLite 3.53.4, 3.54.1).
    store.run("UPDATE entries SET text = '' WHERE id = ?", (entry.row,))
    store.run(f"UPDATE entries SET {changes} WHERE id = :was", values)  # noqa: S608 - our own names
    attach(store, row, content, now, still_named(store, entry.content, content))


def _free_row(store: Store, wanted: int) -> int:
    """Return the first free row from an instant on: two entries may share a microsecond."""
    if store.value("SELECT 1 FROM entries WHERE id = ?", (wanted,)) is None:
        return wanted
    end_of_run = (
        "SELECT id + 1 FROM entries AS taken WHERE id >= ? AND NOT EXISTS"
        " (SELECT 1 FROM entries WHERE id = taken.id + 1) ORDER BY id LIMIT 1"
    )
    return int(store.value(end_of_run, (wanted,)))


def attach(
    store: Store,
    row: int,
    content: Moment | Reflection | CheckIn,
    now: str,
    people: Sequence[str] | None = None,
) -> None:
    """Put in what belongs to an entry that stands at a row: names, conditions, facets, answers.

    Args:
        store: inside a transaction.
        row: the row of the entry.
        content: what it says.
        now: this instant, ISO 8601.
        people: whom it names, where that is not all of `content.people`.
    """
    for position, name in enumerate(content.people if people is None else people):
        person = named(store, "people", name, {"created_at": now})
        # Two names of one person are one person.
        store.run("INSERT OR IGNORE INTO entry_people VALUES (?, ?, ?)", (row, person, position))
    for position, name in enumerate(content.tags):
        tag = named(store, "tags", name, {})
        store.run("INSERT INTO entry_tags VALUES (?, ?, ?)", (row, tag, position))
    for presence, conditions in (("present", content.present), ("missing", content.missing)):
        for position, condition in enumerate(conditions):
            store.run(
                "INSERT INTO entry_conditions VALUES (?, ?, ?, ?)",
                (row, condition, presence, position),
            )
    if isinstance(content, Moment):
        for facet, keys in facets_of(content).items():
            for position, key in enumerate(keys):
                store.run(
                    "INSERT INTO entry_facets VALUES (?, ?, ?, ?)", (row, facet, key, position)
                )
    if isinstance(content, Reflection):
        for position, part in enumerate(content.parts):
            store.run(
                "INSERT INTO parts VALUES (?, ?, ?, ?)",
                (row, position, part.question, part.answer),
            )


def named(store: Store, table: str, name: str, more: dict[str, str]) -> int:
    """Return the id of a person or tag, made where the name is new; first spelling stays.

    An alias is the person it means.
    """
    key = name_key(name)
    found = store.value(_MEANT[table], {"key": key})
    if found is None:
        values = {"name": name, "name_key": key} | more
        places = ", ".join(f":{column}" for column in values)
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})"  # noqa: S608 - our own names
        found = store.run(sql, values).lastrowid
    return int(found or 0)


def exists(store: Store, uuid: str) -> bool:
    """Return whether an entry has this id, wherever it is: the trash counts."""
    return store.value("SELECT 1 FROM entries WHERE uuid = ?", (uuid,)) is not None


def get(store: Store, uuid: str) -> Entry:
    """Return one entry by its whole id, wherever it is kept.

    Raises:
        NotFound: there is none.
    """
    found = _read(store, "uuid = ?", (uuid,))
    if not found:
        raise NotFound(refusals.UNKNOWN_ID.format(value=uuid))
    return found[0]


def resolve(store: Store, typed: str) -> str:
    """Return the whole id that a unique start of it means; the trash counts, too.

    Raises:
        Misuse: too short, no id at all, or the start of more than one.
        NotFound: no entry has such an id.
    """
    prefix = typed.strip().lower()
    if len(prefix) < _SHORTEST_PREFIX or not set(prefix) <= _ID_CHARACTERS:
        raise Misuse(refusals.BAD_ID.format(value=typed))
    # "g" follows every character an id can have, so this is a range of the index.
    sql = "SELECT uuid FROM entries WHERE uuid >= ? AND uuid < ? LIMIT 2"
    found = [row[0] for row in store.rows(sql, (prefix, prefix + "g"))]
    if not found:
        raise NotFound(refusals.UNKNOWN_ID.format(value=typed))
    if len(found) > 1:
        raise Misuse(refusals.AMBIGUOUS_ID.format(value=typed))
    return str(found[0])


def by_rows(store: Store, rows: Sequence[int]) -> list[Entry]:
    """Return the entries of some rows, in the order of the rows; missing ones are left out."""
    if not rows:
        return []
    places = ", ".join("?" * len(rows))
    found = {entry.row: entry for entry in _read(store, f"id IN ({places})", rows)}
    return [found[row] for row in rows if row in found]


def _read(store: Store, where: str, values: Sequence[object]) -> list[Entry]:
    sql = f"SELECT {ENTRY_COLUMNS} FROM entries WHERE {where}"  # noqa: S608 - our own names
    rows = store.rows(sql, values)
    attached = _attached(store, [row[0] for row in rows])
    return [entry_from(row, attached[row[0]]) for row in rows]


def _attached(store: Store, rows: Sequence[int]) -> dict[int, Attached]:
    from tracejournal.model.entry import Part  # noqa: PLC0415 - needed by readers alone

    attached = {row: Attached() for row in rows}
    places = ", ".join("?" * len(rows))
    for table, link, column in _NAMED:
        sql = (
            f"SELECT entry_id, name FROM {link} JOIN {table} ON {table}.id = {column}"  # noqa: S608 - our own names
            f" WHERE entry_id IN ({places}) ORDER BY entry_id, position"
        )
        for row, name in store.rows(sql, rows):
            getattr(_of(attached, row), table).append(name)
    # Both in one statement: keeping a moment reads it back, and each statement takes its time.
    sql = (
        "SELECT entry_id, presence, condition, position FROM entry_conditions"  # noqa: S608 - places only
        f" WHERE entry_id IN ({places}) UNION ALL"
        " SELECT entry_id, facet, key, position FROM entry_facets"
        f" WHERE entry_id IN ({places}) ORDER BY 1, 2, 4"
    )
    for row, chosen_as, key, _ in store.rows(sql, (*rows, *rows)):
        getattr(_of(attached, row), chosen_as).append(key)
    sql = (
        "SELECT entry_id, question, answer FROM parts"  # noqa: S608 - places only
        f" WHERE entry_id IN ({places}) ORDER BY entry_id, position"
    )
    for row, question, answer in store.rows(sql, rows):
        _of(attached, row).parts.append(Part.restored(question=question, answer=answer))
    return attached


def _of(attached: dict[int, Attached], row: int) -> Attached:
    # A damaged file gives rows nobody asked for; what belongs to them is nobody's.
    return attached.get(row) or Attached()


def set_sealed(store: Store, uuids: Iterable[str], *, sealed: bool) -> None:
    """Seal entries, or unseal them. What they say is as old as it was."""
    for uuid in uuids:
        store.run("UPDATE entries SET sealed = ? WHERE uuid = ?", (int(sealed), uuid))


def set_trashed(store: Store, uuids: Iterable[str], trashed_at: str | None) -> None:
    """Put entries in the trash, or take them out again with None."""
    for uuid in uuids:
        store.run("UPDATE entries SET trashed_at = ? WHERE uuid = ?", (trashed_at, uuid))


def erase(store: Store, uuids: Iterable[str]) -> None:
    """Remove entries for good, with their revisions, unfinished changes, and names of their own.

    A person or tag that no other entry names goes, too: names are words like others. People who
    were given a role, a place in the circle, a loop or a planned meeting stay.
    """
    for uuid in uuids:
        named_by_it = {
            table: store.rows(
                f"SELECT {column} FROM {link} JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
                " WHERE uuid = ?",
                (uuid,),
            )
            for table, link, column in _NAMED
        }
        store.run("DELETE FROM entries WHERE uuid = ?", (uuid,))
        for table, unnamed in UNNAMED.items():
            for name in named_by_it[table]:
                store.run(f"DELETE FROM {table} WHERE id = ? AND {unnamed}", name)  # noqa: S608 - our own names
        for table in ("drafts", "draft_revisions"):
            store.run(f"DELETE FROM {table} WHERE slot LIKE ?", (f"edit:{uuid}:%",))  # noqa: S608 - our own names


def trashed_before(store: Store, instant: str) -> list[str]:
    """Return the ids of what has been in the trash since before an instant, loops too."""
    sql = (
        "SELECT uuid FROM entries WHERE trashed_at < ?1"
        " UNION ALL SELECT id FROM loops WHERE trashed_at < ?1"
    )
    return [row[0] for row in store.rows(sql, (instant,))]
