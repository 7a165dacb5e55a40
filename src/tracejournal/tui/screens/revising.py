"""Keeping a change to an entry. Two changes never cover each other: the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.entry import Draft
from tracejournal.model.errors import ChangedMeanwhile, NotFound
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.undo import Change
from tracejournal.words import drafts as words
from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn, Entry, Moment, Reflection
    from tracejournal.tui.app import TracejournalApp

    UseCase = Callable[[Journal, str | None], object]
    Keep = Callable[[UseCase], Awaitable[object]]


class Revision:
    """A change to an entry: kept, taken back and made again, each time on top of the last.

    Args:
        entry: as it was when the change was begun.
        content: what it says from now on.
        when: when it was, where that changes.
        is_old: the change was begun on an earlier version than this.
    """

    def __init__(
        self,
        entry: Entry,
        content: Moment | Reflection | CheckIn,
        when: Instant | None = None,
        *,
        is_old: bool = False,
    ) -> None:
        """Change nothing yet."""
        self.before = entry
        self.content = content
        self.when = when
        self.is_old = is_old
        self._seen = entry

    def look_at(self, entry: Entry) -> None:
        """Take the entry as it is now for what is changed; the person said so."""
        self.before = self._seen = entry
        self.is_old = False

    def keep(self, journal: Journal, clears: str | None = None) -> None:
        """Make the change.

        Raises:
            ChangedMeanwhile: the entry is not as it was seen last.
        """
        if self.is_old:
            raise ChangedMeanwhile
        if self._seen.trashed_at is not None:
            journal.entries.restore([self._seen.id])
            self._seen = journal.entries.get(self._seen.id)
        entry_id, seen = self._seen.id, self._seen
        self._seen = journal.entries.revise(
            entry_id, self.content, self.when, seen=seen, clears=clears
        )

    def take_back(self, journal: Journal) -> None:
        """Make it what it was.

        Raises:
            ChangedMeanwhile: it was changed elsewhere since.
        """
        content, when = self.before.content, self.before.when
        self._seen = journal.entries.revise(self._seen.id, content, when, seen=self._seen)


async def keep_revision(app: TracejournalApp, revision: Revision, keep: Keep) -> bool:
    """Keep a change; return whether it was kept.

    Args:
        app: the app.
        revision: what changes.
        keep: runs a use case that keeps words, with the draft that goes with them.

    Raises:
        JournalError: it was not kept.
    """
    while True:
        try:
            await keep(revision.keep)
        except (ChangedMeanwhile, NotFound):
            way = await _ask_way(app, revision)
            if way is None:
                return False
            if way == words.BOTH[0]:
                await _keep_both(app, revision, keep)
                return True
        else:
            app.undo_stack.push(Change(house.CHANGING, revision.take_back, revision.keep))
            return True


def keep_here(app: TracejournalApp, slot: str | None = None) -> Keep:
    """Return what keeps words whose form is closed already, or that had none."""

    async def keep(use_case: UseCase) -> object:
        return await app.journal.ask(lambda journal: use_case(journal, slot))

    return keep


async def _ask_way(app: TracejournalApp, revision: Revision) -> str | None:
    """Ask what is to become of two changes, until that is said or left for later."""
    entry_id = revision.before.id
    while True:
        try:
            now = await app.journal.ask(lambda journal: journal.entries.get(entry_id))
        except NotFound:
            return await _pick(app, words.ERASED_TITLE, words.BOTH)
        way = await _pick(app, _title(now), *_ways(now))
        if way == words.LOOK[0]:
            await _look(app, now)
            continue
        if way == words.ON_TOP[0]:
            revision.look_at(now)
        return way


async def _pick(app: TracejournalApp, title: str, *ways: tuple[str, str]) -> str | None:
    terms = [Term(key, label) for key, label in ways]
    picked = await app.push_screen_wait(PickDialog(title, terms))
    return picked[0] if picked else None


def _title(now: Entry) -> str:
    if now.trashed_at is not None:
        return words.DELETED_TITLE
    return words.SEALED_TITLE if now.sealed else words.CHANGED_TITLE


def _ways(now: Entry) -> tuple[tuple[str, str], ...]:
    if now.trashed_at is not None:
        return words.PUT_BACK, words.BOTH, words.LOOK
    if now.sealed:  # its words stay out of sight until it is unsealed
        return words.ON_TOP, words.BOTH
    return words.ON_TOP, words.BOTH, words.LOOK


async def _look(app: TracejournalApp, now: Entry) -> None:
    from tracejournal.tui.screens.earlier import WordsDialog, as_it_is  # noqa: PLC0415 - on first use

    dialog = WordsDialog(words.LOOK_TITLE, words.LOOK_KEYS, [as_it_is(now, app.clock)])
    await app.push_screen_wait(dialog)


async def _keep_both(app: TracejournalApp, revision: Revision, keep: Keep) -> None:
    draft = Draft(revision.content, revision.when or revision.before.when)
    ids: list[str] = []

    def keep_beside(journal: Journal, slot: str | None) -> None:
        ids.append(journal.entries.keep(draft, clears=slot).id)

    await keep(keep_beside)
    app.undo_stack.push(
        Change(
            house.KEEPING,
            undo=lambda journal: journal.entries.delete(ids),
            redo=lambda journal: journal.entries.restore(ids),
        )
    )
    app.say(words.CHANGED_BY_TWO)
