"""What a person calls kinds and conditions, which they hide, and those of their own."""

from __future__ import annotations

from tracejournal.model.vocabulary import OwnTerm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store


def all_of(store: Store) -> tuple[OwnTerm, ...]:
    """Return all of them; for most people there are none.

    Raises:
        StoreError: the file could not be read.
    """
    found = store.rows(
        "SELECT vocabulary, key, label, observable, hidden FROM own_terms ORDER BY vocabulary, key"
    )
    return tuple(
        OwnTerm(vocabulary, key, label, observable=bool(observable), hidden=bool(hidden))
        for vocabulary, key, label, observable, hidden in found
    )


def put(store: Store, own: OwnTerm, now: str) -> None:
    """Put one in, in place of what the person had made of it before; inside a transaction."""
    store.run(
        "INSERT OR REPLACE INTO own_terms VALUES (?, ?, ?, ?, ?, ?)",
        (own.vocabulary, own.key, own.label, int(own.observable), int(own.hidden), now),
    )
