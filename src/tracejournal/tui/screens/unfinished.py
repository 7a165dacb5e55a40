"""Words that are not kept yet: listed, taken up where they belong, or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model import draft as forms
from tracejournal.model.errors import JournalError, NotFound
from tracejournal.tui.screens.earlier import UnfinishedDialog, waiting
from tracejournal.words import drafts as words

if TYPE_CHECKING:
    from collections.abc import Container

    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp


async def list_unfinished(app: TracejournalApp, here: Container[str]) -> None:
    """Show the drafts that wait, and do what is chosen.

    Args:
        app: the app.
        here: slots that stand in a form of this window; they are not waiting.
    """
    saved = await app.journal.ask(lambda journal: journal.drafts.all())
    drafts = [draft for draft in saved if draft.slot not in here]
    if not drafts:
        app.say(words.NONE_UNFINISHED)
        return
    dialog = UnfinishedDialog(waiting(drafts, app.clock))
    chosen = await app.push_screen_wait(dialog)
    if chosen is None:
        return
    if dialog.let_go:
        await let_go(app, drafts[chosen])
    else:
        await take_up(app, drafts[chosen])


async def let_go(app: TracejournalApp, draft: SavedDraft) -> bool:
    """Forget a draft when asked once more; return whether it was."""
    from tracejournal.tui.screens.dialogs import ConfirmDialog  # noqa: PLC0415 - on first use

    sure = await app.push_screen_wait(ConfirmDialog(words.LET_GO, words.LET_GO_NOTE))
    if sure:
        await app.journal.ask(lambda journal: journal.drafts.discard(draft.slot))
        app.say(words.LET_GONE)
    return bool(sure)


async def take_up(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a draft, in the form it was typed into."""
    try:
        await _DOINGS.get(draft.form, _take_up_moment)(app, draft)
    except JournalError as refusal:
        app.refuse(refusal)


async def _take_up_moment(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.today import TodayScreen  # noqa: PLC0415 - as it is needed

    screen = await app.go("today")
    if isinstance(screen, TodayScreen):
        await screen.take_up(draft)


async def _take_up_reflection(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.reflect import ReflectScreen  # noqa: PLC0415 - as it is needed

    screen = await app.go("reflect")
    if isinstance(screen, ReflectScreen):
        await screen.take_up(draft)


async def _take_up_prompt(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.reflect import ReflectScreen  # noqa: PLC0415 - as it is needed

    screen = await app.go("reflect")
    if isinstance(screen, ReflectScreen):
        await screen.ask_for_prompt(draft)


async def _take_up_check_in(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.check_in import check_in  # noqa: PLC0415 - as it is needed

    await check_in(app, draft)


async def _take_up_contact(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.people_to_call import take_up_contact  # noqa: PLC0415 - as it is needed

    await take_up_contact(app, draft)


async def _take_up_person(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.circle import CircleScreen  # noqa: PLC0415 - as it is needed

    screen = await app.go("circle")
    if isinstance(screen, CircleScreen):
        await screen.take_up(draft)


async def _take_up_guided(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.guided import take_up  # noqa: PLC0415 - as it is needed

    await take_up(app, draft)


async def _take_up_huddle(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.huddle import take_up  # noqa: PLC0415 - as it is needed

    await take_up(app, draft)


async def _take_up_steps(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.own_steps import write_own_steps  # noqa: PLC0415 - as it is needed

    await write_own_steps(app, draft)


async def _take_up_loop(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.loops import take_up_loop  # noqa: PLC0415 - as it is needed

    await take_up_loop(app, draft)


async def _take_up_meeting(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.meetings import take_up_meeting  # noqa: PLC0415 - as it is needed

    await take_up_meeting(app, draft)


async def _take_up_why(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.meetings import take_up_why  # noqa: PLC0415 - as it is needed

    await take_up_why(app, draft)


async def _take_up_experiment(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.experiment import take_up  # noqa: PLC0415 - as it is needed

    await take_up(app, draft)


async def _take_up_brief(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.brief import open_brief  # noqa: PLC0415 - as it is needed

    await open_brief(app, draft)


async def _take_up_edit(app: TracejournalApp, draft: SavedDraft) -> None:
    from tracejournal.tui.screens.edit import edit_entry  # noqa: PLC0415 - as it is needed

    try:
        entry = await app.journal.ask(lambda journal: journal.entries.get(draft.subject))
    except NotFound:
        app.say(words.ENTRY_IS_GONE)
        await _as_new_entry(app, draft)
    else:
        await edit_entry(app, entry, draft)


async def _as_new_entry(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a change to an entry that is gone: the words still can be kept."""
    if "questions" in draft.fields:
        await _take_up_reflection(app, draft)
    elif "energy" in draft.fields or "load" in draft.fields:
        await _take_up_check_in(app, draft)
    else:
        await _take_up_moment(app, draft)


_DOINGS = {
    forms.REFLECTION: _take_up_reflection,
    forms.EDIT: _take_up_edit,
    forms.CHECK_IN: _take_up_check_in,
    forms.PROMPT: _take_up_prompt,
    forms.CONTACT: _take_up_contact,
    forms.PERSON: _take_up_person,
    forms.GUIDED: _take_up_guided,
    forms.HUDDLE: _take_up_huddle,
    forms.STEPS: _take_up_steps,
    forms.LOOP: _take_up_loop,
    forms.LOOP_NOTE: _take_up_loop,
    forms.MEETING: _take_up_meeting,
    forms.DROPPED: _take_up_why,
    forms.EXPERIMENT: _take_up_experiment,
    forms.BRIEF: _take_up_brief,
}
