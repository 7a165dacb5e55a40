"""Drafts in the file: the latest of each form, and a ring of what it held before."""

from __future__ import annotations

import json
from itertools import zip_longest

from tracejournal.model.draft import SavedDraft
from tracejournal.model.errors import Damaged
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.store.engine import Store

REVISIONS_KEPT = 20
"""Earlier states of one draft that are kept; the oldest goes first."""

_OFFERED = "offered"
"""Beside the fields of the form, since a draft is read and written whole."""


def save(store: Store, slot: str, fields: Mapping[str, object], now: str) -> None:
    """Save what a form holds. What would be lost by that joins the ring of revisions.

    Words that only grew lose nothing, so that the ring reaches back past minutes of typing to
    what was deleted before.
    """
    # Lone surrogates cannot be written. All else stays as it was typed, valid or not.
    written = json.dumps(dict(fields), ensure_ascii=False).encode("utf-8", "ignore").decode()
    before = store.value("SELECT fields FROM drafts WHERE slot = ?", (slot,))
    if before == written:
        return
    if before is not None and _loses(json.loads(before), fields):
        _add_revision(store, slot)
    store.run(
        "INSERT INTO drafts (slot, fields, saved_at) VALUES (?, ?, ?) ON CONFLICT (slot)"
        " DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at",
        (slot, written, now),
    )


def _loses(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether any words of a form are no longer in what the form holds now."""
    return any(
        not _only_grew(said, now)
        for name in ("answers" if "answers" in before else "text",)
        for said, now in zip_longest(_texts(before, name), _texts(after, name), fillvalue="")
    )


def _texts(fields: Mapping[str, object], name: str) -> list[str]:
    value = fields.get(name)
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _only_grew(before: str, after: str) -> bool:
    """Whether words were only added: at the end, before, or anywhere in the middle."""
    if before in after:
        return True
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), len(after))
    return len(before) <= len(after) and after.endswith(before[same:])


def _add_revision(store: Store, slot: str) -> None:
    store.run(
        "INSERT INTO draft_revisions (slot, fields, saved_at)"
        " SELECT slot, fields, saved_at FROM drafts WHERE slot = ?",
        (slot,),
    )
    store.run(
        "DELETE FROM draft_revisions WHERE slot = ? AND id NOT IN"
        " (SELECT id FROM draft_revisions WHERE slot = ? ORDER BY id DESC LIMIT ?)",
        (slot, slot, REVISIONS_KEPT),
    )


def discard(store: Store, slot: str) -> None:
    """Forget the draft of a form and all it held before."""
    store.run("DELETE FROM drafts WHERE slot = ?", (slot,))
    store.run("DELETE FROM draft_revisions WHERE slot = ?", (slot,))


def take_up(store: Store, slot: str, new: str) -> bool:
    """Give a draft and all it held before another name; return whether it was there.

    Whoever goes on with a draft does so under a name of their own: were two windows to write the
    same one, keeping it in one would forget what the other holds.
    """
    for table in ("drafts", "draft_revisions"):
        found = store.run(f"UPDATE {table} SET slot = ? WHERE slot = ?", (new, slot)).rowcount  # noqa: S608 - our own names
        if table == "drafts" and not found:
            return False
    return True


def mark_offered(store: Store, slot: str) -> None:
    """Note that a draft was offered; it is not offered unasked again unless it changes."""
    store.run(
        f"UPDATE drafts SET fields = json_set(fields, '$.{_OFFERED}', json('true')) WHERE slot = ?",  # noqa: S608 - our own name
        (slot,),
    )


def all_saved(store: Store) -> tuple[SavedDraft, ...]:
    """Return every draft there is, the latest first.

    Raises:
        StoreError: they could not be read.
    """
    rows = store.rows("SELECT slot, fields, saved_at FROM drafts ORDER BY saved_at DESC")
    return tuple(_draft(store, *row) for row in rows)


def earlier(store: Store, slot: str) -> tuple[SavedDraft, ...]:
    """Return what a draft held before, the latest first; what is in it now is not among them."""
    sql = "SELECT slot, fields, saved_at FROM draft_revisions WHERE slot = ? ORDER BY id DESC"
    return tuple(_draft(store, *row) for row in store.rows(sql, (slot,)))


def _draft(store: Store, slot: str, written: str, saved_at: str) -> SavedDraft:
    try:
        fields = json.loads(written)
        offered = bool(fields.pop(_OFFERED, False))
    except (TypeError, ValueError, AttributeError):  # only what is valid is ever written
        raise Damaged(refusals.FILE_DAMAGED.format(path=store.path)) from None
    return SavedDraft(slot, fields, saved_at, offered)
