"""Words on their way: saved while they are typed, offered once after a crash."""

from __future__ import annotations

from tracejournal.model.draft import BRIEF
from tracejournal.store import drafts
from tracejournal.store.rows import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from tracejournal.journal.leftovers import Leftover
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

    def take_up(self, slot: str, new: str) -> bool:
        """Go on with a draft under a name of one's own; return whether it was still there."""
        with self._store.transaction() as store:
            return drafts.take_up(store, slot, new)

    def offer(self, leaving_out: Container[str] = ()) -> SavedDraft | None:
        """Return the latest draft that was never offered, and offer it never again unasked.

        A brief is none of them: it is left on purpose, and is there where it is opened.

        Args:
            leaving_out: slots that are being written just now.
        """
        waiting = (
            each for each in self.all() if each.slot not in leaving_out and each.form != BRIEF
        )
        found = next((each for each in waiting if not each.offered), None)
        if found is not None:
            with self._store.transaction() as store:
                drafts.mark_offered(store, found.slot)
        return found

    def all(self) -> tuple[SavedDraft, ...]:
        """Return every draft there is, the latest first."""
        return drafts.all_saved(self._store)

    def earlier(self, slot: str) -> tuple[SavedDraft, ...]:
        """Return what a draft held before it was shortened or replaced, the latest first."""
        return drafts.earlier(self._store, slot)

    def take_in(self, more: Iterable[Leftover] = ()) -> int:
        """Save as drafts what was left outside of the journal; return how many there were.

        That is what an editor still held when it and tracejournal were killed, and what was put
        aside since the journal could not be written.

        Args:
            more: other words to take in with them.

        Raises:
            StoreError: nothing was taken in; it stays where it is.
        """
        from tracejournal.journal import leftovers  # noqa: PLC0415 - asked for while starting alone

        left = [*leftovers.find(), *more]
        for each in left:
            with self._store.transaction() as store:
                drafts.save(store, each.slot, each.fields, stamp(self._clock.local_now()))
            each.remove()
        return len(left)
