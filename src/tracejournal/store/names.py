"""People and tags, for completion while typing."""

from __future__ import annotations

from tracejournal.model.mentions import name_key, people_in
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracejournal.model.entry import Content
    from tracejournal.store.engine import Store

MEANT = (
    "SELECT id FROM people WHERE name_key = :key"
    " UNION ALL SELECT person_id FROM person_aliases WHERE alias_key = :key LIMIT 1"
)
"""The person that the key of a name or of an alias means."""

_LINKS = {"people": ("entry_people", "person_id"), "tags": ("entry_tags", "tag_id")}

_BEHIND = 2**62
"""A place behind everyone who has one."""

UNNAMED = {
    "people": "role IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM entry_people WHERE person_id = people.id)"
    " AND NOT EXISTS (SELECT 1 FROM circle WHERE circle.id = people.id AND position IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM loop_people WHERE person_id = people.id)"
    " AND NOT EXISTS (SELECT 1 FROM meeting_people WHERE person_id = people.id)",
    "tags": "NOT EXISTS (SELECT 1 FROM entry_tags WHERE tag_id = tags.id)",
}
"""Which rows of people and tags nothing names any more: names are words, and go like others."""


def latest_names(store: Store, table: str, limit: int) -> tuple[str, ...]:
    """Return names of `people` or `tags`, those mentioned latest first, at most `limit`.

    A name that stands in sealed or deleted entries alone is as absent as they are.
    """
    link, column = _LINKS[table]
    latest = (
        f"SELECT entry_id FROM {link} CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
        f" WHERE {column} = {table}.id AND {SHELVES['kept']} ORDER BY entry_id DESC LIMIT 1"
    )
    sql = (
        f"SELECT name FROM (SELECT name, ({latest}) AS latest FROM {table})"  # noqa: S608 - our own names
        " WHERE latest IS NOT NULL ORDER BY latest DESC LIMIT ?"
    )
    return tuple(row[0] for row in store.rows(sql, (limit,)))


def still_named(store: Store, before: Content, after: Content) -> tuple[str, ...]:
    """Return the people of changed content without those whom only the old words named.

    `Content.reworded` sees to it by names; here those go who stood in the words by an alias.
    """
    gone = {name_key(name) for name in people_in(before.text)}
    gone -= {name_key(name) for name in (*people_in(after.text), *before.people)}
    if not gone:
        return after.people
    meant = {store.value(MEANT, {"key": key}) for key in gone}
    meant -= {store.value(MEANT, {"key": name_key(name)}) for name in people_in(after.text)}
    return tuple(
        name
        for name in after.people
        if name not in before.people
        or store.value(MEANT, {"key": name_key(name)}) not in meant - {None}
    )


def circle_names(store: Store, today: date) -> tuple[list[str], list[str]]:
    """Return the names and aliases to offer first, and those to offer last.

    First comes the circle in its order. Last come those who rest, are on leave or are quiet. In
    both, aliases follow all names.
    """
    is_last = "(quiet OR away IS NOT NULL AND ifnull(away_until >= :today, 1))"
    rows = store.rows(
        f"SELECT name, {is_last}, 0, ifnull(position, {_BEHIND}), circle.id"  # noqa: S608 - our own names
        " FROM circle JOIN people USING (id)"
        f" UNION ALL SELECT alias, ifnull({is_last}, 0), 1, ifnull(position, {_BEHIND}),"
        " person_aliases.id FROM person_aliases LEFT JOIN circle ON circle.id = person_id"
        " ORDER BY 3, 4, 5",
        {"today": today.isoformat()},
    )
    first = [name for name, last, *_ in rows if not last]
    return first, [name for name, last, *_ in rows if last]
