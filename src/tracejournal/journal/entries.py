"""Keeping, changing, hiding and letting go of entries."""

from __future__ import annotations

from datetime import timedelta

from tracejournal import places
from tracejournal.model.errors import ChangedMeanwhile
from tracejournal.model.uuid7 import new_uuid
from tracejournal.store import entries
from tracejournal.store.rows import stamp
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracejournal.model.clock import Clock, Instant
    from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Reflection
    from tracejournal.model.version import Version
    from tracejournal.store.engine import Store

TRASH_DAYS = 30
"""How long the trash keeps what was deleted."""

SHORT_ID = 8
"""Characters of an id that are shown at least."""


class Entries:
    """Use cases about single entries. Words count as kept only when a method has returned."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def keep(self, draft: Draft, *, clears: str | None = None) -> Entry:
        """Keep a draft, now or as of its own instant.

        Args:
            draft: what to keep.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            StoreError: nothing was kept.
        """
        return self.keep_all([draft], clears=clears)[0]

    def keep_all(self, drafts: Iterable[Draft], *, clears: str | None = None) -> list[Entry]:
        """Keep several drafts, all or none."""
        now = self._clock.now()
        with self._store.transaction() as store:
            kept = []
            for draft in drafts:
                uuid = new_uuid(now)
                entries.insert(store, draft, uuid, draft.when or now, stamp(now.at))
                kept.append(entries.get(store, uuid))
            self._clear_draft(clears)
        return kept

    def revise(
        self,
        entry_id: str,
        content: Moment | Reflection | CheckIn,
        when: Instant | None = None,
        *,
        seen: Entry | None = None,
        clears: str | None = None,
    ) -> Entry:
        """Change what an entry says, and when it was where `when` is given.

        What it said before is kept as an earlier version.

        Args:
            entry_id: its whole id.
            content: what it says from now on.
            when: when it was, where that changes, too.
            seen: the entry as it was when the change was begun. Where it is another by now, on
                whatever account, nothing is written: two changes never cover each other.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            NotFound: there is no such entry.
            ChangedMeanwhile: it is not as it was seen.
            StoreError: nothing was changed.
        """
        with self._store.transaction() as store:
            entry = entries.get(store, entry_id)
            if seen is not None and entry != seen:
                raise ChangedMeanwhile(refusals.CHANGED_MEANWHILE)
            entries.update(store, entry, content, when or entry.when, self._now())
            self._clear_draft(clears)
            return entries.get(store, entry_id)

    def versions(self, entry_id: str) -> tuple[Version, ...]:
        """Return what an entry said before each of its changes, the latest first."""
        from tracejournal.store import revisions  # noqa: PLC0415 - read when asked for alone

        return revisions.of_entry(self._store, entry_id)

    def get(self, entry_id: str) -> Entry:
        """Return one entry by its whole id.

        Raises:
            NotFound: there is none.
        """
        return entries.get(self._store, entry_id)

    def resolve(self, typed: Sequence[str]) -> list[Entry]:
        """Return the entries that unique starts of ids mean, each once.

        Raises:
            Misuse: one is too short or could be more than one entry.
            NotFound: one is the start of no id.
        """
        ids = dict.fromkeys(entries.resolve(self._store, prefix) for prefix in typed)
        return [entries.get(self._store, entry_id) for entry_id in ids]

    def latest(self, shelf: str = "kept") -> Entry | None:
        """Return the entry that was kept last, or sealed or deleted last on those shelves.

        It need not be the newest one: a moment can be kept days after it was.
        """
        from tracejournal.store import ids  # noqa: PLC0415 - paid for when used

        found = ids.latest(self._store, shelf)
        return None if found is None else entries.get(self._store, found)

    def short_ids(self, entry_ids: Iterable[str], least: int = SHORT_ID) -> dict[str, str]:
        """Return the shortest unique start of each id, at least `least` characters of it."""
        from tracejournal.store import ids  # noqa: PLC0415 - paid for when used

        return {each: ids.shortest_start(self._store, each, least) for each in entry_ids}

    def delete(self, entry_ids: Sequence[str]) -> None:
        """Put entries in the trash, where they stay for `TRASH_DAYS` days."""
        with self._store.transaction() as store:
            entries.set_trashed(store, entry_ids, self._now())

    def restore(self, entry_ids: Sequence[str]) -> None:
        """Take entries out of the trash, as they were."""
        with self._store.transaction() as store:
            entries.set_trashed(store, entry_ids, None)

    def erase(self, entry_ids: Sequence[str]) -> None:
        """Remove entries for good, from the file and from the write-ahead log beside it.

        `Backups.finish_erasing` then takes them out of the backups, on any thread; a note there
        sees to it that this is not forgotten.

        Raises:
            StoreError: nothing was erased.
        """
        from tracejournal.store import erasing  # noqa: PLC0415 - paid for when used

        erasing.erase(self._store, entry_ids, places.backups_folder(self._store.path))

    def empty_old_trash(self) -> int:
        """Erase what has been in the trash longer than `TRASH_DAYS`; return how many."""
        before = stamp(self._clock.local_now() - timedelta(days=TRASH_DAYS))
        old = entries.trashed_before(self._store, before)
        if old:
            self.erase(old)
        return len(old)

    def seal(self, entry_ids: Sequence[str], *, sealed: bool = True) -> None:
        """Seal entries, so that they show nowhere until unsealed; or unseal them."""
        with self._store.transaction() as store:
            entries.set_sealed(store, entry_ids, sealed=sealed)

    def _now(self) -> str:
        return stamp(self._clock.local_now())

    def _clear_draft(self, slot: str | None) -> None:
        if slot is not None:
            from tracejournal.store import drafts  # noqa: PLC0415 - the shell keeps no drafts

            drafts.discard(self._store, slot)
