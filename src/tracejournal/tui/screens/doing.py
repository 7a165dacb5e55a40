"""What lists offer to do with entries, the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.errors import JournalError
from tracejournal.words import drafts, history, house

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.tui.app import TracejournalApp


async def do_to_entries(app: TracejournalApp, what: str, ids: Sequence[str]) -> None:
    """Do something with entries and say that it is done.

    Args:
        app: the app.
        what: "open", "edit", "earlier_words", "delete", "seal", "unseal", "restore" or "erase".
        ids: public ids; opening, editing and earlier words take the first.
    """
    try:
        await _DOINGS[what](app, ids)
    except JournalError as refusal:
        app.refuse(refusal)


async def _open(app: TracejournalApp, ids: Sequence[str]) -> None:
    from tracejournal.tui.screens.history import HistoryScreen  # noqa: PLC0415 - on first visit

    screen = await app.go("history")
    if isinstance(screen, HistoryScreen):
        await screen.open_entry(ids[0])


async def _edit(app: TracejournalApp, ids: Sequence[str]) -> None:
    from tracejournal.tui.screens.edit import edit_entry  # noqa: PLC0415 - on first use

    entry = await app.journal.ask(lambda journal: journal.entries.get(ids[0]))
    if await edit_entry(app, entry):
        app.say(house.CHANGED)


async def _bring_back_earlier(app: TracejournalApp, ids: Sequence[str]) -> None:
    from tracejournal.tui.screens.earlier import (  # noqa: PLC0415 - on first use
        choose_earlier,
        earlier_of_entry,
    )
    from tracejournal.tui.screens.revising import Revision, keep_here, keep_revision  # noqa: PLC0415 - the same

    entry = await app.journal.ask(lambda journal: journal.entries.get(ids[0]))
    versions = await app.journal.ask(lambda journal: journal.entries.versions(ids[0]))
    chosen = await choose_earlier(app, earlier_of_entry(versions, app.clock))
    if chosen is None:
        return
    version = versions[chosen]
    if await keep_revision(app, Revision(entry, version.content, version.when), keep_here(app)):
        app.say(drafts.TAKEN_BACK_ENTRY)
        await app.publish_change()


async def _delete(app: TracejournalApp, ids: Sequence[str]) -> None:
    await app.change(
        house.DELETING,
        lambda journal: journal.entries.delete(ids),
        lambda journal: journal.entries.restore(ids),
    )
    app.say(house.TRASHED if len(ids) == 1 else house.TRASHED_MANY.format(count=len(ids)))


async def _seal(app: TracejournalApp, ids: Sequence[str]) -> None:
    await app.change(
        house.SEALING,
        lambda journal: journal.entries.seal(ids),
        lambda journal: journal.entries.seal(ids, sealed=False),
    )
    app.say(house.SEALED)


async def _unseal(app: TracejournalApp, ids: Sequence[str]) -> None:
    await app.change(
        house.UNSEALING,
        lambda journal: journal.entries.seal(ids, sealed=False),
        lambda journal: journal.entries.seal(ids),
    )
    app.say(house.UNSEALED)


async def _restore(app: TracejournalApp, ids: Sequence[str]) -> None:
    await app.change(
        house.RESTORING,
        lambda journal: journal.entries.restore(ids),
        lambda journal: journal.entries.delete(ids),
    )
    app.say(house.RESTORED)


async def _erase(app: TracejournalApp, ids: Sequence[str]) -> None:
    from tracejournal.tui.screens.dialogs import ConfirmDialog  # noqa: PLC0415 - on first use

    one = len(ids) == 1
    question = history.ERASE if one else history.ERASE_MANY.format(count=len(ids))
    if await app.push_screen_wait(ConfirmDialog(question, history.ERASE_NOTE)):
        await app.caretaker.before_erasing(len(ids))
        await app.journal.ask(lambda journal: journal.entries.erase(ids))
        app.undo_stack.forget()
        app.say(house.ERASED)
        await app.publish_change()
        await app.caretaker.finish_erasing()


_DOINGS = {
    "open": _open,
    "edit": _edit,
    "earlier_words": _bring_back_earlier,
    "delete": _delete,
    "seal": _seal,
    "unseal": _unseal,
    "restore": _restore,
    "erase": _erase,
}
