"""People and tags, for completion while typing and for exports."""

from __future__ import annotations

from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.store.engine import Store

_LINKS = {"people": ("entry_people", "person_id"), "tags": ("entry_tags", "tag_id")}


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


def people_in_sight(store: Store) -> Iterator[tuple[str, str | None, str]]:
    """Yield name, role and first day of everyone a kept entry or a loop names, by name."""
    sql = (
        "SELECT name, role, created_at FROM people WHERE EXISTS"  # noqa: S608 - our own names
        " (SELECT 1 FROM entry_people JOIN entries ON entries.id = entry_id"
        f" WHERE person_id = people.id AND {SHELVES['kept']}) OR EXISTS"
        " (SELECT 1 FROM loop_people JOIN loops ON loops.id = loop_id"
        " WHERE person_id = people.id AND sealed = 0 AND trashed_at IS NULL) ORDER BY name_key"
    )
    yield from store.rows(sql)
