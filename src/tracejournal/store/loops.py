"""Loops in the file. Every function that writes expects to stand inside a transaction."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.loop import Loop, LoopContent, LoopStep
from tracejournal.store.entries import named
from tracejournal.store.names import UNNAMED
from tracejournal.store.rows import stamp
from tracejournal.words import loops as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from tracejournal.store.engine import Store

_IN_SIGHT = "sealed = 0 AND trashed_at IS NULL"
SHELVES = {
    "open": f"ending IS NULL AND {_IN_SIGHT}",
    "closed": f"ending IS NOT NULL AND {_IN_SIGHT}",
    "sealed": "sealed = 1 AND trashed_at IS NULL",
    "trash": "trashed_at IS NOT NULL",
}
"""Where a loop is, as the engine is asked for it."""

_COLUMNS = (
    "id, kind, direction, options, none_yet, due, ending, sealed, trashed_at, created_at,"
    " updated_at, text"
)
_DRAFT_SLOTS = ("loop", "loop-note")


def put(store: Store, loop: Loop) -> None:
    """Put a loop in as it is given, in place of what stood under its id."""
    content = loop.content
    store.run("DELETE FROM loops WHERE id = ?", (loop.id,))
    store.run(
        f"INSERT INTO loops ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        (
            loop.id,
            content.kind,
            content.direction,
            json.dumps(content.options, ensure_ascii=False),
            int(content.none_yet),
            content.due and content.due.isoformat(),
            loop.ending,
            int(loop.sealed),
            loop.trashed_at,
            stamp(loop.created_at),
            loop.updated_at,
            content.text,
        ),
    )
    _put_people(store, loop, 0, content.people)
    for number, step in enumerate(loop.steps, 1):
        days = (each and each.isoformat() for each in (step.moved_from, step.moved_to))
        store.run(
            "INSERT INTO loop_steps VALUES (?, ?, ?, ?, ?, ?, ?)",
            (loop.id, number, step.what, *days, stamp(step.at), step.text),
        )
        _put_people(store, loop, number, step.people)


def _put_people(store: Store, loop: Loop, step: int, people: Iterable[str]) -> None:
    for position, name in enumerate(people):
        person = named(store, "people", name, {"created_at": loop.updated_at})
        store.run(
            "INSERT OR IGNORE INTO loop_people VALUES (?, ?, ?, ?)",  # two names can be one person
            (loop.id, step, person, position),
        )


def get(store: Store, loop_id: str) -> Loop:
    """Return one by its whole id, wherever it is kept.

    Raises:
        NotFound: there is none.
    """
    found = _read(store, "id = ?", (loop_id,))
    if not found:
        raise NotFound(words.UNKNOWN.format(value=loop_id))
    return found[0]


def resolve(store: Store, typed: str) -> str:
    """Return the whole id that a unique start of it means.

    Raises:
        Misuse: it could be more than one.
        NotFound: no loop has such an id.
    """
    start = typed.strip().lower()
    found = [loop_id for loop_id in ids(store) if start and loop_id.startswith(start)]
    if not found:
        raise NotFound(words.UNKNOWN.format(value=typed))
    if len(found) > 1:
        raise Misuse(words.AMBIGUOUS.format(value=typed))
    return found[0]


def ids(store: Store) -> list[str]:
    """Return the ids of all there are, wherever they are kept."""
    return [row[0] for row in store.rows("SELECT id FROM loops ORDER BY id")]


def on_shelf(store: Store, shelf: str) -> tuple[Loop, ...]:
    """Return what is on a shelf, one of `SHELVES`, the latest change first."""
    return tuple(_read(store, SHELVES[shelf]))


def in_sight(store: Store) -> tuple[Loop, ...]:
    """Return open and closed ones, in the order they were begun."""
    return tuple(sorted(_read(store, _IN_SIGHT), key=lambda loop: (loop.created_at, loop.id)))


def open_with(store: Store, person_id: int) -> tuple[Loop, ...]:
    """Return the open ones that name a person, in the loop itself or in a step."""
    named = "id IN (SELECT loop_id FROM loop_people WHERE person_id = ?)"
    return tuple(_read(store, f"{SHELVES['open']} AND {named}", (person_id,)))


def count_open(store: Store) -> int:
    """Return how many are open."""
    return int(store.value(f"SELECT count(*) FROM loops WHERE {SHELVES['open']}"))  # noqa: S608 - our own names


def promised_for(store: Store, day: date) -> tuple[Loop, ...]:
    """Return the open promises of a day."""
    where = f"{SHELVES['open']} AND kind = 'promise' AND due = ?"
    return tuple(_read(store, where, (day.isoformat(),)))


def set_sealed(store: Store, loop_id: str, *, sealed: bool) -> None:
    """Seal a loop, or unseal it."""
    store.run("UPDATE loops SET sealed = ? WHERE id = ?", (int(sealed), loop_id))


def set_trashed(store: Store, loop_id: str, trashed_at: str | None) -> None:
    """Put a loop in the trash, or take it out again with None."""
    store.run("UPDATE loops SET trashed_at = ? WHERE id = ?", (trashed_at, loop_id))


def erase(store: Store, loop_ids: Iterable[str]) -> None:
    """Remove loops for good, with unfinished changes, and names that nothing else holds."""
    for loop_id in loop_ids:
        people = store.rows("SELECT person_id FROM loop_people WHERE loop_id = ?", (loop_id,))
        store.run("DELETE FROM loops WHERE id = ?", (loop_id,))
        for person in people:
            store.run(f"DELETE FROM people WHERE id = ? AND {UNNAMED['people']}", person)  # noqa: S608 - our own names
        for table in ("drafts", "draft_revisions"):
            for form in _DRAFT_SLOTS:
                store.run(f"DELETE FROM {table} WHERE slot LIKE ?", (f"{form}:{loop_id}:%",))  # noqa: S608 - our own names


def _read(store: Store, where: str, values: Sequence[object] = ()) -> list[Loop]:
    sql = f"SELECT {_COLUMNS} FROM loops WHERE {where} ORDER BY updated_at DESC, id"  # noqa: S608 - our own names
    rows = store.rows(sql, values)
    return [_loop(row, *_attached(store, row[0])) for row in rows]


def _attached(store: Store, loop_id: str) -> tuple[list[Any], dict[int, list[str]]]:
    """Return the steps of a loop, and its people by step."""
    steps = store.rows(
        "SELECT number, what, moved_from, moved_to, at, text FROM loop_steps"
        " WHERE loop_id = ? ORDER BY number",
        (loop_id,),
    )
    people: dict[int, list[str]] = {}
    for step, name in store.rows(
        "SELECT step, name FROM loop_people JOIN people ON people.id = person_id"
        " WHERE loop_id = ? ORDER BY step, position",
        (loop_id,),
    ):
        people.setdefault(step, []).append(name)
    return steps, people


def _loop(row: Sequence[Any], steps: Sequence[Any], people: dict[int, list[str]]) -> Loop:
    return Loop.restored(
        id=row[0],
        content=LoopContent.restored(
            kind=row[1],
            direction=row[2],
            options=tuple(map(str, json.loads(row[3]))),
            none_yet=bool(row[4]),
            due=_day(row[5]),
            text=row[11],
            people=tuple(people.get(0, ())),
        ),
        ending=row[6],
        sealed=bool(row[7]),
        trashed_at=row[8],
        created_at=_at(row[9]),
        updated_at=row[10],
        steps=tuple(
            LoopStep.restored(
                what=what,
                at=_at(at),
                text=text,
                people=tuple(people.get(number, ())),
                moved_from=_day(moved_from),
                moved_to=_day(moved_to),
            )
            for number, what, moved_from, moved_to, at, text in steps
        ),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _at(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:  # a damaged one that was saved as far as it went
        return datetime(1970, 1, 1, tzinfo=UTC)
