"""In the journal: what opens notes that were left for it, and which were taken in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store


def add_identity(store: Store, identity: str, now: str) -> None:
    """Let notes be sealed to another identity from now on; those before open with theirs."""
    sql = "INSERT INTO letterbox_identities (identity, made_at) VALUES (?, ?)"
    store.run(sql, (identity, now))


def identities(store: Store) -> list[str]:
    """Return the identities that open notes, the newest first."""
    sql = "SELECT identity FROM letterbox_identities ORDER BY made_at DESC, identity"
    return [row[0] for row in store.rows(sql)]


def all_identities(store: Store) -> list[tuple[str, str]]:
    """Return the identities with when each was made."""
    return store.rows("SELECT identity, made_at FROM letterbox_identities")


def keep_identity(store: Store, identity: str, made_at: str) -> None:
    """Let an identity open notes here, too, where it does not yet."""
    sql = "INSERT OR IGNORE INTO letterbox_identities (identity, made_at) VALUES (?, ?)"
    store.run(sql, (identity, made_at))


def is_taken(store: Store, letter: str) -> bool:
    """Return whether a note was taken in before."""
    return store.value("SELECT 1 FROM letters_taken WHERE id = ?", (letter,)) is not None


def take(store: Store, letter: str, now: str) -> None:
    """Note that a note was taken in."""
    store.run("INSERT INTO letters_taken (id, taken_at) VALUES (?, ?)", (letter, now))
