"""The circle in the file: who is in it, what is said of them, and when they were last met.

Every function that writes expects to stand inside a transaction.
"""

from __future__ import annotations

from datetime import date

from tracejournal.model.circle import NO_CONTACT, LastContact, Member
from tracejournal.model.entry import Moment
from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import name_key
from tracejournal.store.filters import last_row_of
from tracejournal.store.names import MEANT, UNNAMED
from tracejournal.store.shelves import SHELVES
from tracejournal.words import circle as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from tracejournal.store.engine import Store

_TRIED = ", ".join(f"'{direction}'" for direction in NO_CONTACT)
CONTACTS = (
    "entry_people CROSS JOIN entries ON entries.id = entry_id"
    f" WHERE person_id = {{person}} AND entry_id <= :last_row AND happened_on <= :today"
    f" AND type = '{Moment.type}' AND {SHELVES['kept']}"
    f" AND (direction IS NULL OR direction NOT IN ({_TRIED}))"
)
"""Moments of real contact with someone up to a day. What is sealed or in the trash is as absent
here as everywhere, so it does not count; nor does a reflection that only speaks of them."""

# By way of the index that has the entries of each person in the order of time: however many there
# are, the last one is the first that is looked at.
_LAST = f"SELECT entry_id FROM {CONTACTS.format(person='people.id')} ORDER BY entry_id DESC LIMIT 1"  # noqa: S608 - our own names
_COLUMNS = (
    "people.id, name, role, created_at, sort, position, ideal_days, longest_days, rhythm_since,"
    " away, away_until, ifnull(quiet, 0)"
)
_MEMBERS = f"""
    SELECT found.*, met.happened_on, met.kind
    FROM (SELECT {_COLUMNS}, ({_LAST}) AS last_row FROM {{people}}) AS found
    LEFT JOIN entries AS met ON met.id = last_row
    ORDER BY found.position, found.id
"""  # noqa: S608 - our own names
_IN_CIRCLE = "circle CROSS JOIN people USING (id) WHERE position IS NOT NULL"
_ONE = "people LEFT JOIN circle USING (id) WHERE people.id = :id"
_IS_NAMED = (
    "EXISTS (SELECT 1 FROM entry_people CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
    f" WHERE person_id = people.id AND {SHELVES['kept']})"
)
_IS_TOLD_OF = (
    f"({_IS_NAMED} OR EXISTS (SELECT 1 FROM loop_people JOIN loops ON loops.id = loop_id"  # noqa: S608 - our own names
    " WHERE person_id = people.id AND sealed = 0 AND trashed_at IS NULL)"
    " OR EXISTS (SELECT 1 FROM meeting_people WHERE person_id = people.id))"
)
_OUTSIDE = "NOT EXISTS (SELECT 1 FROM circle WHERE circle.id = people.id AND position IS NOT NULL)"


def values_of(today: date) -> dict[str, Any]:
    """Return the values of `CONTACTS` for contacts up to a day."""
    return {"today": today.isoformat(), "last_row": last_row_of(today)}


def members(store: Store, today: date) -> tuple[Member, ...]:
    """Return everyone in the circle, in its order.

    Raises:
        StoreError: the file could not be read.
    """
    rows = store.rows(_MEMBERS.format(people=_IN_CIRCLE), values_of(today))
    found = {row[0]: row for row in rows}
    aliases = _aliases(store, list(found))
    return tuple(_member(row, aliases.get(row[0], ())) for row in found.values())


def outside(store: Store, limit: int = 200) -> tuple[str, ...]:
    """Return names that kept entries hold and the circle does not, by the alphabet.

    Who is quiet is not among them: nobody asked to be offered them.
    """
    quiet = "NOT EXISTS (SELECT 1 FROM circle WHERE circle.id = people.id AND quiet)"
    sql = (
        f"SELECT name FROM people WHERE {_OUTSIDE} AND {quiet} AND {_IS_NAMED}"  # noqa: S608 - our own names
        " ORDER BY name_key LIMIT ?"
    )
    return tuple(name for (name,) in store.rows(sql, (limit,)))


def outside_in_sight(store: Store, today: date) -> Iterator[Member]:
    """Yield everyone else a kept entry, a loop or a meeting names, by the alphabet."""
    sql = f"SELECT id FROM people WHERE {_OUTSIDE} AND {_IS_TOLD_OF} ORDER BY name_key"  # noqa: S608 - our own names
    for (person,) in store.rows(sql):
        found = by_id(store, person, today)
        if found is not None:
            yield found


def by_name(store: Store, typed: str, today: date) -> Member | None:
    """Return whom a name or an alias means, in the circle or not; None where that is nobody."""
    person = store.value(MEANT, {"key": name_key(typed)})
    return None if person is None else by_id(store, person, today)


def by_id(store: Store, person: int, today: date) -> Member | None:
    """Return who stands at a row of people, in the circle or not."""
    rows = store.rows(_MEMBERS.format(people=_ONE), {**values_of(today), "id": person})
    return _member(rows[0], _aliases(store, [person]).get(person, ())) if rows else None


def all_names(store: Store) -> list[str]:
    """Return every name and alias there is, to guess from what was meant by a slip."""
    sql = "SELECT name FROM people UNION ALL SELECT alias FROM person_aliases"
    return [name for (name,) in store.rows(sql)]


def put(store: Store, member: Member, now: str) -> int:
    """Put in all that is said of someone, in place of what was said before; return their row.

    Where `member.id` is 0 they are new, or known from entries by their name alone.

    Raises:
        Misuse: the name or an alias means someone else.
    """
    key = name_key(member.name)
    person = member.id or store.value("SELECT id FROM people WHERE name_key = ?", (key,)) or 0
    for name in (member.name, *member.aliases):
        _check_free(store, name, person)
    if person:
        store.run("DELETE FROM person_aliases WHERE person_id = ?", (person,))
        sql = "UPDATE people SET name = ?, name_key = ?, role = ? WHERE id = ?"
        store.run(sql, (member.name, key, member.role, person))
    else:
        sql = "INSERT INTO people (name, name_key, role, created_at) VALUES (?, ?, ?, ?)"
        values = (member.name, key, member.role, member.created_at or now)
        person = int(store.run(sql, values).lastrowid or 0)
    for alias in member.aliases:
        store.run(
            "INSERT INTO person_aliases (alias, alias_key, person_id, added_at)"
            " VALUES (?, ?, ?, ?)",
            (alias, name_key(alias), person, now),
        )
    _put_place(store, member, person, now)
    return person


def _put_place(store: Store, member: Member, person: int, now: str) -> None:
    if member.position is None and not member.quiet:
        store.run("DELETE FROM circle WHERE id = ?", (person,))
        return
    store.run(
        "INSERT OR REPLACE INTO circle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            person,
            member.sort,
            member.position,
            member.ideal,
            member.longest,
            member.since.isoformat() if member.since else None,
            member.away or None,
            member.away_until.isoformat() if member.away_until else None,
            int(member.quiet),
            now,
        ),
    )


def _check_free(store: Store, name: str, person: int) -> None:
    taken = store.value(MEANT, {"key": name_key(name)})
    if taken is not None and taken != person:
        other = store.value("SELECT name FROM people WHERE id = ?", (taken,))
        same = name_key(other) == name_key(name)
        said = words.NAME_TAKEN.format(name=other) if same else ""
        raise Misuse(said or words.ALIAS_TAKEN.format(name=name, other=other))


def remove_unnamed(store: Store, person: int) -> None:
    """Remove the row of someone whom nothing names, wherever it is kept, and who has no place."""
    store.run(
        f"DELETE FROM people WHERE id = ?1 AND {UNNAMED['people']}"  # noqa: S608 - our own names
        " AND NOT EXISTS (SELECT 1 FROM circle WHERE id = ?1)",
        (person,),
    )


def next_position(store: Store) -> int:
    """Return the place behind everyone."""
    return int(store.value("SELECT ifnull(max(position), 0) + 1 FROM circle"))


def set_order(store: Store, people: Sequence[int]) -> None:
    """Give those in the circle this order."""
    for position, person in enumerate(people, start=1):
        sql = "UPDATE circle SET position = ? WHERE id = ? AND position IS NOT NULL"
        store.run(sql, (position, person))


def _aliases(store: Store, people: Sequence[int]) -> dict[int, tuple[str, ...]]:
    places = ", ".join("?" * len(people))
    sql = f"SELECT person_id, alias FROM person_aliases WHERE person_id IN ({places}) ORDER BY id"  # noqa: S608 - places only
    found: dict[int, tuple[str, ...]] = {}
    for person, alias in store.rows(sql, people):
        found[person] = (*found.get(person, ()), alias)
    return found


def _member(row: Sequence[Any], aliases: tuple[str, ...]) -> Member:
    met_on = _day(row[13])
    return Member.restored(
        id=row[0],
        name=row[1],
        role=row[2],
        created_at=row[3],
        sort=row[4] or "person",
        position=row[5],
        ideal=row[6],
        longest=row[7],
        since=_day(row[8]),
        away=row[9] or "",
        away_until=_day(row[10]),
        quiet=bool(row[11]),
        aliases=aliases,
        last=LastContact(met_on, row[14]) if met_on else None,
    )


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:  # a damaged one that was saved as far as it went
        return None
