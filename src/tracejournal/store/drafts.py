"""Drafts in the file: the latest of each form, and a ring of what it held before."""

from __future__ import annotations

import json

from tracejournal.model.draft import SavedDraft
from tracejournal.model.errors import StoreError
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.store.engine import Store

REVISIONS_KEPT = 20
"""Earlier states of one draft that are kept; the oldest goes first."""


def save(store: Store, slot: str, fields: Mapping[str, object], now: str) -> None:
    """Save what a form holds. What would be lost by that joins the ring of revisions.

    Words that only grew lose nothing, so that the ring reaches back past minutes of typing to
    what was deleted before.
    """
    # Lone surrogates cannot be written. All else stays as it was typed, valid or not.
    written = json.dumps(dict(fields), ensure_ascii=False).encode("utf-8", "ignore").decode()
    before = store.value("SELECT fields FROM drafts WHERE slot = ?", (slot,))
    if before is not None and _loses(json.loads(before), fields):
        _add_revision(store, slot)
    store.run(
        "INSERT INTO drafts (slot, fields, saved_at) VALUES (?, ?, ?) ON CONFLICT (slot)"
        " DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at",
        (slot, written, now),
    )


def _loses(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether any text of a form is not contained in what the form holds now."""
    return any(
        isinstance(words, str) and words not in str(after.get(name, ""))
        for name, words in before.items()
    )


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


def all_saved(store: Store) -> tuple[SavedDraft, ...]:
    """Return every draft there is, the latest first.

    Raises:
        StoreError: they could not be read.
    """
    rows = store.rows("SELECT slot, fields, saved_at FROM drafts ORDER BY saved_at DESC")
    try:
        return tuple(
            SavedDraft(slot, json.loads(words), saved_at) for slot, words, saved_at in rows
        )
    except (TypeError, ValueError):  # only what is valid is ever written
        raise StoreError(refusals.FILE_DAMAGED.format(path=store.path)) from None
