"""Words on their way: saved while they are typed, offered once after a crash."""

from __future__ import annotations

from tracejournal.store import drafts
from tracejournal.store.rows import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracejournal.model.clock import Clock
    from tracejournal.model.draft import SavedDraft
    from tracejournal.store.engine import Store


class Drafts:
    """Use cases about drafts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def save(self, slot: str, fields: Mapping[str, object]) -> None:
        """Save what a form holds now; what it held before is kept in a ring."""
        with self._store.transaction() as store:
            drafts.save(store, slot, fields, stamp(self._clock.local_now()))

    def discard(self, slot: str) -> None:
        """Forget the draft of a form."""
        with self._store.transaction() as store:
            drafts.discard(store, slot)

    def all(self) -> tuple[SavedDraft, ...]:
        """Return every draft there is, the latest first."""
        return drafts.all_saved(self._store)
