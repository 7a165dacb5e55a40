"""People to call: a person's own, and what they changed about the lines that come along."""

from __future__ import annotations

from datetime import date

from tracejournal.model.contact import SECTIONS, TEXTS, Contact
from tracejournal.model.vocabulary import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from tracejournal.store.engine import Store

_COLUMNS = ("id", "section", *TEXTS, "hidden", "changed_at")
_OWN = "id LIKE 'own-%'"


def own(store: Store) -> tuple[Contact, ...]:
    """Return those a person put in, in their order."""
    sql = f"SELECT {', '.join(_COLUMNS)} FROM contacts WHERE {_OWN} ORDER BY position, id"  # noqa: S608 - our own names
    return tuple(Contact.restored(**_own_fields(row)) for row in store.rows(sql))


def changed(store: Store) -> dict[str, dict[str, Any]]:
    """Return what a person changed about lines that come along: fields by name, by id."""
    sql = f"SELECT {', '.join(_COLUMNS)} FROM contacts WHERE NOT {_OWN}"  # noqa: S608 - our own names
    return {row[0]: _changed_fields(row) for row in store.rows(sql)}


def put(store: Store, contact_id: str, fields: Mapping[str, Any], now: str) -> None:
    """Put in a row, or change some columns of one: `section`, `hidden` and those of `TEXTS`."""
    store.run(
        "INSERT INTO contacts (id, position, changed_at)"
        " VALUES (?, (SELECT ifnull(max(position), 0) + 1 FROM contacts), ?)"
        " ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at",
        (contact_id, now),
    )
    for name, value in fields.items():
        store.run(f"UPDATE contacts SET {name} = ? WHERE id = ?", (value, contact_id))  # noqa: S608 - our own names


def remove(store: Store, contact_id: str) -> None:
    """Take a row out; a line that comes along is as it came then."""
    store.run("DELETE FROM contacts WHERE id = ?", (contact_id,))


def change_places(store: Store, one: str, other: str) -> None:
    """Let two of a person's own take each other's place."""
    places = dict(store.rows("SELECT id, position FROM contacts WHERE id IN (?, ?)", (one, other)))
    for contact_id, place in ((one, places[other]), (other, places[one])):
        store.run("UPDATE contacts SET position = ? WHERE id = ?", (place, contact_id))


def _own_fields(row: Sequence[Any]) -> dict[str, Any]:
    fields = {name: value or "" for name, value in zip(_COLUMNS, row, strict=True)}
    if term(SECTIONS, fields["section"]) is None:
        fields["section"] = SECTIONS[0].key
    return fields | {"hidden": bool(row[-2]), "changed_on": _day(fields.pop("changed_at"))}


def _changed_fields(row: Sequence[Any]) -> dict[str, Any]:
    said = dict(zip(_COLUMNS, row, strict=True))
    fields = {name: said[name] for name in TEXTS if said[name] is not None}
    changed_on = _day(said["changed_at"]) if fields else None
    return fields | {"hidden": bool(said["hidden"]), "changed_on": changed_on}


def _day(at: str) -> date | None:
    try:
        return date.fromisoformat(at[:10])
    except ValueError:  # a damaged one that was saved as far as it went
        return None
