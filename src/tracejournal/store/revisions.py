"""What entries said before they were changed: one row a version, whole, as JSON."""

from __future__ import annotations

import json

from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.version import Version
from tracejournal.store.rows import content_values, instant, when_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.entry import Entry
    from tracejournal.store.engine import Store

_TYPES = {each.type: each for each in (Moment, Reflection, CheckIn)}
_LISTS = ("people", "tags", "present", "missing", "who", "support")
_FIELDS = (*_LISTS, "occasion")
"""What an entry says in tables of their own; earlier versions of the program knew fewer."""


def add(store: Store, entry: Entry, now: str) -> None:
    """Keep what an entry says now, before it is changed; inside a transaction."""
    parts = entry.content.parts if isinstance(entry.content, Reflection) else ()
    said = {
        **content_values(entry.content),
        **when_values(entry.when),
        "parts": [[part.question, part.answer] for part in parts],
        **{name: getattr(entry.content, name) for name in _FIELDS if hasattr(entry.content, name)},
    }
    store.run(
        "INSERT INTO revisions (entry_uuid, content, replaced_at) VALUES (?, ?, ?)",
        (entry.id, json.dumps(said, ensure_ascii=False), now),
    )


def of_entry(store: Store, uuid: str) -> tuple[Version, ...]:
    """Return the earlier versions of an entry, the latest first."""
    sql = "SELECT content, replaced_at FROM revisions WHERE entry_uuid = ? ORDER BY id DESC"
    return tuple(_version(json.loads(said), at) for said, at in store.rows(sql, (uuid,)))


def _version(said: dict[str, Any], replaced_at: str) -> Version:
    kind = _TYPES[said["type"]]
    values = {name: said[name] for name in kind._fields if name in said}
    values |= {name: tuple(said[name]) for name in _LISTS if name in said}
    if kind is Reflection:
        parts = (
            Part.restored(question=question, answer=answer) for question, answer in said["parts"]
        )
        values["parts"] = tuple(parts)
    when = instant(said["happened_at"], said["zone"], said["happened_on"])
    return Version(kind.restored(**values), when, replaced_at)
