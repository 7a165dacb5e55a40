"""A guided reflection: chosen, gone through, kept as one reflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.draft import GUIDED
from tracejournal.model.entry import Draft
from tracejournal.model.errors import JournalError
from tracejournal.model.guided import CLOSING, MAX_TITLE, Guide, Step
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term
from tracejournal.tui.draft_keeper import fresh_slot
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.steps import Said, StepsDialog
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import forms
from tracejournal.words import guided as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp

_ROOM_FOR_ABOUT = 28
_OWN = "+"
"""What stands for writing one of one's own among the ids: no id has it."""


class GuidedDialog(StepsDialog):
    """Goes through a guide; at the end it is kept as it is, or left as a draft."""

    DEFAULT_CSS = """
    GuidedDialog .end .hint { margin-bottom: 1; }
    """

    def __init__(self, guide: Guide, begun: SavedDraft | None = None) -> None:
        """Take the guide, and what is gone on with."""
        super().__init__(guide.steps, fresh_slot(GUIDED, guide.id), _said(guide), begun)
        self._guide = guide

    def make_area(self) -> WordsArea:
        """Return room for as many lines as are wanted."""
        return WordsArea(hint=forms.REFLECTION_HINT)

    def compose_end(self) -> ComposeResult:
        """Two ways to go, alike."""
        yield Static("", markup=False, classes="question")
        yield Static("", markup=False, classes="hint")
        yield OptionList(compact=True)

    def show_end(self) -> None:
        """Ask how to leave."""
        is_empty = not self.fields()
        leave = words.LEAVE_EMPTY if is_empty else words.AS_DRAFT
        self.query_one(".end .question", Static).update(Content(words.AT_THE_END))
        self.query_one(".end .hint", Static).update(
            Content(words.NOTHING_WRITTEN if is_empty else "")
        )
        ways = self.query_one(".end OptionList", OptionList)
        ways.clear_options()
        ways.add_options(
            Option(Content(f" {said}"), id=key) for key, said in (words.KEEP_IT, leave)
        )
        ways.highlighted = 0
        ways.focus()

    @on(OptionList.OptionSelected, ".end OptionList")
    async def _on_way(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await (self.action_keep() if event.option.id == words.KEEP_IT[0] else self.action_close())

    def draft(self) -> Draft:
        """Return the reflection, without what was left out."""
        return Draft(self._guide.reflection(self.walk.answers))


def _said(guide: Guide) -> Said:
    title = one_line(guide.title)
    return Said(
        heading=title,
        kept=words.KEPT.format(title=title),
        left=words.WAITS.format(title=title),
        keeping=words.KEEPING,
        let_go=(words.LET_GO, words.LET_GO_NOTE),
        let_gone=words.LET_GONE,
    )


async def choose_guided(app: TracejournalApp) -> None:
    """Ask which guide to follow, and follow it."""
    guides = await app.journal.ask(lambda journal: journal.guides.all())
    terms = [*map(_term, guides), Term(_OWN, words.WRITE_OWN)]
    picked = await app.push_screen_wait(PickDialog(words.CHOOSE, terms))
    if not picked:
        return
    if picked[0] == _OWN:
        from tracejournal.tui.screens.own_steps import write_own_steps  # noqa: PLC0415

        await write_own_steps(app)
        return
    await follow(app, next(guide for guide in guides if guide.id == picked[0]))


async def follow(app: TracejournalApp, guide: Guide) -> None:
    """Go through a guide; words to it that wait from earlier are offered there."""
    saved = await app.journal.ask(lambda journal: journal.drafts.all())
    open_now = {keeper.slot for keeper in app.keepers}
    waiting = (
        draft
        for draft in saved
        if (draft.form, draft.subject) == (GUIDED, guide.id) and draft.slot not in open_now
    )
    dialog = GuidedDialog(guide)
    dialog.offered = next(waiting, None)
    await app.push_screen_wait(dialog)


async def follow_by_id(app: TracejournalApp, typed: str) -> None:
    """Go through the guide that an id or a prompt id means."""
    try:
        guide = await app.journal.ask(lambda journal: journal.guides.get(typed))
    except JournalError as refusal:
        app.refuse(refusal)
    else:
        await follow(app, guide)


async def take_up(app: TracejournalApp, draft: SavedDraft) -> None:
    """Go on with a guided reflection that was left as a draft."""
    guides = await app.journal.ask(lambda journal: journal.guides.all())
    await app.push_screen_wait(GuidedDialog(_guide_of(draft, guides), draft))


def _guide_of(draft: SavedDraft, guides: Iterable[Guide]) -> Guide:
    """Return the guide a draft was written along; where it is gone or another, as it was then."""
    guide = next((each for each in guides if each.id == draft.subject), None)
    held = draft.fields.get("questions")
    asked = [str(each) for each in held] if isinstance(held, list) else []
    known = {step.question: step for step in (guide.steps if guide else (CLOSING,))}
    if guide and asked in ([], list(known)):
        return guide
    steps: Sequence[Step] = [known.get(each) or Step(each) for each in asked if each.strip()]
    title = guide.title if guide else words.GONE
    return Guide.restored(id=draft.subject, title=title, steps=tuple(steps) or (CLOSING,), own=True)


def _term(guide: Guide) -> Term:
    title, about = one_line(guide.title), guide.about or (words.OWN if guide.own else "")
    return Term(guide.id, f"{title:<{MAX_TITLE}}  {one_line(about, _ROOM_FOR_ABOUT)}".rstrip())
