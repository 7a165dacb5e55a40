"""Looking into a journal from outside, after a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.journal.journal import Journal
from tracejournal.model.errors import StoreError
from tracejournal.store.backups import PART
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path


def words_in(path: Path) -> set[str]:
    """Return every text there is, each draft as `draft: …`, read the way a person would.

    Raises:
        StoreError: it cannot be opened, or is not whole.
    """
    with Journal.open(str(path)) as journal:
        drafts = {f"draft: {draft.fields.get('text')}" for draft in journal.drafts.all()}
        return {entry.content.text for entry in journal.history.entries()} | drafts


def words_of(copy: str) -> set[str]:
    """Return the texts of the entries in a backup, which is not changed by that."""
    with Store(copy, read_only=True) as store:
        return {text for (text,) in store.rows("SELECT text FROM entries WHERE trashed_at IS NULL")}


def half_made(path: Path) -> list[str]:
    """Return the names of what is not finished beside the backups of a journal."""
    return [file.name for file in path.with_name("backups").glob(f"*{PART}*")]


def in_step(path: Path) -> bool:
    """Whether the file is whole, and index and summaries say what the entries say."""
    try:
        with Store(str(path)) as store:
            return _is_in_step(store)
    except StoreError:
        return False


def _is_in_step(store: Store) -> bool:
    store.run("INSERT INTO entries_search (entries_search, rank) VALUES ('integrity-check', 1)")
    counted = store.rows(
        "SELECT happened_on, count(*) FROM entries WHERE sealed = 0 AND trashed_at IS NULL"
        " GROUP BY 1 ORDER BY 1"
    )
    told = store.rows(
        "SELECT day, moments + reflections + check_ins AS entries FROM days"
        " WHERE entries > 0 ORDER BY 1"
    )
    whole = bool(store.value("PRAGMA integrity_check") == "ok")
    return whole and counted == told and store.rows("PRAGMA foreign_key_check") == []


def everything_in(path: Path) -> str:
    """Return every text of every table: entries, trash, drafts, and what they said before."""
    with open_store(str(path)) as store:
        tables = ("entries", "parts", "revisions", "drafts", "draft_revisions")
        return repr([store.rows(f"SELECT * FROM {table}") for table in tables])  # noqa: S608 - our own names
